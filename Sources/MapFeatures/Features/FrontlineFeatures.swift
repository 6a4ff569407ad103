internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import Theatre
internal import TypedIndices

extension LayerKind {
  /// The lines between the sides.
  public static let frontlines = LayerKind(
    "frontlines", title: "Front lines", .line, in: .lines,
    from: .map(FrontLayer.self) { .shape(.lineString($0.item.line)) },
    columns: [
      .list("sides") { item in item.item.holders.map { item.theatre.actors[$0].side } },
      .list("holders") { $0.ids(ofActors: $0.item.holders) },
      .real("length_km") { $0.item.lengthInKilometers },
      .list("reports") { $0.ids(ofReports: $0.item.reports) },
    ],
    style: { _ in
      LayerStyle(
        rules: [StyleRule("Front between the sides", .line(MapStyle.front, width: 0.7))],
        looks: .one("frontlines", .line(.init(MapStyle.front, width: 3))))
    },
    featureTitle: { $0.text("sides").replacing("|", with: " – ") })
}
