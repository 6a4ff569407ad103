import Diagnostics
import FrontTracking
import GEOS
import Geodesy
import Geometry
import TestSupport
import Testing
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision
@testable import Theatre

/// A map that says nothing far from its reports. If one of these fails, it paints a desert in the colour
/// of a town beyond the horizon, or leaves known ground blank.
@Suite("The reach of reports")
struct ReachTests {
  private func tracker(
    _ small: SmallTheatre, reach: Double, _ inference: InferenceMethod
  ) throws -> FrontTracker {
    var small = small
    small.settings = small.settings.replacing(
      "\"exits\": null", with: "\"exits\": null, \"reach_km\": \(reach)")
    let folder = try small.write()
    let reading = Theatre.read(folder: folder.path)
    return try FrontTracker(
      try #require(reading.theatre, "\(reading.diagnostics)"), inference: inference)
  }

  private func theatre(seed: UInt64) -> SmallTheatre {
    var theatre = randomTheatre(seed: seed, sites: 30, reports: 0, barrier: false)
    theatre.reportRows = (0..<6).map {
      "r\($0),2020-01-0\(1 + $0),,p\($0),\($0.isMultiple(of: 2) ? "red" : "blue"),control,paper,,3,"
    }
    return theatre
  }

  @Test(
    "ground farther from every report is unknown, nearer ground is not",
    arguments: InferenceMethod.allCases, [4.0, 12, 200])
  func distance(inference: InferenceMethod, reach: Double) throws {
    let tracker = try tracker(theatre(seed: UInt64(reach)), reach: reach, inference)
    let snapshot = try tracker.snapshot(on: day("2020-01-20"))
    let sum = snapshot.territories.reduce(0) { $0 + $1.areaInSquareKilometers }
    #expect(sum.isClose(to: tracker.tessellation.areaInSquareKilometers, relative: 1e-6))
    let projector = Projector(tracker.theatre.plane)
    let reported = (SiteID(0)..<SiteID(6)).compactMap { tracker.tessellation.sitePositions[$0] }
    func kilometers(_ position: Position) throws -> Double {
      let planar = try projector.project(position)
      return (reported.map { $0.distance(to: planar) }.min() ?? .infinity) / 1_000
    }
    for territory in snapshot.territories {
      #expect(try territory.shape.invalidity() == nil)
      let region = RegionIndex(territory.shape)
      // The same positions for each piece.
      var random = SeededGenerator(seed: UInt64(reach))
      for _ in 0..<150 {
        let position = Position(
          longitude: .random(in: 43.001...43.999, using: &random),
          latitude: .random(in: 36.001...36.999, using: &random))
        let distance = try kilometers(position)
        guard region.covers(position), !distance.isClose(to: reach, relative: 0.002) else {
          continue
        }
        #expect((territory.state.holder != nil) == (distance < reach), "\(position)")
      }
      // The limit of known ground is the reach away from the nearest report, or the outline.
      guard territory.state.holder == nil else { continue }
      for ring in territory.shape.polygons.flatMap(\.interiors) {
        for position in ring.positions {
          #expect(try kilometers(position).isClose(to: reach, relative: 0.002), "\(position)")
        }
      }
    }
    #expect((snapshot.areas.unknown == 0) == (reach == 200))
  }

  @Test("before the first report all is unknown, and every day is that day's own map")
  func days() throws {
    var small = theatre(seed: 3)
    small.reportRows.removeFirst()
    let tracker = try tracker(small, reach: 8, .nearest)
    let first = try tracker.snapshot(on: day("2020-01-01"))
    #expect(first.territories.map(\.state) == [.unknown])
    let timeline = try tracker.timeline()
    for text in ["2020-01-01", "2020-01-03", "2020-01-06", "2020-01-31"] {
      let day = try day(text)
      let snapshot = try tracker.snapshot(on: day)
      #expect(
        Set(timeline.territories.filter { $0.contains(day) }.map(\.item))
          == Set(snapshot.territories), "\(text)")
    }
  }

  @Test("no front band lies on unknown ground")
  func bands() throws {
    let small = theatre(seed: 4)
    let tracker = try tracker(small, reach: 10, .kriging)
    let snapshot = try tracker.snapshot(on: day("2020-01-20"))
    let unknown = snapshot.territories.filter { $0.state.holder == nil }.map {
      RegionIndex($0.shape)
    }
    let bands = snapshot.bands.map { RegionIndex($0.outline.shape) }
    var random = SeededGenerator(seed: 4)
    for _ in 0..<2_000 {
      let position = Position(
        longitude: .random(in: 43.001...43.999, using: &random),
        latitude: .random(in: 36.001...36.999, using: &random))
      let isUnknown = unknown.contains { $0.covers(position) }
      let isUncertain = bands.contains { $0.covers(position) }
      #expect(!(isUnknown && isUncertain), "\(position)")
    }
  }
}
