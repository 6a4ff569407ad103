internal import ControlHistory
internal import ControlMap
internal import Geodesy
internal import Geometry
internal import Theatre

/// A position and a day on which the front nearest to it is sought.
struct FrontQuestion: Hashable {
  let position: Position
  let day: Day
}

/// Distances and directions of the front.
extension Auditor {
  private static let noFront = "there is no front on the map in that time"

  mutating func frontDistance(
    _ measure: MeasureID, to end: MeasureEnd, _ number: StatedNumber
  ) throws(FrontTrackingError) -> AuditFinding {
    let unit = number.lengthUnit
    let sought = try resolve(end, of: measure)
    guard case .found(let place) = sought else {
      return .open(measure, unit: unit.rawValue, because: obstacle(sought, sought))
    }
    var plain: [MeasuredWay] = []
    var ways: [MeasuredWay] = []
    for day in days(of: measure) {
      let parts = place.isEdge ? [] : place.spots
      ways += try parts.compactMapWays { spot throws(FrontTrackingError) in
        try way(from: spot, on: day)
      }
      if let way = try plainWay(from: place, on: day) { plain.append(way) }
    }
    guard let last = plain.last else {
      return .open(measure, unit: unit.rawValue, because: Self.noFront)
    }
    let trial = DistanceTrial(
      number: number, plain: plain, from: place,
      to: MeasuredEnd(name: "the front", point: last.end, spots: [], isEdge: false), ways: ways,
      slackOfEnd:
        "the line, which runs somewhere between places, the nearest of them so far from it")
    return trial.finding(measure, in: theatre) { readings(of: trial, end, .front) }
  }

  mutating func frontDirection(
    _ measure: MeasureID, _ subject: MeasureEnd, _ object: MeasureEnd, _ point: CompassPoint
  ) throws(FrontTrackingError) -> AuditFinding {
    let sought = try resolve(subject == .front ? object : subject, of: measure)
    guard case .found(let place) = sought else {
      return .open(measure, unit: "degrees", because: obstacle(sought, sought))
    }
    guard let day = days(of: measure).last, let way = try plainWay(from: place, on: day) else {
      return .open(measure, unit: "degrees", because: Self.noFront)
    }
    let front = MeasuredEnd(name: "the front", point: way.end, spots: [], isEdge: false)
    let trial =
      subject == .front
      ? DirectionTrial(point: point, way: way, from: place, to: front, ways: [])
      : DirectionTrial(
        point: point, way: MeasuredWay(from: way.end, to: way.start), from: front, to: place,
        ways: [])
    return trial.finding(measure) { [] }
  }

  /// The way to the nearest front of a day in the plainest sense: from the point, from an edge where
  /// that is nearest. Nil if there is no front.
  private mutating func plainWay(
    from place: MeasuredEnd, on day: Day
  ) throws(FrontTrackingError) -> MeasuredWay? {
    guard place.isEdge else { return try way(from: place.point, on: day) }
    return try place.spots.compactMapWays { spot throws(FrontTrackingError) in
      try way(from: spot, on: day)
    }.min { $0.kilometers < $1.kilometers }
  }

  /// The way from a point to the nearest front of a day; nil if there is none.
  ///
  /// The line is drawn half way between places, and the front was somewhere between them: it may be off
  /// by as much as the nearest place is away.
  private mutating func way(
    from spot: MeasuredPoint, on day: Day
  ) throws(FrontTrackingError) -> MeasuredWay? {
    let question = FrontQuestion(position: spot.position, day: day)
    if let known = frontPoints[question] { return known.map { MeasuredWay(from: spot, to: $0) } }
    let nearest = try map(on: day).nearestFront(to: spot.position)?.position
    let point = nearest.map { position in
      let distances = drawnFrom.sites.positions.map {
        WGS84.inverse(from: position, to: $0).distanceInMeters / 1_000
      }
      return MeasuredPoint(place: nil, position: position, precision: distances.min())
    }
    frontPoints[question] = .some(point)
    return point.map { MeasuredWay(from: spot, to: $0) }
  }
}

extension [MeasuredPoint] {
  /// The ways that there are from each of them.
  fileprivate func compactMapWays(
    _ way: (MeasuredPoint) throws(FrontTrackingError) -> MeasuredWay?
  ) throws(FrontTrackingError) -> [MeasuredWay] {
    var ways: [MeasuredWay] = []
    for spot in self {
      if let found = try way(spot) { ways.append(found) }
    }
    return ways
  }
}
