internal import GeoJSON
internal import Geometry
internal import JSON
internal import MapFeatures
internal import SQLite
internal import Theatre

/// The table of one layer of a GeoPackage, to which features are added one by one.
///
/// A class, because a feed adds to it while it goes through the days; it belongs to one thread.
final class GeoPackageTable {
  let layer: LayerKind
  /// The box around all geometries; nil if there is none.
  private(set) var bounds: Box<Position>?

  private let insertion: Database.Statement
  private var count = 0
  private var boxes: [(row: Int, box: Box<Position>)] = []
  private var failure: SQLiteError?

  init(_ layer: LayerKind, in database: Database) throws(SQLiteError) {
    self.layer = layer
    let marks = Array(repeating: "?", count: layer.columns.count + 2).joined(separator: ",")
    insertion = try database.statement("INSERT INTO \"\(layer.name)\" VALUES (\(marks))")
  }

  /// Adds a feature. Whoever calls cannot be told of an error at once: `indexBoxes` throws the first.
  func append(_ item: LayerFeature) {
    guard failure == nil else { return }
    count += 1
    let feature = item.feature(namingLayer: false)
    let geometry = feature.shape.flatMap(GeoPackageGeometry.init)
    if let box = geometry?.bounds {
      bounds = bounds?.union(box) ?? box
      boxes.append((count, box))
    }
    do throws(SQLiteError) {
      try insertion.run(
        [.integer(count), geometry.map { .blob($0.bytes) } ?? .null]
          + layer.columns.map { column in
            column.name == "end"
              ? .text(item.end.lastMillisecondBefore) : feature[column.name].value(of: column.kind)
          })
    } catch {
      failure = error
    }
  }

  /// Puts the boxes of all features into the R-tree.
  ///
  /// - Throws: `SQLiteError`, also that of a feature that was added.
  func indexBoxes(in database: Database) throws(SQLiteError) {
    if let failure { throw failure }
    try database.insert(
      "INSERT INTO \"rtree_\(layer.name)_geom\" VALUES (?,?,?,?,?)",
      boxes.lazy.map { row, box in
        [
          .integer(row), .real(box.minimum.longitude), .real(box.maximum.longitude),
          .real(box.minimum.latitude), .real(box.maximum.latitude),
        ]
      })
    boxes = []
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
