import Diagnostics
import JSON
import TestSupport
import Testing

/// A manifest is written by one run and read by the next: nothing may change on the way.
@Suite("Writing JSON and reading it again")
struct JSONRoundTripTests {
  @Test("the compact form reads as the same value", arguments: 0..<200)
  func compact(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let value = random.json(depth: 5)
    let node = try JSONNode(parsing: SourceText(Array(value.compact.utf8)))
    #expect(node.isSame(as: value), "seed \(seed): \(value.compact)")
  }

  @Test("the indented form reads as the same value", arguments: 0..<200)
  func indented(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let value = random.json(depth: 5)
    let node = try JSONNode(parsing: SourceText(Array(value.indented.utf8)))
    #expect(node.isSame(as: value), "seed \(seed): \(value.indented)")
  }

  @Test("a decimal reads as no farther off than half its last place", arguments: 0..<50)
  func decimals(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var unit = 1.0
    for places in 0...9 {
      let value = Double.random(in: -180...180, using: &random)
      let text = JSON.decimal(value, places: places).compact
      let read = try #require(Double(text), "seed \(seed): \(text)")
      #expect(abs(read - value) <= unit / 2 * (1 + 1e-6), "seed \(seed): \(value) as \(text)")
      #expect(text != "-0" && !(text.contains(".") && text.hasSuffix("0")), "seed \(seed)")
      #expect(JSON.decimal(read, places: places).compact == text, "seed \(seed): \(value)")
      unit /= 10
    }
  }
}

extension SeededGenerator {
  fileprivate mutating func json(depth: Int) -> JSON {
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &self) {
    case 0: return .null
    case 1: return .bool(.random(using: &self))
    case 2: return .int(.random(in: -(1 << 53)...(1 << 53), using: &self))
    case 3: return .decimal(.random(in: -1000...1000, using: &self), places: 9)
    case 4: return .string(string())
    case 5: return .array((0..<size()).map { _ in json(depth: depth - 1) })
    default:
      return .object(
        (0..<size()).map { JSONMember("\($0)" + string(), json(depth: depth - 1)) })
    }
  }

  private mutating func size() -> Int { Int.random(in: 0...5, using: &self) }

  /// Characters of one to four bytes, and those that must be escaped.
  private mutating func string() -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}", "é",
      "ح", "\u{301}", "\u{FEFF}", "\u{2028}", "\u{FFFF}", "𝄞", "\u{10FFFF}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &self) {
      text.append(alphabet[Int.random(in: alphabet.indices, using: &self)])
    }
    return String(text)
  }
}

extension JSONNode {
  /// Whether this is what was written; a decimal up to its last place.
  fileprivate func isSame(as value: JSON) -> Bool {
    switch (kind, value) {
    case (.null, .null): true
    case (.bool(let read), .bool(let written)): read == written
    case (.number(let read), .int(let written)): read == Double(written)
    case (.number(let read), .decimal(let written, _)): read.isClose(to: written, within: 6e-10)
    case (.string(let read), .string(let written)): read.utf8.elementsEqual(written.utf8)
    case (.array(let read), .array(let written)):
      read.count == written.count && zip(read, written).allSatisfy { $0.isSame(as: $1) }
    case (.object(let read), .object(let written)):
      read.count == written.count
        && zip(read, written).allSatisfy {
          $0.key.utf8.elementsEqual($1.key.utf8) && $0.value.isSame(as: $1.value)
        }
    default: false
    }
  }
}
