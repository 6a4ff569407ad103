public import FileOutput
internal import FrontTracking
public import MapFeatures
public import Theatre

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

  /// What came of writing a project.
  public struct Result: Hashable, Sendable {
    /// The files written, without the layers.
    public let files: [WrittenFile]
    /// Whether the folder had no layers, so that they were written too.
    public let hasWrittenLayers: Bool
  }

  /// Writes the layers if the folder has none, then the project and what belongs to it.
  ///
  /// - Throws: `ExportError` if another run is writing into the folder, if it holds another map, or none of
  ///   the day that is to be printed.
  /// - Complexity: that of `GeoJSONExporter` where layers are written, else O(*n*), for *n* bytes of the
  ///   layers, which are compared with the manifest.
  public func write(
    _ request: ExportRequest, to folder: OutputFolder, progress: ExportProgress = { _, _ in }
  ) throws(ExportError) -> Result {
    try ExportError.wrapping {
      try folder.alone(for: "geotrack, \(name)") { staged in
        let hasWrittenLayers = try writeLayersIfMissing(request, to: staged, progress: progress)
        let files = try writeProject(request, to: staged)
        try staged.synchronize(files)
        try staged.commit(files)
        return Result(files: files, hasWrittenLayers: hasWrittenLayers)
      }
    }
  }

  /// Writes the layers if the folder has none, then the project and what belongs to it, the project last.
  ///
  /// - Returns: the files written, without the layers.
  /// - Throws: `ExportError` if the folder holds another map or none of the day that is to be printed.
  public func write(
    _ request: ExportRequest, to staged: StagedFolder, progress: ExportProgress
  ) throws -> [WrittenFile] {
    _ = try writeLayersIfMissing(request, to: staged, progress: progress)
    return try writeProject(request, to: staged)
  }

  /// Writes the layers if the folder has none; they take their places before the project is made.
  ///
  /// - Returns: whether it had none.
  /// - Throws: `ExportError` if the folder holds another map.
  private func writeLayersIfMissing(
    _ request: ExportRequest, to staged: StagedFolder, progress: ExportProgress
  ) throws -> Bool {
    guard try existingMap(request, in: staged.folder) == nil else { return false }
    let layers = ExportRequest(
      request.tracker, version: request.version, layers: request.layers, among: request.allLayers)
    try staged.another().discardingOnFailure { staged in
      _ = try MapWriter().write(layers, as: layerFormat, to: staged, progress: progress)
    }
    return true
  }

  private func writeProject(
    _ request: ExportRequest, to staged: StagedFolder
  ) throws -> [WrittenFile] {
    guard let map = try existingMap(request, in: staged.folder) else {
      preconditionFailure("the layers that were just written are missing")
    }
    let project = try project(request, over: map, in: staged.folder)
    return try write(project, named: projectName ?? request.theatre.fileStem, to: staged)
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
    let shown = try request.layers.filter { layer in
      try folder.hasLocation(in: layerFormat.fileName(of: layer))
    }
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
  ) throws -> RecordedMap? {
    let paths = request.layers.map { layerFormat.fileName(of: $0) }
    guard let manifest = try folder.read(Manifest.fileName) else {
      guard let path = paths.first(where: folder.contains) else { return nil }
      throw ExportError.otherMap(
        folder: folder.path, reasons: ["\(path) exists, but no \(Manifest.fileName) lists it"])
    }
    guard let record = RecordedMap(manifest: manifest) else {
      throw ExportError.otherMap(
        folder: folder.path, reasons: ["\(Manifest.fileName) is not one that geotrack wrote"])
    }
    // What a stopped run has left is geotrack's own, and nobody has cited it.
    if record.isIncomplete { return nil }
    var reasons = record.differences(from: request.tracker, version: request.version)
    reasons += try faults(of: paths, in: record, folder)
    guard reasons.isEmpty else {
      throw ExportError.otherMap(folder: folder.path, reasons: reasons)
    }
    return record
  }

  /// Which layers are missing, or are not those that the manifest lists, in words.
  private func faults(
    of paths: [String], in record: RecordedMap, _ folder: OutputFolder
  ) throws(OutputError) -> [String] {
    var reasons: [String] = []
    for path in paths {
      guard record.paths.contains(path), let bytes = try folder.read(path) else {
        reasons.append("\(path) is missing")
        continue
      }
      if !record.lists(path, with: bytes) {
        reasons.append("\(path) has changed since \(Manifest.fileName) was written")
      }
    }
    return reasons
  }

  /// Writes everything but the layers, and the project last.
  private func write(
    _ project: QGISProject, named name: String, to folder: StagedFolder
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
  /// Whether some feature of a layer has a location.
  fileprivate func hasLocation(in name: String) throws(OutputError) -> Bool {
    guard let bytes = try read(name) else { return false }
    return bytes.firstRange(of: Array("\"geometry\":{".utf8)) != nil
  }
}
