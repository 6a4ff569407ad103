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
  var intervalsOfSites: [JSONMember] {
    var states = StateTable()
    let intervals = intervals(&states)
    return [
      JSONMember("grounds", sites),
      JSONMember("entries", .object(intervals)),
      JSONMember("states", .array(states.states.map(json))),
      JSONMember("verdicts", .strings(Verdict.allCases.map(\.rawValue))),
    ]
  }

  private var sites: JSON {
    let placesOfSites = tracker.sites.places
    return [
      "count": .int(placesOfSites.count),
      "counts": PackedColumn(placesOfSites.map(\.count)).json,
      "places": PackedColumn(placesOfSites.joined().map(\.offset)).json,
    ]
  }

  private func intervals(_ states: inout StateTable) -> [JSONMember] {
    var counts = PackedColumn()
    var table = PackedTable(
      "day", "state", "disputed", "belief", "last", "holder_report", "decided_counts",
      "considered_counts")
    var decided = PackedColumn()
    var considered = PackedTable("considered", "verdict")
    for (site, intervals) in tracker.history.intervals.indexed() {
      counts.append(intervals.count)
      for interval in intervals {
        let judgements = judgements(on: site, interval)
        table.append(
          offset(interval.day), states.number(of: interval.state), interval.isDisputed ? 1 : 0,
          Self.belief(interval), offset(interval.lastReport),
          number(ofReport: interval.holderReport), interval.decidedBy.count, judgements.count)
        for report in interval.decidedBy { decided.append(number(ofReport: report)) }
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
  private func judgements(on site: SiteID, _ interval: ControlInterval) -> [Judgement] {
    guard !interval.state.isPresumed else { return [] }
    return tracker.history.decision(of: site, on: interval.day).considered
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
