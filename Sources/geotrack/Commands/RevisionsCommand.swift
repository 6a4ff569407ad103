internal import ArgumentParser
internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapAnalysis
internal import MapFeatures
internal import NumberText
internal import Theatre
internal import TypedIndices

struct RevisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revisions",
    abstract: "Every place and period for which later reports changed what had been believed.",
    discussion: """
      A report is known from the day on which it was reported, else its source was published. What is \
      listed had been believed of some days before that day, and was believed no longer after it.

      EXAMPLE: geotrack revisions
      EXAMPLE: geotrack revisions --known-on 2016-12-01
      """)

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var theatre: TheatreOptions

  func run() throws {
    let tracker = try theatre.tracker(of: theatre.read(), inference: .nearest, evidence)
    let revisions = try theatre.drawing { () throws(MapError) in
      try tracker.revisions()
    }
    try theatre.reply(
      json: JSON.array(revisions.map { $0.json(tracker) }), text: Self.text(revisions, tracker))
  }

  private static func text(_ revisions: [Revision], _ tracker: FrontTracker) -> String {
    guard !revisions.isEmpty else { return "No later report changed what had been believed." }
    var table = TextTable(rightAligned: [5])
    table.add("known", "place", "period", "believed", "then known", "km²", "report")
    for revision in revisions {
      let theatre = tracker.theatre
      let last = revision.period.upperBound.previous
      let start = revision.period.lowerBound
      table.add(
        "\(revision.knownOn)", revision.name(tracker),
        last == start ? "\(start)" : "\(start) to \(last)", theatre.words(for: revision.before),
        theatre.words(for: revision.after), revision.areaInSquareKilometers.text(decimals: 1),
        theatre.ids(of: revision.reports, atMost: 3))
    }
    let turned = revisions.reduce(0) { $0 + $1.areaInSquareKilometers }
    return table.lines()
      + "\n\(revisions.count) \(revisions.count == 1 ? "revision" : "revisions"), \(turned.text(decimals: 1)) km² in all, by the cells that had their state from the place"
  }
}

extension Revision {
  fileprivate func name(_ tracker: FrontTracker) -> String {
    tracker.theatre.names(of: sites.flatMap { tracker.sites.places[$0] }, atMost: 3)
  }

  fileprivate func json(_ tracker: FrontTracker) -> JSON {
    let theatre = tracker.theatre
    return [
      "known_on": .string("\(knownOn)"),
      "places": theatre.json(ofPlaces: sites.flatMap { tracker.sites.places[$0] }),
      "start": .string("\(period.lowerBound)"),
      "end": .string("\(period.upperBound)"),
      "before": .object(theatre.members(of: before)),
      "after": .object(theatre.members(of: after)),
      "reports": .strings(reports.map { theatre.reports[$0].id }),
      "area_km2": .decimal(areaInSquareKilometers, places: 3),
    ]
  }
}
