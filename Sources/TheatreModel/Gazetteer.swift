/// Finds places by what people call them.
public struct Gazetteer: Sendable {
  /// What a name leads to.
  public enum Match: Hashable, Sendable {
    /// One place, by its index.
    case place(Int)
    /// Several places of that name.
    case ambiguous([Int])
    /// None; the places with the nearest names.
    case unknown(nearest: [Int])
  }

  private let identifiers: [String: Int]
  private let names: [String: [Int]]
  private let aliases: [String: [Int]]

  /// Creates a gazetteer of a coordinate table.
  ///
  /// - Complexity: O(*n*), for *n* names.
  public init(_ places: [Place]) {
    var identifiers: [String: Int] = [:]
    var names: [String: [Int]] = [:]
    var aliases: [String: [Int]] = [:]
    for (index, place) in places.enumerated() {
      identifiers[place.id] = index
      names[folded(place.name), default: []].append(index)
      for key in Set((place.aliases + [place.id]).map(folded)) {
        aliases[key, default: []].append(index)
      }
    }
    self.identifiers = identifiers
    self.names = names
    self.aliases = aliases
  }

  /// Finds a place by its identifier, else by its name, else by another of its names, all but the
  /// first without regard to case, accents, hyphens, "al-" and "Hay".
  ///
  /// - Complexity: O(*n*), for *n* characters; for an unknown name O(*m n*), for *m* names.
  public func find(_ text: String) -> Match {
    if let place = identifiers[text] { return .place(place) }
    let key = folded(text)
    for table in [names, aliases] {
      guard let found = table[key] else { continue }
      return found.count == 1 ? .place(found[0]) : .ambiguous(found)
    }
    return .unknown(nearest: nearest(to: key))
  }

  private func nearest(to key: String) -> [Int] {
    var nearest: [Int] = []
    let known = Set(names.keys).union(aliases.keys).sorted()
    for name in nearestNames(to: key, among: known, atMost: 5) {
      for place in (names[name] ?? []) + (aliases[name] ?? []) where !nearest.contains(place) {
        nearest.append(place)
      }
    }
    return Array(nearest.prefix(5))
  }
}
