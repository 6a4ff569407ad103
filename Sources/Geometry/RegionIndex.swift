/// A shape made ready to be asked many times which positions it covers.
///
/// Covering is only about inside and outside, so it may be asked in degrees as well as in metres;
/// lines are straight in whichever it is. A position is inside if a ray from it crosses the rings an
/// odd number of times; the edges are kept in bands of the second coordinate, so that a ray meets
/// few.
public struct RegionIndex<C: Coordinate>: Sendable {
  private let edges: [Segment<C>]
  private let bandStarts: [Int32]
  private let bands: [Int32]
  private let bounds: Box<C>?

  /// Prepares a valid shape: its polygons do not overlap.
  ///
  /// - Complexity: O(*n* log *n*), for *n* edges.
  public init(_ region: MultiPolygon<C>) {
    let edges = region.polygons.flatMap(\.rings).flatMap { Array($0.segments) }
    let bounds = Box(around: edges.map(\.start))
    var bandCount = max(1, edges.count)
    var ranges = Self.bands(of: edges, bounds, bandCount)
    // Edges that reach over many bands, as the teeth of a comb do, would fill them all.
    while bandCount > 1, ranges.reduce(0, { $0 + $1.count }) > Self.mostBandsPerEdge * edges.count {
      bandCount /= 2
      ranges = Self.bands(of: edges, bounds, bandCount)
    }
    var counts = [Int32](repeating: 0, count: bandCount + 1)
    for range in ranges { for band in range { counts[band + 1] += 1 } }
    for band in 0..<bandCount { counts[band + 1] += counts[band] }
    var next = counts
    var bands = [Int32](repeating: 0, count: Int(counts[bandCount]))
    for (edge, range) in ranges.enumerated() {
      for band in range {
        bands[Int(next[band])] = Int32(edge)
        next[band] += 1
      }
    }
    self.edges = edges
    self.bounds = bounds
    self.bands = bands
    bandStarts = counts
  }

  /// Outlines of countries meet two bands an edge or three.
  private static var mostBandsPerEdge: Int { 32 }

  private static func bands(
    of edges: [Segment<C>], _ bounds: Box<C>?, _ count: Int
  ) -> [ClosedRange<Int>] {
    edges.map { edge in
      let low = band(min(edge.start.second, edge.end.second), bounds, count)
      let high = band(max(edge.start.second, edge.end.second), bounds, count)
      return low...high
    }
  }

  private static func band(_ second: Double, _ bounds: Box<C>?, _ count: Int) -> Int {
    guard let bounds else { return 0 }
    let height = bounds.maximum.second - bounds.minimum.second
    guard height > 0 else { return 0 }
    let share = (second - bounds.minimum.second) / height
    return min(count - 1, max(0, Int(share * Double(count))))
  }

  /// Returns whether a position lies in the region or on its edge.
  ///
  /// - Complexity: O(*k*), for *k* edges in the position's band.
  public func covers(_ position: C) -> Bool {
    guard let bounds, bounds.contains(position) else { return false }
    let band = Self.band(position.second, bounds, bandStarts.count - 1)
    var isInside = false
    for slot in bandStarts[band]..<bandStarts[band + 1] {
      let edge = edges[Int(bands[Int(slot)])]
      let (start, end) = (edge.start, edge.end)
      let turn =
        (end.first - start.first) * (position.second - start.second)
        - (end.second - start.second) * (position.first - start.first)
      if turn == 0, edge.bounds.contains(position) { return true }
      if (start.second > position.second) != (end.second > position.second),
        (turn > 0) == (end.second > start.second)
      {
        isInside.toggle()
      }
    }
    return isInside
  }
}

extension Segment {
  /// The box around the segment.
  fileprivate var bounds: Box<C> {
    Box(
      minimum: C(first: min(start.first, end.first), second: min(start.second, end.second)),
      maximum: C(first: max(start.first, end.first), second: max(start.second, end.second)))
  }
}
