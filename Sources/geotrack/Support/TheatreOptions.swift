internal import ArgumentParser
internal import ControlHistory
internal import ControlMap
internal import Diagnostics
internal import FrontTracking
internal import JSON
internal import Theatre

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The options of every command.
struct TheatreOptions: ParsableArguments {
  @Option(
    name: .customLong("theatre"),
    help: ArgumentHelp("The theatre's folder.", valueName: "folder"))
  var typedFolder: String?

  @Flag(help: "Print one JSON value for programs instead of text for people.")
  var json = false

  func validate() throws {
    if typedFolder?.isEmpty == true {
      throw ValidationError("--theatre needs the path of a folder.")
    }
  }

  /// The folder that was typed, else the built-in theatre.
  var folder: String { typedFolder ?? Self.builtIn() ?? Self.builtInName }

  private static let builtInName = "Data/mosul"

  /// `Data/mosul` beside the working directory, else where geotrack is installed: below
  /// `GEOTRACK_HOME`, below a folder above the program (a checkout), or in `share/geotrack`
  /// beside its `bin`.
  private static func builtIn() -> String? {
    if isTheatre(builtInName) { return builtInName }
    var roots: [String] = []
    if let home = ProcessInfo.processInfo.environment["GEOTRACK_HOME"] { roots.append(home) }
    var above = URL(filePath: executablePath())
    for _ in 0..<5 {
      above = above.deletingLastPathComponent()
      roots += [above.path, above.appending(path: "share/geotrack").path]
    }
    return roots.lazy.map { "\($0)/\(builtInName)" }.first(where: isTheatre)
  }

  private static func isTheatre(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/theatre.json")
  }
}

/// Reading the theatre, for commands that cannot go on without one.
extension TheatreOptions {
  /// The theatre, if its files have no error. Nothing is said about its geometry.
  func read() throws(Failure) -> Theatre {
    let reading = Theatre.read(folder: folder)
    guard let theatre = reading.theatre else {
      throw .badTheatre(reading.diagnostics, folder: folder)
    }
    return theatre
  }

  /// The places and the boundary, if neither their files nor their geometry has an error, and what
  /// is odd about them.
  ///
  /// Where a place lies is no matter of reports: the files that only a map needs are not opened.
  func terrain() throws(Failure) -> (terrain: Terrain, oddities: [Diagnostic]) {
    let reading = Terrain.read(folder: folder)
    guard let terrain = reading.terrain else {
      throw .badTheatre(reading.diagnostics, folder: folder)
    }
    let found = try drawing { () throws(FrontTrackingError) in
      try terrain.boundary.geometricDiagnostics(of: terrain.places)
    }
    guard !found.containsError else { throw .badTheatre(found.sortedByPlace, folder: folder) }
    return (terrain, found)
  }

  /// A theatre that was read, made ready to draw maps of.
  func tracker(
    of theatre: Theatre, inference: InferenceMethod = .nearest, reported: Set<Int>? = nil,
    seenFrom perspective: Perspective = .plain
  ) throws(Failure) -> FrontTracker {
    do {
      return try FrontTracker(
        theatre, inference: inference, reported: reported, seenFrom: perspective)
    } catch {
      guard let faults = error.diagnostics(in: theatre) else { throw .drawing(error) }
      throw .badTheatre(faults.sortedByPlace, folder: folder)
    }
  }

  /// Says on standard error what is odd about some places: outside, only distances are right.
  func warn(about places: [Place], among oddities: [Diagnostic]) {
    let locations = places.map(\.location)
    for oddity in oddities where oddity.location.map(locations.contains) == true {
      standardError("\(oddity.inFolder(folder))")
    }
  }

  /// Says on standard error how many warnings there are about a theatre that is drawn.
  func warn(about tracker: FrontTracker) throws(Failure) {
    let settings = tracker.theatre.settings
    let warnings =
      try settings.oddities
      + drawing { () throws(FrontTrackingError) in try tracker.warnings() }
    guard let first = warnings.sortedByPlace.first else { return }
    let more = warnings.count > 1 ? " (and \(warnings.count - 1) more: geotrack check)" : ""
    standardError("\(first.inFolder(folder))\(more)")
  }

  /// Runs a body that draws a theatre which is ready.
  func drawing<Result>(
    _ body: () throws(FrontTrackingError) -> Result
  ) throws(Failure) -> Result {
    do {
      return try body()
    } catch {
      throw .drawing(error)
    }
  }
}

extension Terrain {
  /// The place that a name leads to.
  func place(named name: String) throws(Failure) -> Int {
    switch Gazetteer(places).find(name) {
    case .place(let place):
      return place
    case .ambiguous(let found):
      let list = found.map { "\(places[$0].id) (\(describe($0)))" }.joined(separator: "\n  ")
      throw .usage("\"\(name)\" is the name of several places; type the id of one:\n  \(list)")
    case .unknown(let nearest):
      let list = nearest.map { places[$0].name }.joined(separator: ", ")
      throw .usage(
        nearest.isEmpty
          ? "no place is called \"\(name)\""
          : "no place is called \"\(name)\"; did you mean \(list)?")
    }
  }

  /// What a place is and what it is part of, as in `quarter, East Mosul, Mosul`.
  func describe(_ place: Int) -> String {
    let above = lineage(of: place).dropFirst().prefix(2).map { places[$0].name }
    return ([places[place].kind] + above).joined(separator: ", ")
  }
}

extension Theatre {
  /// The place that a name leads to.
  func place(named name: String) throws(Failure) -> Int { try terrain.place(named: name) }

  /// Checks that the map has a day.
  func requireDay(_ day: Day) throws(Failure) {
    guard !contains(day) else { return }
    throw .usage(
      "\(day) is outside the theatre, which runs from \(settings.start) to "
        + "\(settings.end.previous)")
  }
}
