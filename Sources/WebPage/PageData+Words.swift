internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// What the page says in words. Its scripts have no phrase of their own about the map.
extension PageData {
  var words: [JSONMember] {
    [
      JSONMember(
        "words",
        [
          "unknown": .string(GroundState.unknown.words { _ in "" }),
          "reports": .object(
            ControlStatus.allCases.map {
              JSONMember($0.rawValue, .string($0.words(of: Self.placeOfName)))
            }),
          "verdicts": .strings(Verdict.allCases.map(\.words)),
          "reliability": .object(
            Reliability.allCases.map { JSONMember($0.rawValue, .string($0.words)) }),
          "credibility": .object(
            Credibility.allCases.map { JSONMember("\($0.rawValue)", .string($0.words)) }),
        ]),
      JSONMember(
        "sentences",
        .object(Self.sentences.map { JSONMember($0.key, .string($0.value)) })),
    ]
  }

  /// Where a name stands in a phrase.
  static let placeOfName = "{}"

  /// The sentences by the names under which the scripts ask for them. What a script is to fill in stands in braces.
  static let sentences: KeyValuePairs<String, String> = [
    "taken": Sentences.taken(by: "{actor}"),
    "no_longer_contested": Sentences.noLongerContested("{state}"),
    "no_longer_encircled": Sentences.noLongerEncircled("{state}"),
    "changed": Sentences.changed("{places}"),
    "changed_on": Sentences.changed(on: "{day}"),
    "inferred_changed": Sentences.inferredGroundChanged,
    "no_change": Sentences.noChange,
    "no_place_changed": Sentences.noPlaceChanged,
    "first_day": Sentences.firstDay,
    "map_begins": Sentences.mapBegins,
    "nothing_after": Sentences.nothingAfter,
    "nothing_before": Sentences.nothingBefore,
    "period": Sentences.period(from: "{start}", to: "{end}"),
    "won": Sentences.won(by: "{side}"),
    "compared": Sentences.compared(with: "{day}"),
    "no_reports": Sentences.noReports,
    "all_unknown": Sentences.allUnknown,
    "no_ground": Sentences.noGround,
    "no_ground_of_place": Sentences.noGroundOfPlace,
    "unreported": Sentences.unreported(by: "{day}"),
    "inferred_from": Sentences.inferred(from: "{place}", kilometers: "{km}"),
    "marked_inferred": Sentences.markedInferred("{state}"),
    "inferred": Sentences.inferred("{state}"),
    "may_differ": Sentences.mayDiffer,
    "disputed": Sentences.disputed,
    "fighting": Sentences.fightingSomewhere(in: "{region}", by: "{actors}", since: "{day}"),
    "fighting_not_placed": Sentences.fightingNotPlaced,
    "held_since": Sentences.held(by: "{holder}", since: "{day}"),
    "held_since_report": Sentences.held(
      by: "{holder}", since: "{day}", report: "{report}", grade: "{grade}"),
    "confidence": Sentences.confidence,
    "confidence_value": Sentences.confidence("{value}"),
    "confidence_product": Sentences.product("{product}", of: "{factors}"),
    "times": Sentences.times,
    "decider": Sentences.decider,
    "deciders": Sentences.deciders,
    "presumed": Sentences.presumed,
    "also_considered": Sentences.alsoConsidered,
    "earlier_report": Sentences.earlierReport("{count}"),
    "earlier_reports": Sentences.earlierReports("{count}"),
    "later_decides": Sentences.laterDecides,
    "more": Sentences.more("{count}"),
    "known_on": Sentences.known(on: "{day}"),
    "paragraph": Sentences.paragraph("{number}"),
    "close_to": Sentences.close(to: "{side}"),
    "position": Sentences.position(within: "{km}"),
    "exact_position": Sentences.exactPosition,
    "places_on": Sentences.places(on: "{day}"),
    "history": Sentences.history,
    "incidents": Sentences.incidents,
  ]

  /// From which reports the map is drawn and how, if that is not the usual way.
  var perspective: [String] {
    let perspective = tracker.perspective
    var words = perspective.knownOn.map { [Perspective.words(knownOn: $0)] } ?? []
    if perspective.view != .assessed { words.append(Sentences.view(perspective.view.name)) }
    if tracker.inference == .kriging { words.append(Sentences.estimated) }
    return words
  }

  /// A state with its phrases, in which actors stand by their index: `held by {0}, contested by {2}`. Of
  /// ground that is inferred nobody knows who surrounds it.
  func json(_ state: GroundState) -> JSON {
    let words = state.words(naming: Self.place)
    let inferredWords = state.words(isInferred: true, naming: Self.place)
    return .object(
      [
        JSONMember("holder", .int(state.holder?.offset ?? -1)),
        JSONMember("status", .string(state.status.rawValue)),
        JSONMember("attackers", .array(state.attackers.map { .int($0.offset) })),
        JSONMember("encirclers", .array(state.encirclers.map { .int($0.offset) })),
        JSONMember("words", .string(words)),
      ]
        + (words == inferredWords ? [] : [JSONMember("inferred_words", .string(inferredWords))]))
  }

  private static func place(ofName actor: ActorID) -> String { "{\(actor.offset)}" }
}
