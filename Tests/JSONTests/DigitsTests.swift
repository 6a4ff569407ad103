import TestSupport
import Testing

@testable import JSON

/// A digit that is wrong moves a border.
@Suite("Numbers are written digit by digit as they are")
struct DigitsTests {
  @Test("every number of decimals, every sign, small and large", arguments: 0..<20)
  func millionths(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let size = [10, 1_000, 1_000_000, 180_000_000, Int.max][Int.random(in: 0..<5, using: &random)]
      let number = Int.random(in: -size...size, using: &random)
      #expect(written(number) == spelled(number), "seed \(seed)")
      var buffer = ByteBuffer()
      buffer.append(scaled: number, places: 6)
      #expect(String(decoding: buffer.take(), as: UTF8.self) == spelled(number), "seed \(seed)")
    }
  }

  @Test("millionths of a degree from end to end")
  func ofOneDegree() {
    for number in stride(from: 0, through: 1_000_000, by: 4_999)
    where written(number) != spelled(number) {
      Issue.record("\(number) is written as \(written(number))")
    }
  }

  @Test("numbers are rounded as the standard library rounds them", arguments: 0..<20)
  func rounding(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let half = Double(Int.random(in: -2_000...2_000, using: &random)) / 2
      for number in [half, half.nextUp, half.nextDown, half * 1_000_003.7, half * 1e14] {
        let expected = Int(number.rounded(.toNearestOrAwayFromZero))
        #expect(number.roundedHalfAway == expected, "seed \(seed): \(number)")
      }
    }
  }

  private func written(_ number: Int) -> String {
    var buffer = ByteBuffer()
    buffer.write(atMost: 32) { $0.writing(millionths: number) }
    return String(decoding: buffer.take(), as: UTF8.self)
  }

  /// The number by means of the standard library.
  private func spelled(_ number: Int) -> String {
    let (whole, decimals) = number.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    var text = String(String(decimals + 1_000_000).dropFirst())
    while text.hasSuffix("0") { text.removeLast() }
    return (number < 0 ? "-" : "") + "\(whole)" + (text.isEmpty ? "" : ".\(text)")
  }
}
