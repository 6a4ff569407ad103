internal import GeoJSON
internal import JSON

/// A property of a layer as a column: for formats that name the type of each before the first feature.
struct LayerColumn {
  /// What a column holds.
  enum Kind {
    case text, real, integer, boolean, list, day, moment
  }

  let name: String
  let kind: Kind

  init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension Layer {
  /// The columns of the layer, in the order of its features' properties.
  var columns: [LayerColumn] {
    let period = [
      LayerColumn("start", .moment), LayerColumn("end", .moment), LayerColumn("open_end", .boolean),
    ]
    return period + ownColumns.map { LayerColumn($0.0, $0.1) }
  }

  private var ownColumns: [(String, LayerColumn.Kind)] {
    switch self {
    case .control:
      [
        ("confidence", .real), ("holder", .text), ("holder_name", .text), ("side", .text),
        ("status", .text), ("attackers", .list), ("area_km2", .real), ("place_count", .integer),
        ("places", .list), ("reports", .list), ("inferred_share", .real), ("probability", .real),
        ("date_uncertain", .boolean), ("color", .text),
      ]
    case .frontlines:
      [("sides", .list), ("holders", .list), ("length_km", .real), ("reports", .list)]
    case .frontband:
      [("probability_low", .real), ("probability_high", .real), ("area_km2", .real)]
    case .pockets:
      [("holder", .text), ("side", .text), ("area_km2", .real), ("places", .list)]
    case .places:
      [
        ("confidence", .real), ("id", .text), ("name", .text), ("name_ar", .text), ("kind", .text),
        ("holder", .text), ("side", .text), ("status", .text), ("attackers", .list),
        ("encircled_by", .list), ("report", .text), ("source", .text), ("disputed", .boolean),
        ("date_uncertain", .boolean), ("inferred_km", .real), ("probability", .real),
        ("color", .text),
      ]
    case .staleness:
      [("age", .text), ("days_low", .integer), ("days_high", .integer), ("area_km2", .real)]
    case .reports:
      [
        ("id", .text), ("place", .text), ("actor", .text), ("status", .text), ("source", .text),
        ("title", .text), ("published", .day), ("paragraph", .text), ("grade", .text),
        ("decided", .boolean), ("known", .day), ("when", .text), ("when_exact", .boolean),
        ("note", .text),
      ]
    case .incidents:
      [
        ("id", .text), ("place", .text), ("kind", .text), ("source", .text), ("note", .text),
        ("paragraph", .text), ("when", .text),
      ]
    }
  }
}

extension Feature {
  /// A property; null if there is none of that name.
  subscript(name: String) -> JSON { properties.first { $0.key == name }?.value ?? .null }
}

extension JSON {
  /// The value as a text on its own: a string without quotation marks, an array's with bars between them,
  /// nothing for null.
  var plainText: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .array(let values): values.map(\.plainText).joined(separator: "|")
    default: compact
    }
  }
}
