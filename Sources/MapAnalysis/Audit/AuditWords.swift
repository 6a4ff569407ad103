internal import Geometry
public import Theatre
internal import TypedIndices

/// Statements in words.
extension Theatre {
  /// What a measure states, in words: `Hatra (ruins) is 125 km from Mosul`.
  public func words(for measure: Measure) -> String {
    switch measure.statement {
    case .distance(let start, let end, let number):
      let verb: String
      if case .portion = start { verb = "are" } else { verb = "is" }
      return "\(words(for: start)) \(verb) \(number.words) from \(words(for: end))"
    case .direction(let subject, let object, let point):
      let verb: String
      if case .portion = subject { verb = "lie" } else { verb = "lies" }
      let preposition = preposition(subject, object)
      return
        "\(words(for: subject)) \(verb) \(preposition)\(point.rawValue) of \(words(for: object))"
    case .area(let portion, let region, let number):
      return "\(number.words) of \(words(for: portion, in: region, "ground"))"
    case .conversion(let first, let second):
      return "\(first.words) are \(second.words)"
    case .encirclement(let place, let besieger, let isSo):
      let by: String
      switch besieger {
      case .party(let party): by = " by \(name(of: party))"
      case .region(let region): by = " by \(places[region].name)"
      case nil: by = ""
      }
      return "\(places[place].name) is \(isSo ? "" : "not ")surrounded\(by)"
    case .count(let portion, let region, let counted, let number):
      let what: String
      switch counted {
      case .places: what = number.value == 1 ? "place" : "places"
      case .banks: what = number.value == 1 ? "bank" : "banks"
      case .kind(let kind): what = "\(number.value == 1 ? "place" : "places") of kind \(kind)"
      }
      return "\(number.words) \(words(for: portion, in: region, what))"
    }
  }

  /// Whether a direction is one within the object, or in a city may be.
  private func preposition(_ subject: MeasureEnd, _ object: MeasureEnd) -> String {
    guard case .place(let outer) = object else { return "" }
    switch subject {
    case .place(let inner), .portion(_, in: let inner?):
      guard lineage(of: inner).contains(outer) else { return "" }
      return Place.regionKinds.contains(places[outer].kind) ? "in the " : "in or to the "
    default: return ""
    }
  }

  /// What a distance or direction is taken from.
  func words(for end: MeasureEnd) -> String {
    switch end {
    case .place(let place): places[place].name
    case .edge(let place): "the edge of \(places[place].name)"
    case .front: "the front"
    case .portion(let portion, let region): "the \(words(for: portion, in: region))"
    }
  }

  /// Which places are meant: `places won by Kurdish peshmerga in Ninawa`.
  func words(for portion: Portion, in region: PlaceID?, _ what: String = "places") -> String {
    let place = region.map { " in \(places[$0].name)" } ?? ""
    switch portion {
    case .all: return what + place
    case .contested: return "contested \(what)\(place)"
    case .unknown: return "\(what) of unknown holder\(place)"
    case .held(let party): return "\(what) held by \(name(of: party))\(place)"
    case .won(let party): return "\(what) won by \(name(of: party))\(place)"
    case .lost(let party): return "\(what) lost by \(name(of: party))\(place)"
    }
  }

  /// An actor's name, or a side as it is written.
  func name(of party: Party) -> String {
    guard party.actors.count == 1, let actor = party.actors.first, actors[actor].id == party.id
    else { return party.id }
    return actors[actor].name
  }
}
