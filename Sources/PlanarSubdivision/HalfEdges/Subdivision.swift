internal import Algorithms
package import Geometry
package import TypedIndices

/// The number of an area of a subdivision.
package typealias FaceID = TypedIndex<Face>

/// What a `FaceID` stands for.
package enum Face {}

/// The areas that noded segments enclose.
///
/// Segments that enclose nothing, because they end blindly or lead from one ring to another, are left
/// out.
package struct Subdivision {
  /// The vertices, in order.
  package let points: [GridPoint]

  /// The edges; half-edge `2k` runs from the smaller end of edge *k* to the larger.
  package let edges: HalfEdges

  /// Whether each edge is a piece of the outline or of a barrier.
  package let isWall: [Bool]

  /// The number of the area on the left of each half-edge; `HalfEdges.outside` for the one around
  /// everything.
  private let leftFaces: IndexedArray<HalfEdge, Int32>

  /// How many areas there are.
  package let faceCount: Int

  /// Finds the areas.
  ///
  /// - Complexity: O(*n* log *n* + *h* (log *n* + *k*)), for *n* segments and *h* rings that lie loose in
  ///   others, from each of which a ray to the east meets *k* segments.
  ///
  /// - Parameter segments: segments that meet nowhere but at their ends, as `SnapRoundingNoder` has them.
  package init(_ segments: [GridSegment]) {
    var segments = segments
    while true {
      let graph = Graph(segments)
      let cycles = Cycles(graph.edges, graph.points)
      let useful = segments.indices.filter {
        cycles.of[HalfEdge(along: $0)] != cycles.of[HalfEdge(along: $0).twin]
      }
      if useful.count == segments.count {
        points = graph.points
        edges = graph.edges
        isWall = segments.map(\.isWall)
        let (leftFaces, faceCount) = cycles.faces(graph.edges, graph.points)
        self.leftFaces = leftFaces
        self.faceCount = faceCount
        halves = Grouped(leftFaces.indices, count: faceCount) { Self.face(leftFaces[$0]) }
        return
      }
      segments = useful.map { segments[$0] }
    }
  }

  /// The segments that are left: each has another area on either side.
  package var segments: [GridSegment] {
    edges.forward.map {
      GridSegment(
        start: points[Int(edges.origins[$0])], end: points[Int(edges.target($0))],
        isWall: isWall[$0.edge])
    }
  }

  /// The half-edges with each area on their left: where each area's begin, and all of them.
  private let halves: Grouped<FaceID, HalfEdge>

  /// All areas, in order.
  package var faces: Range<FaceID> { FaceID(0)..<FaceID(faceCount) }

  private static func face(_ number: Int32) -> FaceID? {
    number < 0 ? nil : FaceID(rawValue: number)
  }

  /// The area on the left of a half-edge; nil for the one around everything.
  package func face(leftOf half: HalfEdge) -> FaceID? { Self.face(leftFaces[half]) }

  /// The areas left and right of a half-edge; nil if one of the two is the one around everything.
  package func faces(beside half: HalfEdge) -> (left: FaceID, right: FaceID)? {
    guard let left = face(leftOf: half), let right = face(leftOf: half.twin) else { return nil }
    return (left, right)
  }

  /// An area's outline in the plane: rings that touch in a vertex are apart.
  ///
  /// - Complexity: O(*n*), for *n* edges of the area.
  package func polygon(ofFace face: FaceID) -> Polygon<PlanarPosition> {
    var shell: LinearRing<PlanarPosition>?
    var holes: [LinearRing<PlanarPosition>] = []
    var waiting = Set(halves[face])
    for half in halves[face] where waiting.contains(half) {
      let chain = edges.ring(from: half) { leftFaces[$0] }
      waiting.subtract(chain)
      let ring = LinearRing(
        (chain + [half]).map { points[Int(edges.origins[$0])].position })
      if ring.isCounterClockwise { shell = ring } else { holes.append(ring) }
    }
    guard let shell else { preconditionFailure("an area without an outer ring") }
    return Polygon(shell, interiors: holes).canonical
  }

  /// A position inside each area: of a convex one the mean of its corners.
  ///
  /// - Parameter positionInside: finds a position inside any other area.
  /// - Complexity: O(*n*), for *n* edges, and that of `positionInside`.
  package func middles<E: Error>(
    positionInside: (Polygon<PlanarPosition>) throws(E) -> PlanarPosition
  ) throws(E) -> IndexedArray<FaceID, PlanarPosition> {
    var middles: IndexedArray<FaceID, PlanarPosition> = []
    middles.reserveCapacity(faceCount)
    for face in faces {
      if let middle = convexMiddle(ofFace: face) {
        middles.append(middle)
      } else {
        middles.append(try positionInside(polygon(ofFace: face)))
      }
    }
    return middles
  }

  /// The mean of the corners of an area with one ring that turns left at every corner or goes straight
  /// on; nil for any other.
  private func convexMiddle(ofFace face: FaceID) -> PlanarPosition? {
    guard let start = halves[face].first else { return nil }
    var (x, y) = (0.0, 0.0)
    var count = 0
    var half = start
    repeat {
      let next = edges.successor(of: half, face.rawValue) { leftFaces[$0] }
      let point = points[Int(edges.origins[half])]
      guard point.turn(points[Int(edges.target(half))], points[Int(edges.target(next))]) >= 0 else {
        return nil
      }
      x += Double(point.x)
      y += Double(point.y)
      count += 1
      half = next
    } while half != start
    guard count == halves[face].count else { return nil }
    return PlanarPosition(
      x: x / Double(count) * GridPoint.step, y: y / Double(count) * GridPoint.step)
  }
}

