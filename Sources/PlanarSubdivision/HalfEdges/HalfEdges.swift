package import TypedIndices

/// The edges of a plane graph, each as two half-edges, in flat arrays.
///
/// Half-edge `2k` runs along edge *k* in one direction and `2k + 1` back. Each is told apart by what
/// lies on its left.
package struct HalfEdges: Sendable {
  /// The vertex that each half-edge leaves.
  package let origins: IndexedArray<HalfEdge, Int32>

  /// For each half-edge the next one leaving the same vertex, counter-clockwise.
  package let around: IndexedArray<HalfEdge, HalfEdge>

  /// What the arrays of faces and of cells have for the world outside. It does not leave this module:
  /// `Subdivision.face(leftOf:)` and `Topology.cell(leftOf:)` give nil for it.
  static let outside: Int32 = -1

  /// Links the half-edges that leave the same vertex.
  ///
  /// - Parameters:
  ///   - origins: the vertex that each half-edge leaves.
  ///   - vertexCount: how many vertices there are.
  ///   - turnsLeft: whether from the first of two half-edges that leave the same vertex to the second
  ///     it is less than half a turn counter-clockwise, and the second question for each: whether
  ///     it points to the upper half of the plane.
  /// - Complexity: O(*n*), for *n* half-edges, of which few meet in any one vertex.
  package init(
    origins: IndexedArray<HalfEdge, Int32>, vertexCount: Int, isUpper: (HalfEdge) -> Bool,
    turnsLeft: (HalfEdge, HalfEdge) -> Bool
  ) {
    self.origins = origins
    // Counting sort: the half-edges by origin.
    var ends = [Int32](repeating: 0, count: vertexCount + 1)
    for origin in origins { ends[Int(origin) + 1] += 1 }
    for vertex in 0..<vertexCount { ends[vertex + 1] += ends[vertex] }
    var next = ends
    var stars = [HalfEdge](repeating: HalfEdge(0), count: origins.count)
    for half in origins.indices {
      let vertex = Int(origins[half])
      stars[Int(next[vertex])] = half
      next[vertex] += 1
    }
    var around = IndexedArray<HalfEdge, HalfEdge>(
      repeating: HalfEdge(0), count: origins.count)
    for vertex in 0..<vertexCount {
      let star = Int(ends[vertex])..<Int(ends[vertex + 1])
      guard !star.isEmpty else { continue }
      // Insertion sort: a star has a handful of half-edges.
      for slot in star.dropFirst() {
        let half = stars[slot]
        var place = slot
        while place > star.lowerBound, Self.precedes(half, stars[place - 1], isUpper, turnsLeft) {
          stars[place] = stars[place - 1]
          place -= 1
        }
        stars[place] = half
      }
      for slot in star {
        around[stars[slot]] = stars[slot + 1 == star.upperBound ? star.lowerBound : slot + 1]
      }
    }
    self.around = around
  }

  /// Whether one half-edge comes before another in counter-clockwise order from east.
  private static func precedes(
    _ one: HalfEdge, _ other: HalfEdge, _ isUpper: (HalfEdge) -> Bool,
    _ turnsLeft: (HalfEdge, HalfEdge) -> Bool
  ) -> Bool {
    let (first, second) = (isUpper(one), isUpper(other))
    return first == second ? turnsLeft(one, other) : first
  }
}

extension HalfEdges {
  /// How many edges there are.
  @inlinable
  package var edgeCount: Int { origins.count / 2 }

  /// One half-edge of each edge, in the direction in which it is stored.
  package var forward: some Sequence<HalfEdge> {
    (0..<edgeCount).lazy.map { HalfEdge(along: $0) }
  }

  /// The vertex that a half-edge arrives at.
  @inlinable
  package func target(_ half: HalfEdge) -> Int32 { origins[half.twin] }

  /// The half-edges of the ring that begins with a half-edge and has its label on the left all along.
  ///
  /// A ring that arrives at a vertex goes on along the ground that has another label, on its right, so
  /// that rings which meet in a vertex touch there and do not cross.
  ///
  /// - Parameters:
  ///   - start: a half-edge whose label is not that of its twin.
  ///   - labels: what lies on the left of each half-edge.
  /// - Complexity: O(*n*), for *n* half-edges that leave the ring's vertices.
  @inlinable
  package func ring<Label: Equatable>(
    from start: HalfEdge, _ labels: (HalfEdge) -> Label
  ) -> [HalfEdge] {
    let label = labels(start)
    var ring: [HalfEdge] = []
    var half = start
    repeat {
      ring.append(half)
      half = successor(of: half, label, labels)
    } while half != start
    return ring
  }

  /// The half-edge that follows another on the ring around ground with a label.
  @inlinable
  package func successor<Label: Equatable>(
    of half: HalfEdge, _ label: Label, _ labels: (HalfEdge) -> Label
  ) -> HalfEdge {
    var next = around[half.twin]
    while labels(next) != label || labels(next.twin) == label { next = around[next] }
    return next
  }
}

/// The rows of one table by the row of another that each belongs to, in flat arrays.
package struct Grouped<Group: ArrayIndex, Member: ArrayIndex>: Sendable {
  @usableFromInline let members: [Member]
  @usableFromInline let starts: [Int32]

  /// Groups the rows of a table.
  ///
  /// - Parameters:
  ///   - all: the rows.
  ///   - count: how many groups there are.
  ///   - group: the group of a row; nil for one in no group. It is asked twice for each.
  /// - Complexity: O(*n*), for *n* rows and groups.
  @inlinable
  package init(_ all: Range<Member>, count: Int, by group: (Member) -> Group?) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for member in all {
      if let group = group(member) { starts[group.offset + 1] += 1 }
    }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var members = [Member](repeating: Member(0), count: Int(starts[count]))
    for member in all {
      guard let group = group(member) else { continue }
      members[Int(next[group.offset])] = member
      next[group.offset] += 1
    }
    self.starts = starts
    self.members = members
  }

  /// The members of a group, in ascending order.
  @inlinable
  package subscript(group: Group) -> ArraySlice<Member> {
    members[Int(starts[group.offset])..<Int(starts[group.offset + 1])]
  }
}
