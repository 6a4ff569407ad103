internal import Geometry
public import TheatreModel

/// Statements in words.
extension Theatre {
  /// What a measure states, in words: `Hatra (ruins) is 125 km from Mosul`.
  public func words(for measure: Measure) -> String {
    switch measure.statement {
    case .distance(let start, let end, let number):
      return "\(words(for: start)) is \(words(for: number)) from \(words(for: end))"
    case .direction(let subject, let object, let point):
      return "\(words(for: subject)) lies \(point.rawValue) of \(words(for: object))"
    case .area(let portion, let region, let number):
      return "\(words(for: number)) \(groundWords(for: portion, in: region))"
    case .conversion(let first, let second):
      return "\(words(for: first)) are \(words(for: second))"
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
      case .places: what = "places"
      case .banks: what = "banks"
      case .kind(let kind): what = "places of kind \(kind)"
      }
      return "\(words(for: number)) \(words(for: portion, in: region, what))"
    }
  }

  /// A number with its unit, as it is stated: `at least 77 sq mi`.
  func words(for number: StatedNumber) -> String {
    let unit = number.unit.map { " \($0.symbol)" } ?? ""
    let about = number.approximation == nil ? "" : "about "
    let bound: String
    switch number.bound {
    case .atLeast: bound = "at least "
    case .atMost: bound = "at most "
    case nil: bound = ""
    }
    return "\(bound)\(about)\(number.value.plain)\(unit)"
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
    portion == .all
      ? "of ground" + (region.map { " in \(places[$0].name)" } ?? "")
      : words(for: portion, in: region, "ground").replacing("contested ground", with: "contested")
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
    let symbol: String
    switch unit {
    case "degrees": symbol = "°"
    default: symbol = " \(MeasureUnit(rawValue: unit)?.symbol ?? unit)"
    }
    let sum = toleranceReason.isEmpty ? "" : " (\(toleranceReason))"
    return "\(tolerance.measured)\(symbol)\(sum)"
  }
}
