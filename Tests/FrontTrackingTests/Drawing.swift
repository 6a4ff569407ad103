import FrontTracking
import TestSupport
import Testing
import TheatreModel

/// Reads a small theatre and makes it ready.
func tracker(_ theatre: SmallTheatre) throws -> FrontTracker {
  let folder = try theatre.write()
  let reading = Theatre.read(folder: folder.path)
  let read = try #require(reading.theatre, "\(reading.diagnostics)")
  return try FrontTracker(read)
}

/// A small theatre with more rows of reports.
func theatre(reports: String...) -> SmallTheatre {
  var theatre = SmallTheatre()
  theatre.reportRows += reports
  return theatre
}

func day(_ text: String) throws -> Day { try #require(Day(text)) }

/// A state in words that a test can read: `red`, `red<blue` (contested by blue), `red@blue`
/// (encircled by blue), `?` for an unknown holder.
func words(_ state: GroundState, _ theatre: Theatre) -> String {
  let holder = state.holder.map { theatre.actors[$0].id } ?? "?"
  let attackers = state.attackers.map { theatre.actors[$0].id }.joined(separator: "+")
  let encirclers = state.encirclers.map { theatre.actors[$0].id }.joined(separator: "+")
  return holder + (state.isContested ? "<\(attackers)" : "")
    + (encirclers.isEmpty ? "" : "@\(encirclers)")
}

extension FrontTracker {
  func place(_ id: String) throws -> Int {
    try #require(theatre.places.firstIndex { $0.id == id })
  }

  /// The state of a place on a day by reports alone, in words; `-` if no report reaches it.
  func state(of id: String, on text: String) throws -> String {
    let ground = try #require(grounds.ground(ofPlace: place(id)))
    let entry = chronicle.entry(of: ground, on: try day(text))
    return entry.map { words($0.state, theatre) } ?? "-"
  }

  /// What became of each report in the decision on a place, by report.
  func verdicts(on id: String, _ text: String) throws -> [String: Verdict] {
    let ground = try #require(grounds.ground(ofPlace: place(id)))
    let decision = chronicle.decision(of: ground, on: try day(text))
    return Dictionary(
      uniqueKeysWithValues: decision.considered.map { (theatre.reports[$0.report].id, $0.verdict) })
  }
}
