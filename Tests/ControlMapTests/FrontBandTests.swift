import FrontTracking
import GEOS
import Geodesy
import Geometry
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// The ground along the line that may be either side's. If one of these fails, a map says it is sure
/// where it is not, or the other way round.
@Suite("The band along the front")
struct FrontBandTests {
  @Test("in it either side is likely enough, outside it one is", arguments: 1...3)
  func probabilities(seed: UInt64) throws {
    let small = randomTheatre(seed: seed, sites: 60, reports: 80, barrier: seed == 1)
    let tracker = try FrontTracker(tracker(small).theatre, inference: .kriging)
    let day = try day("2020-01-31")
    let snapshot = try tracker.snapshot(on: day)
    #expect(!snapshot.bands.isEmpty, "seed \(seed)")
    for band in snapshot.bands {
      #expect(band.areaInSquareKilometers > 0, "seed \(seed)")
      #expect(try band.outline.shape.invalidity() == nil, "seed \(seed)")
    }
    var cellReplay = CellStateReplay(tracker.map)
    _ = cellReplay.advance(to: day)
    var field = KrigingField(tracker.map)
    field.update(cellReplay.states)
    let level = SignedDistanceKriging.level(ofProbability: 0.75)
    let contours = Contours(tracker.map, field, cellReplay.states).lines(atLevel: level).contours
    let regions = snapshot.bands.map { RegionIndex($0.outline.shape) }
    let trees = tracker.tessellation.siteAssignment.sitesOfCompartment.mapElements {
      KDTree($0.compactMap { tracker.tessellation.sitePositions[$0] })
    }
    var random = SeededGenerator(seed: seed)
    let projector = Projector(tracker.theatre.plane)
    var inside = 0
    for _ in 0..<600 {
      let position = Position(
        longitude: .random(in: 43.001...43.999, using: &random),
        latitude: .random(in: 36.001...36.999, using: &random))
      let compartment = CompartmentID(trees.count == 2 && position.longitude > 43.5 ? 1 : 0)
      let planar = try projector.project(position)
      let nearest = try #require(trees[compartment].nearest(to: planar))
      let site = tracker.tessellation.siteAssignment.sitesOfCompartment[compartment][
        Int(nearest.index)]
      guard let estimates = contours.estimates(at: planar, inCellOf: site) else { continue }
      let each = estimates.map(SignedDistanceKriging.probability(of:))
      let isInside = regions.contains { $0.covers(position) }
      if isInside { inside += 1 }
      for probability in each {
        let isUncertain = FrontBand.probabilities.contains(probability)
        let isClose =
          abs(probability - 0.25) < 0.02 || abs(probability - 0.75) < 0.02
        #expect(isClose || isUncertain == isInside, "seed \(seed), \(position): \(probability)")
      }
    }
    #expect(inside > 0, "seed \(seed)")
  }

  @Test("where one side holds everything there is none")
  func oneSide() throws {
    var theatre = SmallTheatre()
    theatre.reportRows = ["r1,2020-01-02,,land,red,control,paper,,3,"]
    let tracker = try FrontTracker(tracker(theatre).theatre, inference: .kriging)
    #expect(try tracker.snapshot(on: day("2020-01-05")).bands.isEmpty)
  }

  @Test("where nothing is estimated there is none")
  func nearest() throws {
    let tracker = try tracker(randomTheatre(seed: 1, sites: 20, reports: 30))
    #expect(try tracker.snapshot(on: day("2020-01-31")).bands.isEmpty)
  }
}
