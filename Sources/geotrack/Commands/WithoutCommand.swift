internal import ArgumentParser
internal import ControlMap
internal import FrontTracking
internal import JSON
internal import MapAnalysis
internal import NumberText
internal import Theatre
internal import TypedIndices

struct WithoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "without",
    abstract: "What flips on a day's map if a source or a report is taken away.",
    discussion: """
      EXAMPLE: geotrack without article-002 --on 2016-11-04
      EXAMPLE: geotrack without tl-154 --on 2017-02-01
      """)

  @Argument(help: "The id of a report or of a source.")
  var id: String

  @OptionGroup var day: DayOption
  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func run() throws {
    let tracker = try theatre.tracker(map)
    let reports = try tracker.theatre.reports(ofID: id)
    let day = try day.day(in: tracker.theatre)
    let withdrawal = try theatre.drawing { () throws(MapError) in
      try tracker.withdrawal(of: reports, on: day)
    }
    let reply = WithdrawalReply(theatre: tracker.theatre, id: id, withdrawal: withdrawal)
    try theatre.reply(json: reply.json, text: reply.text)
  }
}

extension Theatre {
  /// The report of an id, else all reports of the source of that id.
  fileprivate func reports(ofID id: String) throws(Failure) -> Set<ReportID> {
    let report = reports.firstIndex { $0.id == id }
    let source = sources.firstIndex { $0.id == id }
    if report != nil, source != nil {
      throw .usage("\"\(id)\" is the id of a report and of a source: give one of them another")
    }
    if let report { return [report] }
    if let source {
      return Set(reports.indices.filter { reports[$0].source == source })
    }
    let nearest = nearestIDs(to: id, among: sources.map(\.id) + reports.map(\.id))
    throw .usage(
      "no report or source has the id \"\(id)\""
        + (nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?"))
  }
}

/// What depends on some reports, as the command prints it.
private struct WithdrawalReply {
  let theatre: Theatre
  let id: String
  let withdrawal: Withdrawal

  private var comparison: Comparison { withdrawal.comparison }

  var text: String {
    let count = withdrawal.reports.count
    var lines = [
      "Without \(id)\(count == 1 ? "" : " (\(count) reports)") on \(comparison.start)"
    ]
    guard !comparison.changes.isEmpty else {
      return (lines + ["Nothing changes: other reports say the same, or later ones decide."])
        .joined(separator: "\n")
    }
    for balance in comparison.balances
    where balance.lostInSquareKilometers > 0 || balance.wonInSquareKilometers > 0 {
      lines.append(
        "  \(balance.side): \(balance.lostInSquareKilometers.text(decimals: 1)) km² less, "
          + "\(balance.wonInSquareKilometers.text(decimals: 1)) km² more")
    }
    lines.append(
      "  front: \(withdrawal.frontInKilometers.text(decimals: 1)) km, then "
        + "\(withdrawal.frontWithoutInKilometers.text(decimals: 1)) km")
    return (lines + theatre.lines(on: comparison.changes)).joined(separator: "\n")
  }

  var json: JSON {
    [
      "without": .string(id),
      "date": .string("\(comparison.start)"),
      "reports": .strings(withdrawal.reports.map { theatre.reports[$0].id }),
      "sides": .array(
        comparison.balances.map {
          [
            "side": .string($0.side),
            "more_km2": .decimal($0.wonInSquareKilometers, places: 3),
            "less_km2": .decimal($0.lostInSquareKilometers, places: 3),
          ]
        }),
      "front_km": .decimal(withdrawal.frontInKilometers, places: 3),
      "front_without_km": .decimal(withdrawal.frontWithoutInKilometers, places: 3),
      "changes": .array(comparison.changes.map(theatre.json)),
    ]
  }
}
