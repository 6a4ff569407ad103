internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import Theatre
internal import TypedIndices

extension LayerKind {
  /// Connected pieces of ground in one state.
  public static let control = LayerKind(
    "control", title: "Control", .polygon, in: .ground,
    from: .map(TerritoryLayer.self, longestList: longestList) { .outline($0.item.outline) },
    confidence: { $0.item.confidence },
    columns: [
      .text("holder") { $0.holder?.id },
      .text("holder_name") { $0.holder?.name },
      .text("side") { $0.holder?.side },
      .text("status") { $0.item.state.status.rawValue },
      .list("attackers") { $0.ids(ofActors: $0.item.state.attackers) },
      .real("area_km2") { $0.item.areaInSquareKilometers },
      .integer("place_count") { $0.item.placeCount },
      .list("places") { $0.item.isListed ? $0.ids(ofPlaces: $0.item.places) : nil },
      .list("reports") { $0.item.isListed ? $0.ids(ofReports: $0.item.reports) : nil },
      .real("inferred_share") { $0.item.inferredShare },
      .real("probability") { $0.item.probability },
      .flag("date_uncertain") { $0.item.isDateUncertain },
      .text("color") { $0.holder?.color ?? MapStyle.unknown },
    ],
    style: controlStyle,
    featureTitle: { feature in
      let (holder, status) = (feature.text("holder_name"), feature.text("status"))
      if holder.isEmpty { return "unknown" }
      return status == "held" ? holder : "\(holder), \(status)"
    })

  /// How many places a territory may have for its places and reports to be listed. Where thousands of
  /// places are one side's, the lists are nine tenths of a file and nobody reads them; the layer of
  /// places has the holder and the report of each.
  public static let longestList = 1_000

  @Sendable private static func controlStyle(_ map: MapStyle) -> LayerStyle {
    LayerStyle(
      rules: map.holderRules { .fill($0) } + [
        StyleRule(
          "paler: most of it inferred", where: .amount("inferred_share", above: 0.5),
          .fill("#ffffff", outline: MapStyle.boundary, opacity: 1 - MapStyle.inferredShare)),
        StyleRule(
          LegendWords.contested, where: .text("status", is: "contested"), contestedGround),
        StyleRule(
          LegendWords.presumed, where: .text("status", is: "presumed"),
          MapSymbol(
            .area, [.dots(MapStyle.hatch, size: 0.9, outline: MapStyle.ink, spacing: 2.4)])),
        StyleRule(
          "the day is uncertain", where: .flag("date_uncertain", is: true),
          .outline(MapStyle.ink, width: 0.25, dash: [0.8, 0.8], opacity: 0.7)),
      ],
      tip: """
        <b>\(value: "holder_name")</b>, \(value: "status")<br>\(date: "start") until before \
        \(date: "end")<br>\(rounded: "area_km2") km²; confidence \(value: "confidence")
        """,
      looks: FeatureLooks(
        map.holders.enumerated().flatMap { number, holder in
          ["held", "contested", "presumed", "unknown"].map { status in
            FeatureLook(
              "ground-\(number)-\(status)", ofHolder: number, flatGround(holder.color, status))
          }
        },
        id: { "ground-\(map.number(ofHolderIn: $0))-\($0.text("status"))" }))
  }

  /// White stripes with dark edges: they are seen on ground of any colour, and in a legend on paper.
  private static let contestedGround = MapSymbol(
    .area,
    [
      .hatching(MapStyle.ink, width: 0.75, spacing: 2, angle: 45),
      .hatching(MapStyle.hatch, width: 0.55, spacing: 2, angle: 45),
    ])

  /// Ground without patterns. What is held is filled without an outline; what is contested is almost clear
  /// within a broad outline of its holder's colour, so that it is told apart without the hue; what is
  /// presumed is paler with a thin outline.
  private static func flatGround(_ color: String, _ status: String) -> FeatureLook.Drawing {
    switch status {
    case "contested": .area(color, opacity: 0x40, outline: .init(color, width: 4))
    case "presumed": .area(color, opacity: 0x66, outline: .init(color, width: 1))
    case "unknown": .area(color, opacity: 0x66)
    default: .area(color, opacity: 0xB3)
    }
  }
}

extension LayerItem<Territory> {
  /// Who holds it; nil if nobody is known to.
  fileprivate var holder: Actor? { item.state.holder.map { theatre.actors[$0] } }
}
