public import FrontTracking
internal import GeoJSON
public import TheatreModel

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
  ///   - day: the day of the print layout, within the theatre.
  ///   - progress: called now and then with the number of files done and of all, while layers are written.
  /// - Throws: `Failure` if the folder holds another map, if this one cannot be drawn, or for the first
  ///   file that cannot be written.
  /// - Complexity: that of `SnapshotWriter.write` where layers are written, else O(*n*), for *n* places and
  ///   vertices of the outline.
  @discardableResult
  public func write(
    toFile path: String, printing day: Day,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(Failure) -> Result {
    let file = URL(filePath: path)
    let name = file.deletingPathExtension().lastPathComponent
    let folder = OutputFolder(
      path: path.contains("/") ? file.deletingLastPathComponent().path : ".")
    let layers = Layer.all(tracker.inference)
    var found = try existingMap(in: folder, layers)
    let hasWrittenLayers = found == nil
    if hasWrittenLayers {
      try writeLayers(layers, to: folder, progress)
      found = try existingMap(in: folder, layers)
    }
    guard let map = found else { preconditionFailure("the layers have just been written") }
    let shown = layers.filter { !isEmpty(ProjectLayer.map($0).path, of: map, in: folder) }
    let project: QGISProject
    do {
      project = QGISProject(
        theatre: tracker.theatre, frame: try ProjectFrame(tracker.theatre),
        groups: ProjectGroup.all(shown, of: tracker.theatre), styles: StyleSheet(tracker.theatre),
        attribution: attribution,
        period: map.period ?? tracker.theatre.settings.days, day: day)
    } catch {
      throw .map(.drawing(error))
    }
    do {
      let files = try write(project, named: name, to: folder)
      return Result(files: files, hasWrittenLayers: hasWrittenLayers)
    } catch {
      throw .map(.output(error))
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
    for path in paths where record.sizes[path] == nil || !folder.contains(path) {
      reasons.append("\(path) is missing")
    }
    guard reasons.isEmpty else { throw .otherMap(folder: folder.path, reasons: reasons) }
    return record
  }

  /// Whether a layer has no feature. QGIS takes it for a table, which has no colours: it is left out.
  private func isEmpty(_ path: String, of map: RecordedMap, in folder: OutputFolder) -> Bool {
    // The frame of a collection and its name take some sixty bytes.
    guard let size = map.sizes[path], size < 1_000, let bytes = folder.read(path) else {
      return false
    }
    return (try? readGeoJSON(SourceText(bytes)))?.isEmpty ?? false
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

  private var attribution: [String] {
    Attribution(
      tracker, version: version,
      nature: "Cells around places, not trenches. Not fit for any decision about safety."
    ).sentences
  }
}

extension OutputFolder {
  /// Whether there is a file of that name.
  fileprivate func contains(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(name)")
  }
}
