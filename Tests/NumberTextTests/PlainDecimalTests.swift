import TestSupport
import Testing

@testable import NumberText

/// Large tables are read by shortcuts. What a person wrote must mean the same by the shortcut and
/// by the long way, or a place would move with the number of its decimals.
@Suite("A shortcut gives what the long way gives, or gives way to it")
struct PlainDecimalTests {
  @Test("plain decimal numbers are the nearest Double, bit for bit", arguments: 0..<20)
  func numbers(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = random.text(of: "0123456789", length: 0...17, with: ["", "-", ".", ".", "-."])
      guard let plain = plainDecimal(text) else { continue }
      #expect(plain.bitPattern == Double(decimal: text)?.bitPattern, "seed \(seed): \(text)")
    }
  }

  @Test(
    "numbers as tables have them take the shortcut",
    arguments: ["44.500804", "-0.5", "0", "-0", "007.50", "180", "999999999999999", "0.1"])
  func takenShortcut(text: String) {
    #expect(plainDecimal(text)?.bitPattern == Double(text)?.bitPattern)
    #expect(plainDecimal(text) != nil)
  }

  @Test(
    "other text is left to the long way",
    arguments: ["", "-", ".5", "5.", "+5", "1e3", "--5", "1.2.3", " 1", "1234567890123456", "٣"])
  func notTakenShortcut(text: String) {
    #expect(plainDecimal(text) == nil)
  }

  private func plainDecimal(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer(Double.init(plainDecimal:))
  }
}
