internal import Geometry

/// Segments of the grid that meet nowhere but at their ends.
package struct SnapRoundingNoder {
  /// The pieces, each once, from the smaller end to the larger, in order.
  package private(set) var segments: [GridSegment] = []

  /// Cuts segments where they meet, and bends them by less than a step so that all ends lie on the
  /// grid: a segment goes through every end and every crossing whose pixel it passes through. Nothing
  /// that was apart crosses afterwards (J. D. Hobby, "Practical segment intersection with finite
  /// precision output", Computational Geometry 13 (1999), 199–214).
  ///
  /// - Complexity: O((*n* + *k*) log *n*), for *n* segments and *k* pairs that come near each other.
  package init(_ crossing: [GridSegment]) {
    let lines = crossing.filter { $0.start != $0.end }
    var visits = HotPixelHits(lines)
    visits.collect()
    segments = visits.pieces()
  }
}

/// Which points each segment goes through beside its own ends.
private struct HotPixelHits {
  let lines: [GridSegment]
  private let tree: STRTree
  private var stops: [(line: Int32, point: GridPoint)] = []

  init(_ lines: [GridSegment]) {
    self.lines = lines
    tree = STRTree(lines)
  }

  mutating func collect() {
    let lines = lines
    var stops: [(line: Int32, point: GridPoint)] = []
    var crossings: [GridPoint] = []
    tree.forEachPair { first, second in
      let (one, other) = (lines[first], lines[second])
      for end in [other.start, other.end]
      where end != one.start && end != one.end && one.passesThroughPixel(of: end) {
        stops.append((Int32(first), end))
      }
      for end in [one.start, one.end]
      where end != other.start && end != other.end && other.passesThroughPixel(of: end) {
        stops.append((Int32(second), end))
      }
      if let crossing = one.crossing(with: other) { crossings.append(crossing) }
    }
    for crossing in Set(crossings) {
      tree.forEach(near: crossing, crossing) { line in
        if lines[line].passesThroughPixel(of: crossing) {
          stops.append((Int32(line), crossing))
        }
      }
    }
    self.stops = stops
  }

  /// The pieces between one stop and the next.
  func pieces() -> [GridSegment] {
    var stopsOfLine: [Int32: [GridPoint]] = [:]
    for stop in stops { stopsOfLine[stop.line, default: []].append(stop.point) }
    var pieces: [GridSegment] = []
    pieces.reserveCapacity(lines.count + stops.count)
    for (index, line) in lines.enumerated() {
      guard let stops = stopsOfLine[Int32(index)] else {
        pieces.append(line.directed)
        continue
      }
      var last = line.start
      for point in Set(stops).sorted(by: line.comesFirst) + [line.end] where point != last {
        pieces.append(GridSegment(start: last, end: point, isWall: line.isWall).directed)
        last = point
      }
    }
    return pieces.sortedWithoutRepetition()
  }
}

extension GridSegment {
  /// The segment from its smaller end to its larger.
  fileprivate var directed: GridSegment {
    end < start ? GridSegment(start: end, end: start, isWall: isWall) : self
  }

  /// Which of two points is nearer to the start of the segment.
  package func comesFirst(_ one: GridPoint, _ other: GridPoint) -> Bool {
    let (first, second) = (way(to: one), way(to: other))
    return first != second ? first < second : one < other
  }

  private func way(to point: GridPoint) -> Int64 {
    (Int64(end.x) - Int64(start.x)) * (Int64(point.x) - Int64(start.x))
      + (Int64(end.y) - Int64(start.y)) * (Int64(point.y) - Int64(start.y))
  }

  /// The point of the grid in whose pixel two segments cross inside both; nil if they do not. The
  /// numbers are exact, so that both segments do pass through it.
  package func crossing(with other: GridSegment) -> GridPoint? {
    let (before, after) = (other.turn(to: start), other.turn(to: end))
    guard before.signum() * after.signum() < 0,
      turn(to: other.start).signum() * turn(to: other.end).signum() < 0
    else { return nil }
    let whole = Int128(before) - Int128(after)
    func nearest(_ from: Int32, _ to: Int32) -> Int32 {
      let way = Int128(before) * Int128(Int64(to) - Int64(from))
      return from + Int32(way.roundedQuotient(by: whole))
    }
    return GridPoint(x: nearest(start.x, end.x), y: nearest(start.y, end.y))
  }

  private func turn(to point: GridPoint) -> Int64 { start.turn(end, point) }
}

extension Int128 {
  /// The whole number nearest to a quotient; of two the greater.
  fileprivate func roundedQuotient(by divisor: Int128) -> Int128 {
    let (part, whole) =
      divisor < 0 ? (-2 * self - divisor, -2 * divisor) : (2 * self + divisor, 2 * divisor)
    let quotient = part / whole
    return part < quotient * whole ? quotient - 1 : quotient
  }
}

extension [GridSegment] {
  /// The segments in order, each once. One that is given both as a wall and as no wall is a wall.
  fileprivate func sortedWithoutRepetition() -> [GridSegment] {
    let sorted = sorted {
      $0.start != $1.start ? $0.start < $1.start : $0.end < $1.end
    }
    var distinct: [GridSegment] = []
    distinct.reserveCapacity(sorted.count)
    for segment in sorted {
      if let last = distinct.last, last.start == segment.start, last.end == segment.end {
        if segment.isWall { distinct[distinct.count - 1] = segment }
      } else {
        distinct.append(segment)
      }
    }
    return distinct
  }
}
