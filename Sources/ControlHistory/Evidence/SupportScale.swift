package import Theatre
package import TypedIndices

/// What each report of a theatre weighs, looked up once.
package struct SupportScale: Sendable {
  package let sides: IndexedArray<ActorID, SideID>
  private let theatre: Theatre
  private let groups: IndexedArray<SourceID, Int>

  package var halfLife: Double { theatre.settings.halfLifeInDays }

  package init(_ theatre: Theatre, sides: IndexedArray<ActorID, SideID>) {
    self.theatre = theatre
    self.sides = sides
    groups = theatre.independenceGroups
  }

  /// How far a report alone supports what it says, from 0 to 1.
  package func support(of report: ReportID) -> Double {
    Grade(theatre.reports[report], in: theatre).support
  }

  /// The number that sources share which are not independent of each other.
  package func group(of report: ReportID) -> Int { groups[theatre.reports[report].source] }

  /// Whom a report is about and what it says.
  package func statement(of report: ReportID) -> (actor: ActorID, status: ControlStatus) {
    (theatre.reports[report].actor, theatre.reports[report].status)
  }

  /// Whether a report that did not decide says of a state what it is: that the holder's side holds it, or,
  /// where it is contested, that one of the attackers' sides is inside.
  package func says(_ report: ReportID, _ state: GroundState) -> Bool {
    let report = theatre.reports[report]
    switch report.status {
    case .control:
      return !state.isContested && state.holder.map { sides[$0] } == sides[report.actor]
    case .contested, .entered:
      return state.isContested && state.attackers.contains { sides[$0] == sides[report.actor] }
    case .withdrew, .encircled: return false
    }
  }

  package func contradict(_ one: ReportID, _ other: ReportID) -> Bool {
    theatre.reports[one].contradicts(theatre.reports[other], sides: sides)
  }

  /// Reports that contradict each other by what they say of whose side, the strongest camp first, of equally
  /// strong ones that with the first id.
  package func camps(of reports: [ReportID]) -> [[ReportID]] {
    let camps = Dictionary(grouping: reports) { report in
      let report = theatre.reports[report]
      return Camp(side: sides[report.actor], rank: report.rankOfApplication)
    }
    return camps.values.map { camp -> (strength: Double, reports: [ReportID]) in
      var supports = SourceSupports()
      for report in camp { supports.add(report, self) }
      return (supports.support, camp.sorted { theatre.reports[$0].id < theatre.reports[$1].id })
    }.sorted {
      $0.strength != $1.strength
        ? $0.strength > $1.strength
        : theatre.reports[$0.reports[0]].id < theatre.reports[$1.reports[0]].id
    }.map(\.reports)
  }

  private struct Camp: Hashable {
    let side: SideID
    let rank: Int
  }
}
