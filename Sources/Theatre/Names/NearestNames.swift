internal import Diagnostics

/// Returns the names that differ least from a text, the nearest first; none if all differ by more
/// than a third of its letters (and two), or if the text is longer than anybody mistypes.
///
/// - Complexity: O(*m n*), for *m* names and a text of *n* letters; each of the names that have nearly
///   the same letters costs O(*n*²) more. Of a longer name only the length is looked at.
func nearestNames(to text: String, among names: some Sequence<String>, atMost count: Int)
  -> [String]
{
  guard var search = NameSearch(text) else { return [] }
  let distances = names.compactMap { name in search.distance(to: name).map { ($0, name) } }
  return distances.sorted { $0 < $1 }.prefix(count).map(\.1)
}

/// Compares one text with many names.
private struct NameSearch {
  /// The most letters of a text for which a nearest name is looked for.
  private static let mostLetters = 80

  private let letters: [Unicode.Scalar]
  private let limit: Int
  /// The letters of the name that is being compared.
  private var other: [Unicode.Scalar] = []
  /// The last three rows of the table of distances.
  private var rows: (beforeLast: [Int], last: [Int], current: [Int]) = ([], [], [])
  /// How often the text has each letter, by its last seven bits.
  private var counts = [Int](repeating: 0, count: 128)

  /// Prepares to compare a text; nil if it is too long.
  init?(_ text: String) {
    letters = Array(text.unicodeScalars.prefix(Self.mostLetters + 1))
    guard letters.count <= Self.mostLetters else { return nil }
    limit = max(2, letters.count / 3)
    for letter in letters { counts[Int(letter.value & 127)] += 1 }
  }

  /// The number of letters to insert, drop, change or swap with a neighbour to make one text from
  /// another (the optimal string alignment distance), or nil if it is above the limit.
  mutating func distance(to name: String) -> Int? {
    // A letter has at most four bytes.
    guard name.utf8.count <= 4 * (letters.count + limit) else { return nil }
    other.removeAll(keepingCapacity: true)
    other.append(contentsOf: name.unicodeScalars)
    guard abs(letters.count - other.count) <= limit, hasSimilarLetters() else { return nil }
    return alignment()
  }

  /// Whether the letters, without their order, leave open that the distance is within the limit: each
  /// step adds or takes away one at most.
  private mutating func hasSimilarLetters() -> Bool {
    var extra = 0
    for letter in other {
      let slot = Int(letter.value & 127)
      counts[slot] -= 1
      if counts[slot] < 0 { extra += 1 }
    }
    for letter in other { counts[Int(letter.value & 127)] += 1 }
    return max(extra, extra + letters.count - other.count) <= limit
  }

  private mutating func alignment() -> Int? {
    let width = other.count + 1
    rows.last = Array(0..<width)
    rows.current = Array(repeating: 0, count: width)
    rows.beforeLast = rows.current
    for (row, letter) in letters.enumerated() {
      rows.current[0] = row + 1
      var least = row + 1
      for (column, candidate) in other.enumerated() {
        let change = rows.last[column] + (letter == candidate ? 0 : 1)
        var best = min(change, rows.last[column + 1] + 1, rows.current[column] + 1)
        if row > 0, column > 0, letter == other[column - 1], letters[row - 1] == candidate {
          best = min(best, rows.beforeLast[column - 1] + 1)
        }
        rows.current[column + 1] = best
        least = min(least, best)
      }
      guard least <= limit else { return nil }
      (rows.beforeLast, rows.last, rows.current) = (rows.last, rows.current, rows.beforeLast)
    }
    return rows.last[other.count] <= limit ? rows.last[other.count] : nil
  }
}

extension DiagnosticLog {
  /// The end of a sentence about an unknown identifier: the nearest known ones.
  package mutating func suggestion(for id: String, among known: some Sequence<String>) -> String {
    guard takeSuggestion() else { return "" }
    let nearest = nearestNames(to: id, among: known, atMost: 3)
    return nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?"
  }
}
