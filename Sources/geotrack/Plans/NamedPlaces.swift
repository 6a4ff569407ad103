internal import Theatre
internal import TypedIndices

extension Terrain {
  /// The place that a name leads to.
  func place(named name: String) throws(Failure) -> PlaceID {
    switch Gazetteer(places).find(name) {
    case .place(let place):
      return place
    case .ambiguous(let found):
      let list = found.map { "\(places[$0].id) (\(describe($0)))" }.joined(separator: "\n  ")
      throw .usage("\"\(name)\" is the name of several places; type the id of one:\n  \(list)")
    case .unknown(let nearest):
      let list = nearest.map { places[$0].name }.joined(separator: ", ")
      throw .usage(
        nearest.isEmpty
          ? "no place is called \"\(name)\""
          : "no place is called \"\(name)\"; did you mean \(list)?")
    }
  }

  /// What a place is and what it is part of, as in `quarter, East Mosul, Mosul`.
  func describe(_ place: PlaceID) -> String {
    let above = lineage(of: place).dropFirst().prefix(2).map { places[$0].name }
    return ([places[place].kind] + above).joined(separator: ", ")
  }
}

extension Theatre {
  /// The place that a name leads to.
  func place(named name: String) throws(Failure) -> PlaceID { try terrain.place(named: name) }

  /// Checks that the map has a day.
  func requireDay(_ day: Day) throws(Failure) {
    guard !contains(day) else { return }
    throw .usage(
      "\(day) is outside the theatre, which runs from \(settings.start) to "
        + "\(settings.end.previous)")
  }
}
