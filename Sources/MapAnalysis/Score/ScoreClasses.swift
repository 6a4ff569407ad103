internal import Theatre
internal import TypedIndices

/// The classes that a comparison tells apart, in the order of the actors' table, `unknown` at the
/// end: the actors, or the sides if the account names a side that is not also an actor's id.
struct ScoreClasses {
  let level: Score.Level

  /// Ids of actors or names of sides, then `unknown`.
  let names: [String]

  /// The side of each class; nil for `unknown`.
  let sides: [String?]

  private let classOfActor: IndexedArray<ActorID, Int>
  private let classOfSide: [String: Int]

  init(_ theatre: Theatre, telling holders: [Truth.Holder]) {
    let namesSides = holders.contains { if case .side = $0 { true } else { false } }
    let known = namesSides ? theatre.sides.elements : theatre.actors.map(\.id)
    level = namesSides ? .side : .actor
    names = known + ["unknown"]
    sides = (namesSides ? theatre.sides.elements : theatre.actors.map(\.side)) + [nil]
    let classOfSide = Dictionary(
      uniqueKeysWithValues: theatre.sides.enumerated().map { ($0.element, $0.offset) })
    self.classOfSide = classOfSide
    classOfActor = IndexedArray(
      theatre.actors.indices.map {
        namesSides ? classOfSide[theatre.actors[$0].side] ?? known.count : $0.offset
      })
  }

  var count: Int { names.count }

  var unknown: Int { names.count - 1 }

  /// The class of ground that the map gives to an actor.
  subscript(holder: ActorID?) -> Int { holder.map { classOfActor[$0] } ?? unknown }

  /// The class of what the account gives to a holder; nil if it is contested.
  subscript(holder: Truth.Holder) -> Int? {
    switch holder {
    case .actor(let actor): classOfActor[actor]
    case .side(let side): classOfSide[side] ?? unknown
    case .unknown: unknown
    case .contested: nil
    }
  }
}
