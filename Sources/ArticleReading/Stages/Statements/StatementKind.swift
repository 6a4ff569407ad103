/// What kind of statement is made.
public enum StatementKind: String, Sendable, CaseIterable {
  /// It happened, or is so, by the text.
  case event
  /// It was so earlier.
  case background
  /// It is planned, hoped for, expected or under way to.
  case planned
  /// It is said not to be so, or taken back.
  case refuted
  /// The text says that it is not sure.
  case hedged
  /// It is so only if something else is.
  case conditional

  /// Whether a statement of the kind becomes a proposal.
  public var isProposed: Bool { self == .event || self == .background }
}
