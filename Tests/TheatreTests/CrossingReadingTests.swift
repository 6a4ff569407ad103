import Diagnostics
import GeoJSON
import Geometry
import TestSupport
import Testing
import Theatre
import TypedIndices

/// Bridges and the reach of reports. If one of these fails, a bridge is lost without a word, or stands
/// in the wrong river.
@Suite("Crossings are read from theatre.json and from files")
struct CrossingReadingTests {
  /// The small theatre with a value of `crossings`, and a file of bridges.
  private func reading(crossings: String, bridges: String? = nil) throws -> TheatreReading {
    var theatre = SmallTheatre()
    theatre.addSetting("\"crossings\": \(crossings)")
    let folder = try theatre.write()
    if let bridges { try folder.write(bridges, to: "bridges.geojson") }
    return Theatre.read(folder: folder.path)
  }

  private static let bridges = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name": "Old Bridge"},
    "geometry": {"type": "Point", "coordinates": [43.5, 36.7]}},
    {"type": "Feature", "properties": {},
    "geometry": {"type": "LineString", "coordinates": [[43.49, 36.2], [43.51, 36.2]]}}]}
    """

  @Test("a theatre that says nothing of crossings is told from one that has none")
  func none() throws {
    #expect(try TheatreTests.reading().drawable().crossings == nil)
    #expect(try reading(crossings: "null").drawable().crossings == nil)
    #expect(try reading(crossings: "[]").drawable().crossings == [])
  }

  @Test("crossings stand in a file, in the settings, or in both")
  func forms() throws {
    let inline =
      "[\"bridges.geojson\", [43.5, 36.4], "
      + "{\"name\": \"Ford\", \"longitude\": 43.5, \"latitude\": 36.3}]"
    for (text, count) in [("\"bridges.geojson\"", 2), ("[\"bridges.geojson\"]", 2), (inline, 4)] {
      let theatre = try reading(crossings: text, bridges: Self.bridges).drawable()
      let crossings = try #require(theatre.crossings)
      #expect(
        crossings.map(\.name)
          == ["Old Bridge", "43.5, 36.2", "43.5, 36.4", "Ford"].prefix(count).map(\.self))
      #expect(
        crossings.map(\.position)
          == [(43.5, 36.7), (43.5, 36.2), (43.5, 36.4), (43.5, 36.3)].prefix(count)
          .map { Position(longitude: $0.0, latitude: $0.1) })
      let first = try #require(crossings.first)
      #expect(first.file == "bridges.geojson" && first.location.line == 3)
      #expect(crossings.dropFirst(2).allSatisfy { $0.file == "theatre.json" })
      #expect(theatre.files.map(\.name).contains("bridges.geojson"))
    }
  }

  @Test(
    "what is no crossing is refused where it stands",
    arguments: [
      (
        "7",
        "11:16: error: \"crossings\" is the name of a GeoJSON file or an array of crossings, but "
          + "this is a number"
      ),
      (
        "[7]",
        "11:17: error: a crossing is the name of a GeoJSON file, [longitude, latitude], or an "
          + "object with \"name\", \"longitude\" and \"latitude\", but this is a number"
      ),
      ("[[43.5]]", "11:17: error: a position is [longitude, latitude], both numbers"),
      ("[[43.5, \"36\"]]", "11:17: error: a position is [longitude, latitude], both numbers"),
      (
        "[[36.5, 143.5]]",
        "11:17: error: the position 36.5, 143.5 is not on Earth: longitude comes first, in degrees"
      ),
      ("[{\"longitude\": 43.5}]", "11:17: error: the crossing lacks \"latitude\""),
      (
        "[{\"longitude\": \"x\", \"latitude\": 36}]",
        "11:31: error: \"longitude\" is a number of degrees, but this is a string"
      ),
      (
        "[{\"name\": \"\", \"longitude\": 43.5, \"latitude\": 36}]",
        "11:26: error: \"name\" is a text, but this is empty"
      ),
      (
        "[[43.5, 36.5], {\"name\": \"Ford\", \"longitude\": 43.500001, \"latitude\": 36.5}]",
        "11:31: error: the crossing \"Ford\" is where \"43.5, 36.5\" is already "
          + "(theatre.json:11:17): leave one out"
      ),
    ])
  func refused(crossings: String, expected: String) throws {
    expectFaults(["theatre.json:\(expected)"], in: try reading(crossings: crossings))
  }

  @Test("all faults of crossings are found in one run")
  func several() throws {
    let faults = try reading(crossings: "[1, [2], [43.5, 36.5]]").diagnostics
    #expect(faults.map { $0.location?.column } == [17, 20])
  }

  @Test("a file of crossings is refused where it is wrong, and missing by its mention")
  func files() throws {
    expectFaults(
      [
        "bridges.geojson:1:1: error: a crossing is a Point or a LineString, but this feature is neither"
      ],
      in: try reading(
        crossings: "\"bridges.geojson\"",
        bridges: "{\"type\": \"MultiPoint\", \"coordinates\": [[43.5, 36]]}"))
    expectFaults(
      ["bridges.geojson: error: the theatre has no such file (theatre.json:11:17 names it)"],
      in: try reading(crossings: "[\"bridges.geojson\"]"))
  }

  @Test("the reach is a number of kilometres that lies on Earth, or there is none")
  func reach() throws {
    func reading(_ value: String) throws -> TheatreReading {
      try TheatreTests.reading { $0.addSetting("\"reach_km\": \(value)") }
    }
    #expect(try TheatreTests.reading().drawable().settings.reachInKilometers == nil)
    #expect(try reading("null").drawable().settings.reachInKilometers == nil)
    #expect(try reading("12.5").drawable().settings.reachInKilometers == 12.5)
    for (value, found) in [
      ("0", "0.0"), ("-3", "-3.0"), ("1e9", "1000000000.0"), ("\"far\"", "a string"),
      ("[]", "an array"),
    ] {
      expectFaults(
        [
          "theatre.json:11:15: error: \"reach_km\" is a number of kilometres above 0 and at "
            + "most 20004, but this is \(found)"
        ], in: try reading(value))
    }
  }
}
