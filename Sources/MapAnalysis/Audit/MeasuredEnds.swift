internal import ControlMap
internal import Geodesy
internal import Geometry
internal import Theatre
internal import TypedIndices

/// Where a distance or a direction is taken from: a point, and the places that may be meant instead.
struct MeasuredEnd {
  /// What it is called.
  let name: String
  /// What it is measured from, in the plainest sense.
  let point: MeasuredPoint
  /// The places of a region or portion; none for a single place.
  let spots: [MeasuredPoint]
  /// Whether the nearest of them is meant, and not the point.
  let isEdge: Bool

  /// The places of which any may be meant, the point itself for a single place.
  var candidates: [MeasuredPoint] { spots.isEmpty ? [point] : spots }
}

extension MeasureEnd {
  /// The place that it is, or the edge of which.
  fileprivate var place: PlaceID? {
    switch self {
    case .place(let place), .edge(let place): place
    case .front, .portion: nil
    }
  }
}

/// A point with what is known of it.
struct MeasuredPoint: Hashable {
  /// The place it is; nil for the middle of several.
  let place: PlaceID?
  let position: Position
  /// How far it may be off, in kilometres; nil if nobody says.
  let precision: Double?
}

/// A result, or why there is none.
enum Sought<Value> {
  case found(Value)
  case missing(String)
}

/// Finds what the ends of distances and directions mean, and the ways between them.
struct MeasuredEnds {
  let maps: AuditMaps

  var theatre: Theatre { maps.theatre }

  /// What an end of a distance or direction means; the front is not such an end.
  ///
  /// A place is its point. A region that has a point of its own (a city with quarters) is that point,
  /// and its places are those that may be meant instead. Of a district, a governorate, an area or a
  /// part of a city the table's point is not a location. There the point is the mean of its places, and
  /// only if there is none, and the table says how far it may be off, the table's point.
  func resolve(
    _ end: MeasureEnd, of measure: MeasureID
  ) throws(MapError) -> Sought<MeasuredEnd> {
    switch end {
    case .front: return .missing("the front is not one place")
    case .place(let place): return self.end(ofPlace: place, isEdge: false)
    case .edge(let place): return self.end(ofPlace: place, isEdge: true)
    case .portion(let portion, let region):
      let day = theatre.measures[measure].days?.upperBound ?? theatre.settings.start
      let places = try maps.places(portion, in: region, on: day, of: measure)
      let name = theatre.words(for: portion, in: region)
      let spots = places.map(spot)
      guard let middle = middle(of: spots) else {
        return .missing("the map has no \(name) in that time")
      }
      return .found(MeasuredEnd(name: "the \(name)", point: middle, spots: spots, isEdge: false))
    }
  }

  func end(ofPlace place: PlaceID, isEdge: Bool) -> Sought<MeasuredEnd> {
    let row = theatre.places[place]
    guard row.isRegion else {
      return .found(
        MeasuredEnd(name: row.name, point: spot(place), spots: [], isEdge: false))
    }
    let spots = maps.places(of: place).map(spot)
    let hasOwnPoint = !Place.regionKinds.contains(row.kind)
    if let point = hasOwnPoint ? spot(place) : middle(of: spots) {
      let name = isEdge ? "the edge of \(row.name)" : row.name
      return .found(
        MeasuredEnd(name: name, point: point, spots: spots, isEdge: isEdge && !spots.isEmpty))
    }
    guard row.precisionInKilometers != nil else {
      return .missing(
        "\(row.name) is an area with no place in it, and nobody says how far its point may be off")
    }
    return .found(MeasuredEnd(name: row.name, point: spot(place), spots: [], isEdge: false))
  }

