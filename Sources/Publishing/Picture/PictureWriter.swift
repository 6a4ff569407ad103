public import FrontTracking
public import Theatre

/// Draws a theatre as a finished picture: SVG that needs nothing beside it, no script, no font, no file.
///
///     let picture = try PictureWriter(tracker, version: "1.0").map(on: day)
///
/// Whatever comes from data is written as text, so none of it can become markup. The same input gives the
/// same bytes.
public struct PictureWriter: Sendable {
  /// What may be chosen.
  public struct Options: Hashable, Sendable {
    /// The width of the page in units, which are pixels where the picture is shown in its own size.
    public var width: Int
    /// The title; that of the theatre if nil.
    public var title: String?

    /// How wide a page may be.
    public static let widths = 360...2_400

    /// Creates options.
    ///
    /// - Precondition: `widths` has the width.
    public init(width: Int = 960, title: String? = nil) {
      precondition(Self.widths.contains(width), "a page has a width that letters fit on")
      self.width = width
      self.title = title
    }
  }

  private let tracker: FrontTracker
  private let version: String
  private let options: Options

  /// Takes the theatre to draw, the tool's version and what was chosen.
  public init(_ tracker: FrontTracker, version: String, _ options: Options = Options()) {
    self.tracker = tracker
    self.version = version
    self.options = options
  }

  /// The map of a day.
  ///
  /// - Returns: the whole file.
  /// - Precondition: the theatre has the day.
  /// - Throws: `FrontTrackingError` if the theatre cannot be drawn.
  /// - Complexity: that of `FrontTracker.cellHistory` of the day, and O(*n* log *n*) for *n* vertices.
  public func map(on day: Day) throws(FrontTrackingError) -> [UInt8] {
    try film(of: day...day)
  }

  /// The maps of several days as an animation, which begins anew at its end; of one day, a map.
  ///
  /// It is animated by CSS alone, so that it plays where a page shows it as an image. What shows no
  /// animations, or none to this reader, shows the last day.
  ///
  /// - Returns: the whole file.
  /// - Precondition: the theatre has the days.
  /// - Throws: `FrontTrackingError` if the theatre cannot be drawn.
  /// - Complexity: that of `FrontTracker.cellHistory`, and O(*n* log *n*) for *n* vertices and changes.
  public func film(of period: ClosedRange<Day>) throws(FrontTrackingError) -> [UInt8] {
    try MapPicture(PictureSubject(tracker, period), options, version: version).bytes()
  }

  /// A chart of how much ground each held over some days.
  ///
  /// - Returns: the whole file.
  /// - Precondition: the theatre has the days.
  /// - Throws: `FrontTrackingError` if the theatre cannot be drawn.
  /// - Complexity: that of `FrontTracker.cellHistory`, and O(*n* log *n*) for *n* places and changes.
  public func chart(of period: ClosedRange<Day>) throws(FrontTrackingError) -> [UInt8] {
    ChartPicture(try PictureSubject(tracker, period), options, version: version).bytes()
  }
}
