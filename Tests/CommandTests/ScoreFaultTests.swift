import Foundation
import TestSupport
import Testing

@Suite("A file that the map cannot be held against is refused, with line, column and remedy")
struct ScoreFaultTests {
  private func score(
    _ text: String, as name: String, _ options: String = ""
  ) throws -> ProgramResult {
    let stage = try Stage()
    try stage.folder.write(text, to: name)
    return try stage.run("score \(name) --on 2020-01-05 \(options)")
  }

  @Test(
    "a table",
    arguments: [
      (
        "43.2,36.5,red\n45,36.5,red\n", "3:1: error: the point 45.0, 36.5 lies outside the boundary"
      ),
      (
        "36.5,43.2,red\n",
        "2:1: error: longitude and latitude of this point are swapped: 43.2, 36.5"
      ),
      ("36.5,143.2,red\n", "2:6: error: latitude 143.2 is not between -90 and 90; are longitude"),
      ("243.2,36.5,red\n", "2:1: error: longitude 243.2 is not between -180 and 180\n"),
      ("east,36.5,red\n", "2:1: error: longitude \"east\" is not a number"),
      ("43.2,,red\n", "2:6: error: latitude is empty"),
      (
        "43.2,36.5,rad\n",
        "2:11: error: unknown held_by \"rad\": it is neither an actor's id nor a side's "
      ),
      (
        "43.2,36.5,Atlantis\n",
        "2:11: error: unknown held_by \"Atlantis\": it is neither an actor's id"
      ),
      ("43.2,36.5\n", "2:1: error: this row has 2 fields and the header has 3"),
      ("", "1:1: error: the table has no point: below its header there is a row for each"),
    ])
  func table(rows: String, beginning: String) throws {
    let result = try score("longitude,latitude,held_by\n" + rows, as: "points.csv")
    expectFailure(65, "points.csv:" + beginning, of: result)
  }

