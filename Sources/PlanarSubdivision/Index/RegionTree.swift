package import Geometry

/// Many shapes in the plane, made ready to be asked which of them cover a position.
///
/// The boxes around the shapes are kept in a search tree, so that only the shapes whose box holds the
/// position are asked.
package struct RegionTree {
  private let regions: [RegionIndex<PlanarPosition>]
  private let tree: STRTree
  /// The shape of each box of the tree: one without an outline has none.
  private let shapes: [Int]

  /// Prepares valid shapes.
  ///
  /// - Complexity: O(*n* log *n*), for *n* shapes, and that of `RegionIndex` for each.
  package init(_ shapes: [MultiPolygon<PlanarPosition>]) {
    regions = shapes.map { RegionIndex($0) }
    var boxes: [GridSegment] = []
    var numbers: [Int] = []
    for (index, shape) in shapes.enumerated() {
      guard let box = Box(around: shape.polygons.flatMap(\.exterior.positions)) else { continue }
      // Rounding to the grid may take half a step off the box.
      let (low, high) = (GridPoint(box.minimum), GridPoint(box.maximum))
      boxes.append(
        GridSegment(
          start: GridPoint(x: low.x - 1, y: low.y - 1),
          end: GridPoint(x: high.x + 1, y: high.y + 1),
          isWall: false))
      numbers.append(index)
    }
    tree = STRTree(boxes)
    self.shapes = numbers
  }

  /// The shapes that cover a position or have it on their edge, in order.
  ///
  /// - Complexity: O(log *n* + *k*), for *n* shapes, of which the boxes of *k* hold the position, and that
  ///   of `RegionIndex.covers` for each of these.
  package func covering(_ position: PlanarPosition) -> [Int] {
    let point = GridPoint(position)
    var found: [Int] = []
    tree.forEach(near: point, point) { box in
      if regions[shapes[box]].covers(position) { found.append(shapes[box]) }
    }
    return found.sorted()
  }

  /// The first shape that covers a position; nil if none does.
  ///
  /// - Complexity: that of `covering`.
  package func first(covering position: PlanarPosition) -> Int? {
    // Most often there is one shape or few, and no need for a list.
    guard regions.count > 1 else {
      return regions.first?.covers(position) == true ? 0 : nil
    }
    return covering(position).first
  }
}
