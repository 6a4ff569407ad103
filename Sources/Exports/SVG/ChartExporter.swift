public import MapFeatures

/// SVG: a chart of how much ground each held over the request's days.
public struct ChartExporter: SingleFileExporter {
  /// `chart`.
  public var name: String { "chart" }
  /// `svg`.
  public var fileEnding: String { "svg" }

  private let picture: PictureOptions

  /// Chooses how wide the page is, and its title.
  public init(_ picture: PictureOptions = PictureOptions()) {
    self.picture = picture
  }

  /// The chart.
  ///
  /// - Complexity: that of `FrontTracker.cellHistory`, and O(*n* log *n*) for *n* places and changes.
  public func bytes(
    _ request: ExportRequest, progress: (_ daysDone: Int) -> Void
  ) throws -> [UInt8] {
    ChartPicture(
      try PictureSubject(request.tracker, request.closedPeriod), picture, version: request.version
    ).bytes()
  }
}
