import TestSupport
import Testing
import Theatre

/// Large tables are read by shortcuts. What a person wrote must mean the same by the shortcut and
/// by the long way, or a place would move with the number of its decimals.
@Suite("A shortcut gives what the long way gives, or gives way to it")
struct ShortcutTests {
  @Test("a day is read as the same day alone and as one end of an interval", arguments: 0..<20)
  func days(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let year = random.text(of: "0129", length: 4...4, with: [""])
      let rest = random.text(of: "0123", length: 2...2, with: ["-", "1", "-0"])
      let text = "\(year)-\(rest)-\(random.text(of: "0123", length: 2...2, with: ["", "X"]))"
      let day = Day(text)
      let interval = try? FuzzyDate("\(text)/\(text)")
      #expect(day == nil || day == interval?.earliest, "seed \(seed): \(text)")
      #expect((try? FuzzyDate(text))?.earliest == interval?.earliest, "seed \(seed): \(text)")
    }
  }
}
