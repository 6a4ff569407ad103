internal import MapFeatures
internal import Theatre

/// What may be chosen of a picture or a chart: SVG that needs nothing beside it, no script, no font, no file.
///
/// Whatever comes from data is written as text, so none of it can become markup. The same input gives the
/// same bytes.
public struct PictureOptions: Hashable, Sendable {
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
    precondition(Self.widths.contains(width), "the width is outside the range of widths")
    self.width = width
    self.title = title
  }
}

extension ExportRequest {
  /// The period with its last day.
  var closedPeriod: ClosedRange<Day> { period.lowerBound...period.upperBound.previous }
}
