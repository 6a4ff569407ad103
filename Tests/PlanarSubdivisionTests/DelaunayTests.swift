import Geometry
import TestSupport
import Testing

@testable import PlanarSubdivision

/// The triangles of which the cells are made, every one held against every site in whole numbers. If
/// one of these fails, a place gets ground that is nearer to another, or none.
@Suite("The Delaunay triangulation")
struct DelaunayTests {
  private func expectLaws(_ sites: [PlanarPosition], _ comment: Comment) throws {
    let box = try #require(Box(around: sites))
    let triangles = Delaunay(sites, in: box)
    let points = triangles.points
    let count = triangles.corners.count / 3
    let distinct = Set(points.prefix(sites.count))
    // Of n points of which four are the corners of the hull there are 2n - 6 triangles.
    #expect(count == 2 * (distinct.count + 4) - 6, comment)
    #expect(triangles.duplicates.count == sites.count - distinct.count, comment)
    #expect(Set(triangles.duplicates).count == triangles.duplicates.count, comment)
    let used = Set(triangles.corners.map { Int($0) })
    for site in sites.indices {
      let isFirst = points.firstIndex(of: points[site]) == site
      #expect(used.contains(site) == isFirst, comment)
      #expect(triangles.duplicates.contains(site) == !isFirst, comment)
    }
    for half in triangles.twins.indices where triangles.twins[half] >= 0 {
      let twin = triangles.twins[half]
      #expect(triangles.twins[Int(twin)] == Int32(half), comment)
      #expect(triangles.corners[half] == triangles.corners[Int(Delaunay.next(twin))], comment)
    }
    #expect(triangles.twins.filter { $0 < 0 }.count == 4, comment)
    for triangle in 0..<count {
      let corners = (0..<3).map { points[Int(triangles.corners[3 * triangle + $0])] }
      #expect((corners[1] - corners[0]).cross(corners[2] - corners[0]) > 0, comment)
      let inside = points.filter { isInside($0, corners) }
      #expect(inside.isEmpty, "\(comment), triangle \(triangle)")
    }
  }

  /// Whether a point lies inside the circle through three corners: the determinant, in whole numbers.
  private func isInside(_ point: LatticePoint, _ corners: [LatticePoint]) -> Bool {
    let rows = corners.map { corner -> (Int128, Int128, Int128) in
      let (x, y) = (Int128(corner.x - point.x), Int128(corner.y - point.y))
      return (x, y, x * x + y * y)
    }
    let (a, b, c) = (rows[0], rows[1], rows[2])
    let minors = (
      b.1 * c.2 - b.2 * c.1, b.0 * c.2 - b.2 * c.0, b.0 * c.1 - b.1 * c.0
    )
    return a.0 * minors.0 - a.1 * minors.1 + a.2 * minors.2 > 0
  }

  private func sites(
    _ count: Int, _ random: inout SeededGenerator, x: ClosedRange<Double>, y: ClosedRange<Double>
  ) -> [PlanarPosition] {
    (0..<count).map { _ in
      PlanarPosition(x: .random(in: x, using: &random), y: .random(in: y, using: &random))
    }
  }

  @Test("random sites, spread, crowded within metres, and over half the Earth", arguments: 0..<6)
  func random(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let spread = sites(60, &random, x: -1e5...3e5, y: 2e6...2.1e6)
    try expectLaws(spread, "seed \(seed), spread")
    let crowd = sites(40, &random, x: 1_000...1_004, y: 2e6...2_000_003)
    try expectLaws(spread.prefix(10) + crowd, "seed \(seed), crowded")
    try expectLaws(sites(50, &random, x: -2e7...2e7, y: -1e7...1e7), "seed \(seed), huge")
    try expectLaws(sites(30, &random, x: 0...2, y: 0...1e6), "seed \(seed), a strip")
  }

  @Test("sites on a lattice or a circle, where four and more are equally near", arguments: 0..<4)
  func cocircular(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lattice = (0..<8).flatMap { x in
      (0..<8).map { PlanarPosition(x: Double(x) * 512, y: Double($0) * 512) }
    }
    try expectLaws(lattice.shuffled(using: &random), "seed \(seed), lattice")
    // 25² is a sum of two squares in many ways.
    let quarter: [(Double, Double)] = [(7, 24), (15, 20), (20, 15), (24, 7), (25, 0)]
    var circle: [PlanarPosition] = []
    for (x, y) in quarter {
      for (x, y) in [(x, y), (-y, x), (-x, -y), (y, -x)] {
        circle.append(PlanarPosition(x: x * 64, y: y * 64))
      }
    }
    try expectLaws(circle.shuffled(using: &random), "seed \(seed), circle")
  }

  @Test("sites in a line, along an axis or not", arguments: [(1.0, 0.0), (0, 1), (3, 7), (-5, 2)])
  func collinear(dx: Double, dy: Double) throws {
    let line = (0..<20).map { PlanarPosition(x: dx * 128 * Double($0), y: dy * 128 * Double($0)) }
    try expectLaws(line, "\(dx), \(dy)")
    try expectLaws(line.reversed() + [PlanarPosition(x: 64, y: 9_000)], "\(dx), \(dy)")
  }

  @Test("one site, two, two on one spot, and many on few spots")
  func few() throws {
    let spots = [(0.0, 0.0), (5_000, 0), (0, 7_000)].map { PlanarPosition(x: $0.0, y: $0.1) }
    try expectLaws([spots[0]], "one")
    try expectLaws([spots[0], spots[1]], "two")
    try expectLaws([spots[0], spots[0]], "one spot")
    try expectLaws([spots[2], spots[0], spots[2], spots[1], spots[0], spots[2]], "few spots")
  }

  @Test("sites on a line, an arc or a cross, from end to end, cost as many steps each as a few do")
  func steps() throws {
    func arc(_ count: Int) -> [PlanarPosition] {
      (0..<count).map {
        let y = 400_000 * Double($0) / Double(count)
        return PlanarPosition(x: y * y / 4e7, y: y)
      }
    }
    func line(_ count: Int) -> [PlanarPosition] {
      (0..<count).map { PlanarPosition(x: 3, y: 400_000 * Double($0) / Double(count)) }
    }
    func cross(_ count: Int) -> [PlanarPosition] {
      (0..<count / 2).flatMap { number in
        let way = 200_000 * Double(number + 1) / Double(count)
        return [PlanarPosition(x: way, y: 0), PlanarPosition(x: 250_000, y: way + 7)]
      }
    }
    for (name, sites) in [("arc", arc), ("line", line), ("cross", cross)] {
      let counts = try [1_000, 8_000].map { count in
        let sites = sites(count)
        let box = try #require(Box(around: sites + [PlanarPosition(x: -1e5, y: -1e5)]))
        return Delaunay(sites, in: box).stepCount
      }
      // Eight times as many sites: eight times the steps, and some more for the logarithm.
      #expect(counts[1] < 16 * counts[0], "\(name): \(counts)")
      #expect(counts[1] < 100 * 8_000, "\(name): \(counts)")
    }
  }
}
