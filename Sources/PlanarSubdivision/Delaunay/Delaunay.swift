package import Geometry

/// The Delaunay triangulation of some sites, from which their Voronoi cells are made.
///
/// Sites are put one by one into the triangles they fall in, and edges are flipped until no circle
/// around a triangle holds a site (C. L. Lawson, "Software for C¹ surface interpolation", 1977).
/// They come in rounds, in each in the order of a Hilbert curve, so that the next triangle is near the
/// last and no order in the sites makes many flips (see `Lattice.insertionOrder`). All is
/// done on whole numbers, steps of a few millimetres, and every question of side or circle is
/// answered exactly, so there is no input on which the triangles are wrong: sites in a line or on a
/// circle, and any number of them, are cases like others.
///
/// Four corners of a frame far outside make every site an inner one. No position within the bounds
/// is nearer to a corner than to a site, so they leave no trace there.
package struct Delaunay {
  /// The sites, in steps from the middle of the bounds; after them the four corners of the frame.
  package private(set) var points: [LatticePoint]

  /// The sites at the corners of the triangles, three for each, counter-clockwise. Half-edge *e* runs
  /// from corner *e* to the next corner of its triangle.
  package private(set) var corners: [Int32] = []

  /// The half-edge on the other side of each half-edge; -1 at the frame.
  package private(set) var twins: [Int32] = []

  /// The sites that fall on a spot that another site has.
  package private(set) var duplicates: [Int] = []

  private let lattice: Lattice
  private let siteCount: Int
  /// How many edges were flipped and triangles walked through: the work that was done.
  package private(set) var stepCount = 0
  private var pending: [Int32] = []

  /// Triangulates sites.
  ///
  /// - Parameters:
  ///   - sites: positions in the plane, in metres.
  ///   - bounds: the box in which the cells are wanted; all sites lie in it.
  /// - Complexity: O(*n* log *n*), for *n* sites, as expected over the rounds.
  package init(_ sites: [PlanarPosition], in bounds: Box<PlanarPosition>) {
    lattice = Lattice(bounds)
    siteCount = sites.count
    points = sites.map(lattice.point) + lattice.frame
    let first = Int32(sites.count)
    corners.reserveCapacity(6 * (sites.count + 2))
    twins.reserveCapacity(6 * (sites.count + 2))
    corners = [first, first + 1, first + 2, first, first + 2, first + 3]
    twins = [-1, -1, 3, 2, -1, -1]
    var triangle: Int32 = 0
    for site in lattice.insertionOrder(points[..<sites.count]) {
      triangle = insert(Int32(site), startingAt: triangle)
    }
  }

  /// Whether a corner of a triangle is a site and none of the frame.
  package func isSite(_ point: Int32) -> Bool { point < siteCount }

  /// The half-edge that follows in the same triangle.
  package static func next(_ half: Int32) -> Int32 { half % 3 == 2 ? half - 2 : half + 1 }

  /// The half-edge that precedes in the same triangle.
  package static func previous(_ half: Int32) -> Int32 { half % 3 == 0 ? half + 2 : half - 1 }

  /// The middle of the circle through the corners of a triangle, in the plane, in metres: a corner of
  /// the Voronoi cells. The numbers are exact up to the last rounding and division.
  package func circumcenter(ofTriangle triangle: Int) -> PlanarPosition {
    let origin = points[Int(corners[3 * triangle])]
    let second = points[Int(corners[3 * triangle + 1])] - origin
    let third = points[Int(corners[3 * triangle + 2])] - origin
    let doubled = 2 * (second.x * third.y - second.y * third.x)
    let (secondSquare, thirdSquare) = (Int128(second.square), Int128(third.square))
    let x = Int128(third.y) * secondSquare - Int128(second.y) * thirdSquare
    let y = Int128(second.x) * thirdSquare - Int128(third.x) * secondSquare
    return lattice.position(
      x: Double(origin.x) + x.inDouble / Double(doubled),
      y: Double(origin.y) + y.inDouble / Double(doubled))
  }
}

extension Int128 {
  /// The number nearly as a Double: the general conversion is exact and many times slower.
  fileprivate var inDouble: Double {
    Double(Int64(truncatingIfNeeded: self >> 64)) * 0x1p64
      + Double(UInt64(truncatingIfNeeded: self))
  }
}

/// Inserting a site.
extension Delaunay {
  /// Inserts a site and returns a triangle at it.
  private mutating func insert(_ site: Int32, startingAt start: Int32) -> Int32 {
    let triangle = find(points[Int(site)], from: start)
    for half in 3 * triangle..<3 * triangle + 3 {
      let here = points[Int(corners[Int(half)])]
      if here == points[Int(site)] {
        duplicates.append(Int(site))
        return triangle
      }
    }
    let edges = 3 * triangle..<3 * triangle + 3
    if let edge = edges.first(where: { turn(along: $0, to: points[Int(site)]) == 0 }) {
      split(edge: edge, at: site)
    } else {
      split(triangle: triangle, at: site)
    }
    flip()
    return triangle
  }

  /// Twice the signed area of the triangle of a half-edge and a point.
  private func turn(along half: Int32, to point: LatticePoint) -> Int64 {
    let start = points[Int(corners[Int(half)])]
    let end = points[Int(corners[Int(Self.next(half))])]
    return (end - start).cross(point - start)
  }

