internal import Theatre
internal import TypedIndices

/// Finds what a sentence says of places, by the rules for statements.
struct StatementStage: SentenceStage {
  let name = "statements"
  let needs: Set<Layer> = [
    .tokens, .places, .parties, .readSentences, .times, .phrases, .verbs,
  ]
  let gives: Set<Layer> = [.claims]

  func read(_ sentence: Sentence) {
    guard sentence.isRead, sentence.isAboutPlaces else { return }
    sentence.subjects = PartyFinder(sentence: sentence).subjects()
    for index in sentence.verbs.indices {
      let clause = Clause(sentence, verb: index)
      // "Took part in" only looks like a phrase that says something.
      guard clause.word.status != nil else { continue }
      for rule in RuleBook.verbStatements {
        guard let claims = rule.claims(of: clause, in: sentence) else { continue }
        sentence.add(claims, rule)
        break
      }
    }
    for group in sentence.groups {
      for phrase in group.phrases {
        for rule in RuleBook.phraseStatements {
          guard let claim = rule.claim(of: phrase, in: sentence) else { continue }
          sentence.add([claim], rule)
          break
        }
      }
    }
    for rule in RuleBook.sentenceStatements { sentence.add(rule.claims(in: sentence), rule) }
  }
}

extension Sentence {
  fileprivate func add(_ found: [Claim], _ rule: any StatementRule) {
    claims += found
    guard let trace else { return }
    for claim in found {
      let actor =
        switch claim.actor {
        case .actor(let id): lexicon.actors[id].id
        case .outsider: "outsider"
        case .unnamed: "?"
        }
      trace.note(
        rule,
        "\(names.places[claim.phrase.mention.place].id) \(actor) \(claim.status) \(claim.kind)")
    }
  }
}
