import ControlHistory
import TestSupport
import Testing
import Theatre
import TypedIndices

/// Reads a small theatre and decides who held what. Nothing is drawn, so no geometry is needed.
func history(
  _ theatre: SmallTheatre, seenFrom perspective: Perspective = .plain
) throws -> ControlHistory {
  let folder = try theatre.write()
  let reading = withExtendedLifetime(folder) { Theatre.read(folder: folder.path) }
  let read = try #require(reading.theatre, "\(reading.diagnostics)")
  return ControlHistory(read, sites: Sites(read), seenFrom: perspective)
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

extension ControlHistory {
  func place(_ id: String) throws -> PlaceID {
    try #require(theatre.places.firstIndex { $0.id == id })
  }

  /// The site of a place.
  func site(_ id: String) throws -> SiteID { try #require(sites.site(ofPlace: place(id))) }

  /// The state of a place on a day, in words; `-` if no report reaches it.
  func state(of id: String, on text: String) throws -> String {
    let interval = interval(of: try site(id), on: try day(text))
    return interval.map { words($0.state, theatre) } ?? "-"
  }

  /// The interval of a place that is in force on a day; it must have one.
  func interval(of id: String, on text: String) throws -> ControlInterval {
    try #require(interval(of: try site(id), on: try day(text)), "\(id), \(text)")
  }

  /// What became of each report in the decision on a place, by report.
  func verdicts(on id: String, _ text: String) throws -> [String: Verdict] {
    let decision = decision(of: try site(id), on: try day(text))
    return Dictionary(
      uniqueKeysWithValues: decision.considered.map { (theatre.reports[$0.report].id, $0.verdict) })
  }
}
