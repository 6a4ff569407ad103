import Geometry
import TestSupport
import Testing

/// Two neighbours write their common edge in opposite directions. If the added positions differed
/// in one bit, a sliver of nobody's ground would open between them.
@Suite("Densified paths")
struct DensifyingTests {
  @Test("a path gives the same positions in both directions", arguments: 0..<50)
  func bothWays(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let path = random.path()
    let limit = Double.random(in: 0.01...0.5, using: &random)
    #expect(
      path.densified(limit: limit) == Array(path.reversed()).densified(limit: limit).reversed(),
      "seed \(seed)")
  }

  @Test("no step is longer than the limit", arguments: 0..<50)
  func limit(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let limit = Double.random(in: 0.01...0.5, using: &random)
    let dense = random.path().densified(limit: limit)
    for (from, to) in zip(dense, dense.dropFirst()) {
      // A last bit of rounding, no more.
      #expect(length(from, to) <= limit * (1 + 1e-12), "seed \(seed), from \(from)")
    }
  }

  @Test("every position of the path stays, in order, and the path no longer", arguments: 0..<50)
  func positionsStay(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let path = random.path()
    let dense = path.densified(limit: 0.1)
    var rest = dense[...]
    for position in path {
      let found = rest.firstIndex(of: position)
      #expect(found != nil, "seed \(seed), \(position)")
      if let found { rest = rest[found...] }
    }
    #expect(total(dense).isClose(to: total(path), relative: 1e-12), "seed \(seed)")
  }

  @Test("a step of just the limit is left whole, a longer one is cut in equal parts")
  func equalParts() {
    let step = [at(0, 0), at(2, 0)]
    #expect(step.densified(limit: 2) == step)
    #expect(step.densified(limit: 1.5) == [at(0, 0), at(1, 0), at(2, 0)])
    #expect(step.densified(limit: 0.5) == [at(0, 0), at(0.5, 0), at(1, 0), at(1.5, 0), at(2, 0)])
  }

  @Test("a path of no step stays as it is")
  func degenerate() {
    #expect([Position]().densified(limit: 1).isEmpty)
    #expect([at(1, 2)].densified(limit: 1) == [at(1, 2)])
    #expect([at(1, 2), at(1, 2)].densified(limit: 1) == [at(1, 2), at(1, 2)])
  }
}

private func at(_ longitude: Double, _ latitude: Double) -> Position {
  Position(longitude: longitude, latitude: latitude)
}

private func length(_ from: Position, _ to: Position) -> Double {
  let (dx, dy) = (to.longitude - from.longitude, to.latitude - from.latitude)
  return (dx * dx + dy * dy).squareRoot()
}

private func total(_ path: [Position]) -> Double {
  zip(path, path.dropFirst()).reduce(0) { $0 + length($1.0, $1.1) }
}

extension SeededGenerator {
  fileprivate mutating func path() -> [Position] {
    let box = Box(minimum: at(41, 34), maximum: at(45, 38))
    return (0..<Int.random(in: 2...12, using: &self)).map { _ in position(in: box) }
  }
}
