internal import GeoJSON
internal import Geometry
internal import MapFeatures
internal import SQLite
internal import Theatre

/// A GeoPackage 1.3 (OGC 12-128r17) with a table for each layer, an R-tree over each, and the style that
/// QGIS gives it.
///
/// It is made in memory and taken out whole, so that the same map gives the same bytes, and a file is
/// written whole or not at all. Features are put in as they come. At the end it is in memory twice.
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

  /// Begins a layer: its features are added to what is returned.
  func begin(_ layer: LayerKind) throws(SQLiteError) -> GeoPackageTable {
    try database.run(GeoPackageSchema.table(of: layer))
    for statement in GeoPackageSchema.index(of: layer.name) { try database.run(statement) }
    return try GeoPackageTable(layer, in: database)
  }

  /// Ends a layer when all its features are in, and says how QGIS is to draw it.
  ///
  /// - Complexity: O(*n* log *n*), for *n* features.
  func finish(_ table: GeoPackageTable, style: String) throws(SQLiteError) {
    let (layer, name) = (table.layer, table.layer.name)
    let bounds = table.bounds
    try table.indexBoxes(in: database)
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
  consuming func finish() throws(SQLiteError) -> Database.Serialized {
    try database.insert(
      "INSERT INTO gpkg_contents VALUES ('layer_styles','attributes','layer_styles','',?,"
        + "NULL,NULL,NULL,NULL,0)", [[.text(stamp)]])
    try database.run("COMMIT")
    return try database.serialized()
  }
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
