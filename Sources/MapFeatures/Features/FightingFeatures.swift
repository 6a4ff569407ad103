internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import Theatre
internal import TypedIndices

extension LayerKind {
  /// Regions in which there is fighting somewhere.
  public static let fighting = LayerKind(
    "fighting", title: "Fighting somewhere in a region", .polygon, in: .lines,
    visibility: .shownAsPattern,
    from: .map(FightingLayer.self) { .outline($0.item.outline) },
    columns: [
      .text("region") { $0.theatre.places[$0.item.region].id },
      .text("region_name") { $0.theatre.places[$0.item.region].name },
      .list("actors") { $0.ids(ofActors: $0.item.actors) },
      .list("reports") { $0.ids(ofReports: $0.item.reports) },
      .real("area_km2") { $0.item.areaInSquareKilometers },
    ],
    style: { _ in
      LayerStyle(
        // Thin lines far apart: contested ground is known better, and is hatched more densely. A white line
        // below each dark one is seen on dark ground.
        rules: [
          StyleRule(
            LegendWords.fightingInRegion,
            MapSymbol(
              .area,
              [
                .hatching(MapStyle.hatch, width: 0.5, spacing: 5, angle: 135),
                .hatching(MapStyle.ink, width: 0.15, spacing: 5, angle: 135),
                .stroke(MapStyle.ink, width: 0.3, dash: [1, 2]),
              ], opacity: 0.6))
        ],
        tip: """
          Fighting somewhere in <b>\(value: "region_name")</b><br>\(date: "start") until before \
          \(date: "end")
          """,
        nameColumn: "region_name",
        looks: .one(
          "fighting", .area("#ffffff", opacity: 0, outline: .init(MapStyle.ink, width: 1))))
    },
    featureTitle: { "Fighting somewhere in \($0.text("region_name"))" })
}
