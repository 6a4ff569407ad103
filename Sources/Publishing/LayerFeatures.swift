public import FrontTracking
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Theatre

/// Turns what is on the map into the features of its layers.
public struct LayerFeatures: Sendable {
  private let tracker: FrontTracker
  private let decidingReports: Set<Int>

  private var theatre: Theatre { tracker.theatre }

  /// How many sites a territory may have for its sites and reports to be listed. Where thousands of
  /// places are one side's, the lists are nine tenths of a file and nobody reads them; the layer of
  /// places has the holder and the report of each.
  public static let longestList = 1_000

  /// Takes a theatre made ready.
  public init(_ tracker: FrontTracker) {
    self.tracker = tracker
    decidingReports = tracker.decidingReports
  }

  /// The features of a layer, in the order in which they are written.
  ///
  /// - Complexity: O(*n*), for *n* features and vertices.
  public func features(of layer: Layer, in timeline: Timeline) -> [LayerFeature] {
    switch layer {
    case .control: timeline.territories.map(control)
    case .frontlines: timeline.fronts.map(frontLine)
    case .frontband: timeline.bands.map(band)
    case .pockets: timeline.pockets.map(pocket)
    case .places: timeline.places.map(place)
    case .staleness: timeline.staleness.map(stale)
    case .reports, .incidents: facts(of: layer)
    }
  }

  /// The features of a layer that does not depend on the map: the reports and the incidents.
  ///
  /// - Complexity: O(*n*), for *n* features.
  func facts(of layer: Layer) -> [LayerFeature] {
    switch layer {
    case .reports:
      theatre.reports.indices.filter { tracker.perspective.sees($0, of: theatre) }
        .compactMap(report)
    case .incidents:
      theatre.incidents.filter { tracker.perspective.sees($0, of: theatre) }
        .compactMap(incident)
    default: []
    }
  }
}

/// One function a layer.
extension LayerFeatures {
  func control(_ span: Span<Territory>) -> LayerFeature {
    let territory = span.item
    let holder = territory.state.holder.map { theatre.actors[$0] }
    return LayerFeature(
      .control, span, ground: .outline(territory.outline),
      confidence: fading(territory.confidence, from: span.start),
      properties: [
        JSONMember("holder", .optional(holder?.id)),
        JSONMember("holder_name", .optional(holder?.name)),
        JSONMember("side", .optional(holder?.side)),
        JSONMember("status", .string(territory.state.status.rawValue)),
        JSONMember("attackers", actors(territory.state.attackers)),
        JSONMember("area_km2", .decimal(territory.areaInSquareKilometers, places: 3)),
        JSONMember("place_count", .int(territory.placeCount)),
        JSONMember("places", list(territory) { $0.places.map { theatre.places[$0].id } }),
        JSONMember(
          "reports", list(territory) { $0.reports.map { theatre.reports[$0].id }.sorted() }),
        JSONMember("inferred_share", .decimal(territory.inferredShare, places: 3)),
        JSONMember("probability", probability(territory.probability)),
        JSONMember("date_uncertain", .bool(territory.isDateUncertain)),
        JSONMember("color", .string(holder?.color ?? MapStyle.unknown)),
      ])
  }

  private func probability(_ value: Double?) -> JSON {
    value.map { .decimal($0, places: 3) } ?? .null
  }

  private func list(_ territory: Territory, _ ids: (Territory) -> [String]) -> JSON {
    territory.isListed ? .strings(ids(territory)) : .null
  }

  func frontLine(_ span: Span<FrontLine>) -> LayerFeature {
    let front = span.item
    return LayerFeature(
      .frontlines, span, ground: .shape(.lineString(front.line)),
      properties: [
        JSONMember("sides", .strings(front.holders.map { theatre.actors[$0].side })),
        JSONMember("holders", actors(front.holders)),
        JSONMember("length_km", .decimal(front.lengthInKilometers, places: 3)),
        JSONMember("reports", .strings(front.reports.map { theatre.reports[$0].id }.sorted())),
      ])
  }

  func band(_ span: Span<FrontBand>) -> LayerFeature {
    let limits = FrontBand.probabilities
    return LayerFeature(
      .frontband, span, ground: .outline(span.item.outline),
      properties: [
        JSONMember("probability_low", .decimal(limits.lowerBound, places: 3)),
        JSONMember("probability_high", .decimal(limits.upperBound, places: 3)),
        JSONMember("area_km2", .decimal(span.item.areaInSquareKilometers, places: 3)),
      ])
  }

  func pocket(_ span: Span<Pocket>) -> LayerFeature {
    let pocket = span.item
    let holder = theatre.actors[pocket.holder]
    return LayerFeature(
      .pockets, span, ground: .outline(pocket.outline),
      properties: [
        JSONMember("holder", .string(holder.id)),
        JSONMember("side", .string(holder.side)),
        JSONMember("area_km2", .decimal(pocket.areaInSquareKilometers, places: 3)),
        JSONMember("places", .strings(pocket.places.map { theatre.places[$0].id })),
      ])
  }