  /// The triangle that a point lies in or on the edge of, by walking towards it.
  private mutating func find(_ point: LatticePoint, from start: Int32) -> Int32 {
    var triangle = start
    var entry: Int32 = -1
    walk: while true {
      for half in 3 * triangle..<3 * triangle + 3
      where half != entry && turn(along: half, to: point) < 0 {
        stepCount += 1
        entry = twins[Int(half)]
        triangle = entry / 3
        continue walk
      }
      return triangle
    }
  }

  /// Makes three triangles of one.
  private mutating func split(triangle: Int32, at site: Int32) {
    let half = 3 * triangle
    let (a, b, c) = (corners[Int(half)], corners[Int(half + 1)], corners[Int(half + 2)])
    let outer = (twins[Int(half)], twins[Int(half + 1)], twins[Int(half + 2)])
    let second = addTriangle(b, c, site)
    let third = addTriangle(c, a, site)
    corners[Int(half + 2)] = site
    link(half, outer.0)
    link(second, outer.1)
    link(third, outer.2)
    link(half + 1, second + 2)
    link(second + 1, third + 2)
    link(third + 1, half + 2)
    pending.append(half)
    pending.append(second)
    pending.append(third)
  }

  /// Makes four triangles of the two at an edge. The frame is too far away for its edges to be split.
  private mutating func split(edge half: Int32, at site: Int32) {
    let twin = twins[Int(half)]
    let (a, b) = (corners[Int(half)], corners[Int(twin)])
    let (left, right) = (
      corners[Int(Self.previous(half))], corners[Int(Self.previous(twin))]
    )
    let outer = around(half, twin)
    let first = 3 * (half / 3)
    let second = 3 * (twin / 3)
    set(first, left, a, site)
    set(second, right, b, site)
    let third = addTriangle(b, left, site)
    let fourth = addTriangle(a, right, site)
    link(third, outer.0)
    link(first, outer.1)
    link(fourth, outer.2)
    link(second, outer.3)
    link(first + 1, fourth + 2)
    link(fourth + 1, second + 2)
    link(second + 1, third + 2)
    link(third + 1, first + 2)
    pending.append(first)
    pending.append(second)
    pending.append(third)
    pending.append(fourth)
  }

  /// The half-edges across the four other edges of the triangles at an edge.
  private func around(_ half: Int32, _ twin: Int32) -> (Int32, Int32, Int32, Int32) {
    (
      twins[Int(Self.next(half))], twins[Int(Self.previous(half))],
      twins[Int(Self.next(twin))], twins[Int(Self.previous(twin))]
    )
  }

  private mutating func addTriangle(_ a: Int32, _ b: Int32, _ c: Int32) -> Int32 {
    let half = Int32(corners.count)
    corners.append(a)
    corners.append(b)
    corners.append(c)
    twins.append(-1)
    twins.append(-1)
    twins.append(-1)
    return half
  }

  private mutating func set(_ half: Int32, _ a: Int32, _ b: Int32, _ c: Int32) {
    corners[Int(half)] = a
    corners[Int(half + 1)] = b
    corners[Int(half + 2)] = c
  }

  private mutating func link(_ half: Int32, _ twin: Int32) {
    twins[Int(half)] = twin
    if twin >= 0 { twins[Int(twin)] = half }
  }

  /// Flips edges until the pending ones, which lie opposite the new site, are Delaunay.
  private mutating func flip() {
    while let half = pending.popLast() {
      let twin = twins[Int(half)]
      guard twin >= 0 else { continue }
      let site = corners[Int(Self.previous(half))]
      let far = corners[Int(Self.previous(twin))]
      let (a, b) = (corners[Int(half)], corners[Int(twin)])
      guard
        isInCircle(
          points[Int(far)], points[Int(a)], points[Int(b)], points[Int(site)])
      else { continue }
      stepCount += 1
      // The edge from a to b becomes the one from far to the site.
      let outer = around(half, twin)
      let first = 3 * (half / 3)
      let second = 3 * (twin / 3)
      set(first, a, far, site)
      set(second, far, b, site)
      link(first, outer.2)
      link(second, outer.3)
      link(second + 1, outer.0)
      link(first + 2, outer.1)
      link(first + 1, second + 2)
      pending.append(first)
      pending.append(second)
    }
  }

  /// Whether a point lies inside the circle through the corners of a counter-clockwise triangle.
  private func isInCircle(
    _ point: LatticePoint, _ a: LatticePoint, _ b: LatticePoint, _ c: LatticePoint
  ) -> Bool {
    let (a, b, c) = (a - point, b - point, c - point)
    let terms = (b.cross(c), c.cross(a), a.cross(b))
    let (first, second, third) = (
      Double(a.square) * Double(terms.0), Double(b.square) * Double(terms.1),
      Double(c.square) * Double(terms.2)
    )
    let sum = first + second + third
    // Each term is off by less than 2⁻⁵¹ of its size, so a larger sum has the right sign.
    if abs(sum) > 0x1p-50 * (abs(first) + abs(second) + abs(third)) { return sum > 0 }
    let exact =
      Int128(a.square) * Int128(terms.0) + Int128(b.square) * Int128(terms.1)
      + Int128(c.square) * Int128(terms.2)
    return exact > 0
  }
}
