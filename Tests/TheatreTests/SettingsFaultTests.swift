import Diagnostics
import Geometry
import JSON
import TestSupport
import Testing
import Theatre

@Suite("A fault in theatre.json is named with line and column")
struct SettingsFaultTests {
  /// The settings with one line replaced.
  private func settings(replacing line: String, by new: String) throws -> TheatreReading {
    try reading { $0.settings = $0.settings.replacing(line, with: new) }
  }

  @Test(
    "a wrong value is refused where it stands",
    arguments: [
      (
        "\"title\": \"A box with a river\",", "\"title\": 7,",
        "3:12: error: \"title\" is a text, but this is a number"
      ),
      (
        "\"title\": \"A box with a river\",", "\"title\": \"\",",
        "3:12: error: \"title\" is a text, but this is empty"
      ),
      (
        "\"start\": \"2020-01-01\",", "\"start\": \"2020-01\",",
        "4:12: error: \"start\" is a day, as in 2016-10-16, but this is \"2020-01\""
      ),
      (
        "\"end\": \"2020-02-01\",", "\"end\": \"2020-02-30\",",
        "5:10: error: \"end\" is a day, as in 2016-10-16, but this is \"2020-02-30\""
      ),
      (
        "\"end\": \"2020-02-01\",", "\"end\": \"2019-02-01\",",
        "5:10: error: the end 2019-02-01 is not after the start 2020-01-01: end is the day after "
          + "the last"
      ),
      (
        "\"end\": \"2020-02-01\",", "\"end\": \"2020-01-01\",",
        "5:10: error: the end 2020-01-01 is not after the start 2020-01-01: end is the day after "
          + "the last"
      ),
      (
        "\"barriers\": [\"river.geojson\"],", "\"barriers\": \"river.geojson\",",
        "9:15: error: \"barriers\" is an array of file names, but this is a string"
      ),
      (
        "\"barriers\": [\"river.geojson\"],", "\"barriers\": [1],",
        "9:16: error: a barrier is the name of a GeoJSON file, but this is a number"
      ),
      (
        "\"exits\": null,", "\"exits\": {},",
        "10:12: error: \"exits\" is a text, but this is an object"
      ),
      ("\"start\": \"2020-01-01\",", "", "1:1: error: the settings lack \"start\""),
      (
        "\"name\": \"box\",", "\"name\": \"box\", \"name\": \"chest\",",
        "2:18: error: the key \"name\" appears twice in one object"
      ),
      (
        "\"licence\": \"none\"", "\"licence\": \"none\",", "12:1: error: a key in quotes is missing"
      ),
      (
        "\"title\": \"A box with a river\",", "\"title\": \"صندوق\" 7,",
        "3:20: error: a comma or } is missing"
      ),
    ])
  func wrongValue(line: String, new: String, expected: String) throws {
    expectFaults(["theatre.json:\(expected)"], in: try settings(replacing: line, by: new))
  }

  @Test(
    "settings that are no object are refused",
    arguments: [
      ("", "1:1: error: the file is empty"),
      ("[]", "1:1: error: the settings are an object, but this is an array"),
      ("name: box", "1:1: error: this is not a JSON value"),
    ])
  func noObject(text: String, expected: String) throws {
    expectFaults(["theatre.json:\(expected)"], in: try reading("theatre.json", as: text))
  }

  @Test(
    "a projection that is no zone of UTM is refused with the remedy",
    arguments: [
      "EPSG:4326", "EPSG:3857", "EPSG:32600", "EPSG:32661", "EPSG:32761", "epsg:32638", "32638",
      "Mosul", "mosul.prj", "https://epsg.io/32638", "PROJCS[x]", "proj=utm",
    ])
  func otherProjections(name: String) throws {
    expectFaults(
      [
        "theatre.json:7:17: error: \"projection\" is a zone of UTM, EPSG:32601 to 32660 or "
          + "EPSG:32701 to 32760, but this is \"\(name)\": take the line out, and the plane is chosen "
          + "from the boundary"
      ], in: try reading { $0.setProjection(name) })
  }

  @Test("a PROJ string is a warning, and is not followed")
  func projString() throws {
    let reading = try reading { $0.setProjection("+proj=laea +lat_0=36.5 +lon_0=43.5") }
    let theatre = try #require(reading.theatre)
    #expect(theatre.settings.projection == nil)
    #expect(
      reading.diagnostics.map(\.description) == [
        "theatre.json:7:17: warning: \"projection\" is not followed, since PROJ strings are no longer "
          + "read: the plane is chosen from the boundary. Take the line out, or name a zone of UTM, "
          + "EPSG:32601 to 32660 or EPSG:32701 to 32760"
      ])
    #expect(theatre.settings.oddities == reading.diagnostics)
  }

  @Test("a zone of UTM is read, and the projection may be left out")
  func zones() throws {
    for (code, number, isNorth) in [("EPSG:32638", 38, true), ("EPSG:32701", 1, false)] {
      let theatre = try #require(try reading { $0.setProjection(code) }.theatre)
      #expect(theatre.settings.projection == UTMZone(number: number, isNorth: isNorth))
    }
    let none = try settings(replacing: "\"projection\": null,", by: "")
    #expect(try #require(none.theatre).settings.projection == nil)
    #expect(none.diagnostics.isEmpty)
  }

  @Test("several faults in the settings are all found in one run")
  func several() throws {
    expectFaults(
      [
        "theatre.json:1:1: error: the settings lack \"boundary\"",
        "theatre.json:1:1: error: the settings lack \"name\"",
        "theatre.json:1:1: error: the settings lack \"timezone\"",
        "theatre.json:1:25: error: \"start\" is a day, as in 2016-10-16, but this is \"soon\"",
        "theatre.json:1:40: error: \"end\" is a text, but this is true or false",
      ],
      in: try reading(
        "theatre.json", as: "{\"title\": \"A\", \"start\": \"soon\", \"end\": true}"))
  }

  @Test("missing settings are marked as missing")
  func missing() throws {
    let reading = try reading("theatre.json", as: nil)
    expectFaults(["theatre.json: error: the theatre has no such file"], in: reading)
    #expect(reading.diagnostics.map(\.isMissingFile) == [true])
  }

  @Test("a file that only theatre.json names is missing by that mention")
  func missingMention() throws {
    let reading = try reading("river.geojson", as: nil)
    expectFaults(
      ["river.geojson: error: the theatre has no such file (theatre.json:9:16 names it)"],
      in: reading)
    #expect(reading.diagnostics.map(\.isMissingFile) == [true])
  }
}
