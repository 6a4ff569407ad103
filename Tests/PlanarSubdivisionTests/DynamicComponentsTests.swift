import TestSupport
import Testing
import TypedIndices

@testable import PlanarSubdivision

/// Connected ground that is kept from day to day, against ground that is looked for anew each day. If
/// one of these fails, two components that only touch in a point are drawn as one, a component that was cut
/// stays whole, or ground that changed keeps its old dates.
@Suite("Components kept from day to day")
struct DynamicComponentsTests {
  private struct Component: Hashable {
    let label: Int32?
    let cells: [CellID]
  }

  /// The components of labels, by a plain search.
  private func plain(
    _ labels: IndexedArray<CellID, Int32?>, _ topology: Topology
  ) -> Set<Component> {
    Set(topology.plainComponents(labels).map { Component(label: labels[$0[0]], cells: $0) })
  }

  /// The components as they are kept, by number.
  private func kept(_ components: DynamicComponents) -> [ComponentID: Component] {
    components.cells { _ in true }.mapValues {
      Component(label: components.label(ofCell: $0[0]), cells: $0)
    }
  }

  /// Changes labels step by step and holds every step against a plain search.
  private func expectLaws(
    _ topology: Topology, seed: UInt64, steps: Int, labels count: Int32, share: ClosedRange<Double>,
    _ comment: String
  ) {
    var random = SeededGenerator(seed: seed)
    var components = DynamicComponents(topology)
    var labels = IndexedArray<CellID, Int32?>(repeating: nil, count: topology.cellCount)
    var before: [ComponentID: Component] = [:]
    for step in 0..<steps {
      let comment: Comment = "\(comment), seed \(seed), step \(step)"
      let part = Double.random(in: share, using: &random)
      let changes = labels.indices
        .filter { _ in step == 0 || Double.random(in: 0..<1, using: &random) < part }
        .map { cell -> (cell: CellID, label: Int32?) in
          let label = Int32.random(in: -1..<count, using: &random)
          return (cell, label < 0 ? nil : label)
        }
      for change in changes { labels[change.cell] = change.label }
      components.relabel(changes)
      let after = kept(components)
      #expect(labels.indices.allSatisfy { components.label(ofCell: $0) == labels[$0] }, comment)
      #expect(Set(after.values) == plain(labels, topology), comment)
      #expect(Set(after.keys) == Set(components.all), comment)
      for (number, component) in after {
        #expect(Int(components.cellCounts[number]) == component.cells.count, comment)
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
  private func borders(
    _ labels: IndexedArray<CellID, Int32?>, _ topology: Topology
  ) -> Set<HalfEdge> {
    func label(_ half: HalfEdge) -> Int32? { topology.cell(leftOf: half).flatMap { labels[$0] } }
    return Set(topology.halfEdges.filter { label($0) != nil && label($0) != label($0.twin) })
  }

  @Test("on the cells of random sites, with a few changes or many a day", arguments: 1...6)
  func random(seed: UInt64) {
    let topology = voronoiCells(seed: seed, sites: 90, wall: seed.isMultiple(of: 2))
    expectLaws(
      topology, seed: seed, steps: 60, labels: Int32(1 + seed % 3), share: 0.01...0.05, "few")
    expectLaws(topology, seed: seed, steps: 15, labels: 2, share: 0...0.9, "many")
  }

  @Test("on squares, four of which meet in a point", arguments: 1...8)
  func squares(seed: UInt64) {
    expectLaws(
      chessboard(6), seed: seed, steps: 80, labels: Int32(1 + seed % 3), share: 0.01...0.1, "few")
    expectLaws(chessboard(5), seed: seed, steps: 40, labels: 2, share: 0...0.9, "many")
  }

  @Test("a component whose halves only touch in a point is two")
  func corner() {
    var components = DynamicComponents(chessboard(2))
    components.relabel([0, 1, 3].map { (cell: CellID($0), label: 0) })
    #expect(components.all.count == 1)
    components.relabel([(CellID(1), nil)])
    #expect(components.all.count == 2)
    #expect(components.component(ofCell: CellID(0)) != components.component(ofCell: CellID(3)))
  }
}
