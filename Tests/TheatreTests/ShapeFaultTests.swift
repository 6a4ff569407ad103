import Diagnostics
import GeoJSON
import Geometry
import TestSupport
import Testing
import Theatre

@Suite("A fault in a theatre's GeoJSON files is named with line and column")
struct ShapeFaultTests {
  @Test(
    "a boundary that is no ground is refused",
    arguments: [
      (
        "{\"type\": \"LineString\", \"coordinates\": [[43, 36], [44, 37]]}",
        "1:1: error: the boundary is made of polygons, but this feature has none"
      ),
      (
        "{\"type\": \"FeatureCollection\", \"features\": []}",
        "1:1: error: the boundary has no feature"
      ),
      (
        "{\"type\": \"Feature\", \"properties\": {},\n \"geometry\": null}",
        "2:14: error: the boundary is made of polygons, but this feature has none"
      ),
      (
        "{\"type\": \"Polygon\",\n \"coordinates\": [[[43, 36], [44, 36], [44, 37], [43, 37]]]}",
        "2:18: error: a ring ends where it begins: repeat its first position at its end"
      ),
      (
        "{\"type\": \"Polygon\",\n \"coordinates\": [[[43, 36], [200, 36], [44, 37], [43, 36]]]}",
        "2:29: error: the position 200.0, 36.0 is not on Earth: longitude comes first, in degrees; write 200.0 "
          + "as -160.0, and cut what crosses 180 there (RFC 7946, section 3.1.9)"
      ),
      ("{\"type\": \"Polygon\"", "1:19: error: a comma or } is missing"),
    ])
  func boundary(text: String, expected: String) throws {
    expectFaults(["boundary.geojson:\(expected)"], in: try reading("boundary.geojson", as: text))
  }

  @Test("a barrier without a line is refused")
  func barrier() throws {
    expectFaults(
      ["river.geojson:1:1: error: a barrier is made of lines, but this feature has none"],
      in: try reading("river.geojson", as: "{\"type\": \"Point\", \"coordinates\": [43.5, 36]}"))
  }

  private func exits(_ properties: String, _ geometry: String? = nil) throws -> TheatreReading {
    try reading {
      $0.settings = $0.settings.replacing(
        "\"exits\": null", with: "\"exits\": \"exits.geojson\"")
      $0.exits = """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": \(properties),
        "geometry": \(geometry ?? "{\"type\": \"LineString\", \"coordinates\": [[43, 36], [44, 36]]}")}
        ]}
        """
    }
  }

  @Test(
    "an exit that is open to nobody, or to somebody unknown, is refused",
    arguments: [
      (
        "{\"sides\": [\"red\", \"green\"]}",
        "3:13: error: unknown side \"green\": actors.csv has blue, red"
      ),
      (
        "{}",
        "3:13: error: an exit needs the property \"sides\": an array of the sides it is open to"
      ),
      (
        "{\"sides\": \"red\"}",
        "3:13: error: an exit needs the property \"sides\": an array of the sides it is open to"
      ),
      (
        "{\"sides\": []}",
        "3:13: error: an exit needs the property \"sides\": an array of the sides it is open to"
      ),
    ])
  func exitSides(properties: String, expected: String) throws {
    expectFaults(["exits.geojson:\(expected)"], in: try exits(properties))
  }

  @Test("an exit without a line is refused")
  func exitLine() throws {
    expectFaults(
      [
        "exits.geojson:3:13: error: an exit is a line along the boundary, but this feature has none"
      ],
      in: try exits("{\"sides\": [\"red\"]}", "{\"type\": \"Point\", \"coordinates\": [43, 36]}"))
  }

  @Test("an exit is read with its name, its sides and its line")
  func goodExit() throws {
    let theatre = try exits("{\"name\": \"South road\", \"sides\": [\"red\", \"blue\"]}").drawable()
    let exit = try #require(theatre.exits.first)
    #expect(theatre.exits.count == 1)
    #expect(exit.name == "South road")
    #expect(exit.sides == ["red", "blue"])
    #expect(exit.lines.first?.positions.count == 2)
    #expect(exit.location.line == 3)
    #expect(theatre.exitsFile == "exits.geojson")
  }
}
