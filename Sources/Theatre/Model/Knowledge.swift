internal import TypedIndices

extension Theatre {
  /// Returns the day from which a report can be known.
  ///
  /// That is the day on which it was `reported`; if the table does not say so, the day on which its
  /// source was published, or the first day of the report's date if that is later, since nobody knows
  /// of what has not happened. What an undated source reports counts as known when it takes
  /// effect.
  ///
  ///     theatre.knownDay(of: report)    // 2016-11-05, for the gains of the 4th in the paper of the 5th
  ///
  /// - Complexity: O(1).
  public func knownDay(of report: Report) -> Day {
    report.reported ?? knownDay(of: report.date, from: report.source)
  }

  /// Returns the day from which an incident can be known, by the same rule.
  ///
  /// - Complexity: O(1).
  public func knownDay(of incident: Incident) -> Day {
    knownDay(of: incident.date, from: incident.source)
  }

  private func knownDay(of date: FuzzyDate, from source: SourceID) -> Day {
    guard let published = sources[source].published else { return date.effectiveDay }
    return max(published, date.earliest ?? published)
  }
}
