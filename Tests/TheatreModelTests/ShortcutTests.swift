import TestSupport
import Testing

@testable import TheatreModel

/// Large tables are read by shortcuts. What a person wrote must mean the same by the shortcut and
/// by the long way, or a place would move with the number of its decimals.
@Suite("A shortcut gives what the long way gives, or gives way to it")
struct ShortcutTests {
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

  @Test("text whose ends are called plain has nothing to trim", arguments: 0..<20)
  func trimming(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let odd = [
      " ", "\u{A0}", "\u{301}", "\t", "\r\n", "\u{2003}", "\u{3000}", "\u{600}", "ك", "ь", "é",
      "e\u{301}", "\u{483}", "\u{200D}", "\u{85}", "😀", "|",
    ]
    for _ in 0..<100 {
      let text = random.text(of: "a \u{301}م", length: 0...3, with: odd)
      let isPlain = Array(text.utf8).withUnsafeBufferPointer(\.hasPlainEnds)
      #expect(!isPlain || text.trimmed.utf8.elementsEqual(text.utf8), "seed \(seed): \(text)")
    }
  }

  @Test("no letter that is called plain ever joins the space before it")
  func letters() {
    for value in UInt32(0x21)...0x7FF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = " " + String(scalar)
      let isPlain = Array("a\(text)".utf8).withUnsafeBufferPointer(\.hasPlainEnds)
      guard isPlain, text.trimmed != String(scalar) else { continue }
      Issue.record("U+\(String(value, radix: 16))")
    }
  }

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

  private func plainDecimal(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer(Double.init(plainDecimal:))
  }
}

extension SeededGenerator {
  /// Random letters with one piece of text put somewhere among them.
  fileprivate mutating func text(
    of letters: String, length: ClosedRange<Int>, with pieces: [String]
  ) -> String {
    let letters = Array(letters.unicodeScalars)
    var text = (0..<Int.random(in: length, using: &self)).map { _ in
      String(letters[Int.random(in: letters.indices, using: &self)])
    }
    let piece = pieces[Int.random(in: pieces.indices, using: &self)]
    text.insert(piece, at: Int.random(in: 0...text.count, using: &self))
    return text.joined()
  }
}
