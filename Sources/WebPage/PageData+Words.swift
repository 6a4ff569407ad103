internal import ControlHistory
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// What the page says in words and how a confidence ages. Its scripts need no phrase that the program has, and
/// of the formula of `Confidence` only the product: they multiply the factors that stand in the data.
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
      JSONMember("ages", .object(ages.members)),
    ]
  }

  /// Where a name stands in a phrase.
  static let placeOfName = "{}"

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

  /// What an age leaves of a confidence, in millionths, by days from 0 on.
  private var ages: PackedTable {
    let settings = theatre.settings
    let first = tracker.history.intervals.joined().map(\.lastReport).min() ?? settings.start
    var table = PackedTable("left")
    for days in 0...min(first, settings.start).distance(to: settings.end) {
      let left = Confidence.discount(forAge: days, halfLife: settings.halfLifeInDays)
      table.append(Int((left * 1_000_000).rounded()))
    }
    return table
  }
}
