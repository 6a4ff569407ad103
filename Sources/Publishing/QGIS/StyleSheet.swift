internal import Theatre

/// How QGIS draws each layer of a theatre's map.
struct StyleSheet: Sendable {
  /// The holders that the legend lists: the actors that a report names, and nobody.
  private let holders: [MapStyle.Holder]

  init(_ theatre: Theatre) {
    let style = MapStyle(theatre)
    let named = Set(theatre.reports.map { theatre.actors[$0.actor].id })
    // The last is the ground of nobody, which is no actor whatever an actor may be called.
    holders = style.holders.dropLast().filter { named.contains($0.id) } + style.holders.suffix(1)
  }

  /// The style of a layer.
  func style(of layer: ProjectLayer) -> QGISLayerStyle {
    switch layer {
    case .names: names
    case .barriers:
      QGISLayerStyle(
        rules: [single("River or other barrier", .line(MapStyle.barrier, width: 0.7))],
        isTemporal: false)
    case .boundary:
      QGISLayerStyle(
        rules: [single("Outline of the theatre", .outline(MapStyle.boundary, width: 0.4))],
        isTemporal: false)
    case .map(let layer): style(of: layer)
    }
  }

  private func style(of layer: Layer) -> QGISLayerStyle {
    switch layer {
    case .control: control
    case .places: places
    case .frontlines:
      QGISLayerStyle(
        rules: [single("Front between the sides", .line(MapStyle.front, width: 0.7))],
        isTemporal: true)
    case .frontband:
      QGISLayerStyle(rules: band, isTemporal: true)
    case .pockets:
      QGISLayerStyle(
        rules: [
          single("Cut off from every exit", Self.pocket)
        ], isTemporal: true)
    case .staleness: staleness
    case .reports: reports
    case .incidents: incidents
    }
  }

  private func single(_ label: String, _ symbol: QGISSymbol) -> QGISRule {
    QGISRule(label: label, filter: nil, symbol: symbol)
  }

  /// A rule for each holder, and last for nobody.
  private func holderRules(_ symbol: (_ color: String) -> QGISSymbol) -> [QGISRule] {
    holders.enumerated().map { index, holder in
      let isNobody = index == holders.count - 1
      return QGISRule(
        label: isNobody ? "nobody known" : QGISExpression.inert(holder.name),
        filter: QGISExpression.column("holder", is: isNobody ? nil : holder.id),
        symbol: symbol(holder.color))
    }
  }
}

/// The ground.
extension StyleSheet {
  private var control: QGISLayerStyle {
    QGISLayerStyle(
      rules: holderRules { .fill($0) } + [
        QGISRule(
          label: "paler: most of it inferred", filter: "\"inferred_share\" > 0.5",
          symbol: .fill("#ffffff", outline: MapStyle.boundary, opacity: 1 - MapStyle.inferredShare)),
        QGISRule(
          label: "contested: fighting inside",
          filter: QGISExpression.column("status", is: "contested"),
          symbol: Self.contested),
        QGISRule(
          label: "presumed: surrounded and unheard of",
          filter: QGISExpression.column("status", is: "presumed"),
          symbol: .dots(MapStyle.hatch, size: 0.9, outline: MapStyle.ink, spacing: 2.4)),
        QGISRule(
          label: "the day is uncertain", filter: "\"date_uncertain\" = true",
          symbol: .outline(MapStyle.ink, width: 0.25, dash: [0.8, 0.8], opacity: 0.7)),
      ], isTemporal: true,
      mapTip: "<b>\(QGISExpression.html("holder_name"))</b>, \(QGISExpression.html("status"))<br>"
        + "\(QGISExpression.date("start")) until before \(QGISExpression.date("end"))<br>"
        + "[% round(\"area_km2\") %] km²; confidence \(QGISExpression.html("confidence"))")
  }

  /// White stripes with dark edges: they are seen on ground of any colour, and in a legend on paper.
  private static let contested = QGISSymbol(
    kind: .fill,
    parts: QGISSymbol.hatching(MapStyle.ink, width: 0.75, spacing: 2, angle: 45).parts
      + QGISSymbol.hatching(MapStyle.hatch, width: 0.55, spacing: 2, angle: 45).parts)

  /// Dark dashes on a white line, seen on ground of any colour.
  private static let pocket = QGISSymbol(
    kind: .fill,
    parts: QGISSymbol.outline("#ffffff", width: 0.8).parts
      + QGISSymbol.outline(MapStyle.ink, width: 0.5, dash: [2, 1.4]).parts)

  private var band: [QGISRule] {
    [
      single(
        "Which side holds it is uncertain",
        QGISSymbol(
          kind: .fill,
          parts: QGISSymbol.hatching(MapStyle.front, width: 0.2, spacing: 1.6, angle: 135).parts
            + QGISSymbol.outline(MapStyle.front, width: 0.4, dash: [2, 1.4]).parts,
          opacity: 0.8))
    ]
  }

  /// From fresh to old, in one hue, so that the order is seen in grey too.
  private static let ages = [
    (0, "up to a week", "#08306b"), (8, "up to 30 days", "#2171b5"),
    (31, "up to 90 days", "#6baed6"),
    (91, "up to half a year", "#bdd7e7"), (181, "up to a year", "#deebf7"),
    (366, "more than a year", "#f7fbff"),
  ]

