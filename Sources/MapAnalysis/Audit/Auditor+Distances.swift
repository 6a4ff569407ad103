internal import ControlMap
internal import Theatre

/// Distances.
extension Auditor {
  mutating func distance(
    _ measure: MeasureID, _ start: MeasureEnd, _ end: MeasureEnd, _ number: StatedNumber
  ) throws(FrontTrackingError) -> AuditFinding {
    if start == .front { return try frontDistance(measure, to: end, number) }
    if end == .front { return try frontDistance(measure, to: start, number) }
    let unit = number.lengthUnit
    if let reason = nesting(start, end) {
      return .open(measure, unit: unit.rawValue, because: reason)
    }
    let (from, to) = (try resolve(start, of: measure), try resolve(end, of: measure))
    guard case .found(let one) = from, case .found(let other) = to else {
      return .open(measure, unit: unit.rawValue, because: obstacle(from, to))
    }
    let plain = plainWay(from: one, to: other)
    let trial = DistanceTrial(
      number: number, plain: [plain], from: one, to: other,
      ways: ways(plain, one, other))
    return trial.finding(measure, in: theatre) {
      readings(of: trial, start, end)
    }
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
