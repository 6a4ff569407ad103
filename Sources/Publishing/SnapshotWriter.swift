public import FrontTracking
internal import SQLite
public import Theatre

/// Writes the layers of a map over time, a snapshot for each day, and the manifest.
///
/// The theatre is replayed twice: once to find out how long everything lasts, and once to draw it. What
/// is drawn is formatted when it begins and then copied into the file of each day on which it is so.
public struct SnapshotWriter: Sendable {
  /// What to write.
  public struct Plan: Sendable {
    /// What to write it as.
    public let format: OutputFormat
    /// The layers, in their own order.
    public let layers: [Layer]
    /// The days whose features are written.
    public let period: Range<Day>
    /// The days that get a file each.
    public let days: [Day]
    /// Whether what the sources state of the ground is held against the map, if the theatre has
    /// measures.
    public let isAudited: Bool

    /// Creates a plan.
    public init(
      _ format: OutputFormat = .geojson, layers: [Layer], period: Range<Day>, days: [Day],
      isAudited: Bool = false
    ) {
      self.format = format
      self.layers = Layer.allCases.filter(layers.contains)
      self.period = period
      self.days = days
      self.isAudited = isAudited
    }
  }

  /// What was written, and what is gone.
  public struct Result: Hashable, Sendable {
    /// The files written, without the manifest.
    public let files: [WrittenFile]
    /// The files of an earlier run that this one did not write, by path; they were removed.
    public let removed: [String]
  }

  /// Why a map could not be written.
  public enum Failure: Error {
    /// It could not be drawn.
    case drawing(FrontTrackingError)
    /// A file could not be written.
    case output(OutputError)
    /// SQLite did not do what a GeoPackage needs; in words.
    case database(String)
  }

  private let tracker: FrontTracker
  private let version: String

  /// Takes the theatre to write and the tool's version for the manifest.
  public init(_ tracker: FrontTracker, version: String) {
    self.tracker = tracker
    self.version = version
  }

