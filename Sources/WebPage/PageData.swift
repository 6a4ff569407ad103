internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// What a page knows of a theatre: the topology once, from when on each cell is in which state, and why.
///
/// The format is described in `Documentation/Page.md`. Columns of numbers are packed, see
/// `PackedColumn`; days are counted from the theatre's first.
struct PageData {
  let tracker: FrontTracker
  let history: CellHistory
  let version: String

  /// The reports that the map was drawn from: only these are carried.
  let reports: [ReportID]
  private let numberOfReport: [ReportID: Int]

  /// Positions are whole numbers of millionths of a degree, as the map has them.
  static let scale = 1_000_000

  var theatre: Theatre { tracker.theatre }

  /// Gathers the data of a theatre.
  ///
  /// - Complexity: that of `FrontTracker.cellHistory`, and O(*r*²) for *r* reports that reach one
  ///   site.
  init(_ tracker: FrontTracker, version: String) throws(MapError) {
    self.tracker = tracker
    self.version = version
    let theatre = tracker.theatre
    reports = theatre.reports.indices.filter { tracker.perspective.sees($0, of: theatre) }
    numberOfReport = Dictionary(
      uniqueKeysWithValues: reports.enumerated().map { ($0.element, $0.offset) })
    history = try tracker.cellHistory()
  }

  /// All of it, as one value.
  var json: JSON {
    .object(
      [
        JSONMember("format", .int(1)),
        JSONMember("generator", .string("geotrack \(version)")),
        JSONMember("theatre", settings),
        JSONMember("attribution", .strings(attribution.sentences)),
        JSONMember("style", style),
        JSONMember("scale", .int(Self.scale)),
      ] + parties + topology + intervalsOfSites + confidence + words + tables)
  }

  private var attribution: Attribution {
    Attribution(
      tracker, version: version,
      nature: Attribution.cells)
  }

  /// How many days after the theatre's first a day is.
  func offset(_ day: Day) -> Int { theatre.settings.start.distance(to: day) }

  /// The number of a report among those that are carried; -1 for none.
  func number(ofReport report: ReportID?) -> Int { report.flatMap { numberOfReport[$0] } ?? -1 }

  /// A coordinate in the unit of the page.
  func scaled(_ degrees: Double) -> Int { Int((degrees * Double(Self.scale)).rounded()) }

  private var settings: JSON {
    let settings = theatre.settings
    return [
      "name": .string(settings.name),
      "title": .string(settings.title),
      "start": .string("\(settings.start)"),
      "end": .string("\(settings.end)"),
      "licence": .string(settings.licence),
      "view": .string(tracker.perspective.view.name),
      "known_on": .optional(tracker.perspective.knownOn.map { "\($0)" }),
      "infer": .string(tracker.inference.rawValue),
      "perspective": .strings(perspective),
      "half_life_days": .decimal(settings.halfLifeInDays, places: 3),
    ]
  }

  private var style: JSON {
    [
      "unknown": .string(MapStyle.unknown),
      "front": .string(MapStyle.front),
      "barrier": .string(MapStyle.barrier),
      "boundary": .string(MapStyle.boundary),
      "paper": .string(MapStyle.paper),
      "ink": .string(MapStyle.ink),
      "hatch": .string(MapStyle.hatch),
      "inferred_share": .decimal(MapStyle.inferredShare, places: 3),
    ]
  }

  private var parties: [JSONMember] {
    let sides = theatre.sides
    return [
      JSONMember(
        "actors",
        .array(
          theatre.actors.map { actor in
            [
              "id": .string(actor.id),
              "name": .string(actor.name),
              "side": .int(sides.firstIndex(of: actor.side)?.offset ?? -1),
              "color": .string(actor.color),
            ]
          })),
      JSONMember("sides", .strings(sides.elements)),
    ]
  }
}
