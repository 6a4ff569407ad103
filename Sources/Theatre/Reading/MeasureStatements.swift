internal import CSV
internal import Diagnostics
internal import Geometry

/// The statements, one for each kind.
extension MeasuresReader {
  mutating func distance(_ record: Table.Record) -> Measure.Statement? {
    let number = number(record, columns.value, columns.unit, in: MeasureUnit.lengths)
    guard let (start, end) = ends(record), let number else { return nil }
    return .distance(from: start, to: end, number)
  }

  mutating func direction(_ record: Table.Record) -> Measure.Statement? {
    let point: CompassPoint? = log.word(columns.value, of: record)
    requireUnit(["compass"], of: record)
    refuseLatitude(record)
    guard let (subject, object) = ends(record), let point else { return nil }
    return .direction(of: subject, from: object, point)
  }

  mutating func area(_ record: Table.Record) -> Measure.Statement? {
    let number = number(record, columns.value, columns.unit, in: MeasureUnit.areas)
    let region = region(record)
    let portion = portion(record)
    guard let number, let region, let portion else { return nil }
    return .area(portion, in: region, number)
  }

  mutating func conversion(_ record: Table.Record) -> Measure.Statement? {
    refuseLatitude(record)
    for column in [columns.subject, columns.object] where !record.isEmpty(column) {
      _ = end(record, column)
    }
    let all = MeasureUnit.allCases
    let first = number(record, columns.value, columns.unit, in: all)
    let second = number(record, columns.secondValue, columns.secondUnit, in: all)
    guard let first, let second, let one = first.unit, let other = second.unit else { return nil }
    guard one != other, one.isArea == other.isArea else {
      let others = (one.isArea ? MeasureUnit.areas : MeasureUnit.lengths).filter { $0 != one }
      log.error(
        record, columns.secondUnit,
        "\(other.rawValue) is not another unit for \(one.rawValue): write one of "
          + others.map(\.rawValue).joined(separator: ", "))
      return nil
    }
    return .conversion(first, second)
  }

  mutating func encirclement(_ record: Table.Record) -> Measure.Statement? {
    refuseLatitude(record)
    requireUnit([""], of: record)
    let place = log.reference(
      columns.subject, of: record, to: "places.csv", targets.placeIDs)
    let besieger = besieger(record)
    let word = record[columns.value]
    if word != "yes", word != "no" {
      log.error(
        record, columns.value,
        "the value \"\(word)\" is neither yes nor no: write yes if the place is surrounded, no if it is not"
      )
      return nil
    }
    guard let place, let besieger else { return nil }
    return .encirclement(of: place, by: besieger, isSo: word == "yes")
  }

  mutating func count(_ record: Table.Record) -> Measure.Statement? {
    let number = number(record, columns.value, nil, in: [])
    let region = region(record)
    let portion = portion(record)
    let unit = record[columns.unit]
    let counted: Counted
    switch unit {
    case "places": counted = .places
    case "banks": counted = .banks
    default:
      guard kindsOfPlaces.contains(unit) else {
        let known = (kindsOfPlaces.sorted() + ["places", "banks"]).filter { !$0.isEmpty }
        log.error(
          record, columns.unit,
          "the unit \"\(unit)\" cannot be counted: write places, banks, or a kind of "
            + "places.csv, one of \(known.dropLast(2).joined(separator: ", "))")
        return nil
      }
      counted = .kind(unit)
    }
    guard let number, let region, let portion else { return nil }
    return .count(portion, in: region, of: counted, number)
  }
}
