internal import Theatre
internal import TypedIndices

extension StatedNumber {
  /// The unit of a length.
  var lengthUnit: MeasureUnit { unit ?? .kilometers }
}

/// A stated distance, and what the map has to hold against it.
struct DistanceTrial {
  let number: StatedNumber
  /// The way in the plainest sense, on each day that may be meant; the last day last.
  let plain: [MeasuredWay]
  let from: MeasuredEnd
  let to: MeasuredEnd
  /// The ways between any two of the places that may be meant; none if that is plain.
  let ways: [MeasuredWay]
  /// Why the end of a way may be off, if its point is not the reason.
  var slackOfEnd: String?

  var unit: MeasureUnit { number.lengthUnit }
  /// What is computed.
  var way: MeasuredWay { plain[plain.count - 1] }

  func finding(
    _ measure: MeasureID, in theatre: Theatre, _ readings: () -> [String]
  ) -> AuditFinding {
    let tolerance = tolerance(of: way)
    let days = span(of: plain)
    let isPlain = number.agrees(with: days, within: tolerance.amount)
    let partly = isPlain ? nil : partReading(in: theatre)
    let found = isPlain || partly != nil ? [] : readings()
    let reading =
      isPlain
      ? nil : partly ?? (found.isEmpty ? "no reading fits" : found.joined(separator: "; or "))
    let range = ways.isEmpty ? days : span(of: ways + plain)
    return AuditFinding(
      measure: measure, computed: amount(way),
      range: range.lowerBound < range.upperBound ? range : nil, unit: unit.rawValue,
      tolerance: tolerance.amount, toleranceReason: tolerance.reason,
      words: "\(amount(way).measured) \(unit.symbol)",
      verdict: isPlain || partly != nil ? .agrees : .differs, reading: reading, obstacle: nil,
      places: [], ownReports: [])
  }

  func amount(_ way: MeasuredWay) -> Double { way.kilometers / unit.inKilometers }

  private func span(of ways: [MeasuredWay]) -> ClosedRange<Double> {
    let amounts = ways.map(amount)
    return (amounts.min() ?? 0)...(amounts.max() ?? 0)
  }

  func tolerance(of way: MeasuredWay) -> Tolerance {
    var tolerance = Tolerance()
    tolerance.add(way.start, called: from.name, in: unit)
    if let slackOfEnd {
      tolerance.add(
        (way.end.precision ?? 0) / unit.inKilometers, " \(unit.symbol)", for: slackOfEnd)
    } else {
      tolerance.add(way.end, called: to.name, in: unit)
    }
    number.allow(&tolerance, in: unit)
    return tolerance
  }

  /// That it is true of a part of a region, if it lies between the nearest and the farthest place.
  private func partReading(in theatre: Theatre) -> String? {
    guard let nearest = ways.min(by: { $0.kilometers < $1.kilometers }),
      let farthest = ways.max(by: { $0.kilometers < $1.kilometers })
    else { return nil }
    let (least, most) = (amount(nearest), amount(farthest))
    let (below, above) = (tolerance(of: nearest).amount, tolerance(of: farthest).amount)
    guard number.value >= least - below, number.value <= most + above else { return nil }
    let isOfStart = !from.spots.isEmpty && !from.isEdge
    let region = isOfStart ? from.name : to.name
    func name(_ way: MeasuredWay) -> String {
      let place = (isOfStart ? way.start : way.end).place
      return place.map { " (\(theatre.places[$0].name))" } ?? ""
    }
    if number.value < least {
      return "from the edge of \(region), not its middle: its nearest place\(name(nearest)) is "
        + "\(least.measured) \(unit.symbol) away, give or take \(below.measured) \(unit.symbol)"
    }
    if number.value > most {
      return
        "from the far side of \(region), not its middle: its farthest place\(name(farthest)) is "
        + "\(most.measured) \(unit.symbol) away, give or take \(above.measured) \(unit.symbol)"
    }
    return "from \(number.value < amount(way) ? "nearer" : "farther") places of \(region), not its "
      + "middle: its places lie \(least.measured)\(name(nearest)) to \(most.measured) "
      + "\(unit.symbol)\(name(farthest)) away"
  }
}
