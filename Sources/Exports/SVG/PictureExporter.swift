public import MapFeatures

/// SVG: the map of the request's days as a picture, an animation if they are several.
public struct PictureExporter: SingleFileExporter {
  /// `picture`.
  public var name: String { "picture" }
  /// `svg`.
  public var fileEnding: String { "svg" }

  private let picture: PictureOptions

  /// Chooses how wide the page is, and its title.
  public init(_ picture: PictureOptions = PictureOptions()) {
    self.picture = picture
  }

  /// The picture. It is animated by CSS alone, so that it plays where a page shows it as an image. What shows
  /// no animations, or none to this reader, shows the last day.
  ///
  /// - Complexity: that of `FrontTracker.cellHistory`, and O(*n* log *n*) for *n* vertices and changes.
  public func bytes(
    _ request: ExportRequest, progress: (_ daysDone: Int) -> Void
  ) throws -> [UInt8] {
    try MapPicture(
      PictureSubject(request.tracker, request.closedPeriod), picture, version: request.version
    ).bytes()
  }
}
