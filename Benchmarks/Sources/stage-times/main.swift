internal import ArgumentParser
internal import ControlHistory
internal import ControlMap
internal import Exports
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapFeatures
internal import Theatre

/// Prints how long each stage of a theatre's maps takes.
struct StageTimes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage-times",
    abstract: "Prints how long each stage takes, in milliseconds: the median of some runs.",
    discussion: """
      read: the folder. history: who held what when. tessellation: the cells and their proofs. \
      tracker: a theatre made ready, which is history, tessellation and the checks that need \
      geometry. lifetimes: all days, nothing drawn. before_writing: read, tracker and lifetimes. \
      drawing: all days, everything drawn and nothing formatted. one_day: a map of the last day. \
      writing: what the command snapshots does with a tracker.
      """)

  @Argument(help: "The folder of the theatre.")
  var theatre: String

  @Option(help: "The folder to write into; without it nothing is written.")
  var out: String?

  @Option(help: "The layers, by comma.")
  var layers = "control"

  @Option(help: "How often everything is run.")
  var runs = 5

  @Flag(help: "Print one JSON value.")
  var json = false

  func run() throws {
    let layers = try self.layers.split(separator: ",").map { name in
      guard let layer = LayerKind.all.first(where: { $0.name == name }) else {
        throw ValidationError("There is no layer \"\(name)\".")
      }
      return layer
    }
    var watch = Stopwatch()
    for _ in 0..<runs { try measure(layers, &watch) }
    var times = watch.stages.map { (name: $0.name, time: watch.median($0.name)) }
    let before = ["read", "tracker", "lifetimes"].reduce(0) { $0 + watch.median($1) }
    times.append((name: "before_writing", time: before))
    if json {
      print(JSON.object(times.map { JSONMember($0, .decimal($1, places: 3)) }).compact)
    } else {
      for (name, time) in times { print("\(name): \((time * 100).rounded() / 100) ms") }
    }
  }

  private func measure(_ layers: [LayerKind], _ watch: inout Stopwatch) throws {
    let mapLayers = layers.reduce(into: MapLayers()) { $0.formUnion($1.mapLayers) }
    let reading = watch.time("read") { Theatre.read(folder: theatre) }
    guard let theatre = reading.theatre else {
      throw ValidationError("\(theatre) cannot be read: see what geotrack check says.")
    }
    let sites = Sites(theatre)
    _ = watch.time("history") { ControlHistory(theatre, sites: sites) }
    _ = try watch.time("tessellation") { try Tessellation(theatre, sites: sites) }
    let tracker = try watch.time("tracker") { try FrontTracker(theatre) }
    _ = try watch.time("lifetimes") { try Lifetimes(tracker.map, mapLayers) }
    try watch.time("drawing") { try draw(tracker, mapLayers) }
    let last = tracker.theatre.settings.end.previous
    _ = try watch.time("one_day") { try tracker.snapshot(on: last, mapLayers) }
    guard let out else { return }
    let request = ExportRequest(
      tracker, version: "benchmark", layers: layers, days: tracker.days)
    _ = try watch.time("writing") {
      try MapWriter().write(request, as: GeoJSONExporter(), to: OutputFolder(path: out))
    }
  }

  private func draw(_ tracker: FrontTracker, _ layers: MapLayers) throws {
    let replay = MapReplay(tracker.map, layers)
    while let delta = try replay.advance() {
      _ = replay.items(
        of: TerritoryLayer.self, delta[TerritoryLayer.self].begun,
        longestList: LayerKind.longestList)
      _ = replay.items(of: FrontLayer.self, delta[FrontLayer.self].begun)
      _ = replay.items(of: PocketLayer.self, delta[PocketLayer.self].begun)
      _ = replay.items(of: PlaceLayer.self, delta[PlaceLayer.self].begun)
    }
  }
}

StageTimes.main()
