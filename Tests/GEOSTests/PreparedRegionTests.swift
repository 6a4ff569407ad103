import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing

/// Whose ground a town stands on is asked here, thousands of times a day of the war.
@Suite("Regions asked many times")
struct PreparedRegionTests {
  private let ring = MultiPolygon([
    Polygon(box(0, 0, 10, 10).exterior, interiors: [box(4, 4, 6, 6).exterior]),
    box(20, 0, 30, 10),
  ])

  @Test("what lies inside, on an edge or on a corner is covered")
  func covered() throws {
    let region = try PreparedRegion(ring)
    for position in [at(1, 1), at(0, 5), at(10, 10), at(25, 5), at(20, 0)] {
      #expect(try region.covers(position), "\(position)")
    }
  }

  @Test("what lies outside is not covered")
  func outside() throws {
    let region = try PreparedRegion(ring)
    for position in [at(-0.001, 5), at(15, 5), at(30.001, 0), at(5, 11)] {
      #expect(try !region.covers(position), "\(position)")
    }
  }

  @Test("what lies in a hole is not covered, though its edge is")
  func hole() throws {
    let region = try PreparedRegion(ring)
    #expect(try !region.covers(at(5, 5)))
    #expect(try region.covers(at(4, 5)))
    #expect(try region.covers(at(6, 6)))
  }

  @Test("an empty region covers nothing")
  func empty() throws {
    #expect(try !PreparedRegion(MultiPolygon<PlanarPosition>([])).covers(at(0, 0)))
  }

  @Test("the question may be asked in degrees")
  func degrees() throws {
    let box = Box(
      minimum: Position(longitude: 42, latitude: 35), maximum: Position(longitude: 44, latitude: 37)
    )
    let region = try PreparedRegion(MultiPolygon([Polygon(box.outline)]))
    #expect(try region.covers(Position(longitude: 43.11889, latitude: 36.335)))
    #expect(try region.covers(Position(longitude: 42, latitude: 36)))
    #expect(try !region.covers(Position(longitude: 36.335, latitude: 43.11889)))
  }

  @Test("the answer is that of counting crossings of a ray", arguments: 0..<20)
  func rays(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let star = random.star(around: at(50_000, 50_000), radius: 5000...50_000, corners: 50)
    let region = try PreparedRegion(MultiPolygon([Polygon(star)]))
    for _ in 0..<200 {
      let position = random.position(in: theatre)
      let crossings = star.segments.count { $0.isCrossedByRay(from: position) }
      #expect(
        try region.covers(position) == !crossings.isMultiple(of: 2), "seed \(seed), \(position)")
    }
  }

  @Test("a position inside a polygon is inside it and in none of its holes", arguments: 0..<20)
  func positionInside(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let star = random.star(around: at(50_000, 50_000), radius: 5000...50_000, corners: 50)
    let hole = random.star(around: at(50_000, 50_000), radius: 1000...3000, corners: 30)
    let polygon = Polygon(star, interiors: [hole])
    let inside = try polygon.positionInside()
    #expect(try PreparedRegion(MultiPolygon([polygon])).covers(inside), "seed \(seed)")
    let distances = polygon.rings.flatMap { Array($0.segments) }
      .map { $0.nearestPoint(to: inside).distance(to: inside) }
    #expect(try #require(distances.min()) > 1, "seed \(seed): it lies away from the edge")
  }
}

extension Segment where C == PlanarPosition {
  /// Whether the ray from a position to the east crosses it.
  fileprivate func isCrossedByRay(from position: PlanarPosition) -> Bool {
    guard (start.y > position.y) != (end.y > position.y) else { return false }
    let share = (position.y - start.y) / (end.y - start.y)
    return start.x + share * (end.x - start.x) > position.x
  }
}
