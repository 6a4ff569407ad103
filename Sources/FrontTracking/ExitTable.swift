internal import Geometry
internal import TheatreModel

/// Which cells lie at an exit, and to which side it is open.
struct ExitTable {
  /// How far an exit may be drawn beside the outline, in metres.
  private static let tolerance = 100.0

  private let cellsOfSide: [String: Set<Int>]

  /// The exits that touch no cell, by index.
  let idle: [Int]

  /// Finds the cells at the exits. In a theatre that names none, the whole outline is an exit for
  /// everybody.
  init(_ theatre: Theatre, _ tessellation: Tessellation) throws(FrontTrackingError) {
    let topology = tessellation.topology
    let outline = topology.cells.indices.compactMap {
      half -> (cell: Int, middle: PlanarPosition)? in
      guard topology.cells[half] != Topology.outside,
        topology.cells[half ^ 1] == Topology.outside
      else { return nil }
      let ends = [half, half ^ 1].map { topology.vertices[Int(topology.origins[$0])] }
      return (Int(topology.cells[half]), Segment(ends[0], ends[1]).midpoint)
    }
    guard !theatre.exits.isEmpty else {
      let all = Set(outline.map(\.cell))
      cellsOfSide = Dictionary(uniqueKeysWithValues: theatre.sides.map { ($0, all) })
      idle = []
      return
    }
    let plane = try Plane(theatre.settings)
    var cellsOfSide: [String: Set<Int>] = [:]
    var idle: [Int] = []
    for (index, exit) in theatre.exits.enumerated() {
      var course: [Segment<PlanarPosition>] = []
      for line in exit.lines { course += try plane.project(line).segments }
      let cells = Set(
        outline.filter { $0.middle.isWithin(Self.tolerance, of: course) }.map(\.cell))
      if cells.isEmpty { idle.append(index) }
      for side in exit.sides { cellsOfSide[side, default: []].formUnion(cells) }
    }
    self.cellsOfSide = cellsOfSide
    self.idle = idle
  }

  /// Whether one of the cells lies at an exit that is open to a side.
  func isOpen(to side: String, from cells: [Int]) -> Bool {
    guard let exits = cellsOfSide[side] else { return false }
    return cells.contains { exits.contains($0) }
  }
}

extension PlanarPosition {
  fileprivate func isWithin(_ distance: Double, of course: [Segment<PlanarPosition>]) -> Bool {
    course.contains { $0.nearestPoint(to: self).distance(to: self) <= distance }
  }
}
