internal import FrontTracking
internal import GeoJSON
public import TheatreModel

/// Writes the layers of a timeline, a snapshot for each day, and the manifest.
public struct SnapshotWriter: Sendable {
  /// What to write.
  public struct Plan: Sendable {
    /// The layers, in their own order.
    public let layers: [Layer]
    /// The days whose features are written.
    public let period: Range<Day>
    /// The days that get a file each.
    public let days: [Day]

    /// Creates a plan.
    public init(layers: [Layer], period: Range<Day>, days: [Day]) {
      self.layers = Layer.allCases.filter(layers.contains)
      self.period = period
      self.days = days
    }
  }

  /// What was written, and what is gone.
  public struct Result: Hashable, Sendable {
    /// The files written, without the manifest.
    public let files: [WrittenFile]
    /// The files of an earlier run that this one did not write, by path; they were removed.
    public let removed: [String]
  }

  private let features: LayerFeatures
  private let theatre: Theatre
  private let version: String

  /// Takes the features to write and the tool's version for the manifest.
  public init(_ features: LayerFeatures, of theatre: Theatre, version: String) {
    self.features = features
    self.theatre = theatre
    self.version = version
  }

  /// Writes everything, the manifest last, and removes the files that an earlier manifest of the
  /// folder lists and this run did not write.
  ///
  /// - Parameter progress: called after each file with the number of files done and of all.
  /// - Returns: the files written and the files removed.
  /// - Throws: `OutputError` for the first file that cannot be written.
  /// - Complexity: O(*n* + *m*), for *n* bytes and *m* pairs of a feature and a day it is so on.
  @discardableResult
  public func write(
    _ plan: Plan, to folder: OutputFolder,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(OutputError) -> Result {
    let outdated = folder.read(Manifest.fileName).map(Manifest.paths) ?? []
    let all = plan.layers.count + plan.days.count
    var files: [WrittenFile] = []
    var selected: [LayerFeature] = []
    for layer in plan.layers {
      let ofLayer = features.features(of: layer).filter { $0.overlaps(plan.period) }
      selected += ofLayer
      let bytes = collection(layer.rawValue, ofLayer, namingLayers: false)
      files.append(try write(bytes, to: "\(layer.rawValue).geojson", in: folder))
      progress(files.count, all)
    }
    for day in plan.days {
      let ofDay = selected.filter { $0.overlaps(day..<day.next) }
      let bytes = collection("\(day)", ofDay, namingLayers: true)
      files.append(try write(bytes, to: "snapshots/\(day).geojson", in: folder))
      progress(files.count, all)
    }
    let manifest = Manifest(theatre, version: version, files: files)
    try folder.write(manifest.bytes, to: Manifest.fileName)
    let removed = Set(outdated).subtracting(files.map(\.path)).sorted().filter(\.isOwn)
    for path in removed { try folder.remove(path) }
    return Result(files: files, removed: removed)
  }

  private func collection(
    _ name: String, _ features: [LayerFeature], namingLayers: Bool
  ) -> [UInt8] {
    var writer = FeatureWriter(name: name)
    for feature in features { writer.append(feature.feature(namingLayer: namingLayers)) }
    return writer.finish()
  }

  private func write(
    _ bytes: [UInt8], to path: String, in folder: OutputFolder
  ) throws(OutputError) -> WrittenFile {
    try folder.write(bytes, to: path)
    return WrittenFile(path: path, bytes: bytes)
  }
}

extension String {
  /// Whether this is a path that a snapshot writer writes: nothing else is ever removed, whatever
  /// a manifest says.
  fileprivate var isOwn: Bool {
    guard hasSuffix(".geojson") else { return false }
    let name = dropLast(".geojson".count)
    if let date = name.wholeSuffix(after: "snapshots/") { return Day(date) != nil }
    return Layer(rawValue: String(name)) != nil
  }
}

extension Substring {
  fileprivate func wholeSuffix(after prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
