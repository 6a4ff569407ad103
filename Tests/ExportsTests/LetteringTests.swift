import TestSupport
import Testing

@testable import Exports

/// Text broken into lines, however long it is. If one of these fails, a title runs over the edge of a picture, or a
/// long one keeps the tool busy.
@Suite("Text on lines")
struct LetteringTests {
  /// The plain way: the whole text again for each letter that is dropped.
  private func plainlyShortened(_ text: String, width: Double) -> String {
    guard Lettering.width(text, size: 10) > width else { return text }
    var rest = text[...]
    while !rest.isEmpty, Lettering.width(rest + "…", size: 10) > width { rest = rest.dropLast() }
    return rest + "…"
  }

  private func plainlyWrapped(_ text: String, width: Double, atMost count: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      let longer = (lines.last.map { $0 + " " } ?? "") + word
      if !lines.isEmpty,
        lines.count == count || Lettering.width(longer, size: 10) <= width
      {
        lines[lines.count - 1] = longer
      } else {
        lines.append(word)
      }
    }
    return lines.map { plainlyShortened($0, width: width) }
  }

  @Test("lines are those that the plain way gives", arguments: 0..<30)
  func sameAsPlain(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("aiMW é, .موصلحي𝄞e\u{301}🇮🇶")
    for _ in 0..<20 {
      let words = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        String(
          (0..<Int.random(in: 1...14, using: &random)).map { _ in
            letters.randomElement(using: &random) ?? "a"
          })
      }
      let text = words.joined(separator: " ")
      let width = Double.random(in: 0...200, using: &random)
      for count in [1, 2, 6, Int.max] {
        #expect(
          Lettering.wrapped(text, size: 10, width: width, atMost: count)
            == plainlyWrapped(text, width: width, atMost: count), "seed \(seed): \(text)")
      }
      #expect(
        Lettering.shortened(text, size: 10, width: width)
          == plainlyShortened(text, width: width), "seed \(seed): \(text)")
    }
  }

  @Test("of a long text no more is kept than goes onto the lines")
  func longText() {
    let text = String(repeating: "word ", count: 20_000)
    let lines = Lettering.wrapped(text, size: 10, width: 300, atMost: 2)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { Lettering.width($0, size: 10) <= 300 })
    #expect(
      Lettering.shortened(String(repeating: "m", count: 100_000), size: 10, width: 300).count < 40)
  }
}
