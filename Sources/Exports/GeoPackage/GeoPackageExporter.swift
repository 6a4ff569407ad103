public import FileOutput
public import MapFeatures
internal import SQLite
public import Theatre

/// GeoPackage: one file with all layers, each with its style for QGIS.
public struct GeoPackageExporter: Exporter {
  /// `gpkg`.
  public var name: String { "gpkg" }
  /// `GeoPackage`.
  public var folderName: String { "GeoPackage" }
  /// Layers can be chosen; all days are in the file.
  public var options: ExportOptions { ExportOptions(whyNoDays: .allDaysInOneFile) }

  /// The format has nothing to choose.
  public init() {}

  /// The name of the file.
  public func fileName(of theatre: Theatre) -> String { "\(theatre.fileStem).\(fileEnding)" }

  /// Whether the path is that of the file.
  public func writes(_ path: String, of theatre: Theatre, layers: [LayerKind]) -> Bool {
    path == fileName(of: theatre)
  }

  /// Writes the package. The days are gone through once for each layer, so that each feature goes into its
  /// table as it comes and none is kept.
  public func write(
    _ request: ExportRequest, to folder: StagedFolder, progress: ExportProgress
  ) throws -> [WrittenFile] {
    let name = fileName(of: request.theatre)
    // Begun before anything is drawn, so that one that cannot be written is told at once.
    var file = try folder.begin(name)
    let all = request.layers.count + 1
    var done = 0
    let bytes = try bytes(request) {
      done += 1
      progress(done, all)
    }
    for piece in bytes.pieces { try file.append(piece) }
    let written = try file.finish(as: name)
    progress(all, all)
    return [written]
  }

  private func bytes(
    _ request: ExportRequest, layerDone: () -> Void
  ) throws -> Database.Serialized {
    do {
      let package = try GeoPackage(stamp: request.theatre.settings.end)
      let map = MapStyle(request.theatre)
      for layer in request.layers {
        let table = try package.begin(layer)
        var feed = try LayerFeed(request.tracker, [layer], request.period)
        feed.forEachFact(ofLayer: 0, table.append)
        try feed.finish { turn in for (_, feature) in turn.begun { table.append(feature) } }
        let style = QGISLayerStyle(layer.style(map), isTemporal: true)
        try package.finish(table, style: XMLWriter.qml(style))
        layerDone()
      }
      return try package.finish()
    } catch let error as SQLiteError {
      throw ExportError.format("\(error)")
    }
  }
}
