import Testing
import Theatre

@testable import ArticleReading

@Suite("What is not, or not yet, or only perhaps so")
struct MoodTests {
  private let mosul = Newsroom.mosul

  private func expect(
    _ kinds: Set<StatementKind>, of text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let said = mosul.read(text).statements
    #expect(
      said.allSatisfy { kinds.contains($0.kind) }, "\(text): \(said.map(\.kind))",
      sourceLocation: sourceLocation)
  }

  @Test(
    "what is planned is no fact",
    arguments: [
      "Iraqi forces could capture Bartella within days.", "Iraqi forces will capture Bartella.",
      "Iraqi forces are to capture Bartella.", "Iraqi forces plan to capture Bartella.",
      "Iraqi forces launched an operation to retake Bartella.",
      "Iraqi forces want to take Bartella.",
      "An offensive aimed at retaking Bartella was launched by Iraqi forces.",
      "Iraqi forces are preparing to storm Bartella.", "The army hopes to take Bartella.",
      "Iraqi forces must capture Bartella before winter.",
      "Fighting will go on until Bartella is captured by Iraqi forces.",
      "Iraqi forces are advancing on Bartella.", "The battle for retaking Bartella began.",
    ])
  func planned(text: String) {
    expect([.planned], of: text)
    #expect(mosul.proposed(text).isEmpty)
  }

  @Test(
    "what was denied is no fact",
    arguments: [
      "Iraqi forces did not capture Bartella.", "Iraqi forces have not yet captured Bartella.",
      "Iraqi forces failed to capture Bartella.", "Iraqi forces never entered Bartella.",
      "The army denied that Islamic State had captured Bartella.",
      "Bartella was not taken by Iraqi forces.", "No Iraqi troops entered Bartella.",
      "Iraqi forces were unable to take Bartella.", "Iraqi forces could not capture Bartella.",
      "A statement that Bartella had been taken by Iraqi forces was retracted.",
    ])
  func refuted(text: String) {
    expect([.refuted], of: text)
    #expect(mosul.proposed(text).isEmpty)
  }

  @Test(
    "the next sentence can take back what was said",
    arguments: [
      "That is not true.", "That was denied by residents.", "The claim was denied.",
      "The report was false.", "But officials denied it.", "This is not so.",
    ])
  func takenBack(sentence: String) {
    #expect(mosul.kinds("Islamic State captured Bartella on Friday. \(sentence)") == ["refuted"])
  }

  @Test("a sentence about something else takes nothing back")
  func notTakenBack() {
    let text = "Iraqi forces captured Bartella on Friday. The town was quiet and the road was open."
    #expect(mosul.kinds(text) == ["event"])
  }

  @Test(
    "a condition and a doubt are no fact",
    arguments: [
      "If Iraqi forces captured Bartella, the road would be open.",
      "It was unclear whether Iraqi forces had captured Bartella.",
      "Unless Iraqi forces take Bartella, the road stays closed.",
      "The report that Iraqi forces had captured Bartella could not be confirmed.",
    ])
  func conditional(text: String) {
    #expect(!mosul.kinds(text).isEmpty)
    #expect(mosul.proposed(text).isEmpty)
  }

  @Test(
    "what somebody managed to do is a fact",
    arguments: [
      "Iraqi forces managed to capture Bartella.", "Iraqi forces succeeded in capturing Bartella.",
      "Iraqi forces were able to capture Bartella.", "Iraqi forces went on to capture Bartella.",
      "Iraqi forces were the first to capture Bartella.",
      "Iraqi forces moved on after capturing Bartella.",
      "Iraqi forces advanced, capturing Bartella.",
      "Iraqi forces announced the capture of Bartella.",
      "Iraqi forces declared the liberation of Bartella.",
      "Iraqi forces captured Bartella without a fight.",
      "Iraqi forces captured Bartella with no losses.",
      "The capture of Bartella by Iraqi forces was announced on Friday.",
    ])
  func facts(text: String) {
    #expect(mosul.proposed(text) == ["bartella isf control"])
  }

  @Test("a plan or a failure elsewhere in the sentence leaves a fact one")
  func mixed() {
    for text in [
      "Iraqi forces failed to take Gogjali but captured Bartella.",
      "Iraqi forces captured Bartella after failing to take Gogjali.",
      "Iraqi forces captured Bartella in their bid to retake Gogjali.",
      "An operation to take Gogjali began after Iraqi forces captured Bartella.",
      "Iraqi forces captured Bartella but not Gogjali.",
    ] {
      #expect(mosul.proposed(text) == ["bartella isf control"], "\(text)")
    }
  }

  @Test("what is claimed or reportedly so is doubtful")
  func doubt() {
    let claimed = mosul.read("Iraqi forces reportedly captured Bartella.").statements
    #expect(claimed.map(\.credibility) == [.doubtful])
    #expect(claimed.map(\.certainty) == ["doubtful"])
  }

  @Test(
    "who says it decides how credible it is",
    arguments: [
      ("Iraqi forces captured Bartella.", 2, nil),
      ("Residents said Iraqi forces captured Bartella.", 2, "witness"),
      ("An army spokesman said Iraqi forces captured Bartella.", 3, "official"),
      ("Iraqi forces captured Bartella, Gen. Saadi said.", 3, "official"),
      ("Iraqi forces captured Bartella, Reuters reported.", 2, "agency"),
      ("According to the Iraqi army, Iraqi forces captured Bartella.", 3, "official"),
    ])
  func attribution(text: String, credibility: Int, kind: String?) {
    let statements = mosul.read(text).statements
    #expect(statements.map(\.credibility.rawValue) == [credibility])
    #expect(statements.map { $0.attribution?.kind.rawValue } == [kind])
  }

  @Test("two sides that hold one place on one day speak against each other")
  func contradiction() {
    let text =
      "Iraqi forces captured Bartella on Friday.\n\nIslamic State captured Bartella on Friday."
    #expect(mosul.read(text).statements.map(\.credibility) == [.doubtful, .doubtful])
  }
}
