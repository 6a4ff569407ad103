/// The scalars of JSON, written as bytes.
extension ByteBuffer {
  /// Appends a string in quotes. Only what JSON demands is escaped (RFC 8259, section 7).
  package mutating func append(quoted string: String) {
    append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { text in
      var rest = text[...]
      while let escaped = rest.firstIndex(where: \.needsEscape) {
        append(UnsafeBufferPointer(rebasing: rest[..<escaped]))
        append(escaped: text[escaped])
        rest = text[(escaped + 1)...]
      }
      append(UnsafeBufferPointer(rebasing: rest))
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"): append(literal: "\\n")
    case UInt8(ascii: "\r"): append(literal: "\\r")
    case UInt8(ascii: "\t"): append(literal: "\\t")
    case 0..<0x20:
      append(literal: "\\u00")
      append(Self.digits[Int(byte >> 4)])
      append(Self.digits[Int(byte & 15)])
    default:
      append(UInt8(ascii: "\\"))
      append(byte)
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends a number rounded to `places` decimals, half away from zero, without trailing zeros. One whose
  /// digits do not fit into an `Int` has no decimals to round, and is written as it is, with an exponent.
  ///
  /// - Precondition: the number is finite, and `places` lies from 0 to 9.
  package mutating func append(decimal value: Double, places: Int) {
    precondition(value.isFinite, "JSON cannot hold \(value)")
    precondition((0...9).contains(places), "between 0 and 9 decimals")
    let scaled = value * Self.powers[places]
    guard abs(scaled) < 0x1p62 else {
      var text = "\(value)"
      return text.withUTF8 { append($0) }
    }
    append(scaled: scaled.roundedHalfAway, places: places)
  }

  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// Appends a whole count of the last of `places` decimals as a decimal number.
  package mutating func append(scaled: Int, places: Int) {
    var (rest, places) = (scaled.magnitude, places)
    while places > 0, rest.isMultiple(of: 10) {
      rest /= 10
      places -= 1
    }
    write(atMost: 32) {
      var end = $0
      if scaled < 0 { end = end.writing(UInt8(ascii: "-")) }
      let power = (0..<places).reduce(UInt(1)) { power, _ in power * 10 }
      end = end.writing(whole: rest / power)
      guard places > 0 else { return end }
      end = end.writing(UInt8(ascii: "."))
      // A one in front keeps the zeros at the beginning; the point is written over it.
      (end - 1).writing(whole: rest % power + power)
      (end - 1).storeBytes(of: UInt8(ascii: "."), as: UInt8.self)
      return end + places
    }
  }
}

extension UInt8 {
  fileprivate var needsEscape: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}
