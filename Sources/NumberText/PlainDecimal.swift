extension Double {
  /// Creates a number from decimal text, or nil if it is not a number or is beyond all bounds.
  package init?(decimal text: String) {
    let isDecimal = text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    guard isDecimal, let number = Double(text), number.isFinite else { return nil }
    self = number
  }

  /// Creates a number from text such as `-44.500804`, or nil if it is not of that form or too
  /// long: the result is always that of `init(decimal:)`.
  ///
  /// Up to 15 digits are a whole number that a `Double` holds exactly, as it does the power of ten
  /// to divide by, and IEEE 754 rounds the quotient of two exact numbers as it should be rounded
  /// (W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990).
  package init?(plainDecimal text: UnsafeBufferPointer<UInt8>) {
    var digits = 0
    var whole = 0
    var point: Int?
    let isNegative = text.first == UInt8(ascii: "-")
    for byte in text.dropFirst(isNegative ? 1 : 0) {
      if byte == UInt8(ascii: "."), point == nil, digits > 0 {
        point = digits
      } else if case UInt8(ascii: "0")...UInt8(ascii: "9") = byte, digits < 15 {
        whole = whole * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
      } else {
        return nil
      }
    }
    guard digits > 0, point != digits else { return nil }
    let magnitude = Double(whole) / Self.powersOfTen[digits - (point ?? digits)]
    self = isNegative ? -magnitude : magnitude
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
  ]
}
