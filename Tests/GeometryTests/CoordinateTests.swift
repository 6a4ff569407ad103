import Geometry
import Testing

/// Longitude before latitude, everywhere: the one mistake that moves a town to another continent.
@Suite("Coordinates")
struct CoordinateTests {
  @Test("longitude and easting come first")
  func order() {
    let position = Position(longitude: 43.1, latitude: 36.3)
    #expect(position.first == 43.1 && position.second == 36.3)
    #expect(Position(first: 43.1, second: 36.3) == position)
    #expect(position.description == "43.1, 36.3")
    let planar = PlanarPosition(x: 3, y: 4)
    #expect(planar.first == 3 && planar.second == 4)
    #expect(PlanarPosition(first: 3, second: 4) == planar)
    #expect(planar.description == "3.0, 4.0")
  }

  @Test("positions are ordered from west to east, then from south to north")
  func comparison() {
    let sorted = [
      Position(longitude: -1, latitude: 9), Position(longitude: 0, latitude: -5),
      Position(longitude: 0, latitude: 5), Position(longitude: 1, latitude: 0),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test("a position beyond the ranges of longitude and latitude is not on Earth")
  func onEarth() {
    #expect(Position(longitude: 180, latitude: 90).isOnEarth)
    #expect(Position(longitude: -180, latitude: -90).isOnEarth)
    #expect(!Position(longitude: 180.0001, latitude: 0).isOnEarth)
    #expect(!Position(longitude: 36.3, latitude: 143.1).isOnEarth)
    #expect(!Position(longitude: .nan, latitude: 0).isOnEarth)
    #expect(!Position(longitude: 0, latitude: .infinity).isOnEarth)
  }

  @Test("the distance in the plane is Pythagoras'")
  func distance() {
    let (a, b) = (PlanarPosition(x: 1, y: 2), PlanarPosition(x: 4, y: -2))
    #expect(a.distance(to: b) == 5)
    #expect(b.distance(to: a) == 5)
    #expect(a.distance(to: a) == 0)
  }
}
