internal import ControlHistory
public import ControlMap
public import Diagnostics
public import Theatre
internal import TypedIndices

extension Remnant {
  /// What the rule on remnants touched and why, as a note on the reports by which the ground was held.
  public func finding(in theatre: Theatre) -> Diagnostic {
    Diagnostic(
      file: reports.isEmpty ? "places.csv" : "reports.csv",
      location: reports.first.map { theatre.reports[$0].location }
        ?? theatre.places[places[0]].location,
      severity: .note, message: message(in: theatre))
  }

  private func message(in theatre: Theatre) -> String {
    let names = places.prefix(5).map { theatre.places[$0].name }.joined(separator: ", ")
    let rest = places.count > 5 ? " and \(places.count - 5) more" : ""
    let holder = theatre.actors[self.holder].name
    let verb = places.count == 1 ? "is" : "are"
    let until = end < theatre.settings.end ? " to \(end.previous)" : " on"
    let reports = self.reports.map { theatre.reports[$0] }
      .map { "\($0.id), \(theatre.grade(of: $0)), \($0.date.text)" }
    return
      "\(names)\(rest) of \(theatre.actors[former].name) \(verb) presumed taken by \(holder) from "
      + "\(start)\(until): surrounded since \(surrounded), and nothing later or better "
      + "graded than \(theatre.settings.remnantGrade) says that it held out"
      + (reports.isEmpty ? "" : " (\(reports.joined(separator: "; ")))")
  }
}
