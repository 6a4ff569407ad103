import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing

/// What lies inside, by two ways that have nothing in common. If one of these fails, a place inside the
/// theatre is said to lie outside, or ground goes to the wrong bank.
@Suite("A region that is asked for positions, against GEOS")
struct RegionIndexTests {
  /// A star with two holes and another star apart.
  private func shape(_ random: inout SeededGenerator, round: Bool) -> MultiPolygon<PlanarPosition> {
    func star(_ x: Double, _ y: Double, _ radius: ClosedRange<Double>, _ corners: Int)
      -> LinearRing<PlanarPosition>
    {
      let ring = random.star(around: at(x, y), radius: radius, corners: corners)
      return round ? LinearRing(ring.positions.map { at($0.x.rounded(), $0.y.rounded()) }) : ring
    }
    return MultiPolygon([
      Polygon(
        star(0, 0, 600...1_000, 40),
        interiors: [star(-200, 0, 50...150, 9), star(200, 50, 50...150, 15)]),
      Polygon(star(3_000, 500, 300...900, 12)),
    ]).canonical
  }

  @Test("random positions in and around polygons with holes", arguments: 0..<10)
  func random(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let shape = shape(&random, round: seed.isMultiple(of: 2))
    let index = RegionIndex(shape)
    let region = try PreparedRegion(shape)
    let box = Box(minimum: at(-1_200, -1_200), maximum: at(4_200, 1_600))
    for _ in 0..<400 {
      var position = random.position(in: box)
      if seed.isMultiple(of: 2) { position = at(position.x.rounded(), position.y.rounded()) }
      #expect(try index.covers(position) == region.covers(position), "seed \(seed), \(position)")
    }
  }

  @Test("corners, positions level with corners, and the middles of edges", arguments: 0..<10)
  func edges(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let shape = shape(&random, round: true)
    let index = RegionIndex(shape)
    let region = try PreparedRegion(shape)
    for edge in shape.polygons.flatMap(\.rings).flatMap(\.segments) {
      #expect(index.covers(edge.start), "seed \(seed)")
      #expect(index.covers(edge.midpoint), "seed \(seed)")
      for x in stride(from: -1_150.0, through: 4_050, by: 325) {
        let level = at(x, edge.start.y)
        #expect(try index.covers(level) == region.covers(level), "seed \(seed), \(level)")
      }
    }
  }

  @Test("an empty shape covers nothing, a flat one only itself")
  func odd() {
    #expect(!RegionIndex(MultiPolygon<PlanarPosition>([])).covers(at(0, 0)))
    let flat = RegionIndex(
      MultiPolygon([Polygon(LinearRing([at(0, 0), at(4, 0), at(2, 0), at(0, 0)]))]))
    #expect(flat.covers(at(1, 0)) && !flat.covers(at(5, 0)) && !flat.covers(at(1, 1)))
  }
}
