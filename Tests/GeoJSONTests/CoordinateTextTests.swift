import GeoJSON
import Geometry
import JSON
import TestSupport
import Testing

/// Positions as KML has them. If one of these fails, Google Earth shows another place than the GeoJSON.
@Suite("Positions as text")
struct CoordinateTextTests {
  @Test("are pairs with a space between them, without needless zeros")
  func pairs() {
    let positions = [
      Position(longitude: 43.118_889_4, latitude: 36.335), Position(longitude: -180, latitude: 0),
      Position(longitude: -0.000_000_4, latitude: -89.999_999_6),
    ]
    #expect(coordinateText(positions) == "43.118889,36.335 -180,0 0,-90")
    #expect(coordinateText([]) == "")
  }

  @Test("have the numbers that the same positions have in JSON", arguments: 0..<5)
  func numbers(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let positions = (0..<1_000).map { _ in
      Position(
        longitude: Double.random(in: -180...180, using: &random),
        latitude: Double.random(in: -90...90, using: &random))
    }
    let pairs = positions.map { position in
      JSON.array([
        .decimal(position.longitude, places: 6), .decimal(position.latitude, places: 6),
      ]).compact.dropFirst().dropLast()
    }
    #expect(coordinateText(positions) == pairs.joined(separator: " "), "seed \(seed)")
  }
}
