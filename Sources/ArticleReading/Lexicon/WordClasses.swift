/// The classes of words that the stages ask for: each the name of a row of `words.csv`.
struct WordClasses: OptionSet {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  static let determiner = WordClasses(rawValue: 1 << 0)
  static let preposition = WordClasses(rawValue: 1 << 1)
  static let be = WordClasses(rawValue: 1 << 2)
  static let have = WordClasses(rawValue: 1 << 3)
  static let auxiliary = WordClasses(rawValue: 1 << 4)
  static let modal = WordClasses(rawValue: 1 << 5)
  static let infinitive = WordClasses(rawValue: 1 << 6)
  static let negation = WordClasses(rawValue: 1 << 7)
  static let and = WordClasses(rawValue: 1 << 8)
  static let but = WordClasses(rawValue: 1 << 9)
  static let relative = WordClasses(rawValue: 1 << 10)
  static let subordinator = WordClasses(rawValue: 1 << 11)
  static let condition = WordClasses(rawValue: 1 << 12)
  static let pronoun = WordClasses(rawValue: 1 << 13)
  static let adverb = WordClasses(rawValue: 1 << 14)
  static let doubt = WordClasses(rawValue: 1 << 15)
  static let partial = WordClasses(rawValue: 1 << 16)
  static let core = WordClasses(rawValue: 1 << 17)
  static let rim = WordClasses(rawValue: 1 << 18)
  static let kind = WordClasses(rawValue: 1 << 19)
  static let generic = WordClasses(rawValue: 1 << 20)
  static let facility = WordClasses(rawValue: 1 << 21)
  static let modified = WordClasses(rawValue: 1 << 22)
  static let person = WordClasses(rawValue: 1 << 23)
  static let apposition = WordClasses(rawValue: 1 << 24)
  static let former = WordClasses(rawValue: 1 << 25)
  static let compass = WordClasses(rawValue: 1 << 26)
  static let bank = WordClasses(rawValue: 1 << 27)
  static let locating = WordClasses(rawValue: 1 << 28)
  static let report = WordClasses(rawValue: 1 << 29)
  static let announce = WordClasses(rawValue: 1 << 30)
  static let claim = WordClasses(rawValue: 1 << 31)
  static let denial = WordClasses(rawValue: 1 << 32)
  static let silence = WordClasses(rawValue: 1 << 33)
  static let intent = WordClasses(rawValue: 1 << 34)
  static let fact = WordClasses(rawValue: 1 << 35)
  static let failure = WordClasses(rawValue: 1 << 36)
  static let expectation = WordClasses(rawValue: 1 << 37)
  static let nearness = WordClasses(rawValue: 1 << 38)
  static let month = WordClasses(rawValue: 1 << 39)
  static let weekday = WordClasses(rawValue: 1 << 40)
  static let number = WordClasses(rawValue: 1 << 41)
  static let ordinal = WordClasses(rawValue: 1 << 42)
  static let timeunit = WordClasses(rawValue: 1 << 43)
  static let abbreviation = WordClasses(rawValue: 1 << 44)
  static let kilometre = WordClasses(rawValue: 1 << 45)
  static let mile = WordClasses(rawValue: 1 << 46)
  static let meter = WordClasses(rawValue: 1 << 47)
  static let square = WordClasses(rawValue: 1 << 48)
  static let ordinary = WordClasses(rawValue: 1 << 49)
  static let title = WordClasses(rawValue: 1 << 50)
  static let common = WordClasses(rawValue: 1 << 51)
  static let article = WordClasses(rawValue: 1 << 52)
  static let quarterword = WordClasses(rawValue: 1 << 53)
  static let adjective = WordClasses(rawValue: 1 << 54)
  static let timestart = WordClasses(rawValue: 1 << 55)
  static let held = WordClasses(rawValue: 1 << 56)
  static let tense = WordClasses(rawValue: 1 << 57)
  static let power = WordClasses(rawValue: 1 << 58)
  static let official = WordClasses(rawValue: 1 << 59)
  static let witness = WordClasses(rawValue: 1 << 60)
  static let agency = WordClasses(rawValue: 1 << 61)
  static let civil = WordClasses(rawValue: 1 << 62)
  static let speech = WordClasses(rawValue: 1 << 63)

  /// The class of a row of `words.csv`.
  init?(named name: String) {
    guard let known = Self.names[name] else { return nil }
    self = known
  }

  private static let names: [String: WordClasses] = [
    "determiner": .determiner,
    "preposition": .preposition,
    "be": .be,
    "have": .have,
    "auxiliary": .auxiliary,
    "modal": .modal,
    "infinitive": .infinitive,
    "negation": .negation,
    "and": .and,
    "but": .but,
    "relative": .relative,
    "subordinator": .subordinator,
    "condition": .condition,
    "pronoun": .pronoun,
    "adverb": .adverb,
    "doubt": .doubt,
    "partial": .partial,
    "core": .core,
    "rim": .rim,
    "kind": .kind,
    "generic": .generic,
    "facility": .facility,
    "modified": .modified,
    "person": .person,
    "apposition": .apposition,
    "former": .former,
    "compass": .compass,
    "bank": .bank,
    "locating": .locating,
    "report": .report,
    "announce": .announce,
    "claim": .claim,
    "denial": .denial,
    "silence": .silence,
    "intent": .intent,
    "fact": .fact,
    "failure": .failure,
    "expectation": .expectation,
    "nearness": .nearness,
    "month": .month,
    "weekday": .weekday,
    "number": .number,
    "ordinal": .ordinal,
    "timeunit": .timeunit,
    "abbreviation": .abbreviation,
    "kilometre": .kilometre,
    "mile": .mile,
    "meter": .meter,
    "square": .square,
    "ordinary": .ordinary,
    "title": .title,
    "common": .common,
    "article": .article,
    "quarterword": .quarterword,
    "adjective": .adjective,
    "timestart": .timestart,
    "held": .held,
    "tense": .tense,
    "power": .power,
    "official": .official,
    "witness": .witness,
    "agency": .agency,
    "civil": .civil,
    "speech": .speech,
    "plain": [],
  ]
}
