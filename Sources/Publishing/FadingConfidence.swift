internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import Theatre

/// A confidence that falls with the age of the reports behind it, by half in every half-life.
struct FadingConfidence {
  /// From 0 to 1, on `day`; nil if nobody is known to hold the ground.
  let value: Double?
  let day: Day
  let halfLifeInDays: Double

  /// The property on a day.
  func member(on day: Day) -> JSONMember {
    let value = value.map {
      $0 * Confidence.discount(forAge: self.day.distance(to: day), halfLife: halfLifeInDays)
    }
    return JSONMember("confidence", value.map { .decimal($0, places: 3) } ?? .null)
  }
}

/// A feature formatted but for what differs from file to file.
struct FormattedFeature {
  let text: EncodedFeature
  let start: Day
  let confidence: FadingConfidence?

  /// What fades, as it is on a day.
  func fading(on day: Day) -> [JSONMember] { confidence.map { [$0.member(on: day)] } ?? [] }
}

extension StalenessClass {
  /// The class as it is written: the days that it covers.
  var label: String {
    guard let days else { return "no report" }
    return days.upperBound == .max
      ? "\(days.lowerBound) and more" : "\(days.lowerBound)-\(days.upperBound)"
  }
}
