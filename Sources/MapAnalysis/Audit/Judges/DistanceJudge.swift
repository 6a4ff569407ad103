internal import ControlMap
internal import Theatre

/// Judges distances.
struct DistanceJudge {
  let maps: AuditMaps

  private var theatre: Theatre { maps.theatre }

  private var ends: MeasuredEnds { MeasuredEnds(maps: maps) }

  func finding(
    _ measure: MeasureID, _ start: MeasureEnd, _ end: MeasureEnd, _ number: StatedNumber
  ) throws(MapError) -> AuditFinding {
    let front = FrontJudge(maps: maps)
    if start == .front { return try front.distance(measure, to: end, number) }
    if end == .front { return try front.distance(measure, to: start, number) }
    let unit = number.lengthUnit
    if let reason = ends.nesting(start, end) {
      return .open(measure, unit: unit.rawValue, because: reason)
    }
    let (from, to) = (try ends.resolve(start, of: measure), try ends.resolve(end, of: measure))
    guard case .found(let one) = from, case .found(let other) = to else {
      return .open(measure, unit: unit.rawValue, because: ends.obstacle(from, to))
    }
    let plain = ends.plainWay(from: one, to: other)
    let trial = DistanceTrial(
      number: number, plain: [plain], from: one, to: other,
      ways: ends.ways(plain, one, other))
    return trial.finding(measure, in: theatre) {
      DistanceReadings(ends: ends).readings(of: trial, start, end)
    }
  }
}
