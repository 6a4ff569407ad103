/// How strongly reports speak for the state of a site, and how strongly against it.
///
/// Each report is a simple support function of the theory of evidence (G. Shafer, "A Mathematical
/// Theory of Evidence", Princeton 1976, chapter 4): it supports what it says to the degree that its
/// grade gives, and leaves the rest open. Dempster's rule combines them.
public struct Evidence: Hashable, Sendable {
  /// How far the reports that say so support it together, from 0 to 1.
  public let support: Double

  /// How far those that contradict it on the deciding day support something else, from 0 to 1.
  public let opposition: Double

  /// How many independent sources say so.
  public let sourceCount: Int

  /// Nothing speaks for it.
  package static let none = Evidence(support: 0, opposition: 0, sourceCount: 0)

  /// What is left of the support when it is held against the opposition, from 0 to 1: Dempster's rule
  /// for two simple support functions that contradict each other.
  public var belief: Double {
    support * (1 - opposition) / (1 - support * opposition)
  }
}
