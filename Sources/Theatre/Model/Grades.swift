/// How reliable a source is: the letter of the Admiralty code (NATO AJP-2.1; FM 2-22.3, app. B).
public enum Reliability: String, Sendable, CaseIterable {
  /// Completely reliable.
  case a = "A"
  /// Usually reliable.
  case b = "B"
  /// Fairly reliable.
  case c = "C"
  /// Not usually reliable.
  case d = "D"
  /// Unreliable.
  case e = "E"
  /// Reliability cannot be judged, which is not the same as bad.
  case f = "F"
}

/// How credible a statement is: the digit of the Admiralty code.
public enum Credibility: Int, Sendable, CaseIterable {
  /// Confirmed by other sources.
  case confirmed = 1
  /// Probably true.
  case probablyTrue = 2
  /// Possibly true.
  case possiblyTrue = 3
  /// Doubtful.
  case doubtful = 4
  /// Improbable.
  case improbable = 5
  /// Truth cannot be judged, which is not the same as bad.
  case cannotBeJudged = 6
}

/// A source's reliability and a statement's credibility together.
///
///     AdmiraltyGrade("C3")    // fairly reliable, possibly true
public struct AdmiraltyGrade: Hashable, Sendable, CustomStringConvertible {
  /// How reliable the source is.
  public let reliability: Reliability

  /// How credible the statement is.
  public let credibility: Credibility

  /// Creates a grade from its two halves.
  public init(reliability: Reliability, credibility: Credibility) {
    self.reliability = reliability
    self.credibility = credibility
  }

  /// Creates a grade from a letter and a digit such as `C3`, or nil if the text is not exactly that.
  public init?(_ text: String) {
    guard text.utf8.count == 2, let reliability = Reliability(rawValue: String(text.prefix(1))),
      let credibility = Int(text.dropFirst()).flatMap(Credibility.init)
    else { return nil }
    self.init(reliability: reliability, credibility: credibility)
  }

  /// The grade as `C3`.
  public var description: String { "\(reliability.rawValue)\(credibility.rawValue)" }
}
