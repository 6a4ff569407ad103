import Foundation
import FrontTracking
import Geometry
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// What the map says at a point. If one of these fails, a point is answered for by the wrong place.
@Suite("What the map says at a point")
struct PointTests {
  @Test(
    "it is the cell that covers the point, and the nearest place of its compartment",
    arguments: 1...4)
  func cells(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let small = randomTheatre(seed: seed, sites: 25, reports: 40, barrier: seed.isMultiple(of: 2))
    let tracker = try tracker(small)
    let snapshot = try tracker.snapshot(on: day("2020-01-25"), .places)
    let topology = tracker.tessellation.topology
    for number in 0..<150 {
      let comment: Comment = "seed \(seed), point \(number)"
      let position = random.position(
        in: Box(
          minimum: Position(longitude: 43.01, latitude: 36.01),
          maximum: Position(longitude: 43.99, latitude: 36.99)))
      let found = try #require(try tracker.state(at: position, in: snapshot), comment)
      let point = try tracker.tessellation.plane.project([position])[0]
      let covering = tracker.tessellation.cells.indices.filter {
        isInside(point, topology.polygon(ofCell: $0).exterior.positions)
      }
      #expect(covering.count == 1, comment)
      let cell = try #require(covering.first, comment)
      #expect(found.site == tracker.tessellation.cells[cell].site, comment)
      #expect(found.cell == snapshot.states.state(ofCell: cell), comment)
      let compartment = tracker.tessellation.cells[cell].compartment
      let distances = tracker.sites.positions.indices.filter {
        tracker.tessellation.compartment(ofSite: $0) == compartment
      }.map { ($0, tracker.tessellation.sitePositions[$0]?.distance(to: point) ?? .infinity) }
      let nearest = try #require(distances.map(\.1).min(), comment)
      let own = try #require(distances.first { $0.0 == found.site }, comment)
      // Cells are drawn on a grid.
      #expect(own.1.isClose(to: nearest, within: 0.1), comment)
    }
  }

  /// Whether a point lies inside a ring, by the sum of the angles under which its edges are seen.
  private func isInside(_ point: PlanarPosition, _ ring: [PlanarPosition]) -> Bool {
    var turns = 0.0
    for (start, end) in zip(ring, ring.dropFirst()) {
      let (x1, y1) = (start.x - point.x, start.y - point.y)
      let (x2, y2) = (end.x - point.x, end.y - point.y)
      turns += atan2(x1 * y2 - x2 * y1, x1 * x2 + y1 * y2)
    }
    return abs(turns) > .pi
  }

  @Test("a place's own coordinates are answered for by its cell")
  func sites() throws {
    let tracker = try tracker(randomTheatre(seed: 9, sites: 30, reports: 20))
    let snapshot = try tracker.snapshot(on: day("2020-01-20"), .places)
    for (site, position) in tracker.sites.positions.indexed() {
      let found = try #require(try tracker.state(at: position, in: snapshot))
      #expect(found.site == site)
      #expect(found.cell == snapshot.state(ofSite: site))
    }
  }

  @Test("outside the boundary there is no map, however far")
  func outside() throws {
    let tracker = try tracker(SmallTheatre())
    let snapshot = try tracker.snapshot(on: day("2020-01-20"), .places)
    for (longitude, latitude) in [
      (42.999, 36.5), (44.001, 36.5), (43.5, 37.001), (43.5, 35.999), (0.0, 0.0), (36.5, 43.5),
      (-136.5, -36.5), (180.0, 90.0), (-180.0, -90.0),
    ] {
      let position = Position(longitude: longitude, latitude: latitude)
      #expect(try tracker.state(at: position, in: snapshot) == nil, "\(longitude), \(latitude)")
    }
  }

  @Test("farther from every report than one speaks for the ground, a point is unknown")
  func beyondReach() throws {
    var small = SmallTheatre()
    small.addSetting("\"reach_km\": 10")
    let tracker = try tracker(small)
    let snapshot = try tracker.snapshot(on: day("2020-01-20"), .places)
    let near = Position(longitude: 43.25, latitude: 36.7)
    let far = Position(longitude: 43.25, latitude: 36.5)
    let found = try #require(try tracker.state(at: near, in: snapshot))
    #expect(words(found.cell.state, tracker.theatre) == "red")
    let unknown = try #require(try tracker.state(at: far, in: snapshot))
    #expect(unknown.cell.state == .unknown)
  }

  @Test("where kriging draws lines inside cells, it is the side of the line that counts")
  func kriging() throws {
    let tracker = try FrontTracker(
      tracker(randomTheatre(seed: 11, sites: 30, reports: 14)).theatre, inference: .kriging)
    let snapshot = try tracker.snapshot(on: day("2020-01-28"), [.places, .territories])
    var random = SeededGenerator(seed: 11)
    for number in 0..<60 {
      let position = random.position(
        in: Box(
          minimum: Position(longitude: 43.01, latitude: 36.01),
          maximum: Position(longitude: 43.99, latitude: 36.99)))
      let found = try #require(try tracker.state(at: position, in: snapshot))
      let covering = snapshot.territories.filter { RegionIndex($0.shape).covers(position) }
      #expect(covering.contains { $0.state == found.cell.state.inferred }, "point \(number)")
    }
  }
}
