internal import ControlHistory
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapAnalysis
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// Places whose state is another on one map than on the other, as several commands print them.
extension Theatre {
  /// One line for each kind of change, the most frequent first.
  func lines(on changes: [Comparison.Change]) -> [String] {
    let kinds = Dictionary(grouping: changes) {
      "\(words(for: $0.before)) → \(words(for: $0.after))"
    }
    return kinds.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
      kind, changes in
      "  \(kind) (\(changes.count)): \(names(of: changes.map(\.place), atMost: 20))"
    }
  }

  func json(_ change: Comparison.Change) -> JSON {
    [
      "place": .string(places[change.place].id),
      "before": .object(members(of: change.before)),
      "after": .object(members(of: change.after)),
    ]
  }
}
