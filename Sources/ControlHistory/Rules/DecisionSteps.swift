/// A rule of the control history, in the order in which they are applied.
public enum Rule: String, Sendable, CaseIterable {
  /// Only reports that say something about the ground count.
  case relevant
  /// The latest count.
  case latest
  /// Of one day those on the most specific place.
  case mostSpecific = "most_specific"
  /// Of those the ones of the best grade.
  case bestGrade = "best_grade"
  /// Equals that say different things: they are disputed, or the first by id decides for all.
  case equals
}

/// What one rule did in a decision.
public struct DecisionStep: Hashable, Sendable {
  /// The rule.
  public let rule: Rule
  /// The reports that are left after it.
  public let kept: [Judgement]
  /// The reports that it set aside.
  public let setAside: [Judgement]
}

extension Decision {
  /// What each rule did that had something to choose from, in the order of the rules.
  ///
  /// A report that says the same as the one that decides is kept up to the end, whichever rule it would
  /// have lost by.
  ///
  /// - Complexity: O(*n*), for *n* reports.
  public var steps: [DecisionStep] {
    var rest = considered
    var steps: [DecisionStep] = []
    for (rule, verdicts) in Self.losses {
      let out = rest.filter { verdicts.contains($0.verdict) }
      guard !out.isEmpty else { continue }
      rest.removeAll { verdicts.contains($0.verdict) }
      steps.append(DecisionStep(rule: rule, kept: rest, setAside: out))
    }
    let disputed = rest.filter { $0.verdict == .disputed }
    if disputed.count > 1 {
      steps.append(DecisionStep(rule: .equals, kept: disputed, setAside: []))
    }
    return steps
  }

  /// The verdicts with which each rule sets a report aside.
  private static let losses: [(Rule, Set<Verdict>)] = [
    (.relevant, [.silent]), (.latest, [.earlier]), (.mostSpecific, [.lessSpecific]),
    (.bestGrade, [.weakerGrade]), (.equals, [.tie]),
  ]
}
