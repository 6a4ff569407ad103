/// A rule of reading: one way to say something, in a file of its own.
///
/// Its examples and counter-examples are read by a test (`RuleTests`) in the theatre of Mosul, with
/// 2016-11-10, a Thursday, as the day of publication.
protocol ReadingRule: Sendable {
  /// What it is called: a few words.
  var name: String { get }
  /// Sentences, each with what the rule gives there.
  var examples: [RuleExample] { get }
  /// Sentences that look alike, where the rule gives nothing.
  var counterExamples: [String] { get }
}

/// A sentence and what a rule gives there.
struct RuleExample: Sendable {
  let text: String
  /// What is given, in the words of the rule's kind, in order.
  let gives: [String]

  init(_ text: String, gives: String...) {
    self.text = text
    self.gives = gives
  }
}

/// What rules gave in a text, in order.
final class RuleTrace {
  /// A use of a rule.
  struct Use {
    let rule: String
    let gave: String
  }

  private(set) var uses: [Use] = []

  func note(_ rule: any ReadingRule, _ gave: String) {
    uses.append(Use(rule: rule.name, gave: gave))
  }
}
