public import MapFeatures
public import Theatre

/// The map as one page that opens in any browser and needs no network.
public struct PageExporter: SingleFileExporter {
  /// `page`.
  public var name: String { "page" }
  /// `html`.
  public var fileEnding: String { "html" }

  /// The format has nothing to choose.
  public init() {}

  /// `map.html`, whatever the theatre is called.
  public func fileName(of theatre: Theatre) -> String { "map.html" }

  /// The page.
  ///
  /// - Complexity: that of `MapPage`.
  public func bytes(
    _ request: ExportRequest, progress: (_ daysDone: Int) -> Void
  ) throws -> [UInt8] {
    try MapPage(request.tracker, version: request.version).bytes
  }
}
