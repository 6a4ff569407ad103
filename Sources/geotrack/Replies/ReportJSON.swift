internal import ControlHistory
internal import Diagnostics
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// Reports as several commands print them.
extension Theatre {
  /// A report's own words for a person: what it says, where it stands, and its note, on three lines.
  func paragraph(on index: ReportID) -> String {
    let report = reports[index]
    let note = report.note.isEmpty ? "" : "\n  \(report.note.onOneLine)"
    return "\(report.id), \(report.date.text), \(places[report.place].name): "
      + "\(words(for: report)) (grade \(gradeWords(for: report)))\(knownWords(for: report))\n"
      + "  \(origin(of: report))\(note)"
  }

  /// The grade, and what the source's interest makes of it: `B3, counts as B4 since it serves coalition`.
  func gradeWords(for report: Report) -> String {
    let grade = grade(of: report)
    let source = sources[report.source]
    let counted = countedCredibility(of: report)
    guard let side = source.favours, counted != report.credibility else { return grade }
    let reason = interest(of: report) == .served ? "it serves \(side)" : "it speaks against \(side)"
    return "\(grade), counts as \(source.reliability.rawValue)\(counted.rawValue) since \(reason), "
      + "which its source favours"
  }

  private func knownWords(for report: Report) -> String {
    let known = knownDay(of: report)
    return known == report.date.effectiveDay ? "" : ", \(Sentences.known(on: "\(known)"))"
  }

  /// A report as an object of `considered`.
  func json(of judgement: Judgement) -> JSON {
    .object(
      members(of: judgement.report) + [
        JSONMember("rule", .string(judgement.verdict.rawValue))
      ])
  }

  /// The members that tell a report: its id, dates, place, what it says, where it stands, its grade.
  func members(of index: ReportID) -> [JSONMember] {
    let report = reports[index]
    return [
      JSONMember("report", .string(report.id)),
      JSONMember("date", .string(report.date.text)),
      JSONMember(
        "reported",
        .optional((report.reported ?? sources[report.source].published).map { "\($0)" })),
      JSONMember("known", .string("\(knownDay(of: report))")),
      JSONMember("place", .string(places[report.place].id)),
      JSONMember("actor", .string(actors[report.actor].id)),
      JSONMember("status", .string(report.status.rawValue)),
      JSONMember("source", .string(sources[report.source].id)),
      JSONMember("paragraph", .string(report.paragraph)),
      JSONMember("grade", .string(grade(of: report))),
    ]
  }

  /// Reports in a list: `tl-005 (F4)`.
  func list(_ judgements: [Judgement]) -> String { list(judgements.map(\.report)) }

  /// Reports in a list: `tl-005 (F4)`.
  func list(_ list: [ReportID], atMost count: Int = 8) -> String {
    let shown = list.prefix(count).map { "\(reports[$0].id) (\(grade(of: reports[$0])))" }
      .joined(separator: ", ")
    return list.count > count ? "\(shown) \(Sentences.more("\(list.count - count)"))" : shown
  }
}
