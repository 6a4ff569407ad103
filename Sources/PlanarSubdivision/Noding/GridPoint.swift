package import Geometry

/// A position on the grid of the plane, in whole steps of half a metre. On it questions of side and
/// order have exact answers.
package struct GridPoint: Hashable, Sendable {
  package let x: Int32
  package let y: Int32

  /// The step of the grid, in metres.
  ///
  /// The grid keeps vertices half a metre apart and well away from edges that do not end in them,
  /// where rounding to six decimals of a degree moves them by 0.07 m at most. Snap rounding gives no
  /// bound on the distance of a vertex from an edge (the least seen is a third of a step), so that
  /// nothing written crosses itself is tested, not proved.
  package static let step = 0.5

  package init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }

  /// The point of the grid nearest to a position.
  ///
  /// - Precondition: the position lies within 2³⁰ steps of the origin, which is far beyond Earth.
  package init(_ position: PlanarPosition) {
    x = Int32((position.x / GridPoint.step).rounded())
    y = Int32((position.y / GridPoint.step).rounded())
  }

  /// The position in the plane, in metres.
  package var position: PlanarPosition {
    PlanarPosition(x: Double(x) * GridPoint.step, y: Double(y) * GridPoint.step)
  }

  /// Twice the area of the triangle from this point over `second` to `third`: positive if that turns
  /// left.
  package func turn(_ second: GridPoint, _ third: GridPoint) -> Int64 {
    let dx = Int64(second.x) - Int64(x)
    let dy = Int64(second.y) - Int64(y)
    return dx * (Int64(third.y) - Int64(y)) - dy * (Int64(third.x) - Int64(x))
  }
}

extension GridPoint: Comparable {
  package static func < (left: GridPoint, right: GridPoint) -> Bool {
    left.x != right.x ? left.x < right.x : left.y < right.y
  }
}

/// A straight piece between two points of the grid.
package struct GridSegment: Hashable, Sendable {
  package let start: GridPoint
  package let end: GridPoint

  /// Whether it is a piece of the outline or of a barrier, which no cell crosses.
  package let isWall: Bool

  /// Creates a piece from its ends.
  package init(start: GridPoint, end: GridPoint, isWall: Bool) {
    self.start = start
    self.end = end
    self.isWall = isWall
  }

  package var minX: Int32 { min(start.x, end.x) }
  package var maxX: Int32 { max(start.x, end.x) }
  package var minY: Int32 { min(start.y, end.y) }
  package var maxY: Int32 { max(start.y, end.y) }

  /// Whether the segment passes through the pixel of a point: the square around it, one step wide, with
  /// its left and its lower edge and without the others, so that each position lies in one pixel.
  package func passesThroughPixel(of point: GridPoint) -> Bool {
    guard minX <= point.x, point.x <= maxX, minY <= point.y, point.y <= maxY else { return false }
    // All in half steps, so that the corners of the pixel are whole. The pixel is missed if all its
    // corners lie on one side; if one lies on the segment, it counts if it is the lower left one.
    let dx = Int64(end.x) - Int64(start.x)
    let dy = Int64(end.y) - Int64(start.y)
    let middle =
      2 * (dx * (Int64(point.y) - Int64(start.y)) - dy * (Int64(point.x) - Int64(start.x)))
    let reach = abs(dx) + abs(dy)
    return abs(middle) < reach || (abs(middle) == reach && middle == dx - dy)
  }
}
