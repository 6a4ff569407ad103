/// "Residents said": the speaker stands before the verb.
struct SpeakerBeforeRule: AttributionRule {
  let name = "speaker before"
  let examples = [
    RuleExample("Residents said Iraqi forces captured Bartella.", gives: "witness Residents")
  ]
  let counterExamples = [
    "Iraqi forces captured Bartella."
  ]

  func speaker(at verb: Int, _ speakers: SpeakerFinder) -> Attribution? {
    speakers.speaker(before: verb)
  }
}
