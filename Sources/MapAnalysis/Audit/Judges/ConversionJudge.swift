internal import Theatre

/// Judges one amount in two units. No map is needed.
struct ConversionJudge {
  func finding(_ measure: MeasureID, _ first: StatedNumber, _ second: StatedNumber)
    -> AuditFinding
  {
    let (one, other) = (first.unit ?? .kilometers, second.unit ?? .kilometers)
    let factor = one.inKilometers / other.inKilometers
    let computed = first.value * factor
    var tolerance = Tolerance()
    second.allow(&tolerance, in: other)
    first.allow(&tolerance, in: other, times: factor)
    let agrees = second.agrees(with: computed...computed, within: tolerance.amount)
    let isRight = { (value: Double) in
      second.agrees(with: value...value, within: second.rounding)
    }
    var readings = [
      "a wrong conversion: \(first.value.plain) \(one.symbol) are \(computed.measured) "
        + "\(other.symbol), and \(second.value.plain) \(other.symbol) are "
        + "\((second.value / factor).measured) \(one.symbol); which of the two is meant the numbers "
        + "do not tell"
    ]
    if isRight(first.value / factor) {
      readings.append("the factor was possibly taken the wrong way round")
    }
    return AuditFinding(
      measure: measure, computed: computed, range: nil, unit: other.rawValue,
      tolerance: tolerance.amount, toleranceReason: tolerance.reason,
      words: "\(computed.measured) \(other.symbol)", verdict: agrees ? .agrees : .differs,
      reading: agrees ? nil : readings.joined(separator: "; "), obstacle: nil, places: [],
      ownReports: [])
  }
}
