internal import Theatre

/// Finds the verbs and nouns of the lexicon, with their voice, tense and mood.
struct VerbStage: SentenceStage {
  let name = "verbs"
  let needs: Set<Layer> = [.tokens, .places, .parties, .readSentences, .times]
  let gives: Set<Layer> = [.verbs]

  func read(_ sentence: Sentence) {
    guard sentence.isRead, sentence.isAboutPlaces else { return }
    let forms = VerbForms(sentence: sentence)
    let voice = VoiceReader(sentence: sentence)
    let mood = MoodReader(sentence: sentence)
    var verbs: [VerbGroup] = []
    var index = sentence.range.lowerBound
    while index < sentence.range.upperBound {
      guard sentence.tokens[index].word >= 0,
        sentence.mention(containing: index) == nil, sentence.force(containing: index) == nil,
        let match = sentence.lexicon.verbs.matches(
          at: index, in: sentence.tokens, sentence.vocabulary
        ).first(where: forms.isUsedAsSuch)
      else {
        index += 1
        continue
      }
      var verb = VerbGroup(match: match, start: match.head)
      if match.form != .noun { voice.read(&verb, after: verbs) }
      mood.read(&verb)
      verbs.append(verb)
      // The gap of "drive IS out of" may hold a verb of its own only after the phrase.
      index = match.gap.isEmpty ? match.end : match.head + 1
    }
    sentence.verbs = verbs
  }
}
