internal import CGEOS
public import Geometry

/// Finds the nearest of many positions in the plane. Uses GEOS' STR tree.
///
/// Not for use from several threads at once.
public struct PointIndex: ~Copyable {
  private let positions: [PlanarPosition]
  // Properties die in the order of their declaration: the tree before the points it refers to,
  // all before the context.
  private let tree: Tree
  private let items: Items
  private let geos: GEOSContext

  /// Builds the index.
  ///
  /// - Throws: `GEOSError` with GEOS' message.
  /// - Complexity: O(*n* log *n*), for *n* positions.
  public init(_ positions: [PlanarPosition]) throws(GEOSError) {
    self.positions = positions
    let geos = GEOSContext()
    let items = Items(positions)
    guard let pointer = GEOSSTRtree_create_r(geos.handle, 10) else {
      throw geos.failure("making of an index")
    }
    let tree = Tree(pointer: pointer, handle: geos.handle)
    for index in positions.indices {
      let point = try geos.encode(positions[index])
      // The tree copies the box of the point and keeps only the item.
      GEOSSTRtree_insert_r(geos.handle, tree.pointer, point.pointer, items.base + index)
    }
    self.tree = tree
    self.items = items
    self.geos = geos
  }

  /// Returns the index of the position nearest to `position` and its distance in metres, or nil if
  /// there are no positions. Calls `GEOSSTRtree_nearest_generic_r`.
  ///
  /// - Throws: `GEOSError` with GEOS' message.
  /// - Complexity: O(log *n*), for *n* positions.
  public func nearest(
    to position: PlanarPosition
  ) throws(GEOSError) -> (index: Int, distanceInMeters: Double)? {
    guard !positions.isEmpty else { return nil }
    let point = try geos.encode(position)
    var query = position
    let found = withUnsafePointer(to: &query) { query in
      GEOSSTRtree_nearest_generic_r(
        geos.handle, tree.pointer, query, point.pointer,
        { first, second, distance, _ in
          guard let first, let second, let distance else { return 0 }
          distance.pointee =
            first.assumingMemoryBound(to: PlanarPosition.self).pointee
            .distance(to: second.assumingMemoryBound(to: PlanarPosition.self).pointee)
          return 1
        }, nil)
    }
    guard let found else { throw geos.failure("search for the nearest of \(positions.count)") }
    let nearest = found.assumingMemoryBound(to: PlanarPosition.self)
    let index = nearest - UnsafePointer(items.base)
    return (index, positions[index].distance(to: position))
  }
}

private struct Tree: ~Copyable {
  let pointer: OpaquePointer
  let handle: OpaquePointer

  deinit { GEOSSTRtree_destroy_r(handle, pointer) }
}

/// The positions at an address that does not change, since the tree refers to them by address.
private struct Items: ~Copyable {
  let base: UnsafeMutablePointer<PlanarPosition>

  init(_ positions: [PlanarPosition]) {
    base = .allocate(capacity: max(positions.count, 1))
    base.initialize(from: positions, count: positions.count)
  }

  // A position is a pair of numbers, so there is nothing to deinitialize.
  deinit { base.deallocate() }
}
