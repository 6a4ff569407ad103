internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import Geometry
internal import JSON
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// A table of what every place was on every date, in CSV (RFC 4180): what `status` says, a row for each place.
struct StatusTable {
  /// The line of names.
  static let header = Array(
    ("date,place,name,longitude,latitude,holder,side,status,attackers,encircled_by,report,source,"
      + "confidence,inferred_km,disputed,date_uncertain\r\n").utf8)

  private let tracker: FrontTracker
  private let replay: MapReplay
  private let quotesFormulas: Bool
  private var rows: IndexedArray<PlaceID, Row?>
  private var placeOfNumber: [Int: PlaceID] = [:]

  /// A place's cells but for those that differ from day to day.
  private struct Row {
    let number: Int
    let state: CellState
    let head: [UInt8]
    let tail: [UInt8]
  }

  /// - Parameter quotesFormulas: whether a text that a spreadsheet would take for a formula gets an
  ///   apostrophe before it.
  init(_ tracker: FrontTracker, quotesFormulas: Bool) {
    self.tracker = tracker
    self.quotesFormulas = quotesFormulas
    replay = MapReplay(tracker.map, .places)
    rows = IndexedArray(repeating: nil, count: tracker.theatre.places.count)
  }

  /// Moves on to a day and gives its rows, in the order of `places.csv`.
  ///
  /// - Complexity: O(*n*), for *n* places.
  mutating func rows(on day: Day) throws(MapError) -> [UInt8] {
    while let next = replay.nextDay, next <= day, let delta = try replay.advance() {
      for number in delta[PlaceLayer.self].ended {
        guard let place = placeOfNumber.removeValue(forKey: number) else { continue }
        if rows[place]?.number == number { rows[place] = nil }
      }
      for (number, item) in replay.items(of: PlaceLayer.self, delta[PlaceLayer.self].begun) {
        placeOfNumber[number] = item.place
        rows[item.place] = row(item, number)
      }
    }
    let date = Array("\(day)".utf8)
    var bytes: [UInt8] = []
    for case let row? in rows {
      bytes += date
      bytes += row.head
      let confidence = tracker.confidence(in: row.state, on: day)?.value
      if let confidence { JSON.decimal(confidence, places: 3).write(to: &bytes) }
      bytes += row.tail
    }
    return bytes
  }

  private func row(_ item: PlaceState, _ number: Int) -> Row {
    let theatre = tracker.theatre
    let place = theatre.places[item.place]
    let state = item.cell.state
    let holder = state.holder.map { theatre.actors[$0] }
    let report = item.cell.interval.flatMap(\.decidedBy.first).map { theatre.reports[$0] }
    let head: [CSVCell] = [
      .text(place.id), .text(place.name), .number(place.position.longitude, places: 6),
      .number(place.position.latitude, places: 6), .text(holder?.id), .text(holder?.side),
      .text(state.status.rawValue), .list(state.attackers.map { theatre.actors[$0].id }),
      .list(state.encirclers.map { theatre.actors[$0].id }), .text(report?.id),
      .text(report.map { theatre.sources[$0.source].id }),
    ]
    let tail: [CSVCell] = [
      .number(item.cell.inference?.distanceInKilometers, places: 3),
      .bool(item.cell.interval?.isDisputed ?? false), .bool(!item.cell.alternatives.isEmpty),
    ]
    return Row(
      number: number, state: item.cell, head: Array(",\(text(of: head)),".utf8),
      tail: Array(",\(text(of: tail))\r\n".utf8))
  }

  private func text(of cells: [CSVCell]) -> String {
    cells.map { $0.text(quotingFormulas: quotesFormulas) }.joined(separator: ",")
  }
}

/// A value as a table holds it.
enum CSVCell {
  case text(String?)
  /// Several, with a bar between them, as in the tables of a theatre.
  case list([String])
  case number(Double?, places: Int)
  case bool(Bool)

  /// The cell, in quotation marks where it needs them.
  ///
  /// A spreadsheet takes a text that begins with =, +, - or @ for a formula and runs it. Names come from
  /// whoever wrote the theatre, so such a text can get an apostrophe before it. Numbers stay numbers.
  func text(quotingFormulas: Bool) -> String {
    switch self {
    case .text(let value): Self.quoted(value ?? "", quotingFormulas)
    case .list(let values): Self.quoted(values.joined(separator: "|"), quotingFormulas)
    case .number(let value, let places):
      value.map { JSON.decimal($0, places: places).compact } ?? ""
    case .bool(let value): value ? "true" : "false"
    }
  }

  private static func quoted(_ value: String, _ quotingFormulas: Bool) -> String {
    // By bytes: a carriage return and a line feed are one character, and any character may be followed
    // by a mark that makes it another.
    let isFormula = value.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    let safe = isFormula && quotingFormulas ? "'\(value)" : value
    guard safe.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return safe }
    var quoted = "\""
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
