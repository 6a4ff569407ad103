public import TypedIndices

/// What a text that names an actor or an exit leads to.
public enum NameMatch<Index: Hashable & Sendable>: Hashable, Sendable {
  /// One or several, by index; several exits may share an identifier.
  case found([Index])
  /// None; the nearest identifiers and names.
  case unknown(nearest: [String])
}

extension Theatre {
  /// Finds an actor by its identifier, else by its name without regard to case and accents.
  ///
  /// - Complexity: O(*m n*), for *m* actors and a name of *n* letters.
  public func actors(named text: String) -> NameMatch<ActorID> {
    match(text, among: actors.mapElements { ($0.id, $0.name) })
  }

  /// Finds exits by their identifier, else by their name without regard to case and accents.
  ///
  /// - Complexity: O(*m n*), for *m* exits and a name of *n* letters.
  public func exits(named text: String) -> NameMatch<ExitID> {
    match(text, among: exits.mapElements { ($0.id, $0.name) })
  }

  private func match<Parts: RandomAccessCollection<(id: String, name: String)>>(
    _ text: String, among known: Parts
  ) -> NameMatch<Parts.Index> where Parts.Index: Hashable & Sendable {
    let byID = known.indices.filter { known[$0].id == text }
    if !byID.isEmpty { return .found(byID) }
    let key = folded(text)
    let byName = known.indices.filter { folded(known[$0].name) == key }
    if !key.isEmpty, !byName.isEmpty { return .found(byName) }
    // Each is suggested by its identifier, however it was found.
    var nearest: [String] = []
    let names = Set(known.flatMap { [folded($0.id), folded($0.name)] }).sorted()
    for name in nearestNames(to: key, among: names, atMost: 5) {
      for (id, title) in known where folded(id) == name || folded(title) == name {
        if !nearest.contains(id) { nearest.append(id) }
      }
    }
    return .unknown(nearest: nearest)
  }
}

extension Theatre {
  /// The identifiers that differ least from a text, the nearest first.
  ///
  /// - Complexity: O(*m n*), for *m* identifiers and a text of *n* letters.
  public func nearestIDs(to text: String, among ids: [String]) -> [String] {
    nearestNames(to: text, among: ids, atMost: 5)
  }
}
