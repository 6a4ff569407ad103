public import FrontTracking
public import Theatre

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Writes a project for QGIS beside the layers of a map, a layer definition, the style of each layer and
/// the files of what does not change.
///
/// Layers that are there already are never written again: they may be somebody's, or cited.
public struct QGISWriter: Sendable {
  /// What was written.
  public struct Result: Sendable {
    /// The files written, by path below the project's folder, the project last; not the layers.
    public let files: [WrittenFile]
    /// Whether the layers were written too, because there were none.
    public let hasWrittenLayers: Bool
  }

  /// Why a project could not be written.
  public enum Failure: Error {
    /// The folder holds another map than the one asked for; why, in words.
    case otherMap(folder: String, reasons: [String])
    /// The layers of the folder do not have the day that is to be printed, only these.
    case noSuchDay(Day, folder: String, days: Range<Day>)
    /// The map could not be written.
    case map(SnapshotWriter.Failure)
  }

  private let tracker: FrontTracker
  private let version: String

  /// Takes the theatre and the tool's version.
  public init(_ tracker: FrontTracker, version: String) {
    self.tracker = tracker
    self.version = version
  }

  /// Writes the project and what belongs to it; first the layers, if the folder has none.
  ///
  /// - Parameters:
  ///   - path: the path of the project, ending in `.qgs`.
  ///   - day: the day of the print layout; nil for the last that the layers have.
  ///   - progress: called now and then with the number of files done and of all, while layers are written.
  /// - Throws: `Failure` if the folder holds another map or none of that day, if the map cannot be drawn, or
  ///   for the first file that cannot be written.
  /// - Complexity: that of `SnapshotWriter.write` where layers are written, else O(*n*), for *n* places and
  ///   vertices of the outline.
  @discardableResult
  public func write(
    toFile path: String, printing day: Day? = nil,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(Failure) -> Result {
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    let folder = OutputFolder(path: Self.folder(above: path))
    let (map, hasWrittenLayers) = try readyMap(in: folder, progress)
    let project = try project(over: map, in: folder, printing: day)
    do {
      let files = try write(project, named: name, to: folder)
      return Result(files: files, hasWrittenLayers: hasWrittenLayers)
    } catch {
      throw .map(.output(error))
    }
  }

  /// The path of the folder of a file, as it was typed.
  private static func folder(above path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The map of a folder, which is written if the folder has none.
  private func readyMap(
    in folder: OutputFolder, _ progress: (_ done: Int, _ all: Int) -> Void
  ) throws(Failure) -> (map: RecordedMap, isNew: Bool) {
    let layers = Layer.all(tracker.inference)
    if let map = try existingMap(in: folder, layers) { return (map, false) }
    try writeLayers(layers, to: folder, progress)
    guard let map = try existingMap(in: folder, layers) else {
      preconditionFailure("the layers have just been written")
    }
    return (map, true)
  }

  private func project(
    over map: RecordedMap, in folder: OutputFolder, printing day: Day?
  ) throws(Failure) -> QGISProject {
    let theatre = tracker.theatre
    let days = map.period ?? theatre.settings.days
    let day = day ?? days.upperBound.previous
    guard days.contains(day) else { throw .noSuchDay(day, folder: folder.path, days: days) }
    // QGIS takes a file without any location for a table, which has no colours.
    let shown = Layer.all(tracker.inference).filter {
      folder.hasLocation(in: ProjectLayer.map($0).path)
    }
    do {
      return QGISProject(
        theatre: theatre, frame: try ProjectFrame(theatre),
        groups: ProjectGroup.all(shown, of: theatre), styles: StyleSheet(theatre),
        attribution: Attribution(tracker, version: version, nature: Attribution.cells).sentences,
        period: days, day: day)
    } catch {
      throw .map(.drawing(error))
    }
  }

  /// The map that a folder holds, if it is the one asked for; nil if it holds none.
  private func existingMap(
    in folder: OutputFolder, _ layers: [Layer]
  ) throws(Failure) -> RecordedMap? {
    let paths = layers.map { ProjectLayer.map($0).path }
    guard let manifest = folder.read(Manifest.fileName) else {
      guard let path = paths.first(where: folder.contains) else { return nil }
      throw .otherMap(
        folder: folder.path, reasons: ["\(path) is there, and no \(Manifest.fileName) tells of it"])
    }
    guard let record = RecordedMap(manifest: manifest) else {
      throw .otherMap(
        folder: folder.path, reasons: ["\(Manifest.fileName) is not of geotrack's form"])
    }
    var reasons = record.differences(from: tracker, version: version)
    for path in paths where !(record.paths.contains(path) && folder.contains(path)) {
      reasons.append("\(path) is missing")
    }
    guard reasons.isEmpty else { throw .otherMap(folder: folder.path, reasons: reasons) }
    return record
  }

  private func writeLayers(
    _ layers: [Layer], to folder: OutputFolder, _ progress: (_ done: Int, _ all: Int) -> Void
  ) throws(Failure) {
    let plan = SnapshotWriter.Plan(
      layers: layers, period: tracker.theatre.settings.days, days: [])
    do throws(SnapshotWriter.Failure) {
      try SnapshotWriter(tracker, version: version).write(plan, to: folder, progress: progress)
    } catch {
      throw .map(error)
    }
  }

  /// Writes everything but the layers, and the project last.
  private func write(
    _ project: QGISProject, named name: String, to folder: OutputFolder
  ) throws(OutputError) -> [WrittenFile] {
    let ground = ProjectGround(tracker.theatre)
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
