import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing

/// What two areas have in common and apart. If one of these fails, a comparison of two maps counts
/// ground twice or not at all.
@Suite("Two areas laid over each other")
struct AreasTests {
  private func square(_ west: Double, _ south: Double, _ side: Double) -> MultiPolygon<
    PlanarPosition
  > {
    MultiPolygon([
      Box(
        minimum: PlanarPosition(x: west, y: south),
        maximum: PlanarPosition(x: west + side, y: south + side)
      ).asPolygon
    ])
  }

  @Test("what they have in common and what they have not are exact")
  func squares() throws {
    let (one, two) = (square(0, 0, 10), square(6, 0, 10))
    #expect(try intersection(of: one, and: two).areaInSquareMeters == 40)
    #expect(try difference(of: one, and: two).areaInSquareMeters == 60)
    #expect(try difference(of: two, and: one).areaInSquareMeters == 60)
  }

  @Test("neighbours that share an edge have no ground in common")
  func touching() throws {
    let (one, two) = (square(0, 0, 10), square(10, 0, 10))
    #expect(try intersection(of: one, and: two).isEmpty)
    #expect(try difference(of: one, and: two) == one.canonical)
  }

  @Test("nothing has nothing in common with anything, and takes nothing away")
  func empty() throws {
    let nothing = MultiPolygon<PlanarPosition>([])
    #expect(try intersection(of: nothing, and: square(0, 0, 1)).isEmpty)
    #expect(try intersection(of: square(0, 0, 1), and: nothing).isEmpty)
    #expect(try difference(of: square(0, 0, 1), and: nothing) == square(0, 0, 1))
    #expect(try difference(of: nothing, and: square(0, 0, 1)).isEmpty)
  }

  @Test("the common part and the rest make up the whole", arguments: UInt64(1)...10)
  func parts(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func star(_ x: Double) -> MultiPolygon<PlanarPosition> {
      MultiPolygon([
        Polygon(
          random.star(around: PlanarPosition(x: x, y: 0), radius: 400...1_000, corners: 30))
      ])
    }
    let (one, two) = (star(0), star(300))
    let common = try intersection(of: one, and: two).areaInSquareMeters
    let rest = try difference(of: one, and: two).areaInSquareMeters
    #expect((common + rest).isClose(to: one.areaInSquareMeters, relative: 1e-9), "seed \(seed)")
  }
}

@Suite("Lines and regions made ready")
struct PreparedNearnessTests {
  private let lines = [
    LineString([PlanarPosition(x: 0, y: 0), PlanarPosition(x: 100, y: 0)]),
    LineString([PlanarPosition(x: 0, y: 50), PlanarPosition(x: 100, y: 50)]),
  ]

  @Test("the nearest point is on the line, not on the asker")
  func nearest() throws {
    let prepared = try PreparedLines(lines)
    #expect(
      try prepared.nearestPoint(to: PlanarPosition(x: 30, y: 10)) == PlanarPosition(x: 30, y: 0))
    #expect(
      try prepared.nearestPoint(to: PlanarPosition(x: 130, y: 40)) == PlanarPosition(x: 100, y: 50))
    #expect(
      try prepared.nearestPoint(to: PlanarPosition(x: 5, y: 0)) == PlanarPosition(x: 5, y: 0))
  }

  @Test("the nearest point of many lines is the one that looking at all finds")
  func everyLine() throws {
    var random = SeededGenerator(seed: 7)
    let box = Box(
      minimum: PlanarPosition(x: 0, y: 0), maximum: PlanarPosition(x: 1_000, y: 1_000))
    let many = (0..<50).map { _ in
      LineString((0..<4).map { _ in random.position(in: box) })
    }
    let prepared = try PreparedLines(many)
    for _ in 0..<100 {
      let position: PlanarPosition = random.position(in: box)
      let least =
        many.flatMap { Array($0.segments) }
        .map { $0.nearestPoint(to: position).distance(to: position) }.min() ?? 0
      let found = try prepared.nearestPoint(to: position).distance(to: position)
      #expect(found.isClose(to: least, within: 1e-9))
    }
  }

  @Test("a region reaches what lies inside, on its edge, and up to the distance outside")
  func reach() throws {
    let region = try PreparedRegion(
      MultiPolygon([
        Box(minimum: PlanarPosition(x: 0, y: 0), maximum: PlanarPosition(x: 10, y: 10)).asPolygon
      ]))
    for (x, isReached) in [(5.0, true), (10, true), (14.5, true), (15, true), (15.5, false)] {
      #expect(
        try region.reaches(PlanarPosition(x: x, y: 5), withinMeters: 5) == isReached, "\(x)")
    }
  }
}
