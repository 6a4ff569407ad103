public import FileOutput
public import MapFeatures
internal import Theatre

/// Writes a map into a folder: the files of a format and what goes with them, the manifest last.
///
/// One run writes into a folder at a time. The files take their places together when all are written, so that
/// a run which fails or is killed before leaves the folder as it was. A run that is killed between the first
/// and the last of them leaves a manifest that says so, and the next run mends it.
///
///     let request = ExportRequest(tracker, version: "1.0", days: tracker.days)
///     try MapWriter().write(request, as: KMLExporter(), to: OutputFolder(path: "KML"))
public struct MapWriter: Sendable {
  /// What was written, and what is gone.
  public struct Result: Hashable, Sendable {
    /// The files written, without the manifest.
    public let files: [WrittenFile]
    /// The files of an earlier run that this one did not write, by path; they were removed.
    public let removed: [String]
  }

  private let formats: [any Exporter]

  /// Takes the formats whose files an earlier run may have written.
  public init(formats: [any Exporter] = ExportRegistry.all + ExportRegistry.companions) {
    self.formats = formats
  }

  /// Writes everything, the manifest last, and removes the files that an earlier manifest of the
  /// folder lists and this run did not write.
  ///
  /// - Parameters:
  ///   - request: what is to be written.
  ///   - format: as what.
  ///   - companions: what is written beside it.
  ///   - folder: where.
  ///   - progress: called now and then with the number of the format's steps done and of all.
  /// - Returns: the files written and the files removed.
  /// - Throws: `ExportError` for the first day that cannot be drawn or file that cannot be written.
  /// - Complexity: O(*n* + *m*), for *n* cells and vertices that change and *m* bytes written.
  @discardableResult
  public func write(
    _ request: ExportRequest, as format: any Exporter, with companions: [any Exporter] = [],
    to folder: OutputFolder, progress: ExportProgress = { _, _ in }
  ) throws(ExportError) -> Result {
    try ExportError.wrapping {
      try folder.alone(for: "geotrack, \(format.name)") { staged in
        try write(request, as: format, with: companions, to: staged, progress: progress)
      }
    }
  }

  /// Writes everything into a folder whose lock is held.
  func write(
    _ request: ExportRequest, as format: any Exporter, with companions: [any Exporter] = [],
    to staged: StagedFolder, progress: ExportProgress
  ) throws -> Result {
    var files = try format.write(request, to: staged, progress: progress)
    for companion in companions {
      files += try companion.write(request, to: staged) { _, _ in }
    }
    try staged.synchronize(files)
    let manifest = Manifest(
      request.tracker, period: request.period, version: request.version, files: files)
    let removed = try replace(with: files, listedIn: manifest, request, in: staged)
    return Result(files: files, removed: removed)
  }

  /// Puts the files into the place of an earlier run's. Between the first and the last the manifest says that
  /// the folder holds no whole map.
  ///
  /// - Returns: the files of the earlier run that were removed.
  private func replace(
    with files: [WrittenFile], listedIn manifest: Manifest, _ request: ExportRequest,
    in staged: StagedFolder
  ) throws(OutputError) -> [String] {
    let (folder, paths) = (staged.folder, Set(files.map(\.path)))
    let earlierManifest = try folder.read(Manifest.fileName)
    let earlier = earlierManifest.map(Manifest.paths) ?? []
    try folder.write(
      Manifest.incomplete(
        request.theatre, version: request.version, paths: paths.union(earlier).sorted()
      ).bytes, to: Manifest.fileName)
    do throws(OutputError) {
      try staged.commit(files)
    } catch {
      // As long as nothing has moved, the earlier map is whole.
      if let earlierManifest, staged.isUntouched(files) {
        try folder.write(earlierManifest, to: Manifest.fileName)
      }
      throw error
    }
    let removed = Set(earlier).subtracting(paths).sorted().filter { isOwn($0, request) }
      .filter(folder.contains)
    for path in removed { try folder.remove(path) }
    try folder.write(manifest.bytes, to: Manifest.fileName)
    return removed
  }

  /// Whether this is a path that a format writes for this theatre: nothing else is ever removed, whatever a
  /// manifest says.
  private func isOwn(_ path: String, _ request: ExportRequest) -> Bool {
    formats.contains { $0.writes(path, of: request.theatre, layers: request.allLayers) }
  }
}
