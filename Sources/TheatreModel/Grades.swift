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
