internal import Theatre

/// Follows what speaks for the state of a ground from round to round.
///
/// Sources add up as long as the same side holds the ground and it is contested or not, the earlier ones
/// with the age they have on the day of the latest; what contradicts them counts on its own day.
struct Testimony {
  private let scale: SupportScale
  private var state: StateKey?
  private(set) var supporting = Witnesses()
  private(set) var opposing = Witnesses()

  init(_ scale: SupportScale) {
    self.scale = scale
  }

  /// What a state has in common with another for which the same reports speak.
  private struct StateKey: Equatable {
    let side: String?
    let isContested: Bool
    let isDisputed: Bool
  }

  /// Hears the reports of a day's round, and says what speaks for the state after it.
  mutating func hear(_ round: Round, on day: Day) -> Evidence {
    let situation = round.situation
    let key = StateKey(
      side: situation.state.holder.map { scale.sides[$0] },
      isContested: situation.state.isContested, isDisputed: situation.isDisputed)
    if key != state || situation.isDisputed { supporting.dismiss() }
    state = key
    supporting.advance(to: day, halfLife: scale.halfLife)
    opposing.dismiss()
    if situation.isDisputed {
      hear(dispute: round.decidedBy)
    } else {
      hear(round.considered, round)
    }
    return Evidence(
      support: supporting.support, opposition: opposing.support, sourceCount: supporting.count)
  }

  private mutating func hear(_ considered: [Judgement], _ round: Round) {
    for judgement in considered {
      switch judgement.verdict {
      case .decided, .agrees, .tie, .marked: supporting.hear(judgement.report, scale)
      case .weakerGrade, .lessSpecific, .joined:
        let report = judgement.report
        if scale.says(report, round.situation.state) {
          supporting.hear(report, scale)
        } else if judgement.verdict == .weakerGrade,
          round.decidedBy.contains(where: { scale.contradict(report, $0) })
        {
          opposing.hear(report, scale)
        }
      case .disputed, .earlier, .silent: continue
      }
    }
  }

  /// Equals contradict each other: the strongest camp is held against all others.
  private mutating func hear(dispute reports: [Int]) {
    for (number, camp) in scale.camps(of: reports).enumerated() {
      for report in camp {
        if number == 0 { supporting.hear(report, scale) } else { opposing.hear(report, scale) }
      }
    }
  }
}
