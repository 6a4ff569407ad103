internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import Theatre
internal import TypedIndices

extension LayerKind {
  /// The places, each in one state.
  public static let places = LayerKind(
    "places", title: "Places by holder", .point, in: .places,
    from: .map(PlaceLayer.self) { .shape(.point($0.place.position)) },
    confidence: { $0.tracker.confidence(in: $0.item.cell, on: $0.start)?.value },
    columns: [
      .text("id") { $0.place.id },
      .text("name") { $0.place.name },
      .text("name_ar") { $0.place.arabicName },
      .text("kind") { $0.place.kind },
      .text("holder") { $0.holder?.id },
      .text("side") { $0.holder?.side },
      .text("status") { $0.item.cell.state.status.rawValue },
      .list("attackers") { $0.ids(ofActors: $0.item.cell.state.attackers) },
      .list("encircled_by") { $0.ids(ofActors: $0.item.cell.state.encirclers) },
      .text("report") { $0.report?.id },
      .text("source") { item in item.report.map { item.theatre.sources[$0.source].id } },
      .flag("disputed") { $0.item.cell.interval?.isDisputed ?? false },
      .flag("date_uncertain") { !$0.item.cell.alternatives.isEmpty },
      .real("inferred_km") { $0.item.cell.inference?.distanceInKilometers },
      .real("probability") { $0.item.cell.inference?.probability },
      .text("color") { $0.holder?.color ?? MapStyle.unknown },
    ],
    style: placeStyle,
    featureTitle: { $0.text("name") })

  @Sendable private static func placeStyle(_ map: MapStyle) -> LayerStyle {
    LayerStyle(
      // A dot with a white edge, which is seen on ground of its own colour too.
      rules: map.holderRules {
        .markers(.init(.circle, $0, outline: "#ffffff", outlineWidth: 0.3, size: 2.4, growth: 1))
      } + [
        StyleRule(LegendWords.contested, where: .text("status", is: "contested"), cross),
        StyleRule(
          "surrounded", where: .filled("encircled_by"), .markers(mark(MapStyle.ink, by: 1.6))),
        StyleRule(
          "sources disagree", where: .flag("disputed", is: true),
          .markers(mark(MapStyle.front, .diamond, by: 1.9))),
        StyleRule(
          "the day is uncertain", where: .flag("date_uncertain", is: true),
          .markers(mark(MapStyle.barrier, .square, by: 1.6))),
      ],
      tip: """
        <b>\(value: "name")</b> \(value: "name_ar")<br>\(value: "holder"), \(value: "status") from \
        \(date: "start")<br>report \(value: "report"), source \(value: "source"); confidence \
        \(value: "confidence")
        """,
      nameColumn: "name",
      // The name in the holder's colour and no icon, since an icon would come from the network.
      looks: FeatureLooks(
        map.holders.enumerated().map { number, holder in
          FeatureLook("place-\(number)", ofHolder: number, .label(holder.color))
        },
        id: { "place-\(map.number(ofHolderIn: $0))" }))
  }

  /// A hollow mark around or on a dot, larger than it by a factor.
  private static func mark(
    _ color: String, _ shape: MapSymbol.Marker.Shape = .circle, width: Double = 0.4,
    by factor: Double
  ) -> MapSymbol.Marker {
    .init(
      shape, nil, outline: color, outlineWidth: width, size: 2.4 * factor, growth: factor)
  }

  /// A white cross with dark edges.
  private static let cross = MapSymbol.markers(
    mark(MapStyle.ink, .cross, width: 0.8, by: 0.6),
    mark(MapStyle.hatch, .cross, width: 0.5, by: 0.6))
}

extension LayerItem<PlaceState> {
  fileprivate var place: Place { theatre.places[item.place] }

  /// Who holds it; nil if nobody is known to.
  fileprivate var holder: Actor? { item.cell.state.holder.map { theatre.actors[$0] } }

  /// The report that decided its state; nil if none did.
  fileprivate var report: Report? {
    item.cell.interval.flatMap(\.decidedBy.first).map { theatre.reports[$0] }
  }
}
