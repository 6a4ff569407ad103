import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing
import TypedIndices

@testable import PlanarSubdivision

/// The areas between lines, against those that GEOS finds. If one of these fails, ground is lost, a hole
/// is filled, or a place has another cell than the one nearest to it.
@Suite("Areas between lines, against GEOS")
struct SubdivisionTests {
  private func segment(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> GridSegment {
    GridSegment(
      start: GridPoint(PlanarPosition(x: x1, y: y1)), end: GridPoint(PlanarPosition(x: x2, y: y2)),
      isWall: false)
  }

  private func square(_ low: Double, _ high: Double) -> [GridSegment] {
    [
      segment(low, low, high, low), segment(high, low, high, high),
      segment(high, high, low, high), segment(low, high, low, low),
    ]
  }

  private func polygons(_ segments: [GridSegment]) -> [Polygon<PlanarPosition>] {
    let subdivision = Subdivision(SnapRoundingNoder(segments).segments)
    return subdivision.faces.map(subdivision.polygon(ofFace:))
  }

  private func polygonsOfGEOS(_ segments: [GridSegment]) throws -> [Polygon<PlanarPosition>] {
    try faces(
      enclosedBy: segments.map { LineString([$0.start.position, $0.end.position]) },
      gridSize: GridPoint.step
    ).polygons
  }

  /// Holds the areas against GEOS'. Snap rounding may bend a line by a step, so areas may differ by a
  /// step along their outline, and slivers that thin may be there or not.
  private func expectSame(_ segments: [GridSegment], _ comment: Comment) throws {
    let ours = polygons(segments)
    let theirs = try polygonsOfGEOS(segments)
    let (whole, expected) = (ours.area, theirs.area)
    #expect(abs(whole - expected) <= GridPoint.step * theirs.circumference, comment)
    for polygon in ours {
      #expect(try MultiPolygon([polygon]).invalidity() == nil, comment)
      #expect(polygon.areaInSquareMeters > 0, comment)
    }
    let regions = theirs.map { RegionIndex(MultiPolygon([$0])) }
    for polygon in ours where polygon.areaInSquareMeters > [polygon].circumference {
      let middle = try polygon.positionInside()
      let owner = try #require(regions.firstIndex { $0.covers(middle) }, comment)
      #expect(
        abs(theirs[owner].areaInSquareMeters - polygon.areaInSquareMeters)
          <= GridPoint.step * [polygon].circumference, comment)
    }
  }

  @Test("random lines in a square", arguments: 0..<12)
  func random(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for (count, size) in [(10, 50.0), (25, 400), (25, 100_000)] {
      let lines = (0..<count).map { _ in
        let numbers = (0..<4).map { _ in Double.random(in: 0...size, using: &random) }
        return segment(numbers[0], numbers[1], numbers[2], numbers[3])
      }
      try expectSame(lines + square(0, size), "seed \(seed), \(count) in \(size)")
    }
  }

  @Test("holes in holes, apart, side by side, and touching in a point")
  func holes() throws {
    let nested = square(0, 100) + square(10, 90) + square(20, 80) + square(30, 40) + square(50, 60)
    try expectSame(nested, "nested")
    #expect(polygons(nested).map(\.interiors.count).sorted() == [0, 0, 1, 1, 2])
    let touching = square(0, 100) + square(10, 50) + square(50, 90)
    try expectSame(touching, "touching")
    #expect(polygons(touching).map(\.areaInSquareMeters).sorted() == [1_600, 1_600, 6_800])
    let atShell =
      square(0, 100) + [
        segment(0, 50, 40, 30), segment(40, 30, 40, 70), segment(40, 70, 0, 50),
      ]
    try expectSame(atShell, "a hole that touches the outer ring")
    #expect(polygons(atShell).count == 2)
  }

  @Test("lines that end blindly or lead from ring to ring enclose nothing")
  func blind() throws {
    let comb =
      square(0, 100) + square(40, 60) + [
        segment(0, 50, 40, 50), segment(10, 0, 10, 30), segment(10, 30, 20, 30),
        segment(200, 0, 300, 10), segment(45, 45, 50, 50),
      ]
    try expectSame(comb, "comb")
    #expect(polygons(comb).map(\.areaInSquareMeters).sorted() == [400, 9_600])
    #expect(polygons([segment(0, 0, 5, 5), segment(5, 5, 9, 0)]).isEmpty)
    #expect(polygons([]).isEmpty)
  }

  @Test("Voronoi lines divide a box as GEOS' do", arguments: 0..<10)
  func voronoi(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let size = 80_000.0
    let box = Box(minimum: PlanarPosition(x: 0, y: 0), maximum: PlanarPosition(x: size, y: size))
    var sites = (0..<40).map { _ in random.position(in: box) }
    if seed.isMultiple(of: 2) {
      // A crowd within a few hundred metres.
      sites += (0..<20).map { _ in
        PlanarPosition(
          x: .random(in: 30_000...30_400, using: &random),
          y: .random(in: 50_000...50_300, using: &random))
      }
    }
    let ours = polygons(PlanarSubdivision.voronoiLines(of: sites, in: box) + square(0, size))
    let region = MultiPolygon([box.asPolygon])
    let theirs = try faces(
      enclosedBy: clip(GEOSOracles.voronoiLines(of: sites, reaching: box), to: region)
        + [LineString(box.asPolygon.exterior.positions)], gridSize: GridPoint.step
    ).polygons
    #expect(ours.count == sites.count && theirs.count == sites.count, "seed \(seed)")
    #expect(ours.area.isClose(to: size * size, relative: 1e-12), "seed \(seed)")
    for site in sites {
      let mine = try #require(ours.first { RegionIndex(MultiPolygon([$0])).covers(site) })
      let other = try #require(theirs.first { RegionIndex(MultiPolygon([$0])).covers(site) })
      #expect(
        abs(mine.areaInSquareMeters - other.areaInSquareMeters)
          <= 2 * GridPoint.step * [mine].circumference, "seed \(seed), \(site)")
    }
  }

  @Test("what lies in an area is inside it", arguments: 0..<6)
  func middles(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lines = (0..<15).map { _ in
      let numbers = (0..<4).map { _ in Double.random(in: 0...3_000, using: &random) }
      return segment(numbers[0], numbers[1], numbers[2], numbers[3])
    }
    let subdivision = Subdivision(SnapRoundingNoder(lines + square(0, 3_000)).segments)
    let middles = try subdivision.middles(positionInside: { try $0.positionInside() })
    for (face, middle) in middles.indexed() {
      let owners = subdivision.faces.filter {
        RegionIndex(MultiPolygon([subdivision.polygon(ofFace: $0)])).covers(middle)
      }
      #expect(owners == [face], "seed \(seed)")
    }
  }
}

extension [Polygon<PlanarPosition>] {
  fileprivate var area: Double { reduce(0) { $0 + $1.areaInSquareMeters } }

  fileprivate var circumference: Double {
    flatMap(\.rings).flatMap(\.segments).reduce(0) { $0 + $1.start.distance(to: $1.end) }
  }
}
