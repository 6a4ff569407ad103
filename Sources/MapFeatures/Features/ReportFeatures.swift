internal import ControlHistory
internal import FrontTracking
internal import GeoJSON
internal import Theatre
internal import TypedIndices

extension LayerKind {
  /// The reports, each on its day.
  public static let reports = LayerKind(
    "reports", title: "Reports", .point, in: .evidence, visibility: .hidden,
    from: .facts(reportItems) { $0.location(ofPlace: $0.place) },
    columns: [
      .text("id") { $0.report.id },
      .text("place") { $0.place.id },
      .text("actor") { $0.theatre.actors[$0.report.actor].id },
      .text("status") { $0.report.status.rawValue },
      .text("source") { $0.source.id },
      .text("title") { $0.source.title },
      .day("published") { $0.source.published },
      .text("paragraph") { $0.report.paragraph },
      .text("grade") { $0.theatre.grade(of: $0.report) },
      .flag("decided") { $0.item.isDeciding },
      .day("known") { $0.theatre.knownDay(of: $0.report) },
      .text("when") { $0.report.date.text },
      .flag("when_exact") { $0.report.date.isExact },
      .text("note") { $0.report.note },
    ],
    style: { _ in
      LayerStyle(
        rules: [
          StyleRule(
            "decided what is drawn", where: .flag("decided", is: true),
            .markers(.init(.square, "#fff7bc", outline: MapStyle.ink, size: 2.6))),
          StyleRule(
            "did not decide", where: .flag("decided", is: false),
            .markers(.init(.square, nil, outline: MapStyle.ink, size: 2.6))),
        ],
        tip: """
          <b>\(value: "id")</b>: \(value: "actor") \(value: "status") (\(value: "when"))<br>\
          \(value: "title"), paragraph \(value: "paragraph"), grade \(value: "grade")
          """,
        nameColumn: "id", looks: .one("reports", .label(MapStyle.unknown)))
    },
    featureTitle: { "\($0.text("place")): \($0.text("actor")) \($0.text("status"))" })

  /// The reports that are seen, each on the day it takes effect; one from before the theatre on the
  /// theatre's first day.
  @Sendable private static func reportItems(_ tracker: FrontTracker) -> [LayerItem<SeenReport>] {
    let theatre = tracker.theatre
    let deciding = tracker.decidingReports
    return theatre.reports.indices.filter { tracker.perspective.sees($0, of: theatre) }
      .compactMap { index in
        let day = max(theatre.reports[index].date.effectiveDay, theatre.settings.start)
        guard theatre.contains(day) else { return nil }
        return LayerItem(
          SeenReport(index: index, isDeciding: deciding.contains(index)), from: day, to: day.next,
          of: tracker)
      }
  }
}

/// A report that a perspective sees.
private struct SeenReport {
  let index: ReportID
  /// Whether it decided the state of some ground on some day.
  let isDeciding: Bool
}

extension LayerItem<SeenReport> {
  fileprivate var report: Report { theatre.reports[item.index] }
  fileprivate var place: Place { theatre.places[report.place] }
  fileprivate var source: Source { theatre.sources[report.source] }
}
