internal import ControlHistory
internal import FrontTracking
package import GeoJSON
package import JSON
package import Theatre

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

/// A formatted feature, without what differs from file to file.
package struct FormattedFeature {
  package let text: EncodedFeature
  package let start: Day
  let confidence: FadingConfidence?

  /// What fades, as it is on a day.
  package func fading(on day: Day) -> [JSONMember] { confidence.map { [$0.member(on: day)] } ?? [] }
}
