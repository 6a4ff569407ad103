extension Double {
  /// The nearest whole number, of two equally near ones the one farther from zero.
  ///
  /// Cutting the decimals off and looking at them is exact, and several times as fast as asking
  /// the C library.
  ///
  /// - Precondition: the result fits into an `Int`.
  @inlinable
  package var roundedHalfAway: Int {
    let cut = Int(self)
    let rest = self - Double(cut)
    // A sum, not a branch: the processor cannot predict which way a decimal is rounded.
    return cut &+ (rest >= 0.5 ? 1 : 0) &- (rest <= -0.5 ? 1 : 0)
  }
}

/// Numbers as digits. Each function returns the end of what it wrote.
extension UnsafeMutableRawPointer {
  /// Writes a whole number, at most 20 bytes.
  @discardableResult
  @inlinable
  package func writing(whole number: UInt) -> UnsafeMutableRawPointer {
    var (digits, rest) = (1, number / 10)
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    rest = number
    for index in stride(from: digits - 1, through: 0, by: -1) {
      storeBytes(
        of: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10), toByteOffset: index,
        as: UInt8.self)
      rest /= 10
    }
    return self + digits
  }

  /// Writes millionths as a decimal number without trailing zeros, as in `-44.5008`. At most 32
  /// bytes are touched.
  @inlinable
  @inline(__always)
  package func writing(millionths number: Int) -> UnsafeMutableRawPointer {
    var end = self
    if number < 0 { end = end.writing(UInt8(ascii: "-")) }
    let (whole, decimals) = number.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    if whole < 10 {
      end = end.writing(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: whole))
    } else if whole < 100 {
      let (tens, ones) = whole.quotientAndRemainder(dividingBy: 10)
      end = end.writing(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: tens))
      end = end.writing(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: ones))
    } else {
      end = end.writing(whole: whole)
    }
    guard decimals > 0 else { return end }
    end = end.writing(UInt8(ascii: "."))
    let digits = UInt64(truncatingIfNeeded: decimals * 100).eightDigits
    let zeros = digits.leadingZeroBitCount / 8
    end.storeBytes(of: (digits | 0x3030_3030_3030_3030).littleEndian, as: UInt64.self)
    return end + (8 - zeros)
  }
}

extension UInt64 {
  /// The eight decimal digits of a number below 10⁸, the first in the lowest byte.
  ///
  /// The number is halved three times, into four digits, two and one, both halves at once in one
  /// register; the multiplications stand for divisions by 100 and 10 and are exact in this range.
  @inlinable
  package var eightDigits: UInt64 {
    let fours = self / 10_000 | (self % 10_000) << 32
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- hundreds &* 100) << 16
    let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (twos &- tens &* 10) << 8
  }
}
