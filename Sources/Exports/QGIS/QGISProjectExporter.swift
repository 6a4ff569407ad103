internal import FrontTracking
public import MapFeatures
public import Theatre

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A project for QGIS beside the layers of a map, a layer definition, the style of each layer and the files of
/// what does not change.
///
/// Layers that are there already are never written again: they may be somebody's, or cited.
public struct QGISProjectExporter: Exporter {
  /// `qgis`.
  public var name: String { "qgis" }
  /// `qgs`.
  public var fileEnding: String { "qgs" }

  private let layerFormat = GeoJSONExporter()
  private let projectName: String?
  private let printedDay: Day?

  /// Chooses what a project is called and which day it prints.
  ///
  /// - Parameters:
  ///   - name: the name of the project's file without its ending; nil for the theatre's.
  ///   - day: the day of the print layout; nil for the last that the layers have.
  public init(named name: String? = nil, printing day: Day? = nil) {
    projectName = name
    printedDay = day
  }

  /// A project's files are never removed: it is made again beside layers that stay.
  public func writes(_ path: String, of theatre: Theatre, layers: [LayerKind]) -> Bool { false }

  /// Writes the layers if the folder has none, then the project and what belongs to it, the project last.
  ///
  /// - Returns: the files written, without the layers.
  /// - Throws: `ExportError` if the folder holds another map or none of the day that is to be printed.
  /// - Complexity: that of `GeoJSONExporter` where layers are written, else O(*n*), for *n* places and
  ///   vertices of the outline.
  public func write(
    _ request: ExportRequest, to folder: OutputFolder, progress: ExportProgress
  ) throws -> [WrittenFile] {
    try writeLayersIfMissing(request, to: folder, progress: progress)
    guard let map = try existingMap(request, in: folder) else {
      preconditionFailure("the layers that were just written are missing")
    }
    let project = try project(request, over: map, in: folder)
    return try write(project, named: projectName ?? request.theatre.fileStem, to: folder)
  }

  /// Writes the layers if the folder has none.
  ///
  /// - Returns: whether it had none.
  /// - Throws: `ExportError` if the folder holds another map.
  @discardableResult
  public func writeLayersIfMissing(
    _ request: ExportRequest, to folder: OutputFolder, progress: ExportProgress
  ) throws -> Bool {
    guard try existingMap(request, in: folder) == nil else { return false }
    let layers = ExportRequest(
      request.tracker, version: request.version, layers: request.layers, among: request.allLayers)
    try MapWriter().write(layers, as: layerFormat, to: folder, progress: progress)
    return true
  }

  private func project(
    _ request: ExportRequest, over map: RecordedMap, in folder: OutputFolder
  ) throws -> QGISProject {
    let theatre = request.theatre
    let days = map.period ?? theatre.settings.days
    let day = printedDay ?? days.upperBound.previous
    guard days.contains(day) else {
      throw ExportError.noSuchDay(day, folder: folder.path, days: days)
    }
    // QGIS takes a file without any location for a table, which has no colours.
    let shown = request.layers.filter { folder.hasLocation(in: layerFormat.fileName(of: $0)) }
    return QGISProject(
      theatre: theatre, frame: try ProjectFrame(theatre),
      groups: ProjectGroup.all(shown, of: theatre), styles: StyleSheet(theatre),
      attribution: Attribution(
        request.tracker, version: request.version, nature: Attribution.cells
      ).sentences,
      period: days, day: day)
  }

  /// The map that a folder holds, if it is the one asked for; nil if it holds none.
  private func existingMap(
    _ request: ExportRequest, in folder: OutputFolder
  ) throws(ExportError) -> RecordedMap? {
    let paths = request.layers.map { layerFormat.fileName(of: $0) }
    guard let manifest = folder.read(Manifest.fileName) else {
      guard let path = paths.first(where: folder.contains) else { return nil }
      throw .otherMap(
        folder: folder.path, reasons: ["\(path) exists, but no \(Manifest.fileName) lists it"])
    }
    guard let record = RecordedMap(manifest: manifest) else {
      throw .otherMap(
        folder: folder.path, reasons: ["\(Manifest.fileName) is not one that geotrack wrote"])
    }
    var reasons = record.differences(from: request.tracker, version: request.version)
    for path in paths where !(record.paths.contains(path) && folder.contains(path)) {
      reasons.append("\(path) is missing")
    }
    guard reasons.isEmpty else { throw .otherMap(folder: folder.path, reasons: reasons) }
    return record
  }

  /// Writes everything but the layers, and the project last.
  private func write(
    _ project: QGISProject, named name: String, to folder: OutputFolder
  ) throws(OutputError) -> [WrittenFile] {
    let ground = ProjectGround(project.theatre)
    var files: [WrittenFile] = []
    for layer in project.groups.flatMap(\.layers) {
      if let bytes = ground.bytes(of: layer) {
        files.append(try folder.write(bytes, to: layer.path))
      }
      let style = XMLWriter.qml(project.styles.style(of: layer))
      files.append(try folder.write(Array(style.utf8), to: layer.stylePath))
    }
    files.append(try folder.write(project.layerDefinition, to: "\(name).qlr"))
    files.append(try folder.write(project.bytes, to: "\(name).qgs"))
    return files
  }
}

extension OutputFolder {
  /// Whether there is a file of that name.
  fileprivate func contains(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(name)")
  }

  /// Whether some feature of a layer has a location; most files are read no further than their first.
  fileprivate func hasLocation(in name: String) -> Bool {
    let url = URL(filePath: "\(path)/\(name)")
    guard let bytes = try? Data(contentsOf: url, options: .mappedIfSafe) else { return false }
    return bytes.firstRange(of: Data("\"geometry\":{".utf8)) != nil
  }
}
