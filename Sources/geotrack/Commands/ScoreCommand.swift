internal import ArgumentParser
internal import ControlHistory
internal import ControlMap
internal import Diagnostics
internal import FrontTracking
internal import JSON
internal import MapAnalysis
internal import Theatre

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "How well the map of a day agrees with somebody else's.",
    discussion: """
      TRUTH is a table of points (CSV with the columns longitude, latitude and held_by) or GeoJSON \
      with polygons, each with its holder in a property. A holder is an actor's id, a side's name, \
      "contested" (left out) or "unknown". The map is judged as it is drawn, contested ground as \
      its holder's. With --share only a part of the places counts as reported and the map of the \
      rest is inferred, which tells how far an inference can be trusted.

      EXAMPLE: geotrack score points.csv --on 2016-11-04
      EXAMPLE: geotrack score rival.geojson --property controller --on 2016-11-04
      EXAMPLE: geotrack score points.csv --on 2016-11-04 --share 0.2 --seed 2 --json
      """)

  @Argument(help: "The file of points or polygons to compare the map with.")
  var truth: String

  @Option(
    help: ArgumentHelp(
      "The property that holds the holder (by default holder), or the column of a table (held_by).",
      valueName: "name"))
  var property: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The share of the places that counts as reported, above 0 and up to 1."))
  var share: Double = 1

  @Option(
    help: ArgumentHelp(
      "Which places those are; the same number always means the same places.", valueName: "number"))
  var seed: UInt32 = 1

  @OptionGroup var day: DayOption
  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func validate() throws {
    if !(share > 0 && share <= 1) {
      throw ValidationError("A share is above 0 and at most 1, as in --share 0.05.")
    }
    if truth.isEmpty {
      throw ValidationError("Name the file of points or polygons to compare the map with.")
    }
    if property?.isEmpty == true {
      throw ValidationError("--property needs the name of a property or column.")
    }
  }

  func run() throws {
    let theatre = try theatre.read()
    let day = try day.day(in: theatre)
    let reading = theatre.readTruth(at: truth, holderIn: property, on: day)
    guard let read = reading.truth else { throw Failure.badTruth(reading.diagnostics) }
    let sites = Sites(theatre)
    let kept = share < 1 ? sites.sample(share: share, seed: UInt64(seed)) : nil
    let tracker = try self.theatre.tracker(
      of: theatre, inference: map.inference.method, reported: kept, map.evidence)
    let reply = ScoreReply(
      score: try score(tracker, against: read, on: day), theatre: theatre, truth: truth,
      method: map.inference.method, share: share, seed: seed,
      placesReported: kept?.count ?? sites.count, places: sites.count)
    try self.theatre.reply(json: reply.json, text: reply.text)
  }

  private func score(
    _ tracker: FrontTracker, against truth: Truth, on day: Day
  ) throws(Failure) -> Score {
    do throws(ScoreError) {
      return try tracker.score(against: truth, on: day)
    } catch {
      switch error {
      case .badTruth(let faults): throw .badTruth(faults)
      case .map(let error): throw .drawing(error)
      }
    }
  }
}
