public import Diagnostics
internal import Theatre

extension FrontTracker {
  /// Returns what the rule on remnants touched, each with the reason, as notes on the reports by which
  /// the ground was held.
  ///
  /// - Complexity: O(*n*), for *n* remnants.
  public func remnantFindings() -> [Diagnostic] {
    remnants.map { remnant in
      Diagnostic(
        file: remnant.reports.isEmpty ? "places.csv" : "reports.csv",
        location: remnant.reports.first.map { theatre.reports[$0].location }
          ?? theatre.places[remnant.places[0]].location,
        severity: .note, message: message(on: remnant))
    }
  }

  private func message(on remnant: Remnant) -> String {
    let names = remnant.places.prefix(5).map { theatre.places[$0].name }.joined(separator: ", ")
    let rest = remnant.places.count > 5 ? " and \(remnant.places.count - 5) more" : ""
    let holder = theatre.actors[remnant.holder].name
    let verb = remnant.places.count == 1 ? "is" : "are"
    let until = remnant.end < theatre.settings.end ? " to \(remnant.end.previous)" : " on"
    let reports = remnant.reports.map { theatre.reports[$0] }
      .map { "\($0.id), \(theatre.grade(of: $0)), \($0.date.text)" }
    return
      "\(names)\(rest) of \(theatre.actors[remnant.former].name) \(verb) presumed taken by \(holder) from "
      + "\(remnant.start)\(until): surrounded since \(remnant.surrounded), and nothing later or better "
      + "graded than \(theatre.settings.remnantGrade) says that it held out"
      + (reports.isEmpty ? "" : " (\(reports.joined(separator: "; ")))")
  }
}
