import TestSupport
import Testing

@testable import Theatre

/// If one of these fails, a mistyped id is met with the wrong suggestion, or a long one keeps the
/// program busy.
@Suite("The nearest names")
struct NearestNamesTests {
  /// The optimal string alignment distance by its definition.
  private func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var table = [[Int]](
      repeating: Array(repeating: 0, count: second.count + 1), count: first.count + 1)
    for row in 0...first.count {
      for column in 0...second.count {
        guard row > 0, column > 0 else {
          table[row][column] = row + column
          continue
        }
        let isSame = first[row - 1] == second[column - 1]
        var best = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1,
          table[row - 1][column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          best = min(best, table[row - 2][column - 2] + 1)
        }
        table[row][column] = best
      }
    }
    return table[first.count][second.count]
  }

  @Test("they are those of the definition", arguments: 1...40 as ClosedRange<UInt64>)
  func definition(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let names = (0..<30).map { _ in
      generator.text(of: "abché", length: 0...9, with: ["", "al-", "mosul"])
    }
    let text = generator.text(of: "abché", length: 0...9, with: ["", "mosul", "masol"])
    let letters = Array(text.unicodeScalars)
    let expected = names.map { (distance(letters, Array($0.unicodeScalars)), $0) }
      .filter { $0.0 <= max(2, letters.count / 3) }.sorted { $0 < $1 }.prefix(5).map(\.1)
    #expect(nearestNames(to: text, among: names, atMost: 5) == expected, "seed \(seed)")
  }

  @Test("for a text longer than anybody mistypes none is looked for, and a long name is none")
  func long() {
    let long = String(repeating: "a", count: 40_000)
    #expect(nearestNames(to: long, among: [long, "a"], atMost: 5) == [])
    #expect(nearestNames(to: "mosul", among: [long, "mosull"], atMost: 5) == ["mosull"])
    let usual = String(repeating: "a", count: 80)
    #expect(nearestNames(to: usual, among: [usual + "b"], atMost: 5) == [usual + "b"])
  }
}
