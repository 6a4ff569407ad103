internal import Geometry
package import PlanarSubdivision
package import Theatre
package import TypedIndices

/// Which cells lie at an exit, and to which side it is open.
package struct ExitTable {
  /// How far an exit may be drawn beside the outline, in metres.
  private static let tolerance = 100.0

  /// The steps in which an exit is followed along the outline, in metres: a road is an exit too.
  private static let step = 200.0

  private let cellsOfSide: [String: Set<CellID>]

  /// The cells at each exit that the theatre names.
  package let cellsOfExit: IndexedArray<ExitID, Set<CellID>>

  /// The exits that touch no cell, in order.
  package let idle: [ExitID]

  /// Finds the cells at the exits. In a theatre that names none, the whole outline is an exit for
  /// everybody.
  package init(_ theatre: Theatre, _ topology: Topology, _ plane: Plane) throws(MapError) {
    let outline = topology.halfEdges.compactMap { half -> OutlineEdge? in
      guard let cell = topology.cell(leftOf: half), topology.cell(leftOf: half.twin) == nil else {
        return nil
      }
      let ends = [half, half.twin].map { topology.vertices[Int(topology.edges.origins[$0])] }
      return OutlineEdge(cell: cell, segment: Segment(ends[0], ends[1]))
    }
    guard !theatre.exits.isEmpty else {
      let all = Set(outline.map(\.cell))
      cellsOfSide = Dictionary(uniqueKeysWithValues: theatre.sides.map { ($0, all) })
      cellsOfExit = []
      idle = []
      return
    }
    let edges = OutlineIndex(outline)
    var cellsOfSide: [String: Set<CellID>] = [:]
    var cellsOfExit: IndexedArray<ExitID, Set<CellID>> = []
    var idle: [ExitID] = []
    for exit in theatre.exits {
      var course: [PlanarPosition] = []
      for line in exit.lines {
        let steps = try plane.project(line).positions.densified(limit: Self.step)
        course += LineString(steps).segments.map(\.midpoint)
      }
      let cells = Set(
        course.compactMap { edges.nearest(to: $0, within: Self.tolerance)?.cell })
      let number = cellsOfExit.append(cells)
      if cells.isEmpty { idle.append(number) }
      for side in exit.sides { cellsOfSide[side, default: []].formUnion(cells) }
    }
    self.cellsOfSide = cellsOfSide
    self.cellsOfExit = cellsOfExit
    self.idle = idle
  }

  /// The components of the sides' ground that lie at an exit open to their side.
  ///
  /// - Complexity: O(*n*), for *n* cells at exits.
  package func openComponents(
    _ components: DynamicComponents, _ sides: IndexedArray<SideID, String>,
    sideOfCell: (CellID) -> SideID?
  ) -> Set<ComponentID> {
    var open: Set<ComponentID> = []
    for (number, side) in sides.indexed() {
      for cell in cellsOfSide[side] ?? [] where sideOfCell(cell) == number {
        if let component = components.component(ofCell: cell) { open.insert(component) }
      }
    }
    return open
  }
}

/// A piece of the outline and the cell inside it.
private struct OutlineEdge {
  let cell: CellID
  let segment: Segment<PlanarPosition>
}

/// Finds the pieces of the outline near a position.
private struct OutlineIndex {
  private let outline: [OutlineEdge]
  private let tree: STRTree

  init(_ outline: [OutlineEdge]) {
    self.outline = outline
    tree = STRTree(
      outline.map {
        GridSegment(
          start: GridPoint($0.segment.start), end: GridPoint($0.segment.end), isWall: true)
      })
  }

  /// The edge nearest to a position, if it is within a distance, in metres; of equally near ones the first.
  func nearest(to position: PlanarPosition, within distance: Double) -> OutlineEdge? {
    // A step to spare, since the edges are rounded to the grid.
    let reach = distance + 2 * GridPoint.step
    var nearest: (gap: Double, index: Int)?
    tree.forEach(
      near: GridPoint(PlanarPosition(x: position.x - reach, y: position.y - reach)),
      GridPoint(PlanarPosition(x: position.x + reach, y: position.y + reach))
    ) { index in
      let gap = outline[index].segment.nearestPoint(to: position).distance(to: position)
      guard gap <= distance else { return }
      if let known = nearest, (known.gap, known.index) < (gap, index) { return }
      nearest = (gap, index)
    }
    return nearest.map { outline[$0.index] }
  }
}
