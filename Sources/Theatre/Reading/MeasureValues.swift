internal import CSV
internal import Diagnostics

/// Numbers, units and days of a row of `measures.csv`.
extension MeasuresReader {
  /// More than any length or area on Earth in any of the units.
  private static let largest = 1e9

  /// A number with its unit, or nil with entries for all that is wrong with it.
  mutating func number(
    _ record: Table.Record, _ column: Table.Column, _ unitColumn: Table.Column?,
    in units: [MeasureUnit]
  ) -> StatedNumber? {
    let value = log.number(column, of: record)
    let approximation = column.name == columns.value.name ? approximation(of: record) : nil
    let bound = column.name == columns.value.name ? bound(of: record) : nil
    var unit: MeasureUnit?
    if let unitColumn {
      unit = units.first { $0.rawValue == record[unitColumn] }
      if unit == nil { refuseUnit(record, unitColumn, known: units.map(\.rawValue)) }
    }
    guard let value, unitColumn == nil || unit != nil else { return nil }
    guard (0...Self.largest).contains(value) else {
      log.error(
        record, column,
        "\(column.name) \(record[column]) is not an amount: write a number from 0 to 1,000,000,000, "
          + "without a sign")
      return nil
    }
    return StatedNumber(
      value: value, unit: unit, rounding: Double.halfUnit(of: record[column]),
      approximation: approximation, bound: bound)
  }

  private mutating func approximation(of record: Table.Record) -> Double? {
    guard !record.isEmpty(columns.approximation) else { return nil }
    guard let number = log.number(columns.approximation, of: record) else { return nil }
    guard (0...Self.largest).contains(number) else {
      log.error(
        record, columns.approximation,
        "approx \(record[columns.approximation]) is not an amount: write how far the value may be off, "
          + "in its unit and without a sign")
      return nil
    }
    return number
  }

  private mutating func bound(of record: Table.Record) -> StatedNumber.Bound? {
    record.isEmpty(columns.bound) ? nil : log.word(columns.bound, of: record)
  }

  /// Logs a value of `approx` or `bound` in a row whose kind knows neither.
  mutating func refuseLatitude(_ record: Table.Record) {
    for column in [columns.approximation, columns.bound] where !record.isEmpty(column) {
      log.error(
        record, column,
        "\(column.name) is for distances, areas and counts: leave it empty in a row of kind "
          + record[columns.kind])
    }
  }

  /// Logs a unit that does not fit the row's kind.
  mutating func requireUnit(_ known: [String], of record: Table.Record) {
    guard !known.contains(record[columns.unit]) else { return }
    refuseUnit(record, columns.unit, known: known)
  }

  private mutating func refuseUnit(
    _ record: Table.Record, _ column: Table.Column, known: [String]
  ) {
    let remedy = known == [""] ? "leave it empty" : "write \(known.joined(separator: " or "))"
    let unit = record[column]
    log.error(
      record, column,
      unit.isEmpty
        ? "\(column.name) is empty: \(remedy)"
        : "\(column.name) \"\(unit)\" does not fit a row of kind \(record[columns.kind]): \(remedy)"
    )
  }

  /// The date; the outer value is nil if there is text and it is not a date.
  mutating func optionalDate(of record: Table.Record) -> FuzzyDate?? {
    guard !record.isEmpty(columns.asOf) else { return .some(nil) }
    return log.date(columns.asOf, of: record).map { .some($0) }
  }

  /// The days of the maps that a statement is compared with; the outer value is nil, with an entry, if
  /// it needs some and they cannot be told.
  mutating func days(
    of record: Table.Record, _ date: FuzzyDate?, for statement: Measure.Statement
  ) -> ClosedRange<Day>?? {
    guard let need = statement.need else { return .some(nil) }
    guard let date else {
      log.error(
        record, columns.asOf,
        "as_of is empty, and \(need.reason): write the day, as in 2016-10-31")
      return nil
    }
    guard let first = date.earliest, let last = date.latest else {
      log.error(record, columns.asOf, "\"\(date.text)\" is open: name its first and its last day")
      return nil
    }
    guard let theatre = targets.days else { return .some(first...last) }
    guard theatre.contains(first), theatre.contains(last) else {
      log.error(
        record, columns.asOf,
        "as_of \(date.text) is outside the theatre, which runs from \(theatre.lowerBound) to "
          + "\(theatre.upperBound.previous)")
      return nil
    }
    guard !need.isChange || theatre.lowerBound < first else {
      log.error(
        record, columns.asOf,
        "as_of \(date.text) begins on the theatre's first day, but there is no map of the day before "
          + "it: let it begin later")
      return nil
    }
    return .some(first...last)
  }
}

extension Measure.Statement {
  /// Why a map is needed to judge it, and whether one of the day before too; nil if none is.
  fileprivate var need: (reason: String, isChange: Bool)? {
    switch self {
    case .distance(let from, let to, _), .direction(let from, let to, _):
      let needs = [from, to].compactMap(\.need)
      return needs.first.map { ($0.reason, needs.contains(where: \.isChange)) }
    case .conversion, .encirclement(_, by: .region, _): return nil
    case .area(let portion, _, _): return ("an area belongs to a day", portion.isChange)
    case .encirclement: return ("who surrounds whom changes from day to day", false)
    case .count(.all, _, _, _): return nil
    case .count(let portion, _, _, _): return ("who holds what changes", portion.isChange)
    }
  }
}

extension MeasureEnd {
  fileprivate var need: (reason: String, isChange: Bool)? {
    switch self {
    case .place, .edge, .portion(.all, _): nil
    case .front: ("the front moves", false)
    case .portion(let portion, _): ("who holds what changes", portion.isChange)
    }
  }
}
