internal import GeoJSON
internal import Geometry
internal import JSON
internal import MapFeatures
internal import SQLite
internal import Theatre

/// A GeoPackage 1.3 (OGC 12-128r17) with a table for each layer, an R-tree over each, and the style that
/// QGIS gives it.
///
/// It is made in memory and taken out whole, so that the same map gives the same bytes, and a file is
/// written whole or not at all. At the end it is in memory twice.
struct GeoPackage {
  private let database: Database
  private let stamp: String

  /// Makes a package with no layer in it.
  ///
  /// - Parameter stamp: the day that stands for when it was last changed: the map's, not the machine's.
  init(stamp: Day) throws(SQLiteError) {
    database = try Database()
    self.stamp = "\(stamp)T00:00:00.000Z"
    for statement in GeoPackageSchema.statements { try database.run(statement) }
    try database.insert(
      "INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", GeoPackageSchema.systems)
    // Triggers are added by `finish`, when everything is in; one transaction holds it all.
    try database.run("BEGIN")
  }

  /// Adds a layer with its features, and how QGIS is to draw it.
  ///
  /// - Complexity: O(*n* log *n*), for *n* features.
  func add(_ layer: LayerKind, _ features: [LayerFeature], style: String) throws(SQLiteError) {
    let name = layer.name
    try database.run(GeoPackageSchema.table(of: layer))
    for statement in GeoPackageSchema.index(of: name) { try database.run(statement) }
    var bounds: Box<Position>?
    var boxes: [[Database.Value]] = []
    let rows = features.enumerated().lazy.map { index, item -> [Database.Value] in
      let feature = item.feature(namingLayer: false)
      let geometry = feature.shape.flatMap(GeoPackageGeometry.init)
      if let box = geometry?.bounds {
        bounds = bounds?.union(box) ?? box
        boxes.append([
          .integer(index + 1), .real(box.minimum.longitude), .real(box.maximum.longitude),
          .real(box.minimum.latitude), .real(box.maximum.latitude),
        ])
      }
      return [.integer(index + 1), geometry.map { .blob($0.bytes) } ?? .null]
        + layer.columns.map { column in
          column.name == "end"
            ? .text(item.end.lastMillisecondBefore) : feature[column.name].value(of: column.kind)
        }
    }
    let marks = Array(repeating: "?", count: layer.columns.count + 2).joined(separator: ",")
    try database.insert("INSERT INTO \"\(name)\" VALUES (\(marks))", rows)
    try database.insert("INSERT INTO \"rtree_\(name)_geom\" VALUES (?,?,?,?,?)", boxes)
    for statement in GeoPackageSchema.triggers(of: name) { try database.run(statement) }
    let corners: [Database.Value] =
      bounds.map {
        [
          .real($0.minimum.longitude), .real($0.minimum.latitude), .real($0.maximum.longitude),
          .real($0.maximum.latitude),
        ]
      } ?? [.null, .null, .null, .null]
    try database.insert(
      "INSERT INTO gpkg_contents VALUES (?,'features',?,'',?,?,?,?,?,4326)",
      [[.text(name), .text(name), .text(stamp)] + corners])
    try database.insert(
      "INSERT INTO gpkg_geometry_columns VALUES (?,'geom',?,4326,0,0)",
      [[.text(name), .text(layer.geometry.name)]])
    try database.insert(
      """
      INSERT INTO gpkg_extensions VALUES
      (?,'geom','gpkg_rtree_index','http://www.geopackage.org/spec120/#extension_rtree','write-only')
      """, [[.text(name)]])
    try add(style, of: name)
  }

  private func add(_ style: String, of layer: String) throws(SQLiteError) {
    try database.insert(
      """
      INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
      styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time)
      VALUES ('','',?,'geom',?,?,'',1,'','',?)
      """, [[.text(layer), .text(layer), .text(style), .text(stamp)]])
  }

  /// The bytes of the file.
  consuming func finish() throws(SQLiteError) -> [UInt8] {
    try database.insert(
      "INSERT INTO gpkg_contents VALUES ('layer_styles','attributes','layer_styles','',?,"
        + "NULL,NULL,NULL,NULL,0)", [[.text(stamp)]])
    try database.run("COMMIT")
    return try database.serialized()
  }
}

extension JSON {
  /// The value as a column of a kind holds it. Lists are JSON, as QGIS writes them too.
  fileprivate func value(of kind: LayerColumn.Kind) -> Database.Value {
    switch self {
    case .null: .null
    case .bool(let value): .integer(value ? 1 : 0)
    case .int(let value): kind == .real ? .real(Double(value)) : .integer(value)
    case .decimal(let value, let places): .real(value.rounded(toPlaces: places))
    case .string(let text): kind == .moment ? .text(text.withMilliseconds) : .text(text)
    case .array, .object: .text(compact)
    }
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded(.toNearestOrAwayFromZero) / scale
  }
}

extension Day {
  /// The end of a period that ends before this day.
  ///
  /// QGIS 3.22 has SQLite compare a column with texts such as `2016-11-05T00:00:00.000`, and the standard's Z
  /// makes this day's own beginning the greater text: what ended would stay for a day. A millisecond
  /// earlier the texts and the moments are ordered alike.
  fileprivate var lastMillisecondBefore: String { "\(previous)T23:59:59.999Z" }
}

extension String {
  /// `2016-11-04T00:00:00Z` as a GeoPackage wants it: with thousandths of a second.
  fileprivate var withMilliseconds: String { hasSuffix("Z") ? dropLast() + ".000Z" : self }
}

extension LayerKind.Geometry {
  /// The name of the type in well-known text.
  var name: String {
    switch self {
    case .polygon: "POLYGON"
    case .line: "LINESTRING"
    case .point: "POINT"
    }
  }
}
