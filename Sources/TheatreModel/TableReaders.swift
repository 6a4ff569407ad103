internal import GeoJSON
internal import Geometry

/// One reader for each table: rows into values, faults into the log.
extension TheatreReader {
  /// What areas are counted under beside the actors' ids.
  private static let reservedActorIDs: Set<String> = ["contested", "unknown"]

  /// The actors, and their sides; nil for the sides if they cannot all be told.
  mutating func readActors() -> (actors: [Actor], ids: Identifiers, sides: Set<String>?) {
    var actors: [Actor] = []
    let file = "actors.csv"
    let table = table(file, ["id", "name", "side", "color"])
    var ids = Identifiers(of: table)
    var sides: Set<String>? = table?.isComplete == true ? [] : nil
    for record in table?.records ?? [] {
      let id = ids.claim(record, in: file, log: &log)
      let side = record["side"]
      sides?.insert(side)
      if side.isEmpty {
        sides = nil
        log.error(file, record.location(of: "side"), "the side is empty: name the actor's bloc")
      }
      let color = record["color"]
      if !color.isHexColor {
        log.error(
          file, record.location(of: "color"),
          "the color \"\(color)\" is none: write it as #rrggbb, for example #1f77b4")
      }
      let name = log.name(of: record, in: file)
      guard let id, let name, !side.isEmpty, color.isHexColor else { continue }
      if Self.reservedActorIDs.contains(id) {
        log.error(
          file, record.location(of: "id"),
          "the id \"\(id)\" is taken for ground in that state: choose another")
      }
      ids.place(id, at: actors.count)
      actors.append(Actor(id: id, name: name, side: side, color: color))
    }
    return (actors, ids, sides)
  }

  mutating func readSources(sides: Set<String>?) -> (sources: [Source], ids: Identifiers) {
    var sources: [Source] = []
    let file = "sources.csv"
    let columns = [
      "id", "title", "publisher", "published", "reliability", "favours", "licence", "note",
    ]
    let table = table(file, columns)
    var ids = Identifiers(of: table)
    for record in table?.records ?? [] {
      let id = ids.claim(record, in: file, log: &log)
      let published = log.optionalDay("published", of: record, in: file)
      let reliability: Reliability? = log.word("reliability", of: record, in: file)
      let favours = record["favours"]
      if !favours.isEmpty {
        log.refuse(
          unknownSide: favours, in: file, at: record.location(of: "favours"), among: sides)
      }
      guard let id, let published, let reliability else { continue }
      ids.place(id, at: sources.count)
      sources.append(
        Source(
          id: id, title: record["title"], publisher: record["publisher"], published: published,
          reliability: reliability, favours: favours.isEmpty ? nil : favours,
          licence: record["licence"], note: record["note"]))
    }
    return (sources, ids)
  }

  mutating func readReports(
    places: Identifiers, actors: Identifiers, sources: Identifiers
  ) -> [Report] {
    var reports: [Report] = []
    let file = "reports.csv"
    let columns = [
      "id", "date", "place", "actor", "status", "source", "paragraph", "credibility", "note",
    ]
    let table = table(file, columns)
    var ids = Identifiers(of: table)
    for record in table?.records ?? [] {
      let id = ids.claim(record, in: file, log: &log)
      let date = log.date("date", of: record, in: file)
      let reported = log.optionalDay("reported", of: record, in: file)
      let place = log.reference("place", of: record, in: file, to: "places.csv", places)
      let actor = log.reference("actor", of: record, in: file, to: "actors.csv", actors)
      let status: ControlStatus? = log.word("status", of: record, in: file)
      let source = log.reference("source", of: record, in: file, to: "sources.csv", sources)
      let credibility = credibility(of: record, in: file)
      guard let id, let date, let reported, let place, let actor, let status, let source,
        let credibility
      else { continue }
      reports.append(
        Report(
          id: id, date: date, reported: reported, place: place, actor: actor, status: status,
          source: source, paragraph: record["paragraph"], credibility: credibility,
          note: record["note"], location: record.location))
    }
    return reports
  }

  private mutating func credibility(of record: Table.Record, in file: String) -> Credibility? {
    let text = record["credibility"]
    if text.isEmpty { return .cannotBeJudged }
    if let credibility = Int(text).flatMap(Credibility.init) { return credibility }
    log.error(
      file, record.location(of: "credibility"),
      "unknown credibility \"\(text)\": write 1 (confirmed) to 5 (improbable), or 6 (cannot be "
        + "judged)")
    return nil
  }

  mutating func readIncidents(places: Identifiers, sources: Identifiers) -> [Incident] {
    let file = "incidents.csv"
    guard folder.contains(file) else { return [] }
    var incidents: [Incident] = []
    let table = table(file, ["id", "date", "place", "kind", "source", "paragraph", "note"])
    var ids = Identifiers(of: table)
    for record in table?.records ?? [] {
      let id = ids.claim(record, in: file, log: &log)
      let date = log.date("date", of: record, in: file)
      let place = log.reference("place", of: record, in: file, to: "places.csv", places)
      let source = log.reference("source", of: record, in: file, to: "sources.csv", sources)
      guard let id, let date, let place, let source else { continue }
      incidents.append(
        Incident(
          id: id, date: date, place: place, kind: record["kind"], source: source,
          paragraph: record["paragraph"], note: record["note"], location: record.location))
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
