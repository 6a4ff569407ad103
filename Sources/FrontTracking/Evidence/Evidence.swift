internal import TheatreModel

/// How strongly reports speak for the state of a ground, and how strongly against it.
///
/// Each report is a simple support function of the theory of evidence (G. Shafer, "A Mathematical
/// Theory of Evidence", Princeton 1976, chapter 4): it supports what it says to the degree that its
/// grade gives, and leaves the rest open. Dempster's rule combines them.
public struct Evidence: Hashable, Sendable {
  /// How far the reports that say so support it together, from 0 to 1.
  public let support: Double

  /// How far those that contradict it on the deciding day support something else, from 0 to 1.
  public let opposition: Double

  /// How many independent sources say so.
  public let sourceCount: Int

  /// Nothing speaks for it.
  static let none = Evidence(support: 0, opposition: 0, sourceCount: 0)

  /// What is left of the support when it is held against the opposition, from 0 to 1: Dempster's rule
  /// for two simple support functions that contradict each other.
  public var belief: Double {
    support * (1 - opposition) / (1 - support * opposition)
  }
}

/// What independent sources said, each at its best.
struct Witnesses {
  private var supports: [(group: Int, support: Double)] = []
  private var day: Day?

  /// Goes on to a day: what was said before counts less by then.
  mutating func advance(to day: Day, halfLife: Double) {
    if let last = self.day, last < day {
      let factor = Confidence.discount(forAge: last.distance(to: day), halfLife: halfLife)
      for index in supports.indices { supports[index].support *= factor }
    }
    self.day = day
  }

  /// Hears a source. Of sources that are not independent of each other only the best counts.
  mutating func hear(_ support: Double, from group: Int) {
    if let known = supports.firstIndex(where: { $0.group == group }) {
      supports[known].support = max(supports[known].support, support)
    } else {
      supports.append((group, support))
    }
  }

  mutating func dismiss() { supports.removeAll(keepingCapacity: true) }

  /// How many independent sources were heard.
  var count: Int { supports.count }

  /// How far they support together what they all say: 1 - Π(1 - sᵢ).
  var support: Double {
    1 - supports.map { 1 - $0.support }.sorted().reduce(1, *)
  }
}

/// Follows what speaks for the state of a ground from round to round.
///
/// Sources add up as long as the same side holds the ground and it is contested or not, the earlier ones
/// with the age they have on the day of the latest; what contradicts them counts on its own day.
struct Testimony {
  private let scale: SupportScale
  private var state: StateKey?
  private var supporting = Witnesses()

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
    guard !situation.isDisputed else { return disputed(round) }
    var opposing = Witnesses()
    for judgement in round.considered {
      switch judgement.verdict {
      case .decided, .agrees, .tie, .marked:
        supporting.hear(
          scale.support(of: judgement.report), from: scale.group(of: judgement.report))
      case .weakerGrade, .lessSpecific, .joined:
        let report = judgement.report
        if scale.says(report, situation.state) {
          supporting.hear(scale.support(of: report), from: scale.group(of: report))
        } else if judgement.verdict == .weakerGrade,
          round.decidedBy.contains(where: { scale.contradict(report, $0) })
        {
          opposing.hear(scale.support(of: report), from: scale.group(of: report))
        }
      case .disputed, .earlier, .silent: continue
      }
    }
    return Evidence(
      support: supporting.support, opposition: opposing.support, sourceCount: supporting.count)
  }

  /// Equals contradict each other: what the first says is held against all that contradict it.
  private func disputed(_ round: Round) -> Evidence {
    var (one, other) = (Witnesses(), Witnesses())
    guard let first = round.decidedBy.first else { return .none }
    for report in round.decidedBy {
      let (support, group) = (scale.support(of: report), scale.group(of: report))
      if scale.contradict(report, first) {
        other.hear(support, from: group)
      } else {
        one.hear(support, from: group)
      }
    }
    return Evidence(support: one.support, opposition: other.support, sourceCount: one.count)
  }
}

/// What each report of a theatre weighs, looked up once.
struct SupportScale: Sendable {
  let sides: [String]
  private let theatre: Theatre
  private let groups: [Int]

  var halfLife: Double { theatre.settings.halfLifeInDays }

  init(_ theatre: Theatre, sides: [String]) {
    self.theatre = theatre
    self.sides = sides
    groups = theatre.independenceGroups
  }

  /// How far a report alone supports what it says, from 0 to 1.
  func support(of report: Int) -> Double {
    Grade(theatre.reports[report], in: theatre).support
  }

  /// The number that sources share which are not independent of each other.
  func group(of report: Int) -> Int { groups[theatre.reports[report].source] }

  /// Whether a report that did not decide says of a state what it is: that the holder's side holds it, or,
  /// where it is contested, that one of the attackers' sides is inside.
  func says(_ report: Int, _ state: GroundState) -> Bool {
    let report = theatre.reports[report]
    switch report.status {
    case .control:
      return !state.isContested && state.holder.map { sides[$0] } == sides[report.actor]
    case .contested, .entered:
      return state.isContested && state.attackers.contains { sides[$0] == sides[report.actor] }
    case .withdrew, .encircled: return false
    }
  }

  func contradict(_ one: Int, _ other: Int) -> Bool {
    theatre.reports[one].contradicts(theatre.reports[other], sides: sides)
  }
}