  @Test("an unknown holder is told with the nearest one, or with all")
  func suggestion() throws {
    let header = "longitude,latitude,held_by\n"
    #expect(
      try score(header + "43.2,36.5,rad\n", as: "points.csv").errors
        .hasSuffix("in actors.csv; did you mean red?\n"))
    #expect(
      try score(header + "43.2,36.5,Atlantis\n", as: "points.csv").errors
        .hasSuffix("in actors.csv; write one of red, blue, crimson, contested, unknown\n"))
  }

  @Test("several faults are one sentence and how many more there are")
  func several() throws {
    let result = try score(
      "longitude,latitude,held_by\n45,36.5,red\n46,36.5,red\n47,36.5,red\n", as: "points.csv")
    expectFailure(65, "points.csv:2:1: error: the point 45.0, 36.5", of: result)
    #expect(result.errors.hasSuffix("\n(and 2 more in this file)\n"))
  }

  @Test("a table without the columns, an empty one, and one with semicolons")
  func columns() throws {
    expectFailure(
      65, "points.csv:1:1: error: the header lacks the columns \"longitude\", \"held_by\"\n",
      of: try score("lon,latitude,holder\n43.2,36.5,red\n", as: "points.csv"))
    expectFailure(
      65, "points.csv:1:1: error: the file is empty", of: try score("", as: "points.csv"))
    expectFailure(
      65, "points.csv:1:1: error: the header lacks the columns",
      of: try score(
        "longitude;latitude;held_by\n", as: "points.csv"))
  }

  private static func feature(_ geometry: String, _ properties: String = "{\"holder\": \"red\"}")
    -> String
  {
    "{\"type\": \"Feature\", \"properties\": \(properties), \"geometry\": \(geometry)}"
  }

  private static func polygon(_ ring: String) -> String {
    "{\"type\": \"Polygon\", \"coordinates\": [[\(ring)]]}"
  }

  private static let box = polygon("[43, 36], [44, 36], [44, 37], [43, 37], [43, 36]")

  @Test(
    "GeoJSON",
    arguments: [
      (
        feature("{\"type\": \"Point\", \"coordinates\": [43, 36]}"),
        "1:1: error: no feature has polygons: points are read from a CSV table"
      ),
      (
        "{\"type\": \"FeatureCollection\", \"features\": []}", "1:1: error: no feature has polygons"
      ),
      (
        feature(box, "{\"owner\": \"red\"}"),
        "1:1: error: the feature has no property \"holder\", which holds the holder: name another "
          + "with --property; it has owner"
      ),
      (feature(box, "null"), "1:1: error: the feature has no property \"holder\""),
      (feature(box, "{\"holder\": 3}"), "1:46: error: holder is a string or null, but this is a n"),
      (
        feature(box, "{\"holder\": \"bleu\"}"),
        "1:46: error: unknown holder \"bleu\": it is neither"
      ),
      (
        feature(polygon("[43, 36], [44, 37], [44, 36], [43, 37], [43, 36]")),
        "1:66: error: the polygon crosses itself near 43.5, 36.5: mend its ring there"
      ),
      (
        feature(polygon("[43, 36], [44, 37], [44, 36]")),
        "1:102: error: a ring needs at least four positions"
      ),
      (
        feature(polygon("[43, 36], [44, 36], [44, 37], [43, 37]")),
        "1:102: error: a ring ends where it begins"
      ),
      (
        feature(polygon("[3, 36], [4, 36], [4, 37], [3, 36]")),
        "1:66: error: no polygon lies inside the boundary\n"
      ),
      (
        feature(polygon("[36, 43], [37, 43], [37, 44], [36, 43]")),
        "1:66: error: no polygon lies inside the boundary: longitude comes first"
      ),
      (
        feature(
          box, "{\"holder\": \"red\", \"start\": \"2020-01-06T00:00:00Z\", \"end\": \"2020-01-07\"}"
        ),
        "1:1: error: no feature has 2020-01-05 between its start and end"
      ),
      ("[1, 2]", "1:1: error: GeoJSON is an object, but this is an array"),
      ("{\"type\": \"FeatureCollection\"", "1:"),
    ])
  func geoJSON(text: String, beginning: String) throws {
    expectFailure(65, "truth.geojson:" + beginning, of: try score(text, as: "truth.geojson"))
  }

  @Test("a file that is not there, or is a folder, is exit code 66")
  func missing() throws {
    let stage = try Stage()
    expectFailure(
      66, "nowhere.csv: error: there is no such file\n",
      of: try stage.run("score nowhere.csv --on 2020-01-05"))
    expectFailure(
      66, ".: error: this is a folder: name a CSV or GeoJSON file\n",
      of: try stage.run("score . --on 2020-01-05"))
  }

  @Test(
    "what cannot be meant is exit code 64",
    arguments: [
      ("--on 2020-01-05 --share 0", "Error: A share is above 0 and at most 1"),
      ("--on 2020-01-05 --share 1.01", "Error: A share is above 0 and at most 1"),
      ("--on 2020-01-05 --share nan", "Error: A share is above 0 and at most 1"),
      ("--on 2020-01-05 --share half", "Error: The value 'half' is invalid for '--share <share>'"),
      ("--on 2020-01-05 --seed x", "Error: The value 'x' is invalid for '--seed <number>'"),
      (
        "--on 2020-01-05 --infer guess",
        "Error: The value 'guess' is invalid for '--infer <method>': there is no method \"guess\"; "
          + "the methods are nearest, kriging"
      ),
      ("--on 2020-02-01", "2020-02-01 is outside the theatre, which runs from 2020-01-01 to "),
      ("", "Error: Missing expected argument '--on <date>'"),
    ])
  func usage(options: String, beginning: String) throws {
    let stage = try Stage()
    try stage.folder.write("longitude,latitude,held_by\n43.2,36.5,red\n", to: "points.csv")
    expectFailure(64, beginning, of: try stage.run("score points.csv \(options)"))
  }

  @Test("a theatre at fault is told as by every command")
  func badTheatre() throws {
    let stage = try Stage { $0.placeRows.append("x,X,,town,95,43,,land,test,") }
    try stage.folder.write("longitude,latitude,held_by\n43.2,36.5,red\n", to: "points.csv")
    expectFailure(
      65, "\(stage.folder.path)/places.csv:9:11: error: latitude 95",
      of: try stage.run("score points.csv --on 2020-01-05"))
  }
}
