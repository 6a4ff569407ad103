/// The numbers of what is on the map, by what it is known by.
struct FeatureIDs<Key: Hashable> {
  private var numbers: [Key: Int] = [:]
  private var count = 0

  /// Whether nothing is on the map.
  var isEmpty: Bool { numbers.isEmpty }

  /// What is on the map, by number.
  var keys: [Int: Key] { Dictionary(uniqueKeysWithValues: numbers.map { ($1, $0) }) }

  /// What has a number; nil if it is not on the map.
  func number(of key: Key) -> Int? { numbers[key] }

  /// Puts on the map what is there and takes off what is not.
  ///
  /// - Parameter keys: what is there, in the order in which new numbers are given.
  /// - Complexity: O(*n*), for *n* keys.
  mutating func turn(to keys: [Key]) -> LayerDelta {
    var delta = LayerDelta()
    var rest = numbers
    for key in keys where rest.removeValue(forKey: key) == nil {
      begin(key, &delta)
    }
    for (key, number) in rest {
      numbers[key] = nil
      delta.ended.append(number)
    }
    delta.ended.sort()
    return delta
  }

  /// Takes something off the map if it is there and puts it on under another number.
  mutating func renew(_ key: Key, _ delta: inout LayerDelta) {
    end(key, &delta)
    begin(key, &delta)
  }

  /// Takes something off the map if it is there.
  mutating func end(_ key: Key, _ delta: inout LayerDelta) {
    if let number = numbers.removeValue(forKey: key) { delta.ended.append(number) }
  }

  private mutating func begin(_ key: Key, _ delta: inout LayerDelta) {
    numbers[key] = count
    delta.begun.append(count)
    count += 1
  }
}

/// DynamicComponents and their numbers on the map.
struct ComponentIDs {
  private(set) var pieces: DynamicComponents
  private(set) var roll = FeatureIDs<Int32>()
  private(set) var isEmpty = true

  init(_ pieces: DynamicComponents) {
    self.pieces = pieces
  }

  mutating func relabel(_ changes: [(cell: Int, label: Int32)]) {
    isEmpty = false
    pieces.relabel(changes)
  }

  /// Gives new numbers to the pieces that changed, and to some others.
  mutating func turn(alsoNew others: [Int32] = []) -> LayerDelta {
    var delta = LayerDelta()
    for piece in (pieces.touched + others).sorted() {
      if pieces.cellCounts[Int(piece)] > 0 {
        roll.renew(piece, &delta)
      } else {
        roll.end(piece, &delta)
      }
    }
    delta.ended.sort()
    return delta
  }
}

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
