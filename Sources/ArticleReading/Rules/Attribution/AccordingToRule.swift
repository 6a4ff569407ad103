/// "According to the army".
struct AccordingToRule: AttributionRule {
  let name = "according to"
  let examples = [
    RuleExample(
      "According to the Iraqi army, Iraqi forces captured Bartella.",
      gives: "official the Iraqi army")
  ]
  let counterExamples = [
    "Iraqi forces captured Bartella."
  ]

  func speaker(at verb: Int, _ speakers: SpeakerFinder) -> Attribution? {
    guard speakers.sentence.isWord(verb, .according) else { return nil }
    return speakers.speaker(behind: verb + 2)
  }
}
