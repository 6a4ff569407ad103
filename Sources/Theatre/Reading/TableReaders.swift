internal import CSV
internal import Diagnostics
internal import Geometry
internal import TypedIndices

/// One reader for each table: rows into values, faults into the log.
extension TheatreReader {
  /// What areas are counted under beside the actors' ids.
  private static let reservedActorIDs: Set<String> = ["contested", "unknown"]

  /// The actors, and their sides; nil for the sides if they cannot all be told.
  mutating func readActors()
    -> (actors: IndexedArray<ActorID, Actor>, ids: Identifiers<Actor>, sides: Set<String>?)
  {
    guard let table = table("actors.csv", ["id", "name", "side", "color"]) else {
      return ([], Identifiers(of: nil), nil)
    }
    var actors: IndexedArray<ActorID, Actor> = []
    var ids = Identifiers<Actor>(of: table)
    var sides: Set<String>? = table.isComplete ? [] : nil
    for record in table.records {
      let claim = ids.claim(record, log: &log)
      let side = record[table["side"]]
      sides?.insert(side)
      if side.isEmpty {
        sides = nil
        log.error(record, table["side"], "the side is empty: name the actor's bloc")
      }
      let color = record[table["color"]]
      if !color.isHexColor {
        log.error(
          record, table["color"],
          "the color \"\(color)\" is not valid: write it as #rrggbb, for example #1f77b4")
      }
      let name = log.name(of: record, table["name"])
      guard let claim, let name, !side.isEmpty, color.isHexColor else { continue }
      if Self.reservedActorIDs.contains(claim.id) {
        log.error(
          record, table["id"],
          "the id \"\(claim.id)\" is taken for ground in that state: choose another")
      }
      ids.place(claim, at: actors.endIndex)
      actors.append(
        Actor(
          id: claim.id, name: name, side: side, color: color,
          location: record.location(of: table["side"])))
    }
    return (actors, ids, sides)
  }

  mutating func readSources(
    sides: Set<String>?
  ) -> (sources: IndexedArray<SourceID, Source>, ids: Identifiers<Source>) {
    let columns = [
      "id", "title", "publisher", "published", "reliability", "favours", "licence", "note",
    ]
    guard let table = table("sources.csv", columns) else { return ([], Identifiers(of: nil)) }
    var sources: IndexedArray<SourceID, Source> = []
    var ids = Identifiers<Source>(of: table)
    for record in table.records {
      let claim = ids.claim(record, log: &log)
      let published = log.optionalDay(table["published"], of: record)
      let reliability: Reliability? = log.word(table["reliability"], of: record)
      let favours = record[table["favours"]]
      if !favours.isEmpty {
        log.refuse(
          unknownSide: favours, in: table.file, at: record.location(of: table["favours"]),
          among: sides)
      }
      let title = log.line(table["title"], of: record)
      let publisher = log.line(table["publisher"], of: record)
      guard let claim, let published, let reliability else { continue }
      ids.place(claim, at: sources.endIndex)
      sources.append(
        Source(
          id: claim.id, title: title, publisher: publisher,
          origin: record[table["origin"]].onOneLine, published: published,
          reliability: reliability, favours: favours.isEmpty ? nil : favours,
          licence: record[table["licence"]].onOneLine, note: record[table["note"]]))
    }
    return (sources, ids)
  }

  mutating func readIncidents(
    places: Identifiers<Place>, sources: Identifiers<Source>
  ) -> [Incident] {
    let file = "incidents.csv"
    let columns = ["id", "date", "place", "kind", "source", "paragraph", "note"]
    guard folder.contains(file), let table = table(file, columns) else { return [] }
    var incidents: [Incident] = []
    var ids = Identifiers<Incident>(of: table)
    for record in table.records {
      let claim = ids.claim(record, log: &log)
      let date = log.date(table["date"], of: record)
      let place = log.reference(table["place"], of: record, to: "places.csv", places)
      let source = log.reference(table["source"], of: record, to: "sources.csv", sources)
      guard let claim, let date, let place, let source else { continue }
      incidents.append(
        Incident(
          id: claim.id, date: date, place: place, kind: record[table["kind"]].onOneLine,
          source: source,
          paragraph: record[table["paragraph"]].onOneLine, note: record[table["note"]],
          location: record.location))
    }
    return incidents
  }
}

extension String {
  /// Whether this is a colour as `#rrggbb`.
  fileprivate var isHexColor: Bool {
    utf8.count == 7 && hasPrefix("#") && dropFirst().allSatisfy(\.isHexDigit)
  }
}
