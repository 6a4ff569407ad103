internal import Geometry
internal import TheatreModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Directions: the azimuth at the object, towards the subject, against the sector of the stated point of
/// the compass.
extension Auditor {
  mutating func direction(
    _ measure: Int, of subject: MeasureEnd, from object: MeasureEnd, _ point: CompassPoint
  ) throws(FrontTrackingError) -> AuditFinding {
    if let reason = nesting(subject, object) {
      return .open(measure, unit: "degrees", because: reason)
    }
    if subject == .front || object == .front {
      return try frontDirection(measure, subject, object, point)
    }
    let (from, to) = (try resolve(object, of: measure), try resolve(subject, of: measure))
    guard case .found(let base) = from, case .found(let target) = to else {
      return .open(measure, unit: "degrees", because: obstacle(from, to))
    }
    let trial = DirectionTrial(
      point: point, way: plainWay(from: base, to: target), from: base, to: target,
      ways: base.spots.isEmpty && target.spots.isEmpty ? [] : ways(from: base, to: target))
    let places = target.spots.compactMap(\.place)
    var portion: [Int] = []
    if case .portion = subject { portion = places }
    return trial.finding(measure, places: portion) { homonyms(of: trial, subject, object) }
  }

  private mutating func frontDirection(
    _ measure: Int, _ subject: MeasureEnd, _ object: MeasureEnd, _ point: CompassPoint
  ) throws(FrontTrackingError) -> AuditFinding {
    let sought = try resolve(subject == .front ? object : subject, of: measure)
    guard case .found(let place) = sought else {
      return .open(measure, unit: "degrees", because: obstacle(sought, sought))
    }
    guard let day = days(of: measure).last, let way = try way(from: place.point, on: day) else {
      return .open(
        measure, unit: "degrees", because: "there is no front on the map in that time")
    }
    let front = MeasuredEnd(name: "the front", point: way.end, spots: [], isEdge: false)
    let (base, target) = subject == .front ? (place, front) : (front, place)
    let trial = DirectionTrial(
      point: point, way: MeasuredWay(from: base.point, to: target.point), from: base, to: target, ways: [])
    return trial.finding(measure, places: []) { [] }
  }

  /// Why a direction within a region cannot be judged: its outline is not in the table. A city has a
  /// point of its own to look from.
  private func nesting(_ subject: MeasureEnd, _ object: MeasureEnd) -> String? {
    guard case .place(let one) = subject, case .place(let other) = object else { return nil }
    for (inner, outer) in [(one, other), (other, one)]
    where theatre.lineage(of: inner).contains(outer) {
      let region = theatre.places[outer]
      guard Place.regionKinds.contains(region.kind) else { continue }
      return
        "\(theatre.places[inner].name) lies in \(region.name), and the table has places of it but "
        + "no outline to tell a part by"
    }
    return nil
  }

  private func homonyms(
    of trial: DirectionTrial, _ subject: MeasureEnd, _ object: MeasureEnd
  ) -> [String] {
    var readings: [String] = []
    for (end, isSubject) in [(subject, true), (object, false)] {
      guard case .place(let place) = end else { continue }
      for namesake in namesakes(of: place) {
        let way =
          isSubject
          ? MeasuredWay(from: trial.from.point, to: spot(namesake))
          : MeasuredWay(from: spot(namesake), to: trial.to.point)
        guard trial.agrees(way) else { continue }
        readings.append("possibly another place of the name: \(theatre.places[namesake].id)")
      }
    }
    return readings
  }
}

/// A stated direction, and what the map has to hold against it.
struct DirectionTrial {
  let point: CompassPoint
  /// The way in the plainest sense, from the object to the subject.
  let way: MeasuredWay
  let from: MeasuredEnd
  let to: MeasuredEnd
  /// The ways between any two of the places that may be meant; none if that is plain.
  let ways: [MeasuredWay]

  /// How far a way's azimuth is from the middle of a point's sector, in degrees up to 180.
  func offset(of way: MeasuredWay, from point: CompassPoint) -> Double {
    abs((way.azimuth - point.azimuthInDegrees).remainder(dividingBy: 360))
  }

  /// How far the azimuth may be off since the points may be, in degrees: from anywhere within the one
  /// circle the other lies within the arc sine of the radii over the distance. Nil if the points are no
  /// farther apart than they are known, so that they may lie in any direction.
  func slack(of way: MeasuredWay) -> Double? {
    guard way.slack < way.kilometers else { return nil }
    return asin(way.slack / way.kilometers) * 180 / .pi
  }

  func agrees(_ way: MeasuredWay) -> Bool {
    slack(of: way).map { offset(of: way, from: point) <= point.halfSectorInDegrees + $0 } ?? false
  }

  func finding(_ measure: Int, places: [Int], _ others: () -> [String]) -> AuditFinding {
    guard let slack = slack(of: way) else {
      return .open(
        measure, unit: "degrees",
        because: "the two are \(way.kilometers.measured) km apart and known to "
          + "\(way.slack.measured) km, so that one may lie in any direction of the other",
        places: places)
    }
    let isPlain = agrees(way)
    let count = isPlain ? 0 : ways.filter(agrees).count
    var tolerance = Tolerance()
    tolerance.add(
      point.halfSectorInDegrees, "half of the sector of \(point.rawValue)")
    tolerance.add(
      slack,
      "\(slack.measured)° since the points are known to \(way.slack.measured) km and "
        + "\(way.kilometers.measured) km apart")
    var reading: String?
    if !isPlain, count > 0 {
      reading = "true of \(count) of the \(ways.count) \(pairs), not of the middle"
    } else if !isPlain {
      let found = readings + others()
      reading = found.isEmpty ? "no reading fits" : found.joined(separator: "; or ")
    }
    return AuditFinding(
      measure: measure, computed: way.azimuth, range: nil, unit: "degrees",
      tolerance: tolerance.amount, toleranceReason: tolerance.reason,
      words:
        "\(way.azimuth.text(decimals: 0))° (\(CompassPoint(azimuthInDegrees: way.azimuth).rawValue))",
      verdict: isPlain || count > 0 ? .agrees : .differs, reading: reading, obstacle: nil,
      places: places, ownReports: [])
  }

  /// What the ways are between.
  private var pairs: String {
    if from.spots.isEmpty { return to.spots.isEmpty ? "ways" : "places of \(to.name)" }
    return to.spots.isEmpty
      ? "places of \(from.name)" : "ways from places of \(from.name) to those of \(to.name)"
  }

  /// What the azimuth itself allows.
  private var readings: [String] {
    let offset = offset(of: way, from: point)
    if offset <= 45, point.rawValue.utf8.count == 1 {
      return ["possibly the nearest of four directions: it is \(offset.text(decimals: 0))° off"]
    }
    if 180 - offset <= point.halfSectorInDegrees {
      return ["possibly the other way round: the object lies \(point.rawValue) of the subject"]
    }
    return []
  }
}
