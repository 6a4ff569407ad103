internal import Geometry
package import PlanarSubdivision
internal import TypedIndices

extension Topology {
  /// Links the edges between the cells of an assignment. Long ones are divided, so that they lie the
  /// same in degrees as in the plane.
  package convenience init(_ assignment: CellAssignment, in plane: Plane) throws(MapError) {
    let subdivision = assignment.subdivision
    var points = subdivision.points.map(\.position)
    var lines: [Line] = []
    for half in subdivision.edges.forward {
      let (left, right) = (assignment.cell(leftOf: half), assignment.cell(leftOf: half.twin))
      guard left != right else { continue }
      let (start, end) = (subdivision.edges.origins[half], subdivision.edges.target(half))
      var last = start
      let (from, to) = (points[Int(start)], points[Int(end)])
      if from.distance(to: to) > Plane.longestStep {
        for step in [from, to].densified(limit: Plane.longestStep).dropFirst().dropLast() {
          points.append(step)
          let next = Int32(points.count - 1)
          lines.append(Line(start: last, end: next, left: left, right: right))
          last = next
        }
      }
      lines.append(Line(start: last, end: end, left: left, right: right))
    }
    let used = Self.withoutUnused(points, &lines)
    try self.init(lines, used, cellCount: assignment.cells.count) {
      points throws(MapError) in try plane.publish(points)
    }
  }

  /// Leaves out the vertices that no line has.
  private static func withoutUnused(
    _ points: [PlanarPosition], _ lines: inout [Line]
  ) -> [PlanarPosition] {
    var numbers = [Int32?](repeating: nil, count: points.count)
    var used: [PlanarPosition] = []
    func number(_ point: Int32) -> Int32 {
      if let number = numbers[Int(point)] { return number }
      let number = Int32(used.count)
      numbers[Int(point)] = number
      used.append(points[Int(point)])
      return number
    }
    for index in lines.indices {
      lines[index].start = number(lines[index].start)
      lines[index].end = number(lines[index].end)
    }
    return used
  }
}

extension CellAssignment {
  /// The cell on the left of a half-edge of the subdivision; nil outside.
  fileprivate func cell(leftOf half: HalfEdge) -> CellID? {
    subdivision.face(leftOf: half).flatMap { cellOfFace[$0] }
  }
}
