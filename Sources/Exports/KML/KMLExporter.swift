public import MapFeatures

/// KML: one file with a folder for each layer, for Google Earth.
public struct KMLExporter: SingleFileExporter {
  /// `kml`.
  public var name: String { "kml" }
  /// `KML`.
  public var folderName: String { "KML" }
  /// Layers can be chosen; all days are in the file.
  public var options: ExportOptions { ExportOptions(whyNoDays: .allDaysInOneFile) }

  /// The format has nothing to choose.
  public init() {}

  /// The document.
  public func bytes(
    _ request: ExportRequest, progress: (_ daysDone: Int) -> Void
  ) throws -> [UInt8] {
    let features = try request.features(progress: progress)
    return KMLDocument(request.theatre, request.allLayers).bytes(request.layers, features)
  }
}
