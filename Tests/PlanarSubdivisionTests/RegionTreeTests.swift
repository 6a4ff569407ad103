import Geometry
import TestSupport
import Testing

@testable import PlanarSubdivision

/// Many shapes asked at once. If one of these fails, a place counts on the wrong bank of a river.
@Suite("Shapes that cover a position")
struct RegionTreeTests {
  @Test("the tree finds the shapes that each by itself says cover a position", arguments: 0..<10)
  func sameAsEach(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let shapes = (0..<40).map { _ in
      let center = PlanarPosition(
        x: .random(in: 0...1_000, using: &random), y: .random(in: 0...1_000, using: &random))
      let (width, height) = (
        Double.random(in: 1...300, using: &random), Double.random(in: 1...300, using: &random)
      )
      let corners = [(0.0, 0.0), (width, 0), (width / 2, height), (0, 0)].map {
        PlanarPosition(x: center.x + $0.0, y: center.y + $0.1)
      }
      return MultiPolygon([Polygon(LinearRing(corners))])
    }
    let tree = RegionTree(shapes)
    let regions = shapes.map { RegionIndex($0) }
    for _ in 0..<300 {
      let position = PlanarPosition(
        x: .random(in: -50...1_300, using: &random), y: .random(in: -50...1_300, using: &random))
      let expected = regions.indices.filter { regions[$0].covers(position) }
      #expect(tree.covering(position) == expected, "seed \(seed)")
      #expect(tree.first(covering: position) == expected.first, "seed \(seed)")
    }
    #expect(RegionTree([]).first(covering: PlanarPosition(x: 0, y: 0)) == nil)
  }

  @Test("a comb with many long teeth is asked like any other shape")
  func comb() {
    let teeth = 300
    var corners: [PlanarPosition] = [PlanarPosition(x: 0, y: 0)]
    for tooth in 0..<teeth {
      let x = Double(tooth) * 2
      corners += [PlanarPosition(x: x + 0.5, y: 900), PlanarPosition(x: x + 1, y: 10)]
    }
    corners += [PlanarPosition(x: 2 * Double(teeth), y: 0), corners[0]]
    let region = RegionIndex(MultiPolygon([Polygon(LinearRing(corners))]))
    #expect(region.covers(PlanarPosition(x: 100.5, y: 800)))
    #expect(!region.covers(PlanarPosition(x: 101.5, y: 800)))
    #expect(region.covers(PlanarPosition(x: 300, y: 5)))
    #expect(!region.covers(PlanarPosition(x: 300, y: -5)))
  }
}