/// Segments with their ends as numbers.
private struct Graph {
  let points: [GridPoint]
  let edges: HalfEdges

  init(_ segments: [GridSegment]) {
    var points: [GridPoint] = []
    for point in (segments.map(\.start) + segments.map(\.end)).sorted() where point != points.last {
      points.append(point)
    }
    var origins = IndexedArray<HalfEdge, Int32>()
    origins.reserveCapacity(2 * segments.count)
    for segment in segments {
      origins.append(Self.index(of: segment.start, in: points))
      origins.append(Self.index(of: segment.end, in: points))
    }
    self.points = points
    edges = HalfEdges(
      origins: origins, vertexCount: points.count,
      isUpper: { half in
        let (from, to) = (points[Int(origins[half])], points[Int(origins[half.twin])])
        return to.y > from.y || (to.y == from.y && to.x > from.x)
      },
      turnsLeft: { one, other in
        let origin = points[Int(origins[one])]
        return origin.turn(
          points[Int(origins[one.twin])], points[Int(origins[other.twin])]) > 0
      })
  }

  private static func index(of point: GridPoint, in points: [GridPoint]) -> Int32 {
    Int32(points.partitioningIndex { $0 >= point })
  }
}

/// The closed ways around areas, each with one area on its left all along.
private struct Cycles {
  /// The cycle of each half-edge.
  let of: IndexedArray<HalfEdge, Int32>
  private let starts: [HalfEdge]

  init(_ edges: HalfEdges, _ points: [GridPoint]) {
    // Before a half-edge in the star of its vertex, counter-clockwise, comes the one before it.
    var clockwise = edges.around
    for half in edges.around.indices { clockwise[edges.around[half]] = half }
    var of = IndexedArray<HalfEdge, Int32>(repeating: -1, count: edges.origins.count)
    var starts: [HalfEdge] = []
    for start in of.indices where of[start] < 0 {
      var half = start
      repeat {
        of[half] = Int32(starts.count)
        half = clockwise[half.twin]
      } while half != start
      starts.append(start)
    }
    self.of = of
    self.starts = starts
  }

