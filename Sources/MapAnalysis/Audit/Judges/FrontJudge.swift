internal import ControlHistory
internal import ControlMap
internal import Geodesy
internal import Geometry
internal import Theatre

/// Judges distances and directions of the front.
struct FrontJudge {
  let maps: AuditMaps

  private var theatre: Theatre { maps.theatre }

  private var ends: MeasuredEnds { MeasuredEnds(maps: maps) }

  private static let noFront = "there is no front on the map in that time"

  func distance(
    _ measure: MeasureID, to end: MeasureEnd, _ number: StatedNumber
  ) throws(MapError) -> AuditFinding {
    let unit = number.lengthUnit
    let sought = try ends.resolve(end, of: measure)
    guard case .found(let place) = sought else {
      return .open(measure, unit: unit.rawValue, because: ends.obstacle(sought, sought))
    }
    var plain: [MeasuredWay] = []
    var ways: [MeasuredWay] = []
    for day in maps.days(of: measure) {
      let parts = place.isEdge ? [] : place.spots
      ways += try parts.compactMapWays { spot throws(MapError) in
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
    return trial.finding(measure, in: theatre) {
      DistanceReadings(ends: ends).readings(of: trial, end, .front)
    }
  }

  func direction(
    _ measure: MeasureID, _ subject: MeasureEnd, _ object: MeasureEnd, _ point: CompassPoint
  ) throws(MapError) -> AuditFinding {
    let sought = try ends.resolve(subject == .front ? object : subject, of: measure)
    guard case .found(let place) = sought else {
      return .open(measure, unit: "degrees", because: ends.obstacle(sought, sought))
    }
    guard let day = maps.days(of: measure).last, let way = try plainWay(from: place, on: day) else {
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
  private func plainWay(
    from place: MeasuredEnd, on day: Day
  ) throws(MapError) -> MeasuredWay? {
    guard place.isEdge else { return try way(from: place.point, on: day) }
    return try place.spots.compactMapWays { spot throws(MapError) in
      try way(from: spot, on: day)
    }.min { $0.kilometers < $1.kilometers }
  }

  /// The way from a point to the nearest front of a day; nil if there is none.
  private func way(from spot: MeasuredPoint, on day: Day) throws(MapError) -> MeasuredWay? {
    try maps.front(nearestTo: spot.position, on: day).map { MeasuredWay(from: spot, to: $0) }
  }
}

extension [MeasuredPoint] {
  /// The ways that there are from each of them.
  fileprivate func compactMapWays(
    _ way: (MeasuredPoint) throws(MapError) -> MeasuredWay?
  ) throws(MapError) -> [MeasuredWay] {
    var ways: [MeasuredWay] = []
    for spot in self {
      if let found = try way(spot) { ways.append(found) }
    }
    return ways
  }
}
