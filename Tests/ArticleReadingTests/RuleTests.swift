import Testing
import Theatre

@testable import ArticleReading

/// Each rule on the sentences that it brings along. If one of these fails, the rule does not do what
/// its file says, or another rule comes before it.
@Suite("Rules of reading")
struct RuleTests {
  private let mosul = Newsroom.mosul

  /// A rule with the name that a failure shows.
  struct Named: Sendable, CustomTestStringConvertible {
    let rule: any ReadingRule
    var testDescription: String { rule.name }
  }

  static let rules = RuleBook.all.map(Named.init)

  /// What a rule gives in a text.
  private func given(by rule: any ReadingRule, in text: String) -> [String] {
    let trace = RuleTrace()
    _ = mosul.reader.read(
      ArticleText(Array(text.utf8)), published: Day("2016-11-10"), trace: trace)
    return trace.uses.filter { $0.rule == rule.name }.map(\.gave)
  }

  @Test("a rule gives what its examples say", arguments: rules)
  func examples(named: Named) {
    for example in named.rule.examples {
      #expect(given(by: named.rule, in: example.text) == example.gives, "\(example.text)")
    }
  }

  @Test("a rule gives nothing in its counter-examples", arguments: rules)
  func counterExamples(named: Named) {
    #expect(!named.rule.counterExamples.isEmpty)
    for text in named.rule.counterExamples {
      #expect(given(by: named.rule, in: text) == [], "\(text)")
    }
  }

  @Test("every rule has an example and a name of its own")
  func names() {
    #expect(Set(Self.rules.map(\.rule.name)).count == Self.rules.count)
    #expect(Self.rules.filter { $0.rule.examples.isEmpty }.map(\.rule.name) == [])
  }

  @Test("a reading is the same with a trace and without")
  func trace() {
    for rule in RuleBook.all {
      for example in rule.examples {
        let text = ArticleText(Array(example.text.utf8))
        let published = Day("2016-11-10")
        let traced = mosul.reader.read(text, published: published, trace: RuleTrace())
        #expect(traced.statements == mosul.reader.read(text, published: published).statements)
      }
    }
  }
}
