internal import NumberText
internal import Theatre
internal import TypedIndices

/// How a distance that differs may have come about. A reading is offered only if the numbers allow it,
/// and is never more than a possibility.
struct DistanceReadings {
  let ends: MeasuredEnds

  private var theatre: Theatre { ends.theatre }

  /// How much longer a road may be than the geodesic. Averages over whole countries lie from about
  /// 1.1 to 1.6 nearly everywhere (R. H. Ballou, H. Rahardja and N. Sakai, "Selected country circuity
  /// factors for road travel distance estimation", Transportation Research A 36 (2002), 843–848). A
  /// single road may wind more; a longer way is not offered as a road.
  private static let roadFactors = 1.0...1.6

  func readings(
    of trial: DistanceTrial, _ start: MeasureEnd, _ end: MeasureEnd
  ) -> [String] {
    // With another reading nearly any bound would be right.
    guard trial.number.bound == nil else { return [] }
    var readings: [String] = []
    let straight = trial.amount(trial.way)
    let factor = trial.number.value / straight
    if straight > 0, Self.roadFactors.contains(factor), trial.slackOfEnd == nil {
      readings.append(
        "possibly a road distance: it would be \(factor.text(decimals: 2)) times the straight line, "
          + "as roads may be; the map has no roads to tell")
    }
    if let other = trial.number.fitting(
      [.kilometers, .miles, .meters], straight: trial.way.kilometers, slack: trial.way.slack)
    {
      readings.append("possibly \(other.symbol) and not \(trial.unit.symbol)")
    }
    readings += homonyms(of: trial, start, isStart: true)
    readings += homonyms(of: trial, end, isStart: false)
    return readings
  }

  /// Other places of an end's name from which the distance would be right.
  private func homonyms(
    of trial: DistanceTrial, _ end: MeasureEnd, isStart: Bool
  ) -> [String] {
    guard case .place(let place) = end, trial.slackOfEnd == nil else { return [] }
    let other = isStart ? trial.to.point : trial.from.point
    return ends.namesakes(of: place).filter { namesake in
      let way = MeasuredWay(from: ends.spot(namesake), to: other)
      let amount = trial.amount(way)
      let slack = way.slack / trial.unit.inKilometers
      return trial.number.agrees(
        with: amount...amount,
        within: slack + (trial.number.approximation ?? trial.number.rounding))
    }.map { "possibly another place of that name: \(theatre.places[$0].id)" }
  }
}

extension StatedNumber {
  /// The first of some other units in which the number would be right, for a length in kilometres or an
  /// area in square kilometres that may be off by a slack.
  func fitting(_ units: [MeasureUnit], straight: Double, slack: Double) -> MeasureUnit? {
    units.first { other in
      guard other != unit, bound == nil else { return false }
      let amount = straight / other.inKilometers
      let tolerance = slack / other.inKilometers + (approximation ?? rounding)
      // Where everything fits, nothing is said.
      return tolerance < amount / 2 && agrees(with: amount...amount, within: tolerance)
    }
  }
}
