internal import CSV
internal import Diagnostics
internal import TypedIndices

/// What `subject` and `object` of a row of `measures.csv` refer to.
extension MeasuresReader {
  /// Both ends of a distance or direction, or nil with entries.
  mutating func ends(_ record: Table.Record) -> (MeasureEnd, MeasureEnd)? {
    let subject = end(record, columns.subject)
    let object = end(record, columns.object)
    guard let subject, let object else { return nil }
    guard subject != object else {
      log.error(
        record, columns.object, "subject and object are the same: name what it is measured from")
      return nil
    }
    return (subject, object)
  }

  /// A place, `edge:PLACE`, `front` or a portion, or nil with an entry.
  mutating func end(_ record: Table.Record, _ column: Table.Column) -> MeasureEnd? {
    let text = record[column]
    if let place = targets.placeIDs[text] { return .place(place) }
    if text == "front" { return .front }
    if let id = text.rest(after: "edge:") {
      guard let place = place(id, column, of: record) else { return nil }
      guard parents.contains(place) else {
        log.error(
          record, column,
          "no place is part of \"\(id)\", so it has no edge to measure from: write \(id)")
        return nil
      }
      return .edge(place)
    }
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let word = parts.first.map(String.init), Portion.isMeant(by: word) else {
      return place(text, column, of: record).map { .place($0) }
    }
    var region: PlaceID?
    if parts.count > 1 {
      region = place(String(parts[1]), column, of: record)
      if region == nil { return nil }
    }
    return portion(word, column, of: record).map { .portion($0, in: region) }
  }

  /// Where an area or a count is taken: a place, or nil for the whole theatre; the outer value is nil,
  /// with an entry, if it is neither.
  mutating func region(_ record: Table.Record) -> PlaceID?? {
    let text = record[columns.subject]
    if text == "theatre", targets.placeIDs[text] == nil { return .some(nil) }
    return place(text, columns.subject, of: record).map { .some($0) }
  }

  /// What is measured or counted there; all of it if the object is empty.
  mutating func portion(_ record: Table.Record) -> Portion? {
    record.isEmpty(columns.object)
      ? .all : portion(record[columns.object], columns.object, of: record)
  }

  private mutating func portion(
    _ word: String, _ column: Table.Column, of record: Table.Record
  ) -> Portion? {
    switch word {
    case "contested": return .contested
    case "unknown": return .unknown
    default: break
    }
    for (prefix, portion) in Portion.ofParties {
      guard let id = word.rest(after: prefix) else { continue }
      return party(id, column, of: record).map(portion)
    }
    log.error(
      record, column,
      "\(column.name) \"\(word)\" says nothing about the ground: write contested, unknown, "
        + "held_by:ACTOR, won_by:ACTOR or lost_by:ACTOR, or leave it empty for all")
    return nil
  }

  /// What surrounds a place; nothing is named by an empty object. The outer value is nil, with an
  /// entry, if it is neither a party nor a region.
  mutating func besieger(_ record: Table.Record) -> Besieger?? {
    guard !record.isEmpty(columns.object) else { return .some(nil) }
    let id = record[columns.object]
    if let place = targets.placeIDs[id] {
      if targets.places[place].isRegion { return .some(.region(place)) }
      log.error(
        record, columns.object,
        "\"\(id)\" is a single place and cannot surround anything: name a region, an actor or a side"
      )
      return nil
    }
    return party(id, columns.object, of: record).map { .some(.party($0)) }
  }

  private mutating func party(
    _ id: String, _ column: Table.Column, of record: Table.Record
  ) -> Party? {
    if let actor = targets.actorIDs[id] { return Party(id: id, actors: [actor]) }
    let allies = targets.actors.indices.filter { targets.actors[$0].side == id }
    if !allies.isEmpty { return Party(id: id, actors: Set(allies)) }
    guard id.isEmpty || !targets.actorIDs.contains(id) else { return nil }
    let known = Array(targets.actorIDs.known) + targets.actors.map(\.side)
    let hint = log.suggestion(for: id, among: Set(known))
    log.error(
      record, column,
      id.isEmpty
        ? "\(column.name) names nobody: write an actor or a side of actors.csv after the colon"
        : "unknown actor or side \"\(id)\" in \(column.name): actors.csv has neither\(hint)")
    return nil
  }

  private mutating func place(
    _ id: String, _ column: Table.Column, of record: Table.Record
  ) -> PlaceID? {
    log.reference(to: id, column, of: record, to: "places.csv", targets.placeIDs)
  }
}

extension Portion {
  /// The words that a party follows.
  fileprivate static let ofParties: [(prefix: String, portion: @Sendable (Party) -> Portion)] = [
    ("held_by:", { .held($0) }), ("won_by:", { .won($0) }), ("lost_by:", { .lost($0) }),
  ]

  /// Whether a word in the place of an end means a portion, rather than a place.
  fileprivate static func isMeant(by word: String) -> Bool {
    word == "contested" || word == "unknown"
      || ofParties.contains { word.rest(after: $0.prefix) != nil }
  }
}

extension String {
  /// What follows a beginning; nil if it does not begin so.
  fileprivate func rest(after prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