  func place(_ span: Span<PlaceState>) -> LayerFeature {
    let place = theatre.places[span.item.place]
    let cell = span.item.cell
    let state = cell.state
    let holder = state.holder.map { theatre.actors[$0] }
    let report = cell.entry.flatMap(\.decidedBy.first).map { theatre.reports[$0] }
    return LayerFeature(
      .places, span, ground: .shape(.point(place.position)),
      confidence: fading(tracker.confidence(in: cell, on: span.start)?.value, from: span.start),
      properties: [
        JSONMember("id", .string(place.id)),
        JSONMember("name", .string(place.name)),
        JSONMember("name_ar", .optional(place.arabicName)),
        JSONMember("kind", .string(place.kind)),
        JSONMember("holder", .optional(holder?.id)),
        JSONMember("side", .optional(holder?.side)),
        JSONMember("status", .string(state.status.rawValue)),
        JSONMember("attackers", actors(state.attackers)),
        JSONMember("encircled_by", actors(state.encirclers)),
        JSONMember("report", .optional(report?.id)),
        JSONMember("source", .optional(report.map { theatre.sources[$0.source].id })),
        JSONMember("disputed", .bool(cell.entry?.isDisputed ?? false)),
        JSONMember("date_uncertain", .bool(!cell.alternatives.isEmpty)),
        JSONMember(
          "inferred_km",
          cell.inference.map { .decimal($0.distanceInKilometers, places: 3) } ?? .null),
        JSONMember("probability", probability(cell.inference?.probability)),
        JSONMember("color", .string(holder?.color ?? MapStyle.unknown)),
      ])
  }

  func stale(_ span: Span<StaleGround>) -> LayerFeature {
    let days = span.item.age.days
    return LayerFeature(
      .staleness, span, ground: .outline(span.item.outline),
      properties: [
        JSONMember("age", .string(span.item.age.label)),
        JSONMember("days_low", days.map { .int($0.lowerBound) } ?? .null),
        JSONMember(
          "days_high", days.flatMap { $0.upperBound == .max ? nil : .int($0.upperBound) } ?? .null),
        JSONMember("area_km2", .decimal(span.item.areaInSquareKilometers, places: 3)),
      ])
  }

  private func fading(_ value: Double?, from day: Day) -> FadingConfidence {
    FadingConfidence(
      value: value, day: day, halfLifeInDays: theatre.settings.halfLifeInDays)
  }

  /// A report on the day it takes effect; one from before the theatre on the theatre's first day.
  private func report(_ index: Int) -> LayerFeature? {
    let report = theatre.reports[index]
    let day = max(report.date.effectiveDay, theatre.settings.start)
    guard theatre.contains(day) else { return nil }
    let place = theatre.places[report.place]
    let source = theatre.sources[report.source]
    return LayerFeature(
      .reports, from: day, to: day.next, .shape(location(of: place)),
      properties: [
        JSONMember("id", .string(report.id)),
        JSONMember("place", .string(place.id)),
        JSONMember("actor", .string(theatre.actors[report.actor].id)),
        JSONMember("status", .string(report.status.rawValue)),
        JSONMember("source", .string(source.id)),
        JSONMember("title", .string(source.title)),
        JSONMember("published", .optional(source.published.map { "\($0)" })),
        JSONMember("paragraph", .string(report.paragraph)),
        JSONMember("grade", .string(theatre.grade(of: report))),
        JSONMember("decided", .bool(decidingReports.contains(index))),
        JSONMember("known", .string("\(theatre.knownDay(of: report))")),
        JSONMember("when", .string(report.date.text)),
        JSONMember("when_exact", .bool(report.date.isExact)),
        JSONMember("note", .string(report.note)),
      ])
  }

  /// An incident on the days on which it may have happened, as far as the theatre has them.
  private func incident(_ incident: Incident) -> LayerFeature? {
    guard theatre.overlaps(incident.date) else { return nil }
    let latest = incident.date.effectiveDay
    let first = max(incident.date.earliest ?? latest, theatre.settings.start)
    let last = min(latest, theatre.settings.end.previous)
    let place = theatre.places[incident.place]
    return LayerFeature(
      .incidents, from: first, to: last.next, .shape(location(of: place)),
      properties: [
        JSONMember("id", .string(incident.id)),
        JSONMember("place", .string(place.id)),
        JSONMember("kind", .string(incident.kind)),
        JSONMember("source", .string(theatre.sources[incident.source].id)),
        JSONMember("note", .string(incident.note)),
        JSONMember("paragraph", .string(incident.paragraph)),
        JSONMember("when", .string(incident.date.text)),
      ])
  }

  /// Where a place is. The centre of a region is no location, so a region has none.
  private func location(of place: Place) -> Shape? {
    place.isRegion ? nil : .point(place.position)
  }

  private func actors(_ indices: [Int]) -> JSON {
    .strings(indices.map { theatre.actors[$0].id })
  }
}
