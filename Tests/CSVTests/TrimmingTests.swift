import TestSupport
import Testing

@testable import CSV

/// Large tables are read by shortcuts. What a person wrote must mean the same by the shortcut and
/// by the long way, or a place would move with the number of its decimals.
@Suite("A shortcut gives what the long way gives, or gives way to it")
struct TrimmingTests {
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
}
