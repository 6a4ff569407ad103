internal import TheatreModel

/// How a distance that differs may have come about. A reading is offered only if the numbers allow it,
/// and is never more than a possibility.
extension Auditor {
  /// How much longer a road may be than the geodesic. Averages over whole countries lie from about
  /// 1.1 to 1.6 nearly everywhere (R. H. Ballou, H. Rahardja and N. Sakai, "Selected country circuity
  /// factors for road travel distance estimation", Transportation Research A 36 (2002), 843–848). A
  /// single road may wind more; what lies beyond is not offered as one.
  static let roadFactors = 1.0...1.6

  mutating func readings(
    of trial: DistanceTrial, _ start: MeasureEnd, _ end: MeasureEnd
  ) -> [String] {
    var readings: [String] = []
    let straight = trial.amount(trial.way)
    let factor = trial.number.value / straight
    if straight > 0, Self.roadFactors.contains(factor), trial.number.bound == nil,
      trial.slackOfEnd == nil
    {
      readings.append(
        "possibly a road distance: \(factor.text(decimals: 2)) times the straight line, and roads are "
          + "up to 1.6 times as long")
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
    return namesakes(of: place).filter { namesake in
      let way = MeasuredWay(from: spot(namesake), to: other)
      let amount = trial.amount(way)
      let slack = way.slack / trial.unit.inKilometers
      return trial.number.agrees(
        with: amount...amount,
        within: slack + (trial.number.approximation ?? trial.number.rounding))
    }.map { "possibly another place of the name: \(theatre.places[$0].id)" }
  }

  /// The places that share one of a place's names, and have a point that is a location.
  func namesakes(of place: Int) -> [Int] {
    let gazetteer = Gazetteer(theatre.places)
    var found: Set<Int> = []
    for name in [theatre.places[place].name] + theatre.places[place].aliases {
      switch gazetteer.find(name) {
      case .place(let one): found.insert(one)
      case .ambiguous(let several): found.formUnion(several)
      case .unknown: break
      }
    }
    found.remove(place)
    return found.filter { !Place.regionKinds.contains(theatre.places[$0].kind) }.sorted()
  }
}

extension StatedNumber {
  /// The first of some other units in which the number would be right, for a length in kilometres or an
  /// area in square kilometres that may be off by a slack.
  func fitting(_ units: [MeasureUnit], straight: Double, slack: Double) -> MeasureUnit? {
    units.first { other in
      guard other != unit else { return false }
      let amount = straight / other.inKilometers
      let tolerance = slack / other.inKilometers + (approximation ?? rounding)
      // Where everything fits nothing is told.
      return tolerance < amount / 2 && agrees(with: amount...amount, within: tolerance)
    }
  }
}
