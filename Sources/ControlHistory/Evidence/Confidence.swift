#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How far the map can be trusted on a piece of ground on a day, from 0 to 1.
///
/// It is a product: what the reports support, times a discount for their age, times one for the
/// distance over which the state was inferred. Each factor has its own reason. The formula stands here: the
/// page's data say where each `Factor` stands in them, and its scripts follow that. What follows a confidence
/// from day to day keeps the product of the other factors and lets it age.
///
/// - **Grade.** The five grades of a scale divide the range from 0 to 1 equally, and each stands in the
///   middle of its fifth: 0.9, 0.7, 0.5, 0.3, 0.1. A report supports what it says by the geometric mean
///   of its credibility and its source's reliability, so that neither makes up for the lack of the other. 6 and F
///   mean "cannot be judged" and are left out of the mean; if both are, it is one half. A claim in its
///   source's interest counts one credibility lower, one against it one higher.
/// - **Agreement.** Reports of independent sources combine by Dempster's rule: see `Evidence`. An earlier one
///   counts with the age it has on the day of the latest.
/// - **Age.** The discount halves every `half_life_days`, as for anything that decays at a constant rate.
/// - **Distance.** What is inferred from the nearest report halves every `half_distance_km`; what is
///   estimated by kriging counts by the probability that kriging gives.
/// - **Presumption.** Ground that is presumed taken counts half as much as the best report around it.
public struct Confidence: Hashable, Sendable {
  /// What the reports support.
  public let evidence: Evidence

  /// How many days ago the last of them was.
  public let ageInDays: Int

  /// The discount for that, from 0 to 1.
  public let age: Double

  /// The discount for inference, from 0 to 1; 1 for ground with a report of its own.
  public let nearness: Double

  /// The discount for ground that is only presumed taken; 1 for all other.
  public let presumption: Double

  /// One of the numbers from 0 to 1 whose product a confidence is.
  public enum Factor: CaseIterable, Sendable {
    /// What the reports support.
    case evidence
    /// The discount for ground that is only presumed taken.
    case presumption
    /// The discount for the age of the reports: the only factor that changes from day to day.
    case age
    /// The discount for inference.
    case nearness
  }

  /// A factor, from 0 to 1.
  public subscript(factor: Factor) -> Double {
    switch factor {
    case .evidence: evidence.belief
    case .presumption: presumption
    case .age: age
    case .nearness: nearness
    }
  }

  /// The product of all factors.
  public var value: Double { Factor.allCases.reduce(1) { $0 * self[$1] } }

  /// Creates a confidence from its factors.
  package init(
    evidence: Evidence, ageInDays: Int, age: Double, nearness: Double, presumption: Double
  ) {
    self.evidence = evidence
    self.ageInDays = ageInDays
    self.age = age
    self.nearness = nearness
    self.presumption = presumption
  }
}

extension Confidence {
  /// How much a state counts: one that is presumed half as much as the best report around it.
  public static func discount(for state: GroundState) -> Double { state.isPresumed ? 0.5 : 1 }

  /// What an interval counts on the day of the last report behind it: what the reports support, less for a
  /// presumption.
  public static func undiminished(_ interval: ControlInterval) -> Double {
    interval.evidence.belief * discount(for: interval.state)
  }

  /// How much an age counts.
  ///
  /// - Parameters:
  ///   - days: the age.
  ///   - halfLife: after how many days a report counts half.
  public static func discount(forAge days: Int, halfLife: Double) -> Double {
    discount(byHalfLives: Double(max(0, days)) / halfLife)
  }

  /// What is left after some half-lives.
  package static func discount(byHalfLives count: Double) -> Double { exp2(-count) }

  /// How much ground counts whose state is another site's.
  ///
  /// - Parameters:
  ///   - distance: how far away that site is, in kilometres.
  ///   - halfDistance: at which distance, in kilometres, it counts half.
  package static func discount(forDistance distance: Double, halfDistance: Double) -> Double {
    discount(byHalfLives: distance / halfDistance)
  }
}
