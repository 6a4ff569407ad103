/// A class of words that a rule asks for. Its words stand in the tables of this folder, one a line;
/// what each class is for stands in `Tables/classes.csv`.
///
/// A new class is a case here, a row of `classes.csv` and the rows of its words.
enum WordClass: UInt8, CaseIterable {
  // Senses: a word that has one is not a plain noun or adjective.
  case determiner, preposition, be, have, auxiliary, modal, infinitive, negation, and, but
  case relative, subordinator, condition, pronoun, adverb, adjective, doubt, denial, silence
  case intent, fact, failure, expectation, nearness, announce, tense, report, claim, speech
  case official, witness, agency, civil, person, title, partial, core, rim, kind, generic
  case facility, modified, apposition, former, compass, bank, locating, held, power, ordinary
  case common, article, quarterword, month, weekday, ordinal, timeunit, timestart, number
  case kilometre, mile, meter, square, abbreviation

  // Lists that one rule asks for; the word stays what it otherwise is.
  case plain, indefiniteArticle, presentAuxiliary, pastBe, getPassive, plannedGerund, deniedGerund
  case clauseThat, placeRelative, partyRelative, placePronoun, listRelative, thisWord
  case demonstrative, possessivePronoun, noOne, objectMaker, frontPreposition, objectContainer
  case subjectContainer, phraseContainer, edgePreposition, nounPreposition, holderPreposition
  case controlPreposition, agentPreposition, takerPreposition, fallPreposition
  case quantityPreposition, comparison, asWell, listOpener, exampleWord, betweenObjects, particle
  case doubledEnding, collective, toCome, toComeAfterModal, retraction, deniedObject, concession
  case confirmation, powerChange, powerGiven, presupposingPast, takingBackStart, truthWord
  case awayFrom, closeTo, riverWord, wholeWord, sameAgain, plainArticle, measuredFrom, partOfCity
  case partOfRegion, troopNoun, irregularNoun, operationStart, sameDate, dayPart, weekdayPart
  case todayWord, yesterdayWord, nextWord, sameWord, earlierWord, laterLink, dayLink, previousSpan
  case dayBefore, spanStart, fewWord, countFiller, countedBefore, almostCount, monthLead, yearLead
  case sinceWord, untilWord, timeLead, dateLead, countedUnit

  /// The class of a name in the tables.
  init?(named name: String) {
    guard let known = Self.named[name] else { return nil }
    self = known
  }

  private static let named = Dictionary(
    uniqueKeysWithValues: WordClass.allCases.map { ("\($0)", $0) })
}

/// Some classes of words, as bits.
struct WordClasses: Equatable, ExpressibleByArrayLiteral, Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0

  /// The most classes that there can be.
  static let capacity = 256

  init(arrayLiteral classes: WordClass...) {
    for wordClass in classes { insert(wordClass) }
  }

  init(_ wordClass: WordClass) { insert(wordClass) }

  mutating func insert(_ wordClass: WordClass) {
    let bit = UInt64(1) &<< UInt64(wordClass.rawValue & 63)
    switch wordClass.rawValue &>> 6 {
    case 0: first |= bit
    case 1: second |= bit
    case 2: third |= bit
    default: fourth |= bit
    }
  }

  mutating func remove(_ wordClass: WordClass) {
    let others = WordClasses(wordClass)
    first &= ~others.first
    second &= ~others.second
    third &= ~others.third
    fourth &= ~others.fourth
  }

  func contains(_ wordClass: WordClass) -> Bool { !isDisjoint(with: WordClasses(wordClass)) }

  /// Whether none of the classes is among the others.
  func isDisjoint(with other: WordClasses) -> Bool {
    (first & other.first) | (second & other.second) | (third & other.third)
      | (fourth & other.fourth) == 0
  }

  mutating func formUnion(_ other: WordClasses) {
    first |= other.first
    second |= other.second
    third |= other.third
    fourth |= other.fourth
  }
}
