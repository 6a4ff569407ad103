public import Exports
public import FrontTracking
internal import MapFeatures
public import Theatre

/// Draws pictures of a theatre through the exporters.
public struct TestPictures {
  private let tracker: FrontTracker
  private let version: String
  private let options: PictureOptions

  /// Takes the theatre to draw, the version to name and what was chosen.
  public init(
    _ tracker: FrontTracker, version: String, _ options: PictureOptions = PictureOptions()
  ) {
    self.tracker = tracker
    self.version = version
    self.options = options
  }

  /// The map of a day.
  public func map(on day: Day) throws -> [UInt8] { try film(of: day...day) }

  /// The maps of several days as an animation.
  public func film(of period: ClosedRange<Day>) throws -> [UInt8] {
    try PictureExporter(options).bytes(request(period)) { _ in }
  }

  /// A chart of how much ground each held over some days.
  public func chart(of period: ClosedRange<Day>) throws -> [UInt8] {
    try ChartExporter(options).bytes(request(period)) { _ in }
  }

  private func request(_ period: ClosedRange<Day>) -> ExportRequest {
    ExportRequest(
      tracker, version: version, period: period.lowerBound..<period.upperBound.next)
  }
}
