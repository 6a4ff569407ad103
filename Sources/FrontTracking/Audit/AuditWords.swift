internal import Geometry
public import TheatreModel

/// Statements in words.
extension Theatre {
  /// What a measure states, in words: `Hatra (ruins) is 125 km from Mosul`.
  public func words(for measure: Measure) -> String {
    switch measure.statement {
    case .distance(let start, let end, let number):
      return "\(words(for: start)) is \(number.words) from \(words(for: end))"
    case .direction(let subject, let object, let point):
      let verb: String
      if case .portion = subject { verb = "lie" } else { verb = "lies" }
      let preposition = preposition(subject, object)
      return
        "\(words(for: subject)) \(verb) \(preposition)\(point.rawValue) of \(words(for: object))"
    case .area(let portion, let region, let number):
      return "\(number.words) \(groundWords(for: portion, in: region))"
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
  func words(for portion: Portion, in region: Int?, _ what: String = "places") -> String {
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

  private func groundWords(for portion: Portion, in region: Int?) -> String {
    "of " + words(for: portion, in: region, "ground")
  }

  /// An actor's name, or a side as it is written.
  func name(of party: Party) -> String {
    guard party.actors.count == 1, let actor = party.actors.first, actors[actor].id == party.id
    else { return party.id }
    return actors[actor].name
  }
}

/// What is stated, for programs.
public enum StatedValue: Hashable, Sendable {
  /// An amount in the unit of the finding.
  case number(Double)
  /// A point of the compass, or `yes` or `no`.
  case word(String)
}

extension Measure {
  /// What is stated; of a conversion the second number, which is held against the first.
  public var stated: StatedValue {
    switch statement {
    case .distance(_, _, let number), .area(_, _, let number), .count(_, _, _, let number),
      .conversion(_, let number):
      .number(number.value)
    case .direction(_, _, let point): .word(point.rawValue)
    case .encirclement(_, _, let isSo): .word(isSo ? "yes" : "no")
    }
  }
}

extension AuditFinding {
  /// A tolerance in words: what it is and what it is made of.
  public func toleranceWords(_ tolerance: Double) -> String {
    let amount: String
    if unit == "degrees" {
      amount = "\(tolerance.measured)°"
    } else if let unit = MeasureUnit(rawValue: unit) {
      amount = "\(tolerance.measured) \(unit.symbol)"
    } else {
      amount = tolerance.plain
    }
    return toleranceReason.isEmpty ? amount : "\(amount) (\(toleranceReason))"
  }
}

extension Measure {
  /// What is stated, without what it is stated of: `125 km`, `S`, `yes`.
  public var statedWords: String {
    switch statement {
    case .distance(_, _, let number), .area(_, _, let number), .count(_, _, _, let number),
      .conversion(_, let number):
      number.words
    case .direction(_, _, let point): point.rawValue
    case .encirclement(_, _, let isSo): isSo ? "yes" : "no"
    }
  }
}

extension StatedNumber {
  /// The number with its unit, as it is stated: `at least 77 sq mi`.
  var words: String {
    let unit = unit.map { " \($0.symbol)" } ?? ""
    let about = approximation == nil ? "" : "about "
    let bound: String
    switch self.bound {
    case .atLeast: bound = "at least "
    case .atMost: bound = "at most "
    case nil: bound = ""
    }
    return "\(bound)\(about)\(value.plain)\(unit)"
  }
}
