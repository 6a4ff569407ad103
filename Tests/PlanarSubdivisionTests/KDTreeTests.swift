import Geometry
import TestSupport
import Testing

@testable import PlanarSubdivision

/// The nearest of many, against looking at all. If one of these fails, ground without a report follows a
/// place that is not the nearest, or another one from run to run.
@Suite("The nearest of many positions")
struct SiteTreeTests {
  private func expectNearest(
    _ positions: [PlanarPosition], _ targets: [PlanarPosition], _ comment: Comment
  ) {
    let tree = KDTree(positions)
    #expect(tree.isEmpty == positions.isEmpty, comment)
    for target in targets {
      let sorted = positions.indices.map { index -> (Double, Int) in
        let (dx, dy) = (positions[index].x - target.x, positions[index].y - target.y)
        return (dx * dx + dy * dy, index)
      }.sorted(by: <)
      #expect(tree.nearest(to: target).map { Int($0.index) } == sorted.first?.1, comment)
      #expect(tree.nearest(to: target)?.squaredDistance == sorted.first?.0, comment)
      for count in [0, 1, 2, 7, 32, positions.count, positions.count + 3] {
        let found = tree.nearest(count, to: target)
        #expect(found.map { Int($0.index) } == sorted.prefix(count).map(\.1), comment)
        #expect(found.map(\.squaredDistance) == sorted.prefix(count).map(\.0), comment)
      }
    }
  }

  @Test("random positions, few and many", arguments: 0..<8)
  func random(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let box = Box(
      minimum: PlanarPosition(x: -5e4, y: 1e6), maximum: PlanarPosition(x: 5e4, y: 1.1e6))
    let count = [1, 2, 8, 9, 10, 40, 150, 300][Int(seed)]
    let positions = (0..<count).map { _ in random.position(in: box) }
    let targets = (0..<20).map { _ in random.position(in: box) } + positions.prefix(5)
    expectNearest(positions, targets, "seed \(seed)")
  }

  @Test("positions in a line, from far beside it, take few looks each")
  func line() {
    for (dx, dy) in [(0.0, 1.0), (1, 0), (0.6, 0.8)] {
      let line = (0..<10_000).map {
        PlanarPosition(x: Double($0) * 40 * dx, y: Double($0) * 40 * dy)
      }
      let tree = KDTree(line)
      var looks = 0
      let targets = stride(from: 5, to: 9_995, by: 700).map {
        PlanarPosition(x: line[$0].x - 250_000 * dy, y: line[$0].y + 250_000 * dx)
      }
      for target in targets { _ = tree.nearest(to: target, &looks) }
      // Boxes of eight positions, 320 m long, that are no farther away than the nearest: about √(250,000 / 320)
      // to either side. Without boxes all positions are looked at.
      if dx == 0 || dy == 0 {
        #expect(looks < 2 * 28 * 8 * targets.count, "\(dx), \(dy): \(looks)")
      }
      expectNearest(Array(line.prefix(200)), Array(targets.prefix(3)), "\(dx), \(dy)")
    }
  }

  @Test("of equally near ones the first comes first", arguments: 0..<6)
  func ties(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func position() -> PlanarPosition {
      PlanarPosition(
        x: Double(Int.random(in: 0...6, using: &random)),
        y: Double(Int.random(in: 0...6, using: &random)))
    }
    let positions = (0..<120).map { _ in position() }
    let targets = (0..<30).map { _ in position() }
    expectNearest(positions, targets, "seed \(seed)")
    expectNearest([PlanarPosition](repeating: position(), count: 50), targets, "seed \(seed)")
  }

  @Test("of no position none is the nearest")
  func none() {
    expectNearest([], [PlanarPosition(x: 0, y: 0)], "none")
  }
}
