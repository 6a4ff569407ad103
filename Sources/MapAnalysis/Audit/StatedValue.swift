internal import Geometry
public import Theatre

/// What is stated, for programs.
public enum StatedValue: Hashable, Sendable {
  /// An amount in the unit of the finding.
  case number(Double)
  /// A point of the compass, or `yes` or `no`.
  case word(String)
}

extension Measure {
  /// What is stated; of a conversion the second number, which is compared with the first.
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
