import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing

/// Ground that no report names belongs to the nearest place that one does name.
@Suite("Voronoi lines")
struct VoronoiTests {
  @Test("fewer than two sites have nothing to divide")
  func few() throws {
    #expect(try voronoiLines(of: [], reaching: theatre).isEmpty)
    #expect(try voronoiLines(of: [at(5, 5)], reaching: theatre).isEmpty)
  }

  @Test("two sites are divided half way, across the whole box")
  func two() throws {
    let lines = try voronoiLines(of: [at(40_000, 50_000), at(60_000, 50_000)], reaching: theatre)
    let positions = lines.flatMap(\.positions)
    #expect(positions.allSatisfy { $0.x.isClose(to: 50_000, within: 1e-6) })
    let box = try #require(Box(around: positions))
    #expect(box.minimum.y <= 0 && box.maximum.y >= 100_000)
  }

  @Test("three sites in a row are divided by two parallel lines")
  func collinear() throws {
    let sites = [at(20_000, 30_000), at(40_000, 30_000), at(80_000, 30_000)]
    let cells = try cells(of: sites)
    #expect(cells.count == 3)
    let areas = cells.map(\.areaInSquareMeters).sorted()
    for (area, expected) in zip(areas, [3e9, 3e9, 4e9]) {
      #expect(area.isClose(to: expected, relative: 1e-9))
    }
  }

  @Test("sites on one circle, all equally near to its centre, keep one cell each")
  func cocircular() throws {
    let sites = [at(30_000, 50_000), at(70_000, 50_000), at(50_000, 30_000), at(50_000, 70_000)]
    let cells = try cells(of: sites)
    #expect(cells.map { $0.areaInSquareMeters.rounded() } == [2.5e9, 2.5e9, 2.5e9, 2.5e9])
  }

  @Test("many sites have one cell each, and the cells fill the box", arguments: 0..<10)
  func many(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sites = (0..<60).map { _ in random.position(in: theatre) }
    let cells = try cells(of: sites)
    let sum = cells.reduce(0) { $0 + $1.areaInSquareMeters }
    #expect(sum.isClose(to: 1e10, relative: 1e-12), "seed \(seed)")
    #expect(cells.count == sites.count, "seed \(seed)")
    for cell in cells {
      let region = try PreparedRegion(MultiPolygon([cell]))
      let owners = try sites.filter { try region.covers($0) }
      #expect(owners.count == 1, "seed \(seed)")
    }
  }

  @Test("no other site is nearer than the one whose cell it is", arguments: 0..<10)
  func nearest(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sites = (0..<40).map { _ in random.position(in: theatre) }
    let index = try PointIndex(sites)
    let regions = try cells(of: sites).map { cell in
      let region = try PreparedRegion(MultiPolygon([cell]))
      return (region, try #require(try sites.first { try region.covers($0) }))
    }
    for _ in 0..<200 {
      let position = random.position(in: theatre)
      let nearest = try #require(try index.nearest(to: position)).distanceInMeters
      for (region, site) in regions where try region.covers(position) {
        // The grid moves the lines by a centimetre at most.
        #expect(
          site.distance(to: position).isClose(to: nearest, within: 0.05),
          "seed \(seed), \(position)")
      }
    }
  }
}

/// The cells of the diagram in the theatre.
private func cells(of sites: [PlanarPosition]) throws -> [Polygon<PlanarPosition>] {
  let lines = try clip(
    voronoiLines(of: sites, reaching: theatre), to: MultiPolygon([Polygon(theatre.outline)]))
  let outline = LineString(theatre.outline.positions)
  return try faces(enclosedBy: lines + [outline], gridSize: 0.01).polygons
}
