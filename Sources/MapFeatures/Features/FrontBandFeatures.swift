internal import ControlMap
internal import FrontTracking
internal import GeoJSON

extension LayerKind {
  /// The ground along the lines on which it is uncertain which side holds it; only where that is estimated.
  public static let frontband = LayerKind(
    "frontband", title: "Where the line is uncertain", .polygon, in: .lines,
    visibility: .shownAsPattern, needsProbabilities: true,
    from: .map(FrontBandLayer.self) { .outline($0.item.outline) },
    columns: [
      .real("probability_low") { _ in FrontBand.probabilities.lowerBound },
      .real("probability_high") { _ in FrontBand.probabilities.upperBound },
      .real("area_km2") { $0.item.areaInSquareKilometers },
    ],
    style: { _ in
      LayerStyle(
        rules: [
          StyleRule(
            "Which side holds it is uncertain",
            MapSymbol(
              .area,
              [
                .hatching(MapStyle.front, width: 0.2, spacing: 1.6, angle: 135),
                .stroke(MapStyle.front, width: 0.4, dash: [2, 1.4]),
              ], opacity: 0.8))
        ],
        looks: .one("frontband", .area(MapStyle.front, opacity: 0x33)))
    },
    featureTitle: { _ in "Uncertain ground along the line" })
}
