import GEOS
import Geometry
import TestSupport
import Testing

/// A boundary drawn by hand that crosses itself is named with its place, so that it can be mended.
@Suite("Invalid shapes")
struct InvalidityTests {
  @Test("a ring that crosses itself is reported where it does")
  func selfCrossing() throws {
    let fault = try #require(try MultiPolygon([bowTie]).invalidity())
    #expect(fault.location == at(1, 1))
    #expect(!fault.reason.isEmpty)
  }

  @Test("a hole outside its shell is reported at the hole")
  func holeOutside() throws {
    let hole = box(20, 20, 22, 22).exterior
    let shape = MultiPolygon([Polygon(box(0, 0, 10, 10).exterior, interiors: [hole])])
    let fault = try #require(try shape.invalidity())
    #expect(hole.positions.contains(fault.location))
  }

  @Test("a hole across its shell is reported where they cross")
  func holeAcross() throws {
    let hole = box(8, 4, 12, 6).exterior
    let shape = MultiPolygon([Polygon(box(0, 0, 10, 10).exterior, interiors: [hole])])
    let fault = try #require(try shape.invalidity())
    #expect([at(10, 4), at(10, 6)].contains(fault.location))
  }

  @Test("polygons that overlap are reported where they cross")
  func overlap() throws {
    let shape = MultiPolygon([box(0, 0, 10, 10), box(5, 5, 15, 15)])
    let fault = try #require(try shape.invalidity())
    #expect([at(5, 10), at(10, 5)].contains(fault.location))
  }

  @Test("the place of a fault is in degrees when the shape is")
  func degrees() throws {
    let shape = MultiPolygon([bowTie]).map {
      $0.map { Position(longitude: 42 + $0.x, latitude: 35 + $0.y) }
    }
    let fault = try #require(try shape.invalidity())
    #expect(fault.location == Position(longitude: 43, latitude: 36))
  }

  @Test("sound shapes are not faulted", arguments: 0..<30)
  func sound(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let center = random.position(in: theatre)
    let shell = random.star(around: center, radius: 500...900, corners: 40)
    // The edges of a shell of so many corners keep farther than 400 m from its centre.
    let hole = random.star(around: center, radius: 100...400, corners: 9)
    #expect(
      try MultiPolygon([Polygon(shell, interiors: [hole])]).invalidity() == nil, "seed \(seed)")
  }

  @Test("an empty shape is sound, and so are polygons that touch at a corner")
  func touching() throws {
    #expect(try MultiPolygon<PlanarPosition>([]).invalidity() == nil)
    #expect(try MultiPolygon([box(0, 0, 1, 1), box(1, 1, 2, 2)]).invalidity() == nil)
  }
}
