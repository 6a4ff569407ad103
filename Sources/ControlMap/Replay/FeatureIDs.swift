/// The numbers of what is on the map, by what identifies it.
struct FeatureIDs<Key: Hashable> {
  private var numbers: [Key: Int] = [:]
  private var count = 0

  /// Whether nothing is on the map.
  var isEmpty: Bool { numbers.isEmpty }

  /// What is on the map, by number.
  var keys: [Int: Key] { Dictionary(uniqueKeysWithValues: numbers.map { ($1, $0) }) }

  /// The number of what a key identifies; nil if it is not on the map.
  func number(of key: Key) -> Int? { numbers[key] }

  /// Adds what is there and removes what is not.
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

/// Items that are drawn again on each day, and their numbers on the map.
struct ItemIDs<Item: Hashable & Comparable> {
  private var ids = FeatureIDs<Item>()

  mutating func turn(to items: [Item]) -> LayerDelta { ids.turn(to: items) }

  /// The items that numbers stand for, in their own order.
  func items(_ numbers: [Int]) -> [Numbered<Item>] {
    let keys = ids.keys
    return numbers.compactMap { number in keys[number].map { (number, $0) } }
      .sorted { $0.item < $1.item }
  }
}
