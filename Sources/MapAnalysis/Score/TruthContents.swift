internal import CSV
internal import Diagnostics
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Theatre

/// A table of points.
extension TruthReader {
  mutating func readPoints(_ input: InputFile, column name: String) -> [Truth.Point]? {
    let columns = ["longitude", "latitude", name]
    guard let table = Table(input, columns: columns, log: &log) else { return nil }
    let held = table[name]
    var points: [Truth.Point] = []
    points.reserveCapacity(table.count)
    let (longitude, latitude) = (table["longitude"], table["latitude"])
    for record in table.records {
      let position = log.position(of: record, longitude, latitude)
      let holder = holder(record[held], in: name, at: record.location(of: held))
      guard let position, let holder else { continue }
      points.append(Truth.Point(position, heldBy: holder, at: record.location))
    }
    if points.isEmpty, !log.diagnostics.containsError {
      log.error(
        file, SourceLocation(line: 1, column: 1),
        "the table has no point: below its header there is a row for each")
    }
    return points
  }
}

extension DiagnosticLog {
  /// A position, or nil and a log entry if the fields do not hold one.
  fileprivate mutating func position(
    of record: Table.Record, _ first: Table.Column, _ second: Table.Column
  ) -> Position? {
    let longitude = number(first, of: record)
    let latitude = number(second, of: record)
    guard let longitude, let latitude else { return nil }
    let position = Position(longitude: longitude, latitude: latitude)
    guard !position.isOnEarth else { return position }
    let isMirroredOnEarth = Position(longitude: latitude, latitude: longitude).isOnEarth
    let hint = isMirroredOnEarth ? "; are longitude and latitude swapped?" : ""
    if (-90...90).contains(latitude) {
      error(record, first, "longitude \(record[first]) is not between -180 and 180\(hint)")
    } else {
      error(record, second, "latitude \(record[second]) is not between -90 and 90\(hint)")
    }
    return nil
  }
}

/// Features with polygons.
extension TruthReader {
  mutating func readAreas(_ input: InputFile, property: String) -> [Truth.Area]? {
    let source = SourceText(input.bytes)
    let features: [ReadFeature]
    do throws(JSONError) {
      features = try readGeoJSON(source)
    } catch {
      log.error(file, source.location(ofByte: error.offset), error.message)
      return nil
    }
    let shaped = features.filter { !($0.shape?.polygons ?? []).isEmpty }
    guard !shaped.isEmpty else {
      log.error(
        file, SourceLocation(line: 1, column: 1),
        "no feature has polygons: points are read from a CSV table with the columns longitude, "
          + "latitude and held_by")
      return nil
    }
    let layers = shaped.filter { $0.string("layer") == "control" }
    let valid = (layers.isEmpty ? shaped : layers).filter { $0.isSo(on: day) }
    guard !valid.isEmpty else {
      log.error(
        file, SourceLocation(line: 1, column: 1),
        "no feature has \(day) between its start and end")
      return nil
    }
    return valid.compactMap { area($0, property, source) }
  }

  private mutating func area(
    _ feature: ReadFeature, _ property: String, _ source: SourceText
  ) -> Truth.Area? {
    guard let value = feature.properties[property] else {
      let known = feature.propertyNames.joined(separator: ", ")
      log.error(
        file, source.location(ofByte: feature.offset),
        "the feature has no property \"\(property)\", which holds the holder: name another with "
          + "--property" + (known.isEmpty ? "; it has none" : "; it has \(known)"))
      return nil
    }
    guard value.isNull || value.string != nil else {
      log.error(
        file, source.location(ofByte: value.offset),
        "\(property) is a string or null, but this is \(value.kindName)")
      return nil
    }
    let holder = holder(
      (value.string ?? "").trimmed, in: property, at: source.location(ofByte: value.offset))
    return holder.map {
      Truth.Area(
        feature.shape?.polygons ?? [], heldBy: $0,
        at: source.location(ofByte: feature.shapeOffset))
    }
  }
}

extension ReadFeature {
  fileprivate var propertyNames: [String] {
    guard case .object(let members) = properties.kind else { return [] }
    return members.map(\.key)
  }

  /// Whether a feature holds on a day by its `start` and `end`; one that lacks both always holds.
  fileprivate func isSo(on day: Day) -> Bool {
    guard let start = date("start"), let end = date("end") else { return true }
    return start <= day && day < end
  }

  /// The day of a date-time, as in `2016-11-04T00:00:00Z`.
  private func date(_ name: String) -> Day? {
    string(name).flatMap { Day(String($0.prefix(10))) }
  }
}
