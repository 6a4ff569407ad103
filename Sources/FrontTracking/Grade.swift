public import TheatreModel

/// How much a report weighs against another of the same day and place.
///
/// Credibility comes first, then the source's reliability (Admiralty code). A claim that serves
/// the side its source favours counts one grade of credibility lower, one against its interest
/// one higher. Six and F mean "cannot be judged": they stand in the middle, below a possible
/// truth (3, C) and above a doubtful one (4, D).
struct Grade: Hashable, Comparable {
  /// Smaller is better; two steps are one grade.
  private let credibility: Int
  private let reliability: Int

  private static let step = 2
  private static let middle = 7

  init(_ report: Report, in theatre: Theatre) {
    let source = theatre.sources[report.source]
    let interest = Self.interest(of: report, from: source, in: theatre)
    credibility = Self.weight(of: report.credibility, interest: interest)
    reliability = Self.weight(of: source.reliability)
  }

  private static func weight(of credibility: Credibility, interest: Int) -> Int {
    guard credibility != .cannotBeJudged else { return middle }
    let best = Credibility.confirmed.rawValue
    let worst = Credibility.improbable.rawValue
    return step * min(worst, max(best, credibility.rawValue + interest))
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

  /// 1 for a claim in its source's interest, -1 for one against it, 0 if the source favours nobody.
  private static func interest(of report: Report, from source: Source, in theatre: Theatre) -> Int {
    guard let favoured = source.favours else { return 0 }
    let isAboutFavoured = theatre.actors[report.actor].side == favoured
    let isGain = report.status != .withdrew
    return isAboutFavoured == isGain ? 1 : -1
  }

  /// Orders the better grade before the worse.
  static func < (left: Grade, right: Grade) -> Bool {
    (left.credibility, left.reliability) < (right.credibility, right.reliability)
  }
}

extension Theatre {
  /// A report's grade as analysts write it: the letter of its source and its own digit, as in C3.
  public func grade(of report: Report) -> String {
    "\(sources[report.source].reliability.rawValue)\(report.credibility.rawValue)"
  }
}
