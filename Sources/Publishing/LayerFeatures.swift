public import FrontTracking
public import GeoJSON
internal import Geometry
public import TheatreModel

/// A feature of a layer with the days on which it is so.
public struct LayerFeature: Sendable {
  /// The layer.
  public let layer: Layer
  /// The first day.
  public let start: Day
  /// The first day on which it is no longer so.
  public let end: Day
  /// Where it is; nil for what has no location.
  public let shape: Shape?

  private let isOpenEnded: Bool
  private let properties: [JSONMember]

  init(
    _ layer: Layer, from start: Day, to end: Day, isOpenEnded: Bool = false, shape: Shape?,
    properties: [JSONMember]
  ) {
    self.layer = layer
    self.start = start
    self.end = end
    self.isOpenEnded = isOpenEnded
    self.shape = shape
    self.properties = properties
  }

  /// Whether it is so on one of the days of a period.
  public func overlaps(_ period: Range<Day>) -> Bool {
    start < period.upperBound && period.lowerBound < end
  }

  /// The feature to write. `start` and `end` come first, as date-times and never null, because
  /// QGIS takes the first such names it meets for its temporal settings.
  ///
  /// - Parameter naming: whether to name the layer in a property.
  public func feature(namingLayer naming: Bool) -> Feature {
    let period = [
      JSONMember("start", .string("\(start)T00:00:00Z")),
      JSONMember("end", .string("\(end)T00:00:00Z")),
      JSONMember("open_end", .bool(isOpenEnded)),
    ]
    let name = naming ? [JSONMember("layer", .string(layer.rawValue))] : []
    return Feature(shape, properties: period + name + properties)
  }
}

extension Layer {
  /// The parts of a map that the layer is drawn from.
  public var parts: MapParts {
    switch self {
    case .control: .territories
    case .frontlines: .fronts
    case .pockets: .pockets
    case .places: .places
    case .reports, .incidents: []
    }
  }
}

/// Turns a timeline into the features of its layers, in the order in which they are written.
public struct LayerFeatures: Sendable {
  private let theatre: Theatre
  private let timeline: Timeline
  private let decidingReports: Set<Int>

  /// Takes a theatre's timeline.
  public init(_ tracker: FrontTracker, _ timeline: Timeline) {
    theatre = tracker.theatre
    self.timeline = timeline
    decidingReports = tracker.decidingReports
  }

  /// The features of a layer.
  ///
  /// - Complexity: O(*n*), for *n* features and vertices.
  public func features(of layer: Layer) -> [LayerFeature] {
    switch layer {
    case .control: timeline.territories.map(control)
    case .frontlines: timeline.fronts.map(frontLine)
    case .pockets: timeline.pockets.map(pocket)
    case .places: timeline.places.map(place)
    case .reports: theatre.reports.indices.compactMap(report)
    case .incidents: theatre.incidents.compactMap(incident)
    }
  }
}

/// One function a layer.
extension LayerFeatures {
  private func control(_ span: Span<Territory>) -> LayerFeature {
    let territory = span.item
    let holder = territory.state.holder.map { theatre.actors[$0] }
    return LayerFeature(
      .control, span, shape: Shape(territory.shape),
      properties: [
        JSONMember("holder", .optional(holder?.id)),
        JSONMember("holder_name", .optional(holder?.name)),
        JSONMember("side", .optional(holder?.side)),
        JSONMember("status", .string(territory.state.status.rawValue)),
        JSONMember("attackers", actors(territory.state.attackers)),
        JSONMember("area_km2", .decimal(territory.areaInSquareKilometers, places: 3)),
        JSONMember("places", .strings(territory.places.map { theatre.places[$0].id })),
        JSONMember("reports", .strings(territory.reports.map { theatre.reports[$0].id }.sorted())),
        JSONMember("inferred_share", .decimal(territory.inferredShare, places: 3)),
        JSONMember("color", .string(holder?.color ?? Self.unknownColor)),
      ])
  }

  /// The colour of ground that nobody is known to hold.
  private static let unknownColor = "#d9d9d9"

  private func frontLine(_ span: Span<FrontLine>) -> LayerFeature {
    let front = span.item
    return LayerFeature(
      .frontlines, span, shape: .lineString(front.line),
      properties: [
        JSONMember("sides", .strings(front.holders.map { theatre.actors[$0].side })),
        JSONMember("holders", actors(front.holders)),
        JSONMember("length_km", .decimal(front.lengthInKilometers, places: 3)),
      ])
  }

  private func pocket(_ span: Span<Pocket>) -> LayerFeature {
    let pocket = span.item
    let holder = theatre.actors[pocket.holder]
    return LayerFeature(
      .pockets, span, shape: Shape(pocket.shape),
      properties: [
        JSONMember("holder", .string(holder.id)),
        JSONMember("side", .string(holder.side)),
        JSONMember("area_km2", .decimal(pocket.areaInSquareKilometers, places: 3)),
        JSONMember("places", .strings(pocket.places.map { theatre.places[$0].id })),
      ])
  }

  private func place(_ span: Span<PlaceState>) -> LayerFeature {
    let place = theatre.places[span.item.place]
    let cell = span.item.cell
    let state = cell.state
    let holder = state.holder.map { theatre.actors[$0] }
    let report = cell.entry.flatMap(\.decidedBy.first).map { theatre.reports[$0] }
    return LayerFeature(
      .places, span, shape: .point(place.position),
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
        JSONMember(
          "inferred_km",
          cell.inference.map { .decimal($0.distanceInKilometers, places: 3) } ?? .null),
        JSONMember("color", .string(holder?.color ?? Self.unknownColor)),
      ])
  }

  /// A report on the day it takes effect; one from before the theatre on the theatre's first day.
  private func report(_ index: Int) -> LayerFeature? {
    let report = theatre.reports[index]
    let day = max(report.date.effectiveDay, theatre.settings.start)
    guard theatre.contains(day) else { return nil }
    let place = theatre.places[report.place]
    let source = theatre.sources[report.source]
    return LayerFeature(
      .reports, from: day, to: day.next, shape: location(of: place),
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
      .incidents, from: first, to: last.next, shape: location(of: place),
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

extension LayerFeature {
  fileprivate init<Item>(
    _ layer: Layer, _ span: Span<Item>, shape: Shape, properties: [JSONMember]
  ) {
    self.init(
      layer, from: span.start, to: span.end, isOpenEnded: span.isOpenEnded, shape: shape,
      properties: properties)
  }
}
