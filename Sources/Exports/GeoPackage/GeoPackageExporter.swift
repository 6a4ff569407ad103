public import MapFeatures
internal import SQLite
internal import Theatre

/// GeoPackage: one file with all layers, each with its style for QGIS.
public struct GeoPackageExporter: SingleFileExporter {
  /// `gpkg`.
  public var name: String { "gpkg" }
  /// `GeoPackage`.
  public var folderName: String { "GeoPackage" }
  /// Layers can be chosen; all days are in the file.
  public var options: ExportOptions { ExportOptions(whyNoDays: .allDaysInOneFile) }

  /// The format has nothing to choose.
  public init() {}

  /// The package.
  public func bytes(
    _ request: ExportRequest, progress: (_ daysDone: Int) -> Void
  ) throws -> [UInt8] {
    let features = try request.features(progress: progress)
    do throws(SQLiteError) {
      let package = try GeoPackage(stamp: request.theatre.settings.end)
      let map = MapStyle(request.theatre)
      for (layer, features) in zip(request.layers, features) {
        let style = QGISLayerStyle(layer.style(map), isTemporal: true)
        try package.add(layer, features, style: XMLWriter.qml(style))
      }
      return try package.finish()
    } catch {
      throw ExportError.format("\(error)")
    }
  }
}
