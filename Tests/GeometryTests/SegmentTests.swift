import Geometry
import TestSupport
import Testing

/// How far a town lies from the front is the distance to the nearest point of some segment.
@Suite("Segments")
struct SegmentTests {
  @Test("the nearest point lies beside the position, or at the nearer end")
  func nearestPoint() {
    let segment = Segment(at(0, 0), at(10, 0))
    #expect(segment.nearestPoint(to: at(4, 3)) == at(4, 0))
    #expect(segment.nearestPoint(to: at(-4, 3)) == at(0, 0))
    #expect(segment.nearestPoint(to: at(14, -3)) == at(10, 0))
    #expect(segment.nearestPoint(to: at(7, 0)) == at(7, 0))
  }

  @Test("a segment without length is near at its one point")
  func noLength() {
    #expect(Segment(at(2, 3), at(2, 3)).nearestPoint(to: at(9, 9)) == at(2, 3))
  }

  @Test("half way along a line is where as much of it lies before as behind")
  func halfway() {
    #expect(LineString([at(0, 0), at(10, 0)]).pointHalfway == at(5, 0))
    #expect(LineString([at(0, 0), at(6, 0), at(6, 2)]).pointHalfway == at(4, 0))
    #expect(LineString([at(0, 0), at(1, 0), at(1, 7)]).pointHalfway == at(1, 3))
    #expect(LineString([at(2, 3), at(2, 3)]).pointHalfway == at(2, 3))
  }

  @Test("no point of the segment is nearer than the nearest", arguments: 0..<100)
  func law(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let box = Box(minimum: at(300_000, 4_000_000), maximum: at(400_000, 4_100_000))
    let segment = Segment(random.position(in: box), random.position(in: box))
    let position = random.position(in: box)
    let nearest = segment.nearestPoint(to: position)
    let distance = nearest.distance(to: position)
    for step in 0...200 {
      let share = Double(step) / 200
      let sample = at(
        segment.start.x + share * (segment.end.x - segment.start.x),
        segment.start.y + share * (segment.end.y - segment.start.y))
      #expect(sample.distance(to: position) >= distance - 1e-6, "seed \(seed), share \(share)")
    }
    let detour = segment.start.distance(to: nearest) + nearest.distance(to: segment.end)
    let length = segment.start.distance(to: segment.end)
    #expect(detour.isClose(to: length, within: 1e-6), "seed \(seed): it lies on the segment")
  }

  @Test("the midpoint is as far from one end as from the other")
  func midpoint() {
    let segment = Segment(at(-2, 5), at(6, 11))
    #expect(segment.midpoint == at(2, 8))
    #expect(segment.midpoint.distance(to: segment.start) == 5)
    #expect(segment.midpoint.distance(to: segment.end) == 5)
  }

  @Test("a line has one segment less than positions, and is itself when reversed twice")
  func lines() {
    let line = LineString([at(0, 0), at(1, 0), at(1, 1)])
    #expect(Array(line.segments) == [Segment(at(0, 0), at(1, 0)), Segment(at(1, 0), at(1, 1))])
    #expect(line.reversed.positions == [at(1, 1), at(1, 0), at(0, 0)])
    #expect(line.reversed.reversed == line)
    #expect(Array(Box(minimum: at(0, 0), maximum: at(1, 1)).outline.segments).count == 4)
  }
}

private func at(_ x: Double, _ y: Double) -> PlanarPosition { PlanarPosition(x: x, y: y) }
