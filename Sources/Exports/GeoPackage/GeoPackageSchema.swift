internal import MapFeatures
internal import SQLite

/// The tables that a GeoPackage must have (OGC 12-128r17, sections 1 and 2.1, and annex F.3), and those of
/// a layer.
enum GeoPackageSchema {
  /// What stands in every package.
  static let statements = [
    "PRAGMA page_size = 4096",
    "PRAGMA application_id = 0x47504B47",  // "GPKG"
    "PRAGMA user_version = 10300",
    """
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
    organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
    description TEXT)
    """,
    """
    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
    identifier TEXT UNIQUE, description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))
    """,
    """
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))
    """,
    """
    CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
    definition TEXT NOT NULL, scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))
    """,
    // QGIS' own table of styles.
    """
    CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT,
    f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT,
    styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, update_time DATETIME)
    """,
  ]

  /// The reference systems that must be there; 4326 is the one that is used, longitude first as in every
  /// GeoPackage.
  static let systems: [[Database.Value]] = [
    [
      .text("Undefined Cartesian SRS"), .integer(-1), .text("NONE"), .integer(-1),
      .text("undefined"), .text("undefined Cartesian coordinate reference system"),
    ],
    [
      .text("Undefined geographic SRS"), .integer(0), .text("NONE"), .integer(0),
      .text("undefined"), .text("undefined geographic coordinate reference system"),
    ],
    [
      .text("WGS 84 geodetic"), .integer(4326), .text("EPSG"), .integer(4326),
      .text(
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
          + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
          + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
          + "AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]"),
      .text("longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid"),
    ],
  ]

  /// The table of a layer's features. Its name and its columns' are ours, so they need no escaping.
  static func table(of layer: LayerKind) -> String {
    let columns = layer.columns.map { "\"\($0.name)\" \($0.kind.sqlType)" }.joined(separator: ", ")
    return "CREATE TABLE \"\(layer.name)\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
      + "geom \(layer.geometry.name), \(columns))"
  }

  /// An R-tree over the geometries, and an index over the periods, by which QGIS asks for a frame.
  static func index(of name: String) -> [String] {
    [
      "CREATE VIRTUAL TABLE \"rtree_\(name)_geom\" USING rtree(id, minx, maxx, miny, maxy)",
      "CREATE INDEX \"\(name)_period\" ON \"\(name)\" (\"start\", \"end\")",
    ]
  }

  /// What keeps the R-tree right when somebody edits the layer, under the names of the standard. The
  /// functions in it are the editor's: SQLite itself has none of them, so nothing may be written into the
  /// table by us once these are there.
  static func triggers(of name: String) -> [String] {
    let tree = "\"rtree_\(name)_geom\""
    let put =
      "INSERT OR REPLACE INTO \(tree) VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), "
      + "ST_MinY(NEW.geom), ST_MaxY(NEW.geom));"
    let isThere = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))"
    let isEmpty = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
    let drop = "DELETE FROM \(tree) WHERE id = OLD.fid;"
    let rules = [
      ("insert", "INSERT", isThere, put),
      ("update1", "UPDATE OF geom", "OLD.fid = NEW.fid AND \(isThere)", put),
      ("update2", "UPDATE OF geom", "OLD.fid = NEW.fid AND \(isEmpty)", drop),
      ("update3", "UPDATE", "OLD.fid != NEW.fid AND \(isThere)", "\(drop) \(put)"),
      (
        "update4", "UPDATE", "OLD.fid != NEW.fid AND \(isEmpty)",
        "DELETE FROM \(tree) WHERE id IN (OLD.fid, NEW.fid);"
      ),
      ("delete", "DELETE", "OLD.geom NOT NULL", drop),
    ]
    return rules.map { rule, event, condition, action in
      "CREATE TRIGGER \"rtree_\(name)_geom_\(rule)\" AFTER \(event) ON \"\(name)\" "
        + "WHEN \(condition) BEGIN \(action) END"
    }
  }
}

extension LayerColumn.Kind {
  /// The column's type by the names of a GeoPackage. Moments are DATETIME and never DATE: of dates
  /// QGIS 3.22 shows features before they begin.
  fileprivate var sqlType: String {
    switch self {
    case .text, .list: "TEXT"
    case .real: "REAL"
    case .integer: "INTEGER"
    case .boolean: "BOOLEAN"
    case .day: "DATE"
    case .moment: "DATETIME"
    }
  }
}
