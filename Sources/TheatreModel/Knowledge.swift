extension Theatre {
  /// Returns the day from which a report can be known.
  ///
  /// That is the day on which it was `reported`; if the table does not say so, the day on which its
  /// source was published, or the first day of the report's date if that is later, since nobody knows
  /// of what has not happened. What a source without a day reports counts as known when it takes
  /// effect.
  ///
  ///     theatre.knownDay(of: report)    // 2016-11-05, for the gains of the 4th in the paper of the 5th
  ///
  /// - Complexity: O(1).
  public func knownDay(of report: Report) -> Day {
    if let reported = report.reported { return reported }
    guard let published = sources[report.source].published else { return report.date.effectiveDay }
    return max(published, report.date.earliest ?? published)
  }
}
