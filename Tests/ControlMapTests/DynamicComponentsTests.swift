import FrontTracking
import Geometry
import TestSupport
import Testing
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// Connected ground that is kept from day to day, against ground that is looked for anew each day. If
/// one of these fails, two components that only touch in a point are drawn as one, a component that was cut
/// stays whole, or ground that changed keeps its old dates.
@Suite("Components kept from day to day")
struct DynamicComponentsTests {
  /// The connected cells of one label, each component in ascending order, by a plain search.
  private func flood(_ labels: [Int32], _ topology: Topology) -> Set<Component> {
    var isFound = labels.map { $0 < 0 }
    var components: Set<Component> = []
    for start in labels.indices where !isFound[start] {
      var cells = [start]
      isFound[start] = true
      var next = 0
      while next < cells.count {
        for neighbour in topology.neighbours(ofCell: cells[next])
        where !isFound[neighbour] && labels[neighbour] == labels[start] {
          isFound[neighbour] = true
          cells.append(neighbour)
        }
        next += 1
      }
      components.insert(Component(label: labels[start], cells: cells.sorted()))
    }
    return components
  }

  private struct Component: Hashable {
    let label: Int32
    let cells: [Int]
  }

  /// The components as they are kept, by number.
  private func kept(_ components: DynamicComponents) -> [Int32: Component] {
    components.cells { _ in true }.mapValues {
      Component(label: components.labels[$0[0]], cells: $0)
    }
  }

  /// Changes labels step by step and holds every step against a plain search.
  private func expectLaws(
    _ topology: Topology, seed: UInt64, steps: Int, labels count: Int32, share: ClosedRange<Double>,
    _ comment: String
  ) {
    var random = SeededGenerator(seed: seed)
    var components = DynamicComponents(topology)
    var labels = [Int32](repeating: -1, count: topology.cellCount)
    var before: [Int32: Component] = [:]
    for step in 0..<steps {
      let comment: Comment = "\(comment), seed \(seed), step \(step)"
      let part = Double.random(in: share, using: &random)
      let changes = labels.indices
        .filter { _ in step == 0 || Double.random(in: 0..<1, using: &random) < part }
        .map { (cell: $0, label: Int32.random(in: -1..<count, using: &random)) }
      for change in changes { labels[change.cell] = change.label }
      components.relabel(changes)
      let after = kept(components)
      #expect(components.labels == labels, comment)
      #expect(Set(after.values) == flood(labels, topology), comment)
      #expect(Set(after.keys) == Set(components.all), comment)
      for (number, component) in after {
        #expect(Int(components.cellCounts[Int(number)]) == component.cells.count, comment)
      }
      let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      #expect(components.touched.count == Set(components.touched).count, comment)
      // A number that is given and taken back within a step stands for nothing before or after.
      let touched = components.touched.filter { before[$0] != nil || after[$0] != nil }
      #expect(Set(touched) == changed, comment)
      #expect(components.borders.count == Set(components.borders).count, comment)
      #expect(Set(components.borders) == borders(labels, topology), comment)
      before = after
    }
  }

  /// The half-edges with a label on their left and another or none on their right.
  private func borders(_ labels: [Int32], _ topology: Topology) -> Set<HalfEdge> {
    func label(_ half: HalfEdge) -> Int32 {
      topology.cells[half] < 0 ? -1 : labels[Int(topology.cells[half])]
    }
    return Set(
      topology.cells.indices.filter { label($0) >= 0 && label($0) != label($0.twin) })
  }

  @Test("on the cells of random sites, with a few changes or many a day", arguments: 1...6)
  func random(seed: UInt64) throws {
    let theatre = randomTheatre(
      seed: seed, sites: 90, reports: 1, barrier: seed.isMultiple(of: 2))
    let topology = try tracker(theatre).tessellation.topology
    expectLaws(
      topology, seed: seed, steps: 60, labels: Int32(1 + seed % 3), share: 0.01...0.05, "few")
    expectLaws(topology, seed: seed, steps: 15, labels: 2, share: 0...0.9, "many")
  }

  @Test("on squares, four of which meet in a point", arguments: 1...8)
  func squares(seed: UInt64) {
    expectLaws(
      squares(6), seed: seed, steps: 80, labels: Int32(1 + seed % 3), share: 0.01...0.1, "few")
    expectLaws(squares(5), seed: seed, steps: 40, labels: 2, share: 0...0.9, "many")
  }

  @Test("a component whose halves only touch in a point is two")
  func corner() {
    var components = DynamicComponents(squares(2))
    components.relabel([(0, 0), (1, 0), (3, 0)])
    #expect(components.all.count == 1)
    components.relabel([(1, -1)])
    #expect(components.all.count == 2)
    #expect(components.componentOfCell[0] != components.componentOfCell[3])
  }

  /// A chess board of cells, row by row.
  private func squares(_ size: Int) -> Topology {
    func vertex(_ x: Int, _ y: Int) -> Int32 { Int32(y * (size + 1) + x) }
    func cell(_ x: Int, _ y: Int) -> Int32 {
      (0..<size).contains(x) && (0..<size).contains(y) ? Int32(y * size + x) : HalfEdges.outside
    }
    var lines: [Topology.Line] = []
    for y in 0...size {
      for x in 0...size {
        if x < size {
          lines.append(
            Topology.Line(
              start: vertex(x, y), end: vertex(x + 1, y), left: cell(x, y), right: cell(x, y - 1)))
        }
        if y < size {
          lines.append(
            Topology.Line(
              start: vertex(x, y), end: vertex(x, y + 1), left: cell(x - 1, y), right: cell(x, y)))
        }
      }
    }
    let points = (0...size).flatMap { y in
      (0...size).map { x in PlanarPosition(x: Double(x) * 1_000, y: Double(y) * 1_000) }
    }
    return Topology(lines, points, cellCount: size * size) { points in
      points.map { Position(longitude: $0.x / 1e6, latitude: $0.y / 1e6) }
    }
  }
}
