/// A number as a source states it.
public struct StatedNumber: Hashable, Sendable {
  /// The number, in its unit.
  public let value: Double
  /// The unit; nil for what is counted.
  public let unit: MeasureUnit?
  /// Half a unit of its last significant digit: who says 125 may mean 124.5 to 125.5, who says 80 may
  /// mean 75 to 85.
  public let rounding: Double
  /// How far off the source itself lets it be ("about"); nil if it says nothing of that.
  public let approximation: Double?
  /// Whether the source gives it as a bound ("more than", "up to").
  public let bound: Bound?

  /// On which side of the number the truth is said to lie.
  public enum Bound: String, Sendable, CaseIterable {
    /// The number or more.
    case atLeast = "at_least"
    /// The number or less.
    case atMost = "at_most"
  }
}

/// A unit of length or of area.
public enum MeasureUnit: String, Sendable, CaseIterable {
  /// Metres.
  case meters = "m"
  /// Kilometres.
  case kilometers = "km"
  /// International miles of 1959.
  case miles = "mi"
  /// Square kilometres.
  case squareKilometers = "km2"
  /// Square miles.
  case squareMiles = "sqmi"

  /// The units of length.
  public static let lengths: [MeasureUnit] = [.meters, .kilometers, .miles]
  /// The units of area.
  public static let areas: [MeasureUnit] = [.squareKilometers, .squareMiles]

  /// Whether it is a unit of area.
  public var isArea: Bool { Self.areas.contains(self) }

  /// How many kilometres one is, or square kilometres; both exact.
  public var inKilometers: Double {
    switch self {
    case .meters: 0.001
    case .kilometers, .squareKilometers: 1
    case .miles: 1.609344
    case .squareMiles: 2.589988110336
    }
  }

  /// How people write it.
  public var symbol: String {
    switch self {
    case .squareKilometers: "km²"
    case .squareMiles: "sq mi"
    default: rawValue
    }
  }
}

extension Double {
  /// Half a unit of the last significant digit of a decimal number, as it is written. Zeros at the end
  /// of a whole number do not count: nobody knows whether they were meant.
  ///
  ///     Double.halfUnit(of: "125")  // 0.5
  ///     Double.halfUnit(of: "80")  // 5
  ///     Double.halfUnit(of: "7.0")  // 0.05
  static func halfUnit(of text: String) -> Double {
    let parts = text.split(whereSeparator: { $0 == "e" || $0 == "E" })
    let mantissa = parts.first ?? ""
    var power = parts.count > 1 ? Self.exponent(parts[1]) : 0
    if let point = mantissa.firstIndex(of: ".") {
      power -= mantissa[point...].utf8.count - 1
    } else if mantissa.contains(where: { ("1"..."9").contains($0) }) {
      power += mantissa.reversed().prefix { $0 == "0" }.count
    }
    let steps = repeatElement(10.0, count: min(abs(power), 20)).reduce(1, *)
    return power < 0 ? 0.5 / steps : 0.5 * steps
  }

  /// The power of ten behind an "e". A file may name one that no integer holds, or the smallest
  /// integer, which has no counterpart: beyond the powers of a double all are alike.
  private static func exponent(_ digits: Substring) -> Int {
    let most = 400
    let number = Int(digits) ?? (digits.hasPrefix("-") ? -most : most)
    return min(max(number, -most), most)
  }
}
