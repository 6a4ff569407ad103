internal import GeoJSON
internal import Geometry

/// A row of `places.csv` before its parent is known.
private struct PlaceRow {
  let id: String
  let name: String
  let record: Table.Record
  let position: Position
  let precision: Double?
  var parent: Int?
}

/// The coordinate table: positions, then the hierarchy.
extension TheatreReader {
  mutating func readPlaces() -> (places: [Place], ids: Identifiers) {
    var rows: [PlaceRow] = []
    let columns = [
      "id", "name", "aliases", "kind", "latitude", "longitude", "precision_km", "parent", "source",
      "note",
    ]
    let table = table(Self.places, columns)
    var ids = Identifiers(of: table)
    for record in table?.records ?? [] {
      let id = ids.claim(record, in: Self.places, log: &log)
      let position = position(of: record)
      let precision = precision(of: record)
      let name = log.name(of: record, in: Self.places)
      guard let id, let position, let precision, let name else { continue }
      ids.place(id, at: rows.count)
      rows.append(
        PlaceRow(
          id: id, name: name, record: record, position: position, precision: precision))
    }
    for index in rows.indices where !rows[index].record["parent"].isEmpty {
      rows[index].parent = log.reference(
        "parent", of: rows[index].record, in: Self.places, to: Self.places, ids)
    }
    refuseCircles(among: &rows)
    let parents = Set(rows.compactMap(\.parent))
    let places = rows.indices.map { rows[$0].place(isParent: parents.contains($0)) }
    return (places, ids)
  }

  private static let places = "places.csv"

  private mutating func position(of record: Table.Record) -> Position? {
    let latitude = log.number("latitude", of: record, in: Self.places)
    let longitude = log.number("longitude", of: record, in: Self.places)
    guard let latitude, let longitude else { return nil }
    let isLatitude = (-90...90).contains(latitude)
    let isLongitude = (-180...180).contains(longitude)
    if !isLatitude {
      let hint =
        (-90...90).contains(longitude) && (-180...180).contains(latitude)
        ? "; are latitude and longitude swapped?" : ""
      log.error(
        Self.places, record.location(of: "latitude"),
        "latitude \(record["latitude"]) is not between -90 and 90\(hint)")
    }
    if !isLongitude {
      log.error(
        Self.places, record.location(of: "longitude"),
        "longitude \(record["longitude"]) is not between -180 and 180")
    }
    guard isLatitude, isLongitude else { return nil }
    return Position(longitude: longitude, latitude: latitude)
  }

  /// The precision in kilometres; the outer value is nil if there is text and it is no length.
  private mutating func precision(of record: Table.Record) -> Double?? {
    guard !record["precision_km"].isEmpty else { return .some(nil) }
    guard let number = log.number("precision_km", of: record, in: Self.places) else { return nil }
    // No place on Earth is farther from another than half its girth.
    guard (0...20_100).contains(number) else {
      log.error(
        Self.places, record.location(of: "precision_km"),
        "a precision lies between 0 and 20,100 kilometres, and this is \(record["precision_km"])")
      return nil
    }
    return .some(number)
  }

  /// Logs each circle of parents once and breaks it.
  private mutating func refuseCircles(among rows: inout [PlaceRow]) {
    // 0 not looked at, 1 on the way up, 2 known to end at the top.
    var marks = [Int](repeating: 0, count: rows.count)
    for start in rows.indices where marks[start] == 0 {
      var path: [Int] = []
      var current: Int? = start
      while let index = current, marks[index] == 0 {
        marks[index] = 1
        path.append(index)
        current = rows[index].parent
      }
      if let index = current, marks[index] == 1, let first = path.firstIndex(of: index) {
        let circle = path[first...].map { rows[$0].id } + [rows[index].id]
        log.error(
          Self.places, rows[index].record.location(of: "parent"),
          "the parents go in a circle: \(circle.joined(separator: " → "))")
        rows[index].parent = nil
      }
      for index in path { marks[index] = 2 }
    }
  }
}

extension PlaceRow {
  func place(isParent: Bool) -> Place {
    let kind = record["kind"]
    return Place(
      id: id, name: name,
      aliases: record["aliases"].split(separator: "|").map(\.trimmed).filter { !$0.isEmpty },
      kind: kind, position: position, precisionInKilometers: precision, parent: parent,
      source: record["source"], note: record["note"],
      isRegion: isParent || Place.regionKinds.contains(kind),
      location: record.location(of: "latitude"))
  }
}
