package import Geometry

/// The lines of the Voronoi diagram of some sites as far as a box reaches.
///
/// The lines divide the plane so that each part holds one site and the ground nearer to it than to
/// any other: they cross the sides of the Delaunay triangles at right angles, from the middle of one
/// circle to the middle of the next.
///
/// - Parameters:
///   - sites: positions in the plane, in metres.
///   - box: how far the lines are wanted; all sites lie in it.
/// - Returns: the lines, brought onto the grid; none for fewer than two sites.
/// - Complexity: that of `Delaunay`.
package func voronoiLines(
  of sites: [PlanarPosition], in box: Box<PlanarPosition>
) -> [GridSegment] {
  guard sites.count > 1 else { return [] }
  let triangles = Delaunay(sites, in: box)
  let centers = (0..<triangles.corners.count / 3).map(triangles.circumcenter)
  var lines: [GridSegment] = []
  lines.reserveCapacity(3 * sites.count)
  for half in triangles.twins.indices {
    let twin = Int(triangles.twins[half])
    guard half < twin, triangles.isSite(triangles.corners[half]),
      triangles.isSite(triangles.corners[twin])
    else { continue }
    guard let part = Segment(centers[half / 3], centers[twin / 3]).clipped(to: box) else {
      continue
    }
    let line = GridSegment(start: GridPoint(part.start), end: GridPoint(part.end), isWall: false)
    if line.start != line.end { lines.append(line) }
  }
  return lines
}

extension Segment where C == PlanarPosition {
  /// The part of the segment in a box, or nil if it misses it. After Y.-D. Liang and B. A. Barsky,
  /// "A new concept and method for line clipping", ACM Transactions on Graphics 3 (1984).
  package func clipped(to box: Box<PlanarPosition>) -> Segment? {
    if box.contains(start), box.contains(end) { return self }
    let dx = end.x - start.x
    let dy = end.y - start.y
    var first = 0.0
    var last = 1.0
    let limits = [
      (-dx, start.x - box.minimum.x), (dx, box.maximum.x - start.x),
      (-dy, start.y - box.minimum.y), (dy, box.maximum.y - start.y),
    ]
    for (direction, room) in limits {
      if direction == 0 {
        if room < 0 { return nil }
      } else if direction < 0 {
        first = max(first, room / direction)
      } else {
        last = min(last, room / direction)
      }
    }
    guard first < last else { return nil }
    func position(at share: Double) -> PlanarPosition {
      PlanarPosition(x: start.x + share * dx, y: start.y + share * dy)
    }
    return Segment(first > 0 ? position(at: first) : start, last < 1 ? position(at: last) : end)
  }
}
