internal import Geometry
internal import NumberText
internal import Theatre
internal import TypedIndices

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A stated direction, and what the map has to hold against it.
struct DirectionTrial {
  let point: CompassPoint
  /// The way in the plainest sense, from the object to the subject.
  let way: MeasuredWay
  let from: MeasuredEnd
  let to: MeasuredEnd
  /// The ways between any two of the places that may be meant; none if that is plain.
  let ways: [MeasuredWay]

  /// How far a way's azimuth is from the middle of the stated sector, in degrees up to 180.
  func offset(of way: MeasuredWay) -> Double {
    abs((way.azimuth - point.azimuthInDegrees).remainder(dividingBy: 360))
  }

  /// How far the azimuth may be off since the points may be, in degrees: one of two circles is seen
  /// from the other's centre within the arc sine of its radius over the distance, and both radii add
  /// up. Nil if the points are so close that any direction may be right.
  func slack(of way: MeasuredWay) -> Double? {
    guard way.slack < way.kilometers else { return nil }
    return asin(way.slack / way.kilometers) * 180 / .pi
  }

  func agrees(_ way: MeasuredWay) -> Bool {
    slack(of: way).map { offset(of: way) <= point.halfSectorInDegrees + $0 } ?? false
  }

  /// Whether two places lie in a direction, or a region and a place do.
  func finding(_ measure: MeasureID, _ others: () -> [String]) -> AuditFinding {
    guard slack(of: way) != nil else { return tooNear(measure) }
    if agrees(way) { return finding(measure, .agrees, nil) }
    let count = ways.filter(agrees).count
    if count > 0 {
      return finding(
        measure, .agrees, "true of \(count) of the \(ways.count) \(pairs), not of the middle")
    }
    let found = readings + others()
    return finding(
      measure, .differs, found.isEmpty ? "no reading fits" : found.joined(separator: "; or "))
  }

  private func tooNear(_ measure: MeasureID) -> AuditFinding {
    .open(
      measure, unit: "degrees",
      because: "the two are \(way.kilometers.measured) km apart and known to "
        + "\(way.slack.measured) km, so that one may lie in any direction of the other")
  }

  func finding(
    _ measure: MeasureID, _ verdict: AuditFinding.Verdict, _ reading: String?,
    places: [PlaceID] = [],
    ownReports: [ReportID] = []
  ) -> AuditFinding {
    var tolerance = Tolerance()
    let half = point.halfSectorInDegrees
    tolerance.add(half, "°", for: "half of the sector of \(point.rawValue)")
    if let slack = slack(of: way) {
      tolerance.add(
        slack, "°",
        for: "points known to \(way.slack.measured) km and \(way.kilometers.measured) km apart")
    }
    let compass = CompassPoint(azimuthInDegrees: way.azimuth).rawValue
    return AuditFinding(
      measure: measure, computed: way.azimuth, range: nil, unit: "degrees",
      tolerance: tolerance.amount, toleranceReason: tolerance.reason,
      words: "\(way.azimuth.text(decimals: 0))° (\(compass))", verdict: verdict,
      reading: reading, obstacle: nil, places: places, ownReports: ownReports)
  }

  /// What the ways are between.
  private var pairs: String {
    if from.spots.isEmpty { return "places of \(to.name)" }
    return to.spots.isEmpty
      ? "places of \(from.name)" : "ways from places of \(from.name) to those of \(to.name)"
  }

  /// What the azimuth itself allows.
  private var readings: [String] {
    let offset = offset(of: way)
    if offset <= 45, point.rawValue.utf8.count == 1 {
      return [
        "possibly the nearest of four directions: it is \(offset.text(decimals: 0))° off, and a "
          + "quarter reaches 45° to either side"
      ]
    }
    if 180 - offset <= point.halfSectorInDegrees {
      return ["possibly the other way round: the object lies \(point.rawValue) of the subject"]
    }
    return []
  }
}

/// Places of which something is so: it is enough that some of them lie that way.
extension DirectionTrial {
  func finding(
    _ measure: MeasureID, of portion: Portion, _ places: [PlaceID], ownReports: [ReportID],
    in theatre: Theatre
  ) -> AuditFinding {
    let direct = to.spots.filter { agrees(MeasuredWay(from: from.point, to: $0)) }
    let partly = Set(ways.filter(agrees).map(\.end))
    let fitting = direct.isEmpty ? to.spots.filter(partly.contains) : direct
    let verdict: AuditFinding.Verdict
    let reading: String?
    if agrees(way) {
      (verdict, reading) = (.agrees, nil)
    } else if !fitting.isEmpty {
      let names = fitting.compactMap(\.place).prefix(3).map { theatre.places[$0].name }
      let rest = fitting.count > names.count ? " and \(fitting.count - names.count) more" : ""
      let part = direct.isEmpty ? ", seen from a part of \(from.name)" : ""
      verdict = .agrees
      reading =
        "true of \(fitting.count) of the \(places.count) places, not of their middle: "
        + names.joined(separator: ", ") + rest + part
    } else if !portion.isChange, slack(of: way) == nil {
      return tooNear(measure)
    } else if portion.isChange {
      return AuditFinding(
        open: finding(measure, .open, nil, places: places, ownReports: ownReports),
        because:
          "the map has \(places.count) of them and none lies that way, but it has only those that "
          + "reports name")
    } else {
      (verdict, reading) = (.differs, readings.first ?? "no reading fits")
    }
    return finding(measure, verdict, reading, places: places, ownReports: ownReports)
  }
}
