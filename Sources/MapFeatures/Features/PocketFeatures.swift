internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import Theatre
internal import TypedIndices

extension LayerKind {
  /// Ground cut off from every exit.
  public static let pockets = LayerKind(
    "pockets", title: "Pockets", .polygon, in: .lines,
    from: .map(PocketLayer.self) { .outline($0.item.outline) },
    columns: [
      .text("holder") { $0.theatre.actors[$0.item.holder].id },
      .text("side") { $0.theatre.actors[$0.item.holder].side },
      .real("area_km2") { $0.item.areaInSquareKilometers },
      .list("places") { $0.ids(ofPlaces: $0.item.places) },
    ],
    style: { _ in
      LayerStyle(
        // Dark dashes on a white line, seen on ground of any colour.
        rules: [
          StyleRule(
            "Cut off from every exit",
            MapSymbol(
              .area,
              [
                .stroke("#ffffff", width: 0.8, dash: []),
                .stroke(MapStyle.ink, width: 0.5, dash: [2, 1.4]),
              ]))
        ],
        looks: .one(
          "pockets", .area("#ffffff", opacity: 0, outline: .init(MapStyle.ink, width: 2))))
    },
    featureTitle: { "Pocket of \($0.text("holder"))" })
}
