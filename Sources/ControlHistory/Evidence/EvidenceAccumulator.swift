package import Theatre
internal import TypedIndices

/// Follows what speaks for the state of a site from day to day.
///
/// Sources add up as long as the same side holds the ground and it is contested or not, the earlier ones
/// with the age they have on the day of the latest; what contradicts them counts on its own day.
package struct EvidenceAccumulator {
  private let scale: SupportScale
  private var state: StateKey?
  package private(set) var supporting = SourceSupports()
  package private(set) var opposing = SourceSupports()

  package init(_ scale: SupportScale) {
    self.scale = scale
  }

  /// What a state has in common with another for which the same reports speak.
  private struct StateKey: Equatable {
    let side: SideID?
    let isContested: Bool
    let isDisputed: Bool
  }

  /// Adds the reports of a day, and returns what speaks for the state after it.
  package mutating func add(_ resolution: DayResolution, on day: Day) -> Evidence {
    let outcome = resolution.state
    let key = StateKey(
      side: outcome.ground.holder.map { scale.sides[$0] },
      isContested: outcome.ground.isContested, isDisputed: outcome.isDisputed)
    if key != state || outcome.isDisputed { supporting.dismiss() }
    state = key
    supporting.advance(to: day, halfLife: scale.halfLife)
    opposing.dismiss()
    if outcome.isDisputed {
      add(dispute: resolution.decidedBy)
    } else {
      add(resolution.considered, resolution)
    }
    return Evidence(
      support: supporting.support, opposition: opposing.support, sourceCount: supporting.count)
  }

  private mutating func add(_ considered: [Judgement], _ resolution: DayResolution) {
    for judgement in considered {
      switch judgement.verdict {
      case .decided, .agrees, .tie, .marked: supporting.add(judgement.report, scale)
      case .weakerGrade, .lessSpecific, .joined:
        let report = judgement.report
        if scale.says(report, resolution.state.ground) {
          supporting.add(report, scale)
        } else if judgement.verdict == .weakerGrade,
          resolution.decidedBy.contains(where: { scale.contradict(report, $0) })
        {
          opposing.add(report, scale)
        }
      case .disputed, .earlier, .silent: continue
      }
    }
  }

  /// Equal reports contradict each other: the strongest camp is compared with all others.
  private mutating func add(dispute reports: [ReportID]) {
    for (number, camp) in scale.camps(of: reports).enumerated() {
      for report in camp {
        if number == 0 { supporting.add(report, scale) } else { opposing.add(report, scale) }
      }
    }
  }
}
