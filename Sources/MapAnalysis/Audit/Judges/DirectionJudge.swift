internal import ControlMap
internal import Geometry
internal import Theatre
internal import TypedIndices

/// Judges directions: the azimuth at the object, towards the subject, against the sector of the stated point of
/// the compass.
struct DirectionJudge {
  let maps: AuditMaps

  private var theatre: Theatre { maps.theatre }

  private var ends: MeasuredEnds { MeasuredEnds(maps: maps) }

  func finding(
    _ measure: MeasureID, of subject: MeasureEnd, from object: MeasureEnd, _ point: CompassPoint
  ) throws(MapError) -> AuditFinding {
    if let reason = ends.nesting(subject, object) {
      return .open(measure, unit: "degrees", because: reason)
    }
    if subject == .front || object == .front {
      return try FrontJudge(maps: maps).direction(measure, subject, object, point)
    }
    let (from, to) = (try ends.resolve(object, of: measure), try ends.resolve(subject, of: measure))
    guard case .found(let base) = from, case .found(let target) = to else {
      return .open(measure, unit: "degrees", because: ends.obstacle(from, to))
    }
    let plain = ends.plainWay(from: base, to: target)
    let trial = DirectionTrial(
      point: point, way: plain, from: base, to: target, ways: ends.ways(plain, base, target))
    guard case .portion(let portion, _) = subject else {
      return trial.finding(measure) { homonyms(of: trial, subject, object) }
    }
    let places = target.spots.compactMap(\.place)
    return trial.finding(
      measure, of: portion, places, ownReports: try maps.ownReports(on: places, measure),
      in: theatre)
  }

  private func homonyms(
    of trial: DirectionTrial, _ subject: MeasureEnd, _ object: MeasureEnd
  ) -> [String] {
    var readings: [String] = []
    for (end, isSubject) in [(subject, true), (object, false)] {
      guard case .place(let place) = end else { continue }
      for namesake in ends.namesakes(of: place) {
        let way =
          isSubject
          ? MeasuredWay(from: trial.from.point, to: ends.spot(namesake))
          : MeasuredWay(from: ends.spot(namesake), to: trial.to.point)
        guard trial.agrees(way) else { continue }
        readings.append("possibly another place of that name: \(theatre.places[namesake].id)")
      }
    }
    return readings
  }
}
