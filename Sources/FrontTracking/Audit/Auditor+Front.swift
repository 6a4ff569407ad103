internal import Geodesy
internal import Geometry
internal import TheatreModel

/// A position and a day on which the front nearest to it is sought.
struct FrontQuestion: Hashable {
  let position: Position
  let day: Day
}

/// The nearest point of a front.
struct FrontWay {
  let position: Position
  /// How far that point is from the place nearest to it, in kilometres. The line is drawn half way
  /// between places; the front was somewhere between them.
  let slack: Double
}

/// Distances and directions of the front.
extension Auditor {
  mutating func frontDistance(
    _ measure: Int, to end: MeasureEnd, _ number: StatedNumber
  ) throws(FrontTrackingError) -> AuditFinding {
    let unit = number.lengthUnit
    let sought = try resolve(end, of: measure)
    guard case .found(let place) = sought else {
      return .open(measure, unit: unit.rawValue, because: obstacle(sought, sought))
    }
    var plain: [MeasuredWay] = []
    var ways: [MeasuredWay] = []
    for day in days(of: measure) {
      let found = try place.spots.compactMapWays { spot throws(FrontTrackingError) in
        try way(from: spot, on: day)
      }
      ways += found
      let nearest =
        place.isEdge
        ? found.min { $0.kilometers < $1.kilometers } : try way(from: place.point, on: day)
      if let nearest { plain.append(nearest) }
    }
    guard !plain.isEmpty else {
      return .open(
        measure, unit: unit.rawValue, because: "there is no front on the map in that time")
    }
    let point = plain[plain.count - 1].end
    let trial = DistanceTrial(
      number: number, plain: plain, from: place,
      to: MeasuredEnd(name: "the front", point: point, spots: [], isEdge: false),
      ways: place.isEdge ? [] : ways,
      slackOfEnd:
        "the line, which runs somewhere between places, the nearest of them so far from it")
    return trial.finding(measure, in: theatre) { readings(of: trial, end, .front) }
  }

  /// The way from a point to the nearest front of a day; nil if there is none.
  mutating func way(from spot: MeasuredPoint, on day: Day) throws(FrontTrackingError)
    -> MeasuredWay?
  {
    let question = FrontQuestion(position: spot.position, day: day)
    let front: FrontWay?
    if let known = frontWays[question] {
      front = known
    } else {
      front = try map(on: day).nearestFront(to: spot.position).map { nearest in
        let distances = tracker.grounds.positions.map {
          WGS84.inverse(from: nearest.position, to: $0).distanceInMeters / 1_000
        }
        return FrontWay(position: nearest.position, slack: distances.min() ?? 0)
      }
      frontWays[question] = front
    }
    return front.map {
      MeasuredWay(
        from: spot, to: MeasuredPoint(place: nil, position: $0.position, precision: $0.slack))
    }
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