  /// Writes everything, the manifest last, and removes the files that an earlier manifest of the
  /// folder lists and this run did not write.
  ///
  /// - Parameter progress: called now and then with the number of files done and of all.
  /// - Returns: the files written and the files removed.
  /// - Throws: `Failure` for the first day that cannot be drawn or file that cannot be written.
  /// - Complexity: O(*n* + *m*), for *n* cells and vertices that change and *m* bytes written.
  @discardableResult
  public func write(
    _ plan: Plan, to folder: OutputFolder,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(Failure) -> Result {
    let outdated = folder.read(Manifest.fileName).map(Manifest.paths) ?? []
    let files = try draw(plan, to: folder, progress) + audit(plan, to: folder)
    do throws(OutputError) {
      let manifest = Manifest(
        tracker, period: plan.period, version: version, files: files)
      try folder.write(manifest.bytes, to: Manifest.fileName)
      let removed = Set(outdated).subtracting(files.map(\.path)).sorted().filter(isOwn)
      for path in removed { try folder.remove(path) }
      return Result(files: files, removed: removed)
    } catch {
      throw .output(error)
    }
  }

  /// Writes the files of the plan's format.
  private func draw(
    _ plan: Plan, to folder: OutputFolder, _ progress: (_ done: Int, _ all: Int) -> Void
  ) throws(Failure) -> [WrittenFile] {
    switch plan.format {
    case .geojson, .geojsonseq: return try writeAlbum(plan, to: folder, progress)
    case .csv: return [try writeTable(plan, to: folder, progress)]
    case .kml, .gpkg: return [try writeWhole(plan, to: folder, progress)]
    }
  }

  /// Goes through the days and writes the layers and the days' files.
  private func writeAlbum(
    _ plan: Plan, to folder: OutputFolder, _ progress: (_ done: Int, _ all: Int) -> Void
  ) throws(Failure) -> [WrittenFile] {
    let all = plan.layers.count + plan.days.count
    var files: [WrittenFile] = []
    var streams: [Layer: LayerStream] = [:]
    for layer in plan.layers {
      streams[layer] = try output { () throws(OutputError) in
        try LayerStream(layer, as: plan.format, in: folder)
      }
    }
    var album = try drawing { () throws(FrontTrackingError) in
      try MapAlbum(tracker, plan, streams)
    }
    var batch = FileBatch(folder, plan.layers.compactMap { streams[$0] })
    for day in plan.days {
      try drawing { () throws(FrontTrackingError) in try album.advance(to: day) }
      batch.add(album.bytes(of: day), to: plan.format.fileName(of: day))
      if batch.isFull {
        files += try output { () throws(OutputError) in try batch.write() }
        progress(files.count, all)
      }
    }
    try drawing { () throws(FrontTrackingError) in try album.finish() }
    files += try output { () throws(OutputError) in try batch.write() }
    for layer in plan.layers {
      let file = try output { () throws(OutputError) in try streams[layer]?.finish() }
      if let file { files.append(file) }
    }
    progress(files.count, all)
    return files
  }

  /// Goes through the days and writes what each place is on each.
  private func writeTable(
    _ plan: Plan, to folder: OutputFolder, _ progress: (_ done: Int, _ all: Int) -> Void
  ) throws(Failure) -> WrittenFile {
    var table = StatusTable(tracker)
    var file: OutputFile
    do throws(OutputError) {
      file = try folder.begin(StatusTable.fileName)
    } catch {
      throw .output(error)
    }
    var bytes = StatusTable.header
    for (index, day) in plan.days.enumerated() {
      bytes += try drawing { () throws(FrontTrackingError) in try table.rows(on: day) }
      if bytes.count > 1 << 20 {
        do throws(OutputError) { try file.append(bytes) } catch { throw .output(error) }
        bytes.removeAll(keepingCapacity: true)
      }
      progress(index + 1, plan.days.count)
    }
    do throws(OutputError) {
      try file.append(bytes)
      return try file.finish(as: StatusTable.fileName)
    } catch {
      throw .output(error)
    }
  }

  /// Writes the one file that holds all layers.
  private func writeWhole(
    _ plan: Plan, to folder: OutputFolder, _ progress: (_ done: Int, _ all: Int) -> Void
  ) throws(Failure) -> WrittenFile {
    let name = plan.format.fileName(of: tracker.theatre)
    var file: OutputFile
    do throws(OutputError) {
      file = try folder.begin(name)
    } catch {
      throw .output(error)
    }
    // Each day is a step, and so is the file.
    let all = plan.days.count + 1
    let features = try drawing { () throws(FrontTrackingError) in
      try LayerFeed(tracker, plan).allFeatures(plan.days) { progress($0, all) }
    }
    let bytes =
      plan.format == .kml
      ? KMLDocument(tracker.theatre).bytes(plan.layers, features) : try package(plan, features)
    do throws(OutputError) {
      try file.append(bytes)
      let written = try file.finish(as: name)
      progress(all, all)
      return written
    } catch {
      throw .output(error)
    }
  }

  /// The bytes of a GeoPackage.
  private func package(
    _ plan: Plan, _ features: [Layer: [LayerFeature]]
  ) throws(Failure) -> [UInt8] {
    do throws(SQLiteError) {
      let package = try GeoPackage(stamp: tracker.theatre.settings.end)
      let styles = StyleSheet(tracker.theatre)
      for layer in plan.layers {
        let style = XMLWriter.qml(styles.style(of: .map(layer)))
        try package.add(layer, features[layer] ?? [], style: style)
      }
      return try package.finish()
    } catch {
      throw .database("\(error)")
    }
  }

  /// Whether this is a path that a snapshot writer writes for this theatre: nothing else is ever removed,
  /// whatever a manifest says.
  private func isOwn(_ path: String) -> Bool {
    [AuditTable.fileName, StatusTable.fileName].contains(path)
      || OutputFormat.allCases.contains { format in
        format.isOneFile
          ? path == format.fileName(of: tracker.theatre)
          : format.hasFileOfDay && path.isFile(of: format)
      }
  }

  /// Writes the table of what the sources state.
  private func audit(_ plan: Plan, to folder: OutputFolder) throws(Failure) -> [WrittenFile] {
    guard plan.isAudited, !tracker.theatre.measures.isEmpty else { return [] }
    let findings = try drawing { () throws(FrontTrackingError) in try tracker.audit() }
    let table = AuditTable(tracker.theatre, findings)
    return try output { () throws(OutputError) in
      [try folder.write(table.bytes, to: AuditTable.fileName)]
    }
  }

  private func output<T>(_ body: () throws(OutputError) -> T) throws(Failure) -> T {
    do {
      return try body()
    } catch {
      throw .output(error)
    }
  }

  private func drawing<T>(
    _ body: () throws(FrontTrackingError) -> T
  ) throws(Failure) -> T {
    do {
      return try body()
    } catch {
      throw .drawing(error)
    }
  }
}

extension String {
  /// Whether this is the path of a layer's or a day's file of a format.
  fileprivate func isFile(of format: OutputFormat) -> Bool {
    let ending = ".\(format.rawValue)"
    guard hasSuffix(ending) else { return false }
    let name = dropLast(ending.count)
    if let date = name.wholeSuffix(after: "snapshots/") { return Day(date) != nil }
    return Layer(rawValue: String(name)) != nil
  }
}

extension Substring {
  fileprivate func wholeSuffix(after prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
