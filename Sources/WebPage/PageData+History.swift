internal import ControlHistory
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// Who held each site when, by which report, and which reports that one beat. The keys keep their names:
/// `grounds` are sites, `entries` are intervals.
extension PageData {
  var chronicle: [JSONMember] {
    var states = StateTable()
    let entries = entries(&states)
    return [
      JSONMember("grounds", grounds),
      JSONMember("entries", .object(entries)),
      JSONMember("states", .array(states.states.map(json))),
      JSONMember("verdicts", .strings(Verdict.allCases.map(\.rawValue))),
    ]
  }

  private var grounds: JSON {
    let sites = tracker.sites.places
    return [
      "count": .int(sites.count),
      "counts": PackedColumn(sites.map(\.count)).json,
      "places": PackedColumn(sites.joined().map(\.offset)).json,
    ]
  }

  private func entries(_ states: inout StateTable) -> [JSONMember] {
    var counts = PackedColumn()
    var table = PackedTable(
      "day", "state", "disputed", "belief", "last", "holder_report", "decided_counts",
      "considered_counts")
    var decided = PackedColumn()
    var considered = PackedTable("considered", "verdict")
    for (ground, entries) in tracker.history.intervals.indexed() {
      counts.append(entries.count)
      for entry in entries {
        let judgements = judgements(on: ground, entry)
        let presumption = Confidence.discount(for: entry.state)
        table.append(
          offset(entry.day), states.number(of: entry.state), entry.isDisputed ? 1 : 0,
          Int((entry.evidence.belief * presumption * 1_000).rounded()), offset(entry.lastReport),
          number(ofReport: entry.holderReport), entry.decidedBy.count, judgements.count)
        for report in entry.decidedBy { decided.append(number(ofReport: report)) }
        for judgement in judgements {
          considered.append(
            number(ofReport: judgement.report),
            Verdict.allCases.firstIndex(of: judgement.verdict) ?? -1)
        }
      }
    }
    return [JSONMember("counts", counts.json)] + table.members
      + [JSONMember("decided", decided.json)] + considered.members.dropFirst()
  }

  /// What became of the reports of the deciding day. All earlier ones lost to a later one, which needs no
  /// list.
  private func judgements(on ground: SiteID, _ entry: ControlInterval) -> [Judgement] {
    guard !entry.state.isPresumed else { return [] }
    return tracker.history.decision(of: ground, on: entry.day).considered
      .filter { $0.verdict != .earlier }
  }
}

/// States and their numbers, each once.
private struct StateTable {
  private(set) var states: [GroundState] = []
  private var numbers: [GroundState: Int] = [:]

  mutating func number(of state: GroundState) -> Int {
    if let number = numbers[state] { return number }
    numbers[state] = states.count
    states.append(state)
    return states.count - 1
  }
}
