internal import Theatre

/// A way to say who holds, takes, enters or leaves a place. In traces a claim is `place actor status
/// kind`, the actor `?` if the sentence does not name one.
///
/// Rules are asked in the order of `RuleBook.statements`: those for a verb or noun of the lexicon
/// (`VerbStatementRule`), for a place with the words around it (`PhraseStatementRule`), for a whole
/// sentence (`SentenceStatementRule`).
protocol StatementRule: ReadingRule {}

/// What a verb or noun of the lexicon says.
protocol VerbStatementRule: StatementRule {
  /// The claims of a clause; nil if the next rule is to be asked.
  func claims(of clause: Clause, in sentence: Sentence) -> [Claim]?
}

/// What the words around a place's name say.
protocol PhraseStatementRule: StatementRule {
  /// The claim of a phrase; nil if the next rule is to be asked.
  func claim(of phrase: PlacePhrase, in sentence: Sentence) -> Claim?
}

/// What a sentence says without a verb of the lexicon.
protocol SentenceStatementRule: StatementRule {
  /// The claims of a sentence.
  func claims(in sentence: Sentence) -> [Claim]
}
