internal import ControlHistory

/// States as numbers: equal states have equal numbers.
struct StateInterner {
  private var labels: [Key: Int32] = [:]

  private struct Key: Hashable {
    let state: GroundState
    let isDateUncertain: Bool
  }

  /// The number of a state, its encirclers left out.
  mutating func label(of state: GroundState, isDateUncertain: Bool) -> Int32 {
    let key = Key(state: state.inferred, isDateUncertain: isDateUncertain)
    if let label = labels[key] { return label }
    let label = Int32(labels.count)
    labels[key] = label
    return label
  }
}
