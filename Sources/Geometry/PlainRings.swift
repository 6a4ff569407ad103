extension Polygon where C == Position {
  /// Whether this is plainly a valid area: a single ring of few edges, none of which comes near
  /// another but its neighbours.
  ///
  /// What is true is so beyond any rounding. What is false may be valid all the same: whoever has to
  /// know must look closer.
  ///
  /// - Complexity: O(*n*²), for *n* edges; O(1) for more than 500.
  public var isPlainlyValid: Bool {
    guard interiors.isEmpty, exterior.positions.count <= 501 else { return false }
    let positions = exterior.positions
    let edges = positions.indices.dropLast().map { Segment(positions[$0], positions[$0 + 1]) }
    let boxes = edges.map(\.bounds)
    for (index, edge) in edges.enumerated() {
      let next = edges[(index + 1) % edges.count]
      guard edge.plainlyTurns(into: next) else { return false }
      // The last edge is a neighbour of the first.
      let end = index == 0 ? edges.count - 1 : edges.count
      for other in (index + 2)..<max(index + 2, end) where boxes[index].touches(boxes[other]) {
        guard edge.isPlainlyApart(from: edges[other]) else { return false }
      }
    }
    return true
  }
}

extension Segment where C == Position {
  fileprivate var bounds: Box<C> {
    Box(
      minimum: C(first: min(start.first, end.first), second: min(start.second, end.second)),
      maximum: C(first: max(start.first, end.first), second: max(start.second, end.second)))
  }

  /// The side of the line through this segment on which a position lies: 1 or -1, or 0 where that
  /// cannot be told beyond rounding.
  fileprivate func plainSide(of position: C) -> Int {
    let left = (end.first - start.first) * (position.second - start.second)
    let right = (end.second - start.second) * (position.first - start.first)
    // The bound of J. R. Shewchuk, "Adaptive precision floating-point arithmetic and fast robust
    // geometric predicates", Discrete & Computational Geometry 18 (1997), with room to spare.
    let uncertainty = 4e-16 * (abs(left) + abs(right))
    let side = left - right
    return side > uncertainty ? 1 : side < -uncertainty ? -1 : 0
  }

  /// Whether the edge that begins where this one ends does not lead back over it.
  fileprivate func plainlyTurns(into next: Segment) -> Bool {
    let along =
      (end.first - start.first) * (next.end.first - next.start.first)
      + (end.second - start.second) * (next.end.second - next.start.second)
    return along > 0 || plainSide(of: next.end) != 0
  }

  /// Whether all of one segment lies on one side of the other's line.
  fileprivate func isPlainlyApart(from other: Segment) -> Bool {
    isPlainlyAside(other) || other.isPlainlyAside(self)
  }

  private func isPlainlyAside(_ other: Segment) -> Bool {
    plainSide(of: other.start) * plainSide(of: other.end) == 1
  }
}

extension Box where C == Position {
  fileprivate func touches(_ other: Box) -> Bool {
    minimum.first <= other.maximum.first && other.minimum.first <= maximum.first
      && minimum.second <= other.maximum.second && other.minimum.second <= maximum.second
  }
}
