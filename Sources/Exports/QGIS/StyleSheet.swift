internal import MapFeatures
internal import PlanarSubdivision
internal import Theatre

/// How QGIS draws each layer of a theatre's project.
struct StyleSheet: Sendable {
  private let map: MapStyle

  init(_ theatre: Theatre) {
    map = MapStyle(theatre)
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
    case .map(let layer): QGISLayerStyle(layer.style(map), isTemporal: true)
    }
  }

  private func single(_ label: String, _ symbol: QGISSymbol) -> QGISRule {
    QGISRule(label: label, filter: nil, symbol: symbol)
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
