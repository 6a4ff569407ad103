internal import Geometry
internal import TheatreModel

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
    let plain = plainWay(from: base, to: target)
    let trial = DirectionTrial(
      point: point, way: plain, from: base, to: target, ways: ways(plain, base, target))
    guard case .portion(let portion, _) = subject else {
      return trial.finding(measure) { homonyms(of: trial, subject, object) }
    }
    let places = target.spots.compactMap(\.place)
    return trial.finding(
      measure, of: portion, places, ownReports: try ownReports(on: places, measure), in: theatre)
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
      point: point, way: MeasuredWay(from: base.point, to: target.point), from: base, to: target,
      ways: [])
    return trial.finding(measure) { [] }
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
