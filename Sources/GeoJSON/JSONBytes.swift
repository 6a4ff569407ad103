/// The scalars of JSON, written as bytes.
extension [UInt8] {
  /// Appends a string in quotes. Only what JSON demands is escaped (RFC 8259, section 7).
  mutating func append(quoted string: String) {
    append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case UInt8(ascii: "\n"): self += "\\n".utf8
      case UInt8(ascii: "\r"): self += "\\r".utf8
      case UInt8(ascii: "\t"): self += "\\t".utf8
      case 0..<0x20:
        self += "\\u00".utf8
        append(Self.digits[Int(byte >> 4)])
        append(Self.digits[Int(byte & 15)])
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends a number rounded to `places` decimals, half away from zero, without trailing zeros.
  ///
  /// - Precondition: the number is finite, `places` lies from 0 to 9, and the digits of the
  ///   rounded number fit into an `Int`.
  mutating func append(decimal value: Double, places: Int) {
    precondition(value.isFinite, "JSON has no word for \(value)")
    append(scaled: Self.scaled(value, places: places), places: places)
  }

  /// A number as a whole count of its last decimal.
  static func scaled(_ value: Double, places: Int) -> Int {
    precondition((0...9).contains(places), "between 0 and 9 decimals")
    return Int((value * powers[places]).rounded(.toNearestOrAwayFromZero))
  }

  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// Appends a whole count of the last of `places` decimals as a decimal number.
  mutating func append(scaled: Int, places: Int) {
    if scaled < 0 { append(UInt8(ascii: "-")) }
    var rest = scaled.magnitude
    var places = places
    while places > 0, rest.isMultiple(of: 10) {
      rest /= 10
      places -= 1
    }
    var reversed: [UInt8] = []
    reversed.reserveCapacity(20)
    repeat {
      reversed.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      if reversed.count == places { reversed.append(UInt8(ascii: ".")) }
    } while rest > 0 || (places > 0 && reversed.count <= places + 1)
    self += reversed.reversed()
  }
}
