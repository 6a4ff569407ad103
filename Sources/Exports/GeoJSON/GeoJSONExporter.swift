public import FileOutput
internal import GeoJSON
public import MapFeatures
public import Theatre

/// GeoJSON: a file for each layer over all days, whose features carry their period, and one for each day with
/// the features of all layers.
///
/// The theatre is replayed twice: once to find out how long everything lasts, and once to draw it. What is
/// drawn is formatted when it begins and then copied into the file of each day on which it is so.
public struct GeoJSONExporter: Exporter {
  /// How the features of a file are put together.
  public enum Form: String, Sendable {
    /// A feature collection (RFC 7946).
    case collection = "geojson"
    /// A sequence of features (RFC 8142).
    case sequence = "geojsonseq"
  }

  private let form: Form

  /// Chooses how the features of a file are put together.
  public init(_ form: Form = .collection) {
    self.form = form
  }

  /// `geojson` or `geojsonseq`.
  public var name: String { form.rawValue }
  /// `GeoJSON` or `GeoJSONSeq`.
  public var folderName: String { form == .collection ? "GeoJSON" : "GeoJSONSeq" }
  /// Layers and days can be chosen, and each day gets a file.
  public var options: ExportOptions { ExportOptions(hasFileOfDay: true) }

  /// The name of a layer's file.
  public func fileName(of layer: LayerKind) -> String { "\(layer.name).\(fileEnding)" }

  /// The name of a day's file.
  func fileName(of day: Day) -> String { "snapshots/\(day).\(fileEnding)" }

  /// Whether the path is that of a layer's file or a day's.
  public func writes(_ path: String, of theatre: Theatre, layers: [LayerKind]) -> Bool {
    if layers.contains(where: { fileName(of: $0) == path }) { return true }
    let (folder, ending) = ("snapshots/", ".\(fileEnding)")
    guard path.hasPrefix(folder), path.hasSuffix(ending) else { return false }
    let date = path.dropFirst(folder.count).dropLast(ending.count)
    return Day(date) != nil
  }

  /// Goes through the days and writes the layers and the days' files.
  public func write(
    _ request: ExportRequest, to folder: StagedFolder, progress: ExportProgress
  ) throws -> [WrittenFile] {
    let all = request.layers.count + request.days.count
    let streams = try request.layers.map { layer in
      try LayerStream(
        writer(named: layer.name), to: fileName(of: layer), in: folder)
    }
    var snapshots = try DailySnapshots(request, streams)
    var batch = FileBatch(folder, streams)
    var files: [WrittenFile] = []
    for day in request.days {
      try snapshots.advance(to: day)
      let (writer, name) = (writer(named: "\(day)"), fileName(of: day))
      if snapshots.size(of: day) < FileBatch.size {
        batch.add(snapshots.bytes(of: day, in: writer), to: name)
      } else {
        files += try batch.write()
        files.append(try snapshots.write(day, writer, to: name, in: folder))
      }
      if batch.isFull {
        files += try batch.write()
        progress(files.count, all)
      }
    }
    try snapshots.finish()
    files += try batch.write()
    for stream in streams {
      if let file = try stream.finish() { files.append(file) }
    }
    progress(files.count, all)
    return files
  }

  /// Begins the features of a file.
  private func writer(named name: String) -> FeatureWriter {
    switch form {
    case .collection: FeatureWriter(name: name)
    case .sequence: .sequence()
    }
  }
}
