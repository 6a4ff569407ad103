internal import CSV
internal import Diagnostics
internal import Geometry
internal import TypedIndices

/// The columns of `places.csv`.
private struct PlaceColumns: TableColumns {
  let id: Table.Column
  let name: Table.Column
  let aliases: Table.Column
  let kind: Table.Column
  let latitude: Table.Column
  let longitude: Table.Column
  let precision: Table.Column
  let parent: Table.Column
  let source: Table.Column
  let note: Table.Column

  init(_ columns: inout ColumnFinder) {
    id = columns.required("id")
    name = columns.required("name")
    aliases = columns.required("aliases")
    kind = columns.required("kind")
    latitude = columns.required("latitude")
    longitude = columns.required("longitude")
    precision = columns.required("precision_km")
    parent = columns.required("parent")
    source = columns.required("source")
    note = columns.required("note")
  }
}

/// A row of `places.csv` before its parent is known.
private struct PlaceRow {
  let id: String
  let name: String
  let record: Table.Record
  let position: Position
  let precision: Double?
  var parent: PlaceID?
}

/// The coordinate table: positions, then the hierarchy.
struct ReadPlaces: Sendable {
  private(set) var places: IndexedArray<PlaceID, Place> = []
  private(set) var ids = Identifiers<Place>(of: nil)
  private(set) var log = DiagnosticLog()

  init(_ input: InputFile?) {
    guard let (table, columns) = PlaceColumns.open(input, log: &log) else { return }
    ids = Identifiers(of: table)
    var rows = log.rows(of: table, columns, &ids)
    for index in rows.indices where !rows[index].record.isEmpty(columns.parent) {
      rows[index].parent = log.reference(
        columns.parent, of: rows[index].record, to: table.file, ids)
    }
    log.refuseCircles(among: &rows, columns)
    log.refuseDeepNesting(among: &rows, columns)
    var isParent = IndexedArray<PlaceID, Bool>(repeating: false, count: rows.count)
    for parent in rows.lazy.compactMap(\.parent) { isParent[parent] = true }
    var kinds = Repeated<String>()
    places = IndexedArray(
      zip(rows, isParent).map { $0.place(isParent: $1, columns, &kinds) })
  }
}

extension DiagnosticLog {
  /// The rows that could be read, their parents not yet looked at.
  fileprivate mutating func rows(
    of table: Table, _ columns: PlaceColumns, _ ids: inout Identifiers<Place>
  ) -> IndexedArray<PlaceID, PlaceRow> {
    var rows: IndexedArray<PlaceID, PlaceRow> = []
    rows.reserveCapacity(table.count)
    for record in table.records {
      let claim = ids.claim(record, log: &self)
      let position = position(of: record, columns)
      let precision = precision(of: record, columns.precision)
      let name = name(of: record, columns.name)
      guard let claim, let position, let precision, let name else { continue }
      ids.place(claim, at: rows.endIndex)
      rows.append(
        PlaceRow(
          id: claim.id, name: name, record: record, position: position, precision: precision))
    }
    return rows
  }

  private mutating func position(of record: Table.Record, _ columns: PlaceColumns) -> Position? {
    let latitude = number(columns.latitude, of: record)
    let longitude = number(columns.longitude, of: record)
    guard let latitude, let longitude else { return nil }
    let isLatitude = (-90...90).contains(latitude)
    let isLongitude = (-180...180).contains(longitude)
    if !isLatitude {
      let hint =
        (-90...90).contains(longitude) && (-180...180).contains(latitude)
        ? "; are latitude and longitude swapped?" : ""
      error(
        record, columns.latitude,
        "latitude \(record[columns.latitude]) is not between -90 and 90\(hint)")
    }
    if !isLongitude {
      error(
        record, columns.longitude,
        "longitude \(record[columns.longitude]) is not between -180 and 180")
    }
    guard isLatitude, isLongitude else { return nil }
    return Position(longitude: longitude, latitude: latitude)
  }

