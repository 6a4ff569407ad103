/// "…, said Gen. Saadi": after a comma or a quotation the speaker stands after the verb.
struct SpeakerBehindRule: AttributionRule {
  let name = "speaker behind"
  let examples = [
    RuleExample("Iraqi forces captured Bartella, said Gen. Saadi.", gives: "official Gen. Saadi")
  ]
  let counterExamples = [
    "Residents said Iraqi forces captured Bartella."
  ]

  func speaker(at verb: Int, _ speakers: SpeakerFinder) -> Attribution? {
    switch speakers.sentence.kind(verb - 1) {
    case .comma, .closeQuote, .openQuote: return speakers.speaker(behind: verb + 1)
    default: return nil
    }
  }
}
