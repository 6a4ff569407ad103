internal import Diagnostics

/// Returns the names that differ least from a text, the nearest first; none if all differ by more
/// than a third of its letters (and two).
///
/// - Complexity: O(*m n k*), for *m* names of *n* letters and a text of *k*.
func nearestNames(to text: String, among names: [String], atMost count: Int) -> [String] {
  let letters = Array(text.unicodeScalars)
  let limit = max(2, letters.count / 3)
  let distances = names.compactMap { name -> (distance: Int, name: String)? in
    let distance = editDistance(letters, Array(name.unicodeScalars), limit: limit)
    return distance.map { ($0, name) }
  }
  return distances.sorted { $0 < $1 }.prefix(count).map(\.name)
}

/// The number of letters to insert, drop, change or swap with a neighbour to make one text from
/// another (the optimal string alignment distance), or nil if it is above the limit.
private func editDistance(
  _ first: [Unicode.Scalar], _ second: [Unicode.Scalar], limit: Int
) -> Int? {
  guard abs(first.count - second.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for (row, letter) in first.enumerated() {
    var current = [row + 1]
    for (column, other) in second.enumerated() {
      let change = last[column] + (letter == other ? 0 : 1)
      var best = min(change, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    guard current.contains(where: { $0 <= limit }) else { return nil }
    (beforeLast, last) = (last, current)
  }
  return last[second.count] <= limit ? last[second.count] : nil
}

extension DiagnosticLog {
  /// The end of a sentence about an unknown identifier: the nearest known ones.
  package mutating func suggestion(for id: String, among known: some Sequence<String>) -> String {
    guard takeSuggestion() else { return "" }
    let nearest = nearestNames(to: id, among: known.sorted(), atMost: 3)
    return nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?"
  }
}
