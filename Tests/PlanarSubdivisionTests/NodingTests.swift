import Geometry
import TestSupport
import Testing

@testable import PlanarSubdivision

/// Lines that are cut where they meet, looked at pair by pair in whole numbers. If one of these fails,
/// two outlines cross, and the ground between them is counted twice or lost.
@Suite("Segments that meet only at their ends")
struct NodingTests {
  private func segment(_ x1: Int32, _ y1: Int32, _ x2: Int32, _ y2: Int32) -> GridSegment {
    GridSegment(start: GridPoint(x: x1, y: y1), end: GridPoint(x: x2, y: y2), isWall: false)
  }

  /// Whether two segments have a point in common that is not an end of both.
  private func meetInside(_ one: GridSegment, _ other: GridSegment) -> Bool {
    let before = other.start.turn(other.end, one.start).signum()
    let after = other.start.turn(other.end, one.end).signum()
    let first = one.start.turn(one.end, other.start).signum()
    let last = one.start.turn(one.end, other.end).signum()
    if before * after < 0, first * last < 0 { return true }
    func isInside(_ point: GridPoint, _ segment: GridSegment, _ turn: Int64) -> Bool {
      turn == 0 && point != segment.start && point != segment.end
        && segment.minX <= point.x && point.x <= segment.maxX
        && segment.minY <= point.y && point.y <= segment.maxY
    }
    return isInside(one.start, other, before) || isInside(one.end, other, after)
      || isInside(other.start, one, first) || isInside(other.end, one, last)
      || (one.start == other.start && one.end == other.end)
  }

  private func expectNoded(_ segments: [GridSegment], _ comment: Comment) {
    let pieces = SnapRoundingNoder(segments).segments
    for (index, one) in pieces.enumerated() {
      #expect(one.start < one.end, comment)
      for other in pieces[(index + 1)...] where meetInside(one, other) {
        Issue.record("\(comment): \(one) meets \(other)")
        return
      }
    }
    let ends = Set(pieces.flatMap { [$0.start, $0.end] })
    for segment in segments where segment.start != segment.end {
      #expect(ends.contains(segment.start) && ends.contains(segment.end), comment)
      #expect(isCovered(segment, by: pieces), "\(comment): \(segment)")
    }
  }

  /// Whether pieces lead from one end of a segment to the other without leaving it by a step.
  private func isCovered(_ segment: GridSegment, by pieces: [GridSegment]) -> Bool {
    let near = pieces.filter { isNear($0.start, segment) && isNear($0.end, segment) }
    var reached: Set<GridPoint> = [segment.start]
    var grows = true
    while grows {
      grows = false
      for piece in near where reached.contains(piece.start) != reached.contains(piece.end) {
        reached.formUnion([piece.start, piece.end])
        grows = true
      }
    }
    return reached.contains(segment.end)
  }

  private func isNear(_ point: GridPoint, _ segment: GridSegment) -> Bool {
    let line = Segment(segment.start.position, segment.end.position)
    return line.nearestPoint(to: point.position).distance(to: point.position) < GridPoint.step
  }

  private func random(
    _ random: inout SeededGenerator, count: Int, reach: Int32
  ) -> [GridSegment] {
    (0..<count).map { _ in
      let numbers = (0..<4).map { _ in Int32.random(in: 0...reach, using: &random) }
      return segment(numbers[0], numbers[1], numbers[2], numbers[3])
    }
  }

  @Test("random segments, crowded and far apart", arguments: 0...30)
  func random(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for (count, reach) in [(4, 4), (8, 6), (12, 12), (20, 40), (20, 1_000_000)] {
      let segments = self.random(&random, count: count, reach: Int32(reach))
      expectNoded(segments, "seed \(seed), \(count) in \(reach)")
    }
  }

  @Test("slivers: segments nearly on each other", arguments: 0..<20)
  func slivers(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let segments = (0..<8).map { _ in
      let numbers = (0..<4).map { _ in Int32.random(in: -3...3, using: &random) }
      return segment(numbers[0], numbers[1], 20_000 + numbers[2], 7_001 + numbers[3])
    }
    expectNoded(segments, "seed \(seed)")
  }

  @Test("long segments of which each crosses most others", arguments: 0..<3)
  func tangle(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    expectNoded(self.random(&random, count: 36, reach: 1_000_000), "seed \(seed)")
  }

  @Test("the pieces of each segment together are those of all")
  func piecesOfEach() {
    var random = SeededGenerator(seed: 5)
    let segments = self.random(&random, count: 25, reach: 200)
    let pieces = SnapRoundingNoder.pieces(ofEach: segments)
    #expect(pieces.count == segments.count)
    #expect(Set(pieces.joined()) == Set(SnapRoundingNoder(segments).segments))
  }

  @Test("segments that overlap, touch in a T, or are points")
  func special() {
    expectNoded([segment(0, 0, 10, 10), segment(4, 4, 20, 20)], "overlap")
    expectNoded([segment(0, 0, 10, 10), segment(10, 10, 0, 0)], "on each other")
    expectNoded([segment(0, 0, 10, 0), segment(5, 0, 5, 9)], "T")
    expectNoded([segment(0, 0, 10, 0), segment(3, 0, 3, 0)], "point")
    let corners = [
      segment(0, 4, -1, 4), segment(3, -1, 1, 1), segment(0, 0, -2, 2), segment(0, 1, -1, 0),
    ]
    expectNoded(corners, "through the corner of four pixels")
    expectNoded([segment(0, 0, 9, 6), segment(0, 6, 9, 0), segment(0, 3, 9, 3)], "star")
    #expect(SnapRoundingNoder([]).segments.isEmpty)
  }

  @Test("a piece of a barrier stays one when a line lies on it, whichever comes first")
  func walls() {
    let line = segment(0, 0, 10, 0)
    let wall = GridSegment(start: line.end, end: line.start, isWall: true)
    #expect(SnapRoundingNoder([line, wall]).segments.map(\.isWall) == [true])
    #expect(SnapRoundingNoder([wall, line]).segments.map(\.isWall) == [true])
  }

  @Test("pairs that come near each other are all shown, each once", arguments: 0..<12)
  func pairs(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let segments = self.random(&random, count: Int(seed) * 23, reach: 300).map {
      segment(
        $0.start.x, $0.start.y, $0.start.x + $0.end.x % 40, $0.start.y + $0.end.y % 40)
    }
    let tree = STRTree(segments)
    var shown: [[Int]] = []
    tree.forEachPair { shown.append([min($0, $1), max($0, $1)]) }
    #expect(shown.count == Set(shown).count, "seed \(seed)")
    #expect(shown.allSatisfy { $0[0] != $0[1] }, "seed \(seed)")
    let all = Set(shown)
    for one in segments.indices {
      for other in segments.indices where one < other && meet(segments[one], segments[other]) {
        #expect(all.contains([one, other]), "seed \(seed)")
      }
      var found: [Int] = []
      tree.forEach(near: segments[one].start, segments[one].start) { found.append($0) }
      #expect(found.count == Set(found).count, "seed \(seed)")
      let point = GridSegment(start: segments[one].start, end: segments[one].start, isWall: false)
      let expected = segments.indices.filter { meet(segments[$0], point) }
      #expect(Set(found).isSuperset(of: expected), "seed \(seed)")
    }
  }

  /// Whether the boxes of two segments meet.
  private func meet(_ one: GridSegment, _ other: GridSegment) -> Bool {
    one.minX <= other.maxX && other.minX <= one.maxX && one.minY <= other.maxY
      && other.minY <= one.maxY
  }
}
