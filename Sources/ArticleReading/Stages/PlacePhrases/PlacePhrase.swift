internal import Theatre

/// A place with the words around its name: "the northern part of X", "near X", "X police".
struct PlacePhrase {
  /// The place's name.
  var mention: PlaceMention
  /// The tokens from the first determiner to the last noun that belongs to the name.
  var tokens: Range<Int>
  /// What the words around it make of it.
  var use: Use = []
  /// The token before the phrase that governs it, or -1 at the beginning.
  var governor = -1
  /// The noun of which the place is said: "capture" in "the capture of X"; -1 for none.
  var noun = -1
  /// The party that holds it by a word of the phrase: "the IS-held X", "the Daesh stronghold of X".
  var holder: PartyReference?

  struct Use: OptionSet {
    let rawValue: UInt16
    /// Only a part of it is meant: "parts of X", "six districts of X".
    static let partial = Use(rawValue: 1)
    /// Its centre is meant.
    static let core = Use(rawValue: 2)
    /// Its edge is meant, or the ground around it.
    static let rim = Use(rawValue: 4)
    /// It only tells where something else is: "south of X", "near X".
    static let locating = Use(rawValue: 8)
    /// Its name is part of another name, or tells what kind of thing another is: "X police".
    static let modifier = Use(rawValue: 16)
    /// What is meant lies in it: "a village in X".
    static let containing = Use(rawValue: 32)
    /// It was once what the phrase says: "the former stronghold".
    static let former = Use(rawValue: 64)
    /// Somebody comes from there or lives there.
    static let home = Use(rawValue: 128)

    /// The uses by their names, for traces; `itself` if there is none.
    var words: String {
      let names: [(Use, String)] = [
        (.partial, "partial"), (.core, "core"), (.rim, "rim"), (.locating, "locating"),
        (.modifier, "modifier"), (.containing, "containing"), (.former, "former"), (.home, "home"),
      ]
      let found = names.filter { contains($0.0) }.map(\.1)
      return found.isEmpty ? "itself" : found.joined(separator: " ")
    }
  }

  /// Whether the phrase means the place itself, or a part of it.
  var isPlain: Bool { use.isDisjoint(with: [.rim, .locating, .modifier, .home]) }
}

/// Places that are named together: "Malayeen, Samah and Khadra".
struct PlaceGroup {
  /// The phrases in their order.
  var phrases: [PlacePhrase]

  /// The tokens of all of them.
  var tokens: Range<Int> {
    stretch(
      from: phrases.first?.tokens.lowerBound ?? 0, to: phrases.last?.tokens.upperBound ?? 0)
  }

  /// The token before the group.
  var governor: Int { phrases.first?.governor ?? -1 }
}
