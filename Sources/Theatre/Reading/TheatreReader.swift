internal import CSV
public import Diagnostics
internal import Parallel
public import TypedIndices

/// What came of reading a theatre's folder.
public struct TheatreReading: Sendable {
  /// The theatre, unless there is an error.
  public let theatre: Theatre?

  /// Everything that is wrong or odd, by file and line.
  public let diagnostics: [Diagnostic]

  /// The outline, if it could be read, whatever is wrong elsewhere.
  public let boundary: Boundary?

  /// The places that could be read, whatever is wrong elsewhere.
  public let places: IndexedArray<PlaceID, Place>
}

extension Theatre {
  /// Reads a theatre's folder and finds everything that is wrong with its files, in one run.
  ///
  /// What needs geometry (an outline that crosses itself, places outside it) is not looked at.
  ///
  /// - Parameters:
  ///   - folder: the path of the folder.
  ///   - files: what stands in place of the files of the same names, to check rows before they are written;
  ///     by default nothing.
  ///   - allowsOutside: whether its files may lie outside the folder. A theatre that somebody else has made
  ///     could show what is in any file of the reader.
  /// - Returns: the theatre if there was no error, and all diagnostics.
  /// - Complexity: O(*n* log *n*), for *n* bytes.
  public static func read(
    folder: String, replacing files: [InputFile] = [], allowingOutside allowsOutside: Bool = false
  ) -> TheatreReading {
    var reader = TheatreReader(
      folder: TheatreFolder(path: folder, replaced: files, allowsOutside: allowsOutside))
    let theatre = reader.read()
    let judged = reader.log.judged(theatre)
    return TheatreReading(
      theatre: judged.value, diagnostics: judged.diagnostics, boundary: reader.boundary,
      places: reader.places)
  }
}

/// Reads the files one by one, keeps what was read, and goes on after a fault.
struct TheatreReader {
  let folder: TheatreFolder
  var log = DiagnosticLog()
  private(set) var boundary: Boundary?
  private(set) var places: IndexedArray<PlaceID, Place> = []
  private var inputs: [InputFile] = []

  init(folder: TheatreFolder) {
    self.folder = folder
  }

  /// Whether the folder is there; if not, the log says so.
  private mutating func findFolder() -> Bool {
    guard !folder.exists else { return true }
    log.missing(
      folder.path,
      folder.isFile
        ? "this is a file: --theatre names a theatre's folder"
        : "there is no such folder: --theatre names a theatre's folder")
    return false
  }

  mutating func readTerrain() -> Terrain? {
    guard findFolder() else { return nil }
    let settings = readSettings()
    let read = ReadPlaces(input("places.csv"))
    log.append(read.log)
    places = read.places
    guard let settings, let boundary = readBoundary(settings.boundary) else { return nil }
    return Terrain(boundary: boundary, places: places)
  }

  mutating func read() -> Theatre? {
    guard findFolder() else { return nil }
    let settings = readSettings()
    let (actors, actorIDs, sides) = readActors()
    let (sources, sourceIDs) = readSources(sides: sides)
    // The two large tables do not know of each other until the end.
    let (placesFile, reportsFile) = (input("places.csv"), input("reports.csv"))
    let (places, reportRows) = together({ ReadPlaces(placesFile) }, { ReadReports(reportsFile) })
    log.append(places.log)
    log.append(reportRows.log)
    self.places = places.places
    let reports = reportRows.reports(
      places: places.ids, actors: actorIDs, sources: sourceIDs, log: &log)
    let incidents = readIncidents(places: places.ids, sources: sourceIDs)
    let measures = readMeasures(
      MeasureTargets(
        places: places.places, placeIDs: places.ids, actors: actors, actorIDs: actorIDs,
        sourceIDs: sourceIDs, days: settings.map { $0.settings.start..<$0.settings.end }))
    let verbs = readVerbs()
    let forces = readForces(actors: actors)
    guard let settings else { return nil }
    boundary = readBoundary(settings.boundary)
    var barriers: [Barrier] = []
    for barrier in settings.barriers { barriers += readBarrier(barrier) }
    let crossings = settings.crossings.map { readCrossings($0) }
    let exits = settings.exits.map { readExits($0, sides: sides) } ?? []
    guard let boundary else { return nil }
    return Theatre(
      settings: settings.settings, boundary: boundary, barriers: barriers,
      crossings: crossings.map { IndexedArray($0) }, exits: IndexedArray(exits),
      exitsFile: settings.exits?.file, places: places.places,
      actors: actors, sources: sources,
      reports: reports, incidents: incidents, measures: IndexedArray(measures),
      verbs: verbs, forces: forces,
      files: inputs.sorted { $0.name < $1.name }, sidesOfActors: Sides(actors))
  }

  /// A file of the folder, read once, or nil with an entry in the log.
  mutating func input(_ file: String, namedAt location: SourceLocation? = nil) -> InputFile? {
    if let read = inputs.first(where: { $0.name == file }) { return read }
    do throws(TheatreFolder.Fault) {
      let input = InputFile(name: file, bytes: try folder.bytes(of: file))
      inputs.append(input)
      return input
    } catch {
      report(error, of: file, namedAt: location)
      return nil
    }
  }

  /// Enters why a file is not read, where it is named.
  private mutating func report(
    _ fault: TheatreFolder.Fault, of file: String, namedAt location: SourceLocation?
  ) {
    let mention = location.map { " (\(Self.settings):\($0) names it)" } ?? ""
    switch fault {
    case .missing:
      log.missing(file, "the theatre has no such file\(mention)")
    case .unreadable(let reason):
      log.missing(file, "the file cannot be read: \(reason)\(mention)")
    case .outside(let path):
      log.error(
        location == nil ? file : Self.settings, location,
        "\(location == nil ? "the file" : "\"\(file)\"") is \(path), outside the theatre's folder: move it "
          + "in, or allow such files with --allow-outside")
    }
  }

  /// A table, or nil with an entry in the log if it cannot be read.
  mutating func table(_ file: String, _ columns: [String]) -> Table? {
    let input = input(file)
    return log.table(input, columns)
  }
}
