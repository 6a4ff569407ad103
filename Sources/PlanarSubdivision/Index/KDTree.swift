package import Geometry

/// Finds the nearest of many positions in the plane: a balanced k-d tree in flat arrays.
///
/// After J. L. Bentley, "Multidimensional binary search trees used for associative searching",
/// Communications of the ACM 18 (1975), 509–517. Of two that are equally near, the one with the smaller index
/// is the nearest, so that the answer does not depend on the tree.
package struct KDTree: Sendable {
  /// A position that was found: its index, and the square of its distance in square metres.
  package struct Found: Sendable {
    package let index: Int32
    package let squaredDistance: Double

    fileprivate func isBefore(_ other: Found) -> Bool {
      squaredDistance != other.squaredDistance
        ? squaredDistance < other.squaredDistance : index < other.index
    }
  }

  private var positions: [PlanarPosition]
  private var indices: [Int32]
  /// The box around each divided part, at the place of its middle position.
  private var boxes: [Extent]

  /// How many positions a part is not divided any further.
  private static let leaf = 8

  /// Builds the tree.
  ///
  /// - Complexity: O(*n* log *n*) on average, for *n* positions.
  package init(_ positions: [PlanarPosition]) {
    self.positions = positions
    indices = positions.indices.map { Int32($0) }
    boxes = [Extent](
      repeating: Extent(), count: positions.count > Self.leaf ? positions.count : 0)
    _ = divide(0..<positions.count, byX: true)
  }

  /// Puts the middle position of a part into its place, and so on in both halves.
  ///
  /// - Returns: the box around the part.
  private mutating func divide(_ range: Range<Int>, byX: Bool) -> Extent {
    guard range.count > Self.leaf else {
      var box = Extent()
      for slot in range { box.include(positions[slot]) }
      return box
    }
    let middle = (range.lowerBound + range.upperBound) / 2
    select(middle, in: range, byX: byX)
    var box = divide(range.lowerBound..<middle, byX: !byX)
    box.include(divide(middle + 1..<range.upperBound, byX: !byX))
    box.include(positions[middle])
    boxes[middle] = box
    return box
  }

  /// A box, at first around nothing.
  private struct Extent {
    var minX = Double.infinity
    var minY = Double.infinity
    var maxX = -Double.infinity
    var maxY = -Double.infinity

    mutating func include(_ position: PlanarPosition) {
      minX = min(minX, position.x)
      minY = min(minY, position.y)
      maxX = max(maxX, position.x)
      maxY = max(maxY, position.y)
    }

    mutating func include(_ other: Extent) {
      minX = min(minX, other.minX)
      minY = min(minY, other.minY)
      maxX = max(maxX, other.maxX)
      maxY = max(maxY, other.maxY)
    }

    /// The square of the distance of a position from the box; 0 inside.
    func squaredDistance(to position: PlanarPosition) -> Double {
      let dx = max(minX - position.x, position.x - maxX, 0)
      let dy = max(minY - position.y, position.y - maxY, 0)
      return dx * dx + dy * dy
    }
  }

  /// Hoare's selection: afterwards nothing before `middle` is greater than what stands there, and
  /// nothing after it is smaller.
  private mutating func select(_ middle: Int, in range: Range<Int>, byX: Bool) {
    var low = range.lowerBound
    var high = range.upperBound - 1
    while low < high {
      let pivot = key((low + high) / 2, byX: byX)
      var left = low
      var right = high
      while left <= right {
        while key(left, byX: byX) < pivot { left += 1 }
        while pivot < key(right, byX: byX) { right -= 1 }
        guard left <= right else { break }
        positions.swapAt(left, right)
        indices.swapAt(left, right)
        left += 1
        right -= 1
      }
      if right < middle { low = left }
      if middle < left { high = right }
    }
  }

  private func key(_ slot: Int, byX: Bool) -> Double {
    byX ? positions[slot].x : positions[slot].y
  }

  /// Whether there are no positions.
  package var isEmpty: Bool { positions.isEmpty }

  /// The nearest position, or nil if there is none.
  ///
  /// - Complexity: O(log *n*) on average, for *n* positions.
  package func nearest(to position: PlanarPosition) -> Found? {
    var looks = 0
    return nearest(to: position, &looks)
  }

  /// The same, adding up how many positions are looked at for it.
  package func nearest(to position: PlanarPosition, _ looks: inout Int) -> Found? {
    guard !positions.isEmpty else { return nil }
    var best = Found(index: .max, squaredDistance: .infinity)
    var count = 0
    search(0..<positions.count, byX: true, position) { found, _ in
      count += 1
      if found.isBefore(best) { best = found }
      return best.squaredDistance
    }
    looks += count
    return best
  }

  /// The `count` nearest positions, the nearest first; all of them if there are fewer.
  ///
  /// - Complexity: O(log *n* + *k*²) on average, for *n* positions of which *k* are wanted.
  package func nearest(_ count: Int, to position: PlanarPosition) -> [Found] {
    var best: [Found] = []
    guard count > 0 else { return best }
    best.reserveCapacity(count + 1)
    search(0..<positions.count, byX: true, position) { found, limit in
      if best.count == count, !found.isBefore(best[count - 1]) { return limit }
      var place = best.count
      while place > 0, found.isBefore(best[place - 1]) { place -= 1 }
      best.insert(found, at: place)
      if best.count > count { best.removeLast() }
      return best.count == count ? best[count - 1].squaredDistance : .infinity
    }
    return best
  }

  /// Shows every position that may be nearer than a limit, which the visitor lowers as it finds.
  private func search(
    _ range: Range<Int>, byX: Bool, _ target: PlanarPosition,
    _ visit: (_ found: Found, _ limit: Double) -> Double
  ) {
    var limit = Double.infinity
    search(range, byX: byX, target, &limit, visit)
  }

  private func search(
    _ range: Range<Int>, byX: Bool, _ target: PlanarPosition, _ limit: inout Double,
    _ visit: (_ found: Found, _ limit: Double) -> Double
  ) {
    guard range.count > Self.leaf else {
      for slot in range { limit = visit(found(at: slot, from: target), limit) }
      return
    }
    let middle = (range.lowerBound + range.upperBound) / 2
    let gap =
      byX ? target.x - positions[middle].x : target.y - positions[middle].y
    let (near, far) =
      gap < 0
      ? (range.lowerBound..<middle, middle + 1..<range.upperBound)
      : (middle + 1..<range.upperBound, range.lowerBound..<middle)
    search(near, byX: !byX, target, &limit, visit)
    limit = visit(found(at: middle, from: target), limit)
    guard gap * gap <= limit else { return }
    // Of positions in a line, seen from far beside it, only the box tells that they are farther away.
    if far.count > Self.leaf {
      let box = boxes[(far.lowerBound + far.upperBound) / 2]
      guard box.squaredDistance(to: target) <= limit else { return }
    }
    search(far, byX: !byX, target, &limit, visit)
  }

  private func found(at slot: Int, from target: PlanarPosition) -> Found {
    let dx = positions[slot].x - target.x
    let dy = positions[slot].y - target.y
    return Found(index: indices[slot], squaredDistance: dx * dx + dy * dy)
  }
}
