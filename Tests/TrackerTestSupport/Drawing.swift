public import ControlHistory
internal import ControlMap
internal import Diagnostics
public import FrontTracking
internal import PlanarSubdivision
public import TestSupport
internal import Testing
public import Theatre
public import TypedIndices

/// Reads a small theatre and makes it ready.
public func tracker(
  _ theatre: SmallTheatre, seenFrom perspective: Perspective = .plain
) throws -> FrontTracker {
  let folder = try theatre.write()
  return try tracker(ofFolder: folder.path, seenFrom: perspective)
}

/// Reads the theatre of a folder and makes it ready.
public func tracker(
  ofFolder path: String, seenFrom perspective: Perspective = .plain
) throws -> FrontTracker {
  let reading = Theatre.read(folder: path)
  let read = try #require(reading.theatre, "\(reading.diagnostics)")
  return try FrontTracker(read, seenFrom: perspective)
}

/// A small theatre with more rows of reports.
public func theatre(reports: String...) -> SmallTheatre {
  var theatre = SmallTheatre()
  theatre.reportRows += reports
  return theatre
}

/// The day of a text such as `2020-01-05`.
public func day(_ text: String) throws -> Day { try #require(Day(text)) }

/// A state in words that a test can read: `red`, `red<blue` (contested by blue), `red@blue`
/// (encircled by blue), `?` for an unknown holder.
public func words(_ state: GroundState, _ theatre: Theatre) -> String {
  let holder = state.holder.map { theatre.actors[$0].id } ?? "?"
  let attackers = state.attackers.map { theatre.actors[$0].id }.joined(separator: "+")
  let encirclers = state.encirclers.map { theatre.actors[$0].id }.joined(separator: "+")
  return holder + (state.isContested ? "<\(attackers)" : "")
    + (encirclers.isEmpty ? "" : "@\(encirclers)")
}

extension FrontTracker {
  /// The place of an id; fails if the theatre does not have it.
  public func place(_ id: String) throws -> PlaceID {
    try #require(theatre.places.firstIndex { $0.id == id })
  }

  /// The state of a place on a day by reports alone, in words; `-` if no report reaches it.
  public func state(of id: String, on text: String) throws -> String {
    let site = try #require(sites.site(ofPlace: place(id)))
    let interval = history.interval(of: site, on: try day(text))
    return interval.map { words($0.state, theatre) } ?? "-"
  }

  /// The interval of a place that is in force on a day; it must have one.
  public func interval(of id: String, on text: String) throws -> ControlInterval {
    let site = try #require(sites.site(ofPlace: place(id)))
    return try #require(history.interval(of: site, on: try day(text)), "\(id), \(text)")
  }

  /// The state of a place on a day as the map shows it, in words, with `presumed` behind it if it is.
  public func shown(_ id: String, on text: String) throws -> String {
    let site = try #require(sites.site(ofPlace: place(id)))
    let snapshot = try snapshot(on: day(text), .places)
    let state = try #require(snapshot.state(ofSite: site)).state
    return words(state, theatre) + (state.isPresumed ? " presumed" : "")
  }

  /// Which report has an id.
  public func report(_ id: String) throws -> ReportID {
    try #require(theatre.reports.firstIndex { $0.id == id })
  }

  /// What became of each report in the decision on a place, by report.
  public func verdicts(on id: String, _ text: String) throws -> [String: Verdict] {
    let site = try #require(sites.site(ofPlace: place(id)))
    let decision = history.decision(of: site, on: try day(text))
    return Dictionary(
      uniqueKeysWithValues: decision.considered.map { (theatre.reports[$0.report].id, $0.verdict) })
  }
}
