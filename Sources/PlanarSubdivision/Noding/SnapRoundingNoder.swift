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

  /// The pieces of each of some segments, in the same way: two segments that lie on each other have the same
  /// pieces there.
  ///
  /// - Complexity: that of `init`.
  package static func pieces(ofEach lines: [GridSegment]) -> [[GridSegment]] {
    var visits = HotPixelHits(lines)
    visits.collect()
    return visits.piecesOfLines()
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
    let distinct = Set(crossings)
    let pieces = distinct.count > 2 * lines.count ? ChunkTree(lines, count: distinct.count) : nil
    for crossing in distinct {
      let visit = { (line: Int) in
        if lines[line].passesThroughPixel(of: crossing) {
          stops.append((Int32(line), crossing))
        }
      }
      if let pieces {
        pieces.forEach(near: crossing, visit)
      } else {
        tree.forEach(near: crossing, crossing, visit)
      }
    }
    self.stops = stops
  }

  /// The pieces between one stop and the next, each once.
  func pieces() -> [GridSegment] {
    var pieces: [GridSegment] = []
    pieces.reserveCapacity(lines.count + stops.count)
    forEachPiece { _, piece in pieces.append(piece) }
    return pieces.sortedWithoutRepetition()
  }

  /// The pieces of each line.
  func piecesOfLines() -> [[GridSegment]] {
    var pieces = [[GridSegment]](repeating: [], count: lines.count)
    forEachPiece { line, piece in pieces[line].append(piece) }
    return pieces
  }

  private func forEachPiece(_ body: (_ line: Int, GridSegment) -> Void) {
    var stopsOfLine: [Int32: [GridPoint]] = [:]
    for stop in stops { stopsOfLine[stop.line, default: []].append(stop.point) }
    for (index, line) in lines.enumerated() where line.start != line.end {
      guard let stops = stopsOfLine[Int32(index)] else {
        body(index, line.directed)
        continue
      }
      var last = line.start
      for point in Set(stops).sorted(by: line.comesFirst) + [line.end] where point != last {
        body(index, GridSegment(start: last, end: point, isWall: line.isWall).directed)
        last = point
      }
    }
  }
}

/// Finds the segments that may pass a point where long segments cross each other often: the box around a
/// long segment holds most of the other crossings too, so each is kept in short pieces.
private struct ChunkTree {
  private let tree: STRTree
  private let lineOfChunk: [Int32]

  /// - Parameter count: about how many pieces to make.
  init(_ lines: [GridSegment], count: Int) {
    let whole = lines.reduce(0.0) { $0 + $1.reach }
    let length = max(8, whole / Double(count))
    var chunks: [GridSegment] = []
    var lineOfChunk: [Int32] = []
    for (index, line) in lines.enumerated() {
      let parts = max(1, Int((line.reach / length).rounded(.up)))
      for part in 0..<parts {
        chunks.append(line.box(ofPart: part, of: parts))
        lineOfChunk.append(Int32(index))
      }
    }
    tree = STRTree(chunks)
    self.lineOfChunk = lineOfChunk
  }

  /// Shows the segments of which a piece is near a point; some more than once.
  func forEach(near point: GridPoint, _ visit: (Int) -> Void) {
    tree.forEach(near: point, point) { visit(Int(lineOfChunk[$0])) }
  }
}

extension GridSegment {
  /// How far it goes in x or in y, in steps.
  fileprivate var reach: Double {
    max(Double(maxX) - Double(minX), Double(maxY) - Double(minY))
  }

  /// A diagonal of the box around one of several equal parts, with a step to spare on all sides.
  fileprivate func box(ofPart part: Int, of count: Int) -> GridSegment {
    func bounds(_ from: Int32, _ to: Int32) -> (low: Int32, high: Int32) {
      let step = (Double(to) - Double(from)) / Double(count)
      let ends = [Double(from) + step * Double(part), Double(from) + step * Double(part + 1)]
        .sorted()
      return (Int32(ends[0].rounded(.down)) - 1, Int32(ends[1].rounded(.up)) + 1)
    }
    let (x, y) = (bounds(start.x, end.x), bounds(start.y, end.y))
    return GridSegment(
      start: GridPoint(x: x.low, y: y.low), end: GridPoint(x: x.high, y: y.high), isWall: false)
  }

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
