internal import CGEOS
public import GEOS
public import Geometry

/// Finds the nearest of many positions in the plane. Uses GEOS' STR tree.
///
/// Not for use from several threads at once.
public final class PointIndex {
  private let count: Int
  private let tree: OpaquePointer
  // The positions at an address that does not change: the tree refers to them by address.
  private let items: UnsafeMutablePointer<PlanarPosition>
  private let geos: GEOSContext

  /// Builds the index.
  ///
  /// - Throws: `GEOSError` with GEOS' message.
  /// - Complexity: O(*n* log *n*), for *n* positions.
  public init(_ positions: [PlanarPosition]) throws(GEOSError) {
    let geos = GEOSContext()
    guard let tree = GEOSSTRtree_create_r(geos.handle, 10) else {
      throw geos.failure("making of an index")
    }
    count = positions.count
    items = .allocate(capacity: positions.count)
    items.initialize(from: positions, count: positions.count)
    self.tree = tree
    self.geos = geos
    for index in 0..<count {
      // The tree copies the box of the point and keeps only the item.
      let point = try self.geos.encode(items[index])
      GEOSSTRtree_insert_r(self.geos.handle, tree, point.pointer, items + index)
    }
  }

  deinit {
    GEOSSTRtree_destroy_r(geos.handle, tree)
    items.deinitialize(count: count)
    items.deallocate()
  }

  /// Returns the index of the position nearest to `position` and its distance in metres, or nil if
  /// there are no positions. Calls `GEOSSTRtree_nearest_generic_r`.
  ///
  /// - Throws: `GEOSError` with GEOS' message.
  /// - Complexity: O(log *n*), for *n* positions.
  public func nearest(
    to position: PlanarPosition
  ) throws(GEOSError) -> (index: Int, distanceInMeters: Double)? {
    guard count > 0 else { return nil }
    let point = try geos.encode(position)
    let found = withUnsafePointer(to: position) { query in
      GEOSSTRtree_nearest_generic_r(
        geos.handle, tree, query, point.pointer,
        { first, second, distance, _ in
          guard let first, let second, let distance else { return 0 }
          distance.pointee =
            first.assumingMemoryBound(to: PlanarPosition.self).pointee
            .distance(to: second.assumingMemoryBound(to: PlanarPosition.self).pointee)
          return 1
        }, nil)
    }
    guard let found else { throw geos.failure("search for the nearest of \(count)") }
    let index = found.assumingMemoryBound(to: PlanarPosition.self) - UnsafePointer(items)
    return (index, items[index].distance(to: position))
  }
}
