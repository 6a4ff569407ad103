internal import Geometry

/// Finds which of many segments of the grid come near each other: boxes in boxes in flat arrays.
///
/// Segments are sorted into strips by x and within each by y and packed eight to a box, boxes eight
/// to a larger one, and so on (S. T. Leutenegger, M. A. Lopez and J. Edgington, "STR: a simple and
/// efficient algorithm for R-tree packing", 1997).
package struct STRTree {
  /// A box in steps of the grid.
  private struct Extent {
    var minX: Int32
    var minY: Int32
    var maxX: Int32
    var maxY: Int32

    func meets(_ other: Extent) -> Bool {
      minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
    }

    mutating func include(_ other: Extent) {
      minX = min(minX, other.minX)
      minY = min(minY, other.minY)
      maxX = max(maxX, other.maxX)
      maxY = max(maxY, other.maxY)
    }
  }

  /// The segments' boxes in their packed order, then the boxes around each eight, and so on up to one.
  private var extents: [Extent]
  /// Where each level begins.
  private var levels: [Int] = [0]
  /// The segment of each packed place.
  private let order: [Int32]

  private static let fanOut = 8

  /// Packs segments; two segments are near if they come within a step of each other in x and y.
  ///
  /// - Complexity: O(*n* log *n*), for *n* segments.
  package init(_ segments: [GridSegment]) {
    order = Self.packed(segments)
    extents = order.map {
      let segment = segments[Int($0)]
      return Extent(
        minX: segment.minX, minY: segment.minY, maxX: segment.maxX + 1, maxY: segment.maxY + 1)
    }
    var level = 0..<extents.count
    while level.count > 1 {
      for start in stride(from: level.lowerBound, to: level.upperBound, by: Self.fanOut) {
        var extent = extents[start]
        for child in start + 1..<min(start + Self.fanOut, level.upperBound) {
          extent.include(extents[child])
        }
        extents.append(extent)
      }
      levels.append(level.upperBound)
      level = level.upperBound..<extents.count
    }
  }

  /// The segments strip by strip.
  private static func packed(_ segments: [GridSegment]) -> [Int32] {
    let byX = segments.indices.map { (key: segments[$0].minX, index: Int32($0)) }
      .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
    let boxes = max(1, (segments.count + fanOut - 1) / fanOut)
    let strips = max(1, Int(Double(boxes).squareRoot()))
    let size = fanOut * ((boxes + strips - 1) / strips)
    var order: [Int32] = []
    order.reserveCapacity(segments.count)
    for start in stride(from: 0, to: byX.count, by: size) {
      order += byX[start..<min(start + size, byX.count)]
        .map { (key: segments[Int($0.index)].minY, index: $0.index) }
        .sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map(\.index)
    }
    return order
  }

  /// Shows every pair of segments near each other once.
  ///
  /// - Complexity: O(*n* log *n* + *k*), for *n* segments that nowhere crowd together, of which *k*
  ///   pairs are near.
  package func forEachPair(_ visit: (Int, Int) -> Void) {
    guard levels.count > 1 else { return }
    join(level: levels.count - 1, extents.count - 1, extents.count - 1, visit)
  }

  /// Shows the pairs of which one is below a box and the other below another of the same level.
  private func join(level: Int, _ left: Int, _ right: Int, _ visit: (Int, Int) -> Void) {
    guard level > 0 else {
      visit(Int(order[left]), Int(order[right]))
      return
    }
    let lefts = children(of: left, level: level)
    let rights = children(of: right, level: level)
    for one in lefts where left == right || extents[one].meets(extents[right]) {
      for other in rights where left != right || one <= other {
        guard one != other || level > 1, extents[one].meets(extents[other]) else { continue }
        join(level: level - 1, one, other, visit)
      }
    }
  }

  private func children(of box: Int, level: Int) -> Range<Int> {
    let first = levels[level - 1] + (box - levels[level]) * Self.fanOut
    return first..<min(first + Self.fanOut, levels[level])
  }

  /// Shows every segment whose box a box in steps of the grid meets.
  ///
  /// - Complexity: O(log *n* + *k*), for *n* segments that nowhere crowd together, of which *k* are
  ///   shown.
  package func forEach(
    near low: GridPoint, _ high: GridPoint, _ visit: (Int) -> Void
  ) {
    guard !order.isEmpty else { return }
    let extent = Extent(
      minX: low.x, minY: low.y, maxX: high.x + 1, maxY: high.y + 1)
    search(level: levels.count - 1, extents.count - 1, extent, visit)
  }

  private func search(level: Int, _ box: Int, _ extent: Extent, _ visit: (Int) -> Void) {
    guard extents[box].meets(extent) else { return }
    guard level > 0 else {
      visit(Int(order[box]))
      return
    }
    for child in children(of: box, level: level) { search(level: level - 1, child, extent, visit) }
  }
}