  /// The area on the left of each half-edge. A counter-clockwise cycle encloses an area; a clockwise
  /// one lies in the smallest area around it, or in none.
  func faces(_ edges: HalfEdges, _ points: [GridPoint]) -> (
    faces: IndexedArray<HalfEdge, Int32>, count: Int
  ) {
    let loops = loops(edges, points)
    var faceOfCycle = [Int32](repeating: HalfEdges.outside, count: loops.count)
    var count: Int32 = 0
    for (cycle, loop) in loops.enumerated() where loop.doubledArea > 0 {
      faceOfCycle[cycle] = count
      count += 1
    }
    var rays: EastwardRays?
    for (cycle, loop) in loops.enumerated() where loop.doubledArea <= 0 {
      // The one around everything lies in no other.
      guard count > 0, loops.count - Int(count) > 1 else { break }
      let found = rays ?? EastwardRays(edges, points)
      rays = found
      let around = cycles(around: starts[cycle], edges, points, found).filter {
        loops[$0].doubledArea > 0 && loops[$0].encloses(loop)
      }
      let smallest = around.min { loops[$0].doubledArea < loops[$1].doubledArea }
      if let smallest { faceOfCycle[cycle] = faceOfCycle[smallest] }
    }
    return (IndexedArray(of.map { faceOfCycle[Int($0)] }), Int(count))
  }

  /// The area and the box of a cycle, in steps of the grid.
  private struct Loop {
    var doubledArea = 0.0
    var low: GridPoint
    var high: GridPoint

    func encloses(_ other: Loop) -> Bool {
      low.x <= other.low.x && low.y <= other.low.y && other.high.x <= high.x
        && other.high.y <= high.y && doubledArea > -other.doubledArea
    }
  }

  private func loops(_ edges: HalfEdges, _ points: [GridPoint]) -> [Loop] {
    var loops = starts.map { start in
      let point = points[Int(edges.origins[start])]
      return Loop(low: point, high: point)
    }
    for half in of.indices {
      let cycle = Int(of[half])
      let base = points[Int(edges.origins[starts[cycle]])]
      let from = points[Int(edges.origins[half])]
      let to = points[Int(edges.origins[half.twin])]
      loops[cycle].doubledArea += Double(base.turn(from, to))
      let (low, high) = (loops[cycle].low, loops[cycle].high)
      loops[cycle].low = GridPoint(x: min(low.x, from.x), y: min(low.y, from.y))
      loops[cycle].high = GridPoint(x: max(high.x, from.x), y: max(high.y, from.y))
    }
    return loops
  }

  /// The cycles inside which the origin of a half-edge lies, in order. A point at a vertex of a cycle belongs
  /// to a ring that touches it from outside, for one inside would be a part of the cycle.
  private func cycles(
    around half: HalfEdge, _ edges: HalfEdges, _ points: [GridPoint], _ rays: EastwardRays
  ) -> [Int] {
    let point = points[Int(edges.origins[half])]
    var isInside: [Int32: Bool] = [:]
    rays.forEachEdge(eastOf: point) { edge in
      let half = HalfEdge(along: edge)
      let from = points[Int(edges.origins[half])]
      let to = points[Int(edges.origins[half.twin])]
      guard (from.y > point.y) != (to.y > point.y), (from.turn(to, point) > 0) == (to.y > from.y)
      else { return }
      isInside[of[half], default: false].toggle()
      isInside[of[half.twin], default: false].toggle()
    }
    var touching = half
    repeat {
      isInside[of[touching]] = false
      touching = edges.around[touching]
    } while touching != half
    return isInside.filter(\.value).keys.map { Int($0) }.sorted()
  }
}

/// Finds the edges that a ray to the east may meet.
private struct EastwardRays {
  private let tree: STRTree
  private let easternmost: Int32

  init(_ edges: HalfEdges, _ points: [GridPoint]) {
    tree = STRTree(
      edges.forward.map {
        GridSegment(
          start: points[Int(edges.origins[$0])], end: points[Int(edges.target($0))], isWall: false)
      })
    easternmost = points.map(\.x).max() ?? 0
  }

  func forEachEdge(eastOf point: GridPoint, _ visit: (Int) -> Void) {
    tree.forEach(near: point, GridPoint(x: easternmost, y: point.y), visit)
  }
}
