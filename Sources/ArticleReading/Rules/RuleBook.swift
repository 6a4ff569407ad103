/// All rules of reading, in the order in which they are asked.
enum RuleBook {
  /// What stands before "of" and a place's name.
  static let ofPhrases: [any OfRule] = [
    PlaceOfPlaceRule(), DirectionOfRule(), RimOfRule(), CoreOfRule(), SideOfRule(),
    StrongholdOfRule(), PartOfRule(), PluralOfRule(), FacilityOfRule(),
    QuarterOfRule(), KindOfRule(), NumberOfRule(), DeterminerOfRule(), OwnKindOfRule(),
  ]

  /// What stands after a place's name.
  static let behindNames: [any BehindNameRule] = [
    RiverSideRule(), JoinedNameRule(), OuterPlaceRule(), PossessionRule(), KindBehindRule(),
    CoreBehindRule(), RimBehindRule(), NamedAfterRule(), LongerNameRule(),
  ]

  /// What governs a place's name; each is asked.
  static let governors: [any GovernorRule] = [
    LocatingRule(), FacilityNameRule(), FromRule(), PersonOfRule(), WayToRule(), LyingInRule(),
    BetweenRule(),
  ]

  /// When something was, in a sentence's words.
  static let times: [any TimeRule] = [
    TodayRule(), YesterdayRule(), NextDayRule(), SameDayRule(), PreviousDayRule(), WeekdayRule(),
    CalendarDayRule(), MonthRule(), CountedSpanRule(), RelativeSpanRule(), OperationDayRule(),
    YearRule(),
  ]

  /// The mood of a verb by its auxiliaries and what it is joined to; `VoiceReader` asks for them.
  static let moodsOfAuxiliaries: [any MoodRule] = [
    ModalRule(), NegationRule(), NearlyAdverbRule(), InfinitiveRule(), GerundRule(),
    SharedMoodRule(), BeToRule(),
  ]

  /// The mood of a verb by the words before it, asked for each from the verb on.
  static let moodsBefore: [any MoodRule] = [
    VerdictRule(), ConditionRule(), StillToComeRule(), RetractionRule(), ExpectedParticipleRule(),
    DenialRule(), SilenceRule(), ExpectationRule(), DoubtRule(),
  ]

  /// The classes of the words at which one of these is asked.
  static let moodTriggers = moodsBefore.reduce(into: WordClasses()) {
    $0.formUnion($1.triggers)
  }

  /// The mood of a verb by the rest of the sentence.
  static let moodsBehind: [any MoodRule] = [QuestionRule(), DeniedBehindRule(), VergeRule()]

  /// What a verb or noun of the lexicon says of a place.
  static let verbStatements: [any VerbStatementRule] = [
    FightingNounRule(), TakingNounRule(), SurroundedPartyRule(), PassiveRule(), HandoverRule(),
    ActiveRule(), RelativeObjectRule(), FallRule(), DrivenOutRule(), PrepositionRule(),
  ]

  /// What the words around a place's name say of it.
  static let phraseStatements: [any PhraseStatementRule] = [HeldByRule(), StrongholdRule()]

  /// What a sentence says of places without a verb of the lexicon.
  static let sentenceStatements: [any SentenceStatementRule] = [InPowerRule(), UnderSiegeRule()]

  /// Who says so.
  static let attributions: [any AttributionRule] = [
    AccordingToRule(), SpeakerBeforeRule(), SpeakerBehindRule(),
  ]

  /// When a statement was true.
  static let dates: [any DateRule] = [
    DayBeforeRule(), NearestTimeRule(), DurationRule(), OpeningTimeRule(), OnlyTimeRule(),
    TextDayRule(),
  ]

  /// What takes back the sentence before.
  static let takingBack: [any TakingBackRule] = [
    DenialOpeningRule(), FalseThisRule(), NotSoRule(),
  ]

  /// All of them.
  static let all: [any ReadingRule] =
    ofPhrases as [any ReadingRule] + behindNames as [any ReadingRule]
    + governors as [any ReadingRule] + times as [any ReadingRule]
    + moodsOfAuxiliaries as [any ReadingRule] + moodsBefore as [any ReadingRule]
    + moodsBehind as [any ReadingRule] + verbStatements as [any ReadingRule]
    + phraseStatements as [any ReadingRule] + sentenceStatements as [any ReadingRule]
    + attributions as [any ReadingRule] + dates as [any ReadingRule]
    + takingBack as [any ReadingRule]
}
