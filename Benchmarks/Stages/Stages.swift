internal import Benchmark
internal import ControlHistory
internal import ControlMap
internal import Exports
internal import FrontTracking
internal import MapFeatures
internal import Theatre

private let layers: MapLayers = [.territories, .fronts, .pockets]

/// Each stage of a theatre's maps, in the order of the flow, for three sizes.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.wallClock, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(15),
    maxIterations: 50)
  for siteCount in [1_000, 10_000, 100_000] {
    stage("1 read", siteCount) {
      Fixture(siteCount: siteCount)
    } run: { fixture in
      blackHole(Theatre.read(folder: fixture.folder))
    }
    stage("2 history", siteCount) {
      Fixture(siteCount: siteCount).theatre
    } run: { theatre in
      blackHole(ControlHistory(theatre, sites: Sites(theatre)))
    }
    stage("3 cells", siteCount) {
      Fixture(siteCount: siteCount).theatre
    } run: { theatre in
      blackHole(try Tessellation(theatre, sites: Sites(theatre)))
    }
    stage("4 one day", siteCount) {
      try Fixture(siteCount: siteCount).tracker()
    } run: { tracker in
      let middle = tracker.days[tracker.days.count / 2]
      blackHole(try tracker.snapshot(on: middle, layers))
    }
    stage("5 all days", siteCount) {
      try Fixture(siteCount: siteCount).tracker()
    } run: { tracker in
      blackHole(try Lifetimes(tracker.map, layers))
      try tracker.draw(layers)
    }
    stage("6 all days, written", siteCount) {
      let fixture = Fixture(siteCount: siteCount)
      return (fixture, try fixture.tracker())
    } run: { (fixture, tracker) in
      try MapWriter().write(
        tracker.request(), as: GeoJSONExporter(), to: OutputFolder(path: fixture.out))
    }
  }
}

/// Adds a benchmark that prepares something once, which is not measured, and runs a stage on it.
private func stage<Prepared>(
  _ name: String, _ siteCount: Int, prepare: @escaping () throws -> Prepared,
  run: @escaping (Prepared) throws -> Void
) {
  let measured: (Benchmark, Prepared) throws -> Void = { _, prepared in try run(prepared) }
  Benchmark(
    "\(siteCount) sites: \(name)", closure: measured, setup: { try prepare() },
    teardown: { Fixture.remove(siteCount: siteCount) })
}