  /// The precision in kilometres; the outer value is nil if there is text and it is not a length.
  private mutating func precision(of record: Table.Record, _ column: Table.Column) -> Double?? {
    guard !record.isEmpty(column) else { return .some(nil) }
    guard let number = number(column, of: record) else { return nil }
    // No place on Earth is farther from another than half the circumference.
    guard (0...20_100).contains(number) else {
      error(
        record, column,
        "a precision lies between 0 and 20,100 kilometres, but this is \(record[column])")
      return nil
    }
    return .some(number)
  }

  /// Logs each circle of parents once and breaks it.
  fileprivate mutating func refuseCircles(
    among rows: inout IndexedArray<PlaceID, PlaceRow>, _ columns: PlaceColumns
  ) {
    // 0 not looked at, 1 on the way up, 2 known to end at the top.
    var marks = IndexedArray<PlaceID, Int>(repeating: 0, count: rows.count)
    for start in rows.indices where marks[start] == 0 {
      var path: [PlaceID] = []
      var current: PlaceID? = start
      while let index = current, marks[index] == 0 {
        marks[index] = 1
        path.append(index)
        current = rows[index].parent
      }
      if let index = current, marks[index] == 1, let first = path.firstIndex(of: index) {
        let circle = path[first...].map { rows[$0].id } + [rows[index].id]
        error(
          rows[index].record, columns.parent,
          "the parents go in a circle: \(circle.joined(separator: " → "))")
        rows[index].parent = nil
      }
      for index in path { marks[index] = 2 }
    }
  }
}

extension DiagnosticLog {
  /// How many places above another the hierarchy may have. A country has five or six levels; without a limit a
  /// look at all places above each of many would have no end.
  private static let mostLevels = 100

  /// Logs the places that have too many above them, each chain of them once, and cuts it there.
  fileprivate mutating func refuseDeepNesting(
    among rows: inout IndexedArray<PlaceID, PlaceRow>, _ columns: PlaceColumns
  ) {
    var depths = IndexedArray<PlaceID, Int>(repeating: -1, count: rows.count)
    for start in rows.indices {
      var path: [PlaceID] = []
      var current: PlaceID? = start
      while let index = current, depths[index] < 0 {
        path.append(index)
        current = rows[index].parent
      }
      for index in path.reversed() {
        depths[index] = rows[index].parent.map { depths[$0] + 1 } ?? 0
        guard depths[index] > Self.mostLevels else { continue }
        error(
          rows[index].record, columns.parent,
          "\"\(rows[index].id)\" has more than \(Self.mostLevels) places above it: take some levels of the "
            + "hierarchy out")
        rows[index].parent = nil
        depths[index] = 0
      }
    }
  }
}

extension PlaceRow {
  fileprivate func place(
    isParent: Bool, _ columns: PlaceColumns, _ kinds: inout Repeated<String>
  ) -> Place {
    let kind = kinds.read(columns.kind, of: record) { record[columns.kind].onOneLine } ?? ""
    return Place(
      id: id, name: name, aliases: aliases(columns.aliases), kind: kind, position: position,
      precisionInKilometers: precision, parent: parent, source: record[columns.source].onOneLine,
      note: record[columns.note], isRegion: isParent || Place.regionKinds.contains(kind),
      location: record.location(of: columns.latitude))
  }

  private func aliases(_ column: Table.Column) -> [String] {
    guard !record.isEmpty(column) else { return [] }
    // By bytes: a bar is one byte and never part of another letter, and comparing letters costs far more.
    var text = record[column]
    return text.withUTF8 { bytes in
      bytes.split(separator: UInt8(ascii: "|")).map { part in
        let alias = String(decoding: part, as: UTF8.self).onOneLine
        return UnsafeBufferPointer(rebasing: part).hasPlainEnds ? alias : alias.trimmed
      }
    }.filter { !$0.isEmpty }
  }
}