  private var staleness: QGISLayerStyle {
    QGISLayerStyle(
      rules: Self.ages.map { days, label, color in
        QGISRule(
          label: label, filter: "\"days_low\" = \(days)", symbol: .fill(color, opacity: 0.9))
      } + [
        QGISRule(
          label: "no report", filter: "\"days_low\" IS NULL",
          symbol: .fill(MapStyle.unknown, opacity: 0.9))
      ], isTemporal: true)
  }
}

/// What lies at a point.
extension StyleSheet {
  /// Small on a map of the whole theatre, large in a town.
  private static let sizeByScale =
    "scale_linear(coalesce(@map_scale, 250000), 50000, 1500000, 3, 1.1)"

  /// A dot with a white edge, which is seen on ground of its own colour too.
  private func dot(_ color: String) -> QGISSymbol {
    .marker(
      color, size: 2.4, outline: "#ffffff", outlineWidth: 0.3,
      formulas: [("size", Self.sizeByScale)])
  }

  private func ring(
    _ color: String, shape: String = "circle", width: Double = 0.4, by factor: Double
  ) -> QGISSymbol {
    .marker(
      nil, shape: shape, size: 2.4 * factor, outline: color, outlineWidth: width,
      formulas: [("size", "\(factor) * \(Self.sizeByScale)")])
  }

  /// A white cross with dark edges.
  private var cross: QGISSymbol {
    QGISSymbol(
      kind: .marker,
      parts: ring(MapStyle.ink, shape: "cross2", width: 0.8, by: 0.6).parts
        + ring(MapStyle.hatch, shape: "cross2", width: 0.5, by: 0.6).parts)
  }

  private var places: QGISLayerStyle {
    QGISLayerStyle(
      rules: holderRules { dot($0) } + [
        QGISRule(
          label: "contested: fighting inside",
          filter: QGISExpression.column("status", is: "contested"), symbol: cross),
        QGISRule(
          label: "surrounded", filter: "array_length(\"encircled_by\") > 0",
          symbol: ring(MapStyle.ink, by: 1.6)),
        QGISRule(
          label: "sources disagree", filter: "\"disputed\" = true",
          symbol: ring(MapStyle.front, shape: "diamond", by: 1.9)),
        QGISRule(
          label: "the day is uncertain", filter: "\"date_uncertain\" = true",
          symbol: ring(MapStyle.barrier, shape: "square", by: 1.6)),
      ], isTemporal: true,
      mapTip: "<b>\(QGISExpression.html("name"))</b> \(QGISExpression.html("name_ar"))<br>"
        + "\(QGISExpression.html("holder")), \(QGISExpression.html("status")) from "
        + "\(QGISExpression.date("start"))<br>report \(QGISExpression.html("report")), source "
        + "\(QGISExpression.html("source")); confidence \(QGISExpression.html("confidence"))",
      displayExpression: "\"name\"")
  }

  private var reports: QGISLayerStyle {
    QGISLayerStyle(
      rules: [
        QGISRule(
          label: "decided what is drawn", filter: "\"decided\" = true",
          symbol: .marker("#fff7bc", shape: "square", size: 2.6, outline: MapStyle.ink)),
        QGISRule(
          label: "did not decide", filter: "\"decided\" = false",
          symbol: .marker(nil, shape: "square", size: 2.6, outline: MapStyle.ink)),
      ], isTemporal: true,
      mapTip: "<b>\(QGISExpression.html("id"))</b>: \(QGISExpression.html("actor")) "
        + "\(QGISExpression.html("status")) (\(QGISExpression.html("when")))<br>"
        + "\(QGISExpression.html("title")), paragraph \(QGISExpression.html("paragraph")), grade "
        + "\(QGISExpression.html("grade"))",
      displayExpression: "\"id\"")
  }

  private var incidents: QGISLayerStyle {
    QGISLayerStyle(
      rules: [
        single(
          "Incident", .marker("#ffffff", shape: "diamond", size: 3, outline: MapStyle.ink))
      ], isTemporal: true,
      mapTip: "<b>\(QGISExpression.html("kind"))</b> (\(QGISExpression.html("when")))<br>"
        + QGISExpression.html("note"),
      displayExpression: "\"kind\"")
  }

  private var names: QGISLayerStyle {
    QGISLayerStyle(
      rules: [single("Name", .nothing)],
      labels: PlaceRank.allCases.map { rank in
        QGISLabelRule(
          name: rank.legend, filter: "\"rank\" = \(rank.rawValue)", fromScale: rank.scale,
          size: rank.letters, isBold: rank == .city, priority: 11 - 2 * rank.rawValue)
      }, isTemporal: false, displayExpression: "\"name\"")
  }
}

extension PlaceRank {
  fileprivate var legend: String {
    switch self {
    case .city: "cities"
    case .town: "towns"
    case .site: "bases, airports, ruins"
    case .village: "villages and suburbs"
    case .quarter: "quarters and landmarks"
    }
  }

  /// The smallest scale at which names of this rank are shown, as the denominator; nil for every scale.
  fileprivate var scale: Int? {
    switch self {
    case .city, .town: nil
    case .site: 1_000_000
    case .village: 500_000
    case .quarter: 125_000
    }
  }

  /// The size of the letters in points.
  fileprivate var letters: Double {
    switch self {
    case .city: 10
    case .town, .site: 9
    case .village, .quarter: 8
    }
  }
}
