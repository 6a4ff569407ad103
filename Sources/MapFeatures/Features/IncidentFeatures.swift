internal import ControlHistory
internal import FrontTracking
internal import GeoJSON
internal import Theatre
internal import TypedIndices

extension LayerKind {
  /// What happened and changed nobody's control.
  public static let incidents = LayerKind(
    "incidents", title: "Incidents", .point, in: .evidence, visibility: .hidden,
    from: .facts(incidentItems) { $0.location(ofPlace: $0.place) },
    columns: [
      .text("id") { $0.item.id },
      .text("place") { $0.place.id },
      .text("kind") { $0.item.kind },
      .text("source") { $0.theatre.sources[$0.item.source].id },
      .text("note") { $0.item.note },
      .text("paragraph") { $0.item.paragraph },
      .text("when") { $0.item.date.text },
    ],
    style: { _ in
      LayerStyle(
        rules: [
          StyleRule(
            "Incident", .markers(.init(.diamond, "#ffffff", outline: MapStyle.ink, size: 3)))
        ],
        tip: "<b>\(value: "kind")</b> (\(value: "when"))<br>\(value: "note")",
        nameColumn: "kind", looks: .one("incidents", .label(MapStyle.unknown)))
    },
    featureTitle: { "\($0.text("place")): \($0.text("kind"))" })

  /// The incidents that are seen, each on the days on which it may have happened, as far as the theatre has
  /// them.
  @Sendable private static func incidentItems(_ tracker: FrontTracker) -> [LayerItem<Incident>] {
    let theatre = tracker.theatre
    let days = theatre.settings.days
    return theatre.incidents.filter { tracker.perspective.sees($0, of: theatre) }
      .compactMap { incident in
        guard theatre.overlaps(incident.date) else { return nil }
        let latest = incident.date.effectiveDay
        let first = max(incident.date.earliest ?? latest, days.lowerBound)
        let last = min(latest, days.upperBound.previous)
        return LayerItem(incident, from: first, to: last.next, of: tracker)
      }
  }
}

extension LayerItem<Incident> {
  fileprivate var place: Place { theatre.places[item.place] }
}
