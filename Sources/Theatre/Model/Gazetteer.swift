public import TypedIndices

/// Finds places by what people call them.
public struct Gazetteer: Sendable {
  /// What a name leads to.
  public enum Match: Hashable, Sendable {
    /// One place.
    case place(PlaceID)
    /// Several places of that name.
    case ambiguous([PlaceID])
    /// None; the places with the nearest names.
    case unknown(nearest: [PlaceID])
  }

  private let places: IndexedArray<PlaceID, Place>

  /// Creates a gazetteer of a coordinate table.
  ///
  /// - Complexity: O(1).
  public init(_ places: IndexedArray<PlaceID, Place>) {
    self.places = places
  }

  /// Finds a place by its identifier, else by its name, else by another of its names, all but the
  /// first without regard to case, accents, hyphens, "al-" and "Hay".
  ///
  /// - Complexity: O(*m*), for *m* names; for an unknown name O(*m n*), for *n* characters.
  public func find(_ text: String) -> Match {
    if let place = places.firstIndex(where: { $0.id == text }) { return .place(place) }
    let key = FoldedName(text)
    let named = places.indices.filter { key.matches(places[$0].name) }
    let found =
      named.isEmpty
      ? places.indices.filter { places[$0].otherNames.contains(where: key.matches) } : named
    switch found.count {
    case 0: return .unknown(nearest: nearest(to: key.text))
    case 1: return .place(found[0])
    default: return .ambiguous(found)
    }
  }

  /// The other places that share one of a place's names, folded as in `find(_:)`, in order.
  ///
  /// - Complexity: O(*m*), for *m* names.
  public func namesakes(of place: PlaceID) -> [PlaceID] {
    func keys(_ index: PlaceID) -> Set<String> {
      Set(([places[index].name] + places[index].aliases).map(folded))
    }
    let names = keys(place)
    return places.indices.filter { $0 != place && !names.isDisjoint(with: keys($0)) }
  }

  private func nearest(to key: String) -> [PlaceID] {
    var names: [String: [PlaceID]] = [:]
    var others: [String: [PlaceID]] = [:]
    for (index, place) in places.indexed() {
      names[folded(place.name), default: []].append(index)
      for key in Set(place.otherNames.map(folded)) { others[key, default: []].append(index) }
    }
    var nearest: [PlaceID] = []
    let known = Set(names.keys).union(others.keys).sorted()
    for name in nearestNames(to: key, among: known, atMost: 5) {
      for place in (names[name] ?? []) + (others[name] ?? []) where !nearest.contains(place) {
        nearest.append(place)
      }
    }
    return Array(nearest.prefix(5))
  }
}

extension Place {
  /// What it is called beside its name.
  fileprivate var otherNames: [String] { aliases + [id] }
}