  /// Why nothing can be measured between a place and a region that it lies in: the table has places of
  /// the region and no outline. A city has a point of its own to measure from, but no edge either.
  func nesting(_ first: MeasureEnd, _ second: MeasureEnd) -> String? {
    guard let one = first.place, let other = second.place else { return nil }
    for (inner, end) in [(one, second), (other, first)] {
      guard let outer = end.place, theatre.lineage(of: inner).contains(outer) else { continue }
      let region = theatre.places[outer]
      if case .place = end, !Place.regionKinds.contains(region.kind) { continue }
      return
        "\(theatre.places[inner].name) lies in \(region.name), and the table has places of it but "
        + "no outline"
    }
    return nil
  }

  func spot(_ place: PlaceID) -> MeasuredPoint {
    let row = theatre.places[place]
    return MeasuredPoint(place: place, position: row.position, precision: row.precisionInKilometers)
  }

  /// The mean of several points; nil if there is none. It is off by no more than they are on average.
  /// Longitudes are taken around the first one, so that the antimeridian does not matter.
  private func middle(of spots: [MeasuredPoint]) -> MeasuredPoint? {
    guard let first = spots.first?.position.longitude else { return nil }
    let count = Double(spots.count)
    let turn = spots.reduce(0) { sum, spot in
      sum + (spot.position.longitude - first).remainder(dividingBy: 360)
    }
    let latitude = spots.reduce(0) { $0 + $1.position.latitude } / count
    let longitude = (first + turn / count).remainder(dividingBy: 360)
    return MeasuredPoint(
      place: nil, position: Position(longitude: longitude, latitude: latitude),
      precision: spots.reduce(0) { $0 + ($1.precision ?? 0) } / count)
  }

  /// The other places of a place's names that have a point which is a location.
  func namesakes(of place: PlaceID) -> [PlaceID] {
    Gazetteer(theatre.places).namesakes(of: place)
      .filter { !Place.regionKinds.contains(theatre.places[$0].kind) }
  }

  /// Why one of two ends cannot be found.
  func obstacle<Value>(_ first: Sought<Value>, _ second: Sought<Value>) -> String {
    if case .missing(let reason) = first { return reason }
    if case .missing(let reason) = second { return reason }
    return ""
  }

  /// The way in the plainest sense: from point to point, from an edge where that is nearest.
  func plainWay(from start: MeasuredEnd, to end: MeasuredEnd) -> MeasuredWay {
    let starts = start.isEdge ? start.spots : [start.point]
    let ends = end.isEdge ? end.spots : [end.point]
    var nearest = MeasuredWay(from: starts[0], to: ends[0])
    for start in starts {
      for end in ends {
        let way = MeasuredWay(from: start, to: end)
        if way.kilometers < nearest.kilometers { nearest = way }
      }
    }
    return nearest
  }

  /// The ways between any two of the places that may be meant, if there are several. Of an edge that is
  /// the place to which the plain way leads.
  func ways(_ plain: MeasuredWay, _ start: MeasuredEnd, _ end: MeasuredEnd) -> [MeasuredWay] {
    let starts = start.isEdge ? [plain.start] : start.candidates
    let ends = end.isEdge ? [plain.end] : end.candidates
    guard starts != [plain.start] || ends != [plain.end] else { return [] }
    return starts.flatMap { start in ends.map { MeasuredWay(from: start, to: $0) } }
  }
}

/// The way from one point to another.
struct MeasuredWay: Hashable {
  let start: MeasuredPoint
  let end: MeasuredPoint
  let kilometers: Double
  let azimuth: Double
  /// How far both points may be off together, in kilometres.
  let slack: Double

  init(from start: MeasuredPoint, to end: MeasuredPoint) {
    let way = WGS84.inverse(from: start.position, to: end.position)
    self.start = start
    self.end = end
    kilometers = way.distanceInMeters / 1_000
    azimuth = way.azimuthInDegrees
    self.slack = (start.precision ?? 0) + (end.precision ?? 0)
  }
}

extension Tolerance {
  /// Allows for how well a point is known, in a unit that is so many kilometres.
  mutating func add(_ spot: MeasuredPoint, called name: String, in unit: MeasureUnit) {
    guard let precision = spot.precision else { return }
    add(precision / unit.inKilometers, " \(unit.symbol)", for: "the position of \(name)")
  }
}
