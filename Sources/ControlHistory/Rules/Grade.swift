public import Theatre
internal import TypedIndices

/// How much a report weighs against another of the same day and place.
///
/// Credibility comes first, then the source's reliability (Admiralty code). A claim that serves
/// the side its source favours counts one grade of credibility lower, one against its interest
/// one higher. Six and F mean "cannot be judged": they stand in the middle, below a possible
/// truth (3, C) and above a doubtful one (4, D).
package struct Grade: Hashable, Comparable {
  /// Smaller is better; two steps are one grade.
  private let credibility: Int
  private let reliability: Int

  private static let step = 2
  private static let middle = 7

  package init(_ report: Report, in theatre: Theatre) {
    let source = theatre.sources[report.source]
    credibility = Self.weight(of: theatre.countedCredibility(of: report))
    reliability = Self.weight(of: source.reliability)
  }

  /// The grade of a statement whose source favours nobody.
  package init(_ grade: AdmiraltyGrade) {
    credibility = Self.weight(of: grade.credibility)
    reliability = Self.weight(of: grade.reliability)
  }

  /// How far a report of this grade supports what it says, from 0 to 1: see `Confidence`.
  package var support: Double {
    let judged = [credibility, reliability].filter { $0 != Self.middle }.map(Self.middleOfFifth)
    return judged.isEmpty
      ? 0.5 : judged.count == 1 ? judged[0] : (judged[0] * judged[1]).squareRoot()
  }

  /// The middle of the fifth of the range from 0 to 1 that a step of the scale stands for.
  private static func middleOfFifth(_ weight: Int) -> Double {
    1.1 - 0.2 * Double(weight) / Double(step)
  }

  private static func weight(of credibility: Credibility) -> Int {
    credibility == .cannotBeJudged ? middle : step * credibility.rawValue
  }

  private static func weight(of reliability: Reliability) -> Int {
    switch reliability {
    case .a: step
    case .b: 2 * step
    case .c: 3 * step
    case .d: 4 * step
    case .e: 5 * step
    case .f: middle
    }
  }

  /// Orders the better grade before the worse.
  package static func < (left: Grade, right: Grade) -> Bool {
    (left.credibility, left.reliability) < (right.credibility, right.reliability)
  }
}

/// Whether a claim serves the side that its source favours.
public enum Interest: Int, Sendable {
  /// It speaks against the interest of its source, and counts one grade better.
  case against = -1
  /// The source favours nobody, or the report does not concern the side that it favours.
  case none = 0
  /// It serves the side that its source favours, and counts one grade worse.
  case served = 1
}

extension Theatre {
  /// Whether a report serves the side that its source favours.
  ///
  /// What another side gains is the favoured side's loss only where there are but two.
  ///
  /// - Complexity: O(1).
  public func interest(of report: Report) -> Interest {
    guard let favoured = sources[report.source].favours else { return .none }
    let isAboutFavoured = actors[report.actor].side == favoured
    guard isAboutFavoured || sides.count == 2 else { return .none }
    let isGain = report.status != .withdrew
    return isAboutFavoured == isGain ? .served : .against
  }

  /// The credibility a report counts with: its own, one grade worse if it serves the side that its
  /// source favours and one better if it speaks against it, within the scale.
  ///
  /// - Complexity: that of `interest(of:)`.
  public func countedCredibility(of report: Report) -> Credibility {
    guard report.credibility != .cannotBeJudged else { return report.credibility }
    let best = Credibility.confirmed.rawValue
    let worst = Credibility.improbable.rawValue
    let counted = report.credibility.rawValue + interest(of: report).rawValue
    return Credibility(rawValue: min(worst, max(best, counted))) ?? report.credibility
  }

  /// A report's grade as analysts write it: the letter of its source and its own digit, as in C3.
  public func grade(of report: Report) -> String {
    "\(sources[report.source].reliability.rawValue)\(report.credibility.rawValue)"
  }
}
