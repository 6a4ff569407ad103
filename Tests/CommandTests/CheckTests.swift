import Foundation
import TestSupport
import Testing

@Suite("geotrack check")
struct CheckTests {
  @Test("a right theatre has no finding")
  func nothing() throws {
    let stage = try Stage()
    #expect(try stage.text("check") == "0 errors, 0 warnings, 0 notes\n")
    #expect(try stage.json("check", as: [FindingReply].self).isEmpty)
  }

  private func broken() throws -> Stage {
    try Stage {
      $0.placeRows += ["x,X,,town,95,143,,land,test,", "y,Y,,town,36,200,-2,land,test,"]
      $0.reportRows.append("r3,2020-13,,nort-west,blue,held,paper,1,3,")
      $0.actors += "green,Green,green,green\n"
      $0.boundary = "{"
    }
  }

  @Test("finds everything in one run, by file and line, and ends with 1")
  func text() throws {
    let stage = try broken()
    let result = try stage.run("check")
    #expect(result.status == 1)
    #expect(result.errors == "")
    let lines = result.output.split(separator: "\n")
    #expect(lines.last == "8 errors, 0 warnings, 0 notes")
    let folder = stage.folder.path
    let expected = [
      "actors.csv:5:19: error: ", "boundary.geojson:1:2: error: ", "places.csv:9:11: error: ",
      "places.csv:10:14: error: ", "places.csv:10:18: error: ", "reports.csv:4:4: error: ",
      "reports.csv:4:13: error: ", "reports.csv:4:28: error: ",
    ]
    try #require(lines.count == expected.count + 1, "\(result.output)")
    for (line, beginning) in zip(lines, expected) {
      #expect(line.hasPrefix("\(folder)/\(beginning)"), "\(line)")
    }
  }

  @Test("gives the same findings as JSON")
  func json() throws {
    let result = try broken().run("check --json")
    #expect(result.status == 1)
    let findings: [FindingReply] = try decoded(result.output)
    #expect(
      findings.map(\.file) == [
        "actors.csv", "boundary.geojson", "places.csv", "places.csv", "places.csv", "reports.csv",
        "reports.csv", "reports.csv",
      ])
    #expect(findings.map(\.line) == [5, 1, 9, 10, 10, 4, 4, 4])
    #expect(findings.map(\.column) == [19, 2, 11, 14, 18, 4, 13, 28])
    #expect(Set(findings.map(\.severity)) == ["error"])
    #expect(findings[2].message == "latitude 95 is not between -90 and 90")
  }

  @Test("a finding about a whole file has no line")
  func noLine() throws {
    let stage = try Stage()
    try stage.folder.remove("places.csv")
    let result = try stage.run("check --json")
    let findings: [FindingReply] = try decoded(result.output)
    #expect(findings.map(\.file) == ["places.csv"])
    #expect(findings.map(\.line) == [nil])
    #expect(result.output.contains("\"line\": null") || result.output.contains("\"line\":null"))
  }

  /// One finding that does not stop a map: its severity and its words.
  private func finding(_ change: (inout SmallTheatre) -> Void) throws -> String {
    let stage = try Stage(change)
    let result = try stage.run("check")
    #expect(result.status == 0, "\(result.output)")
    #expect(try stage.run("status --on 2020-01-05").status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2, "\(result.output)")
    return String(try #require(lines.first).trimmingPrefix("\(stage.folder.path)/"))
  }

  @Test("a place outside the boundary is a warning, and can still be measured from")
  func outside() throws {
    let row = "x,X,,town,36.5,45.5,,land,test,"
    #expect(
      try finding { $0.placeRows.append(row) }
        == "places.csv:9:11: warning: \"x\" lies outside the boundary: it counts for distances only"
    )
    let stage = try Stage { $0.placeRows.append(row) }
    let result = try stage.run("distance x land --json")
    #expect(try decoded(result.output, as: DistanceReply.self).distanceKm > 100)
    #expect(
      result.errors.hasSuffix(
        "/places.csv:9:11: warning: \"x\" lies outside the boundary: it counts for distances only\n"
      )
    )
    #expect(try stage.text("distance land north-west").contains("km"))
    let snapshots = try stage.run("snapshots --out maps")
    #expect(snapshots.status == 0 && snapshots.errors.contains("\"x\" lies outside"))
    #expect(try stage.run("check --strict").status == 1)
  }

  @Test("a projection that is not followed is a warning, said once by each command that draws")
  func unfollowedProjection() throws {
    let stage = try Stage { $0.setProjection("+proj=laea +lat_0=36.5 +lon_0=43.5") }
    let check = try stage.run("check")
    #expect(check.status == 0)
    #expect(
      check.output.contains("theatre.json:7:17: warning: \"projection\" is not followed, since"))
    #expect(check.output.hasSuffix("\n0 errors, 1 warning, 0 notes\n"))
    #expect(try stage.run("check --strict").status == 1)
    let map = try stage.run("snapshots --out maps")
    #expect(map.status == 0)
    #expect(map.errors.split(separator: "\n").count == 1, "\(map.errors)")
    #expect(map.errors.contains("/theatre.json:7:17: warning: \"projection\" is not followed"))
  }

  @Test("a barrier that cuts nothing is a warning")
  func barrier() throws {
    let short = "{\"type\": \"LineString\", \"coordinates\": [[43.5, 36.2], [43.5, 36.8]]}"
    #expect(
      try finding { $0.river = short }
        == "river.geojson:1:1: warning: the barrier \"river.geojson\" cuts nothing: it does not "
        + "reach from edge to edge of the boundary, or it lies on another barrier")
  }

  @Test("of two barriers on each other the second cuts nothing")
  func doubledBarrier() throws {
    let line = "{\"type\": \"LineString\", \"coordinates\": [[43.5, 35.9], [43.5, 37.1]]}"
    let feature = { (name: String) in
      "{\"type\": \"Feature\", \"properties\": {\"name\": \"\(name)\"}, \"geometry\": \(line)}"
    }
    let message = try finding {
      $0.river =
        "{\"type\": \"FeatureCollection\", \"features\": [\(feature("one")),\n\(feature("two"))]}"
    }
    #expect(message.hasPrefix("river.geojson:2:") && message.contains("\"two\" cuts nothing"))
  }

  @Test("faults of geometry are found in the same run as faults of the tables")
  func everything() throws {
    let stage = try Stage {
      $0.boundary = """
        {"type": "Polygon", "coordinates": [[[43, 36], [44, 37], [44, 36], [43, 37], [43, 36]]]}
        """
      $0.placeRows.append("swapped,Swapped,,town,43.2,36.2,,land,test,")
      $0.placeRows.append("high,High,,town,95,43.2,,land,test,")
      $0.reportRows.append("bad,2020-01-32,,land,red,control,paper,,3,")
    }
    let text = try stage.run("check").output
    for part in ["crosses itself", "are swapped", "latitude 95", "2020-01-32"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.hasSuffix("4 errors, 0 warnings, 0 notes\n"))
  }

  @Test("an exit away from the boundary is a warning")
  func exit() throws {
    let message = try finding {
      $0.settings = $0.settings.replacing(
        "\"exits\": null", with: "\"exits\": \"exits.geojson\"")
      $0.exits = """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": "south", "properties": {"sides": ["red", "blue"]},
        "geometry": {"type": "LineString", "coordinates": [[43, 36], [44, 36]]}},
        {"type": "Feature", "id": "moon", "properties": {"sides": ["red", "blue"]},
        "geometry": {"type": "LineString", "coordinates": [[40, 30], [41, 30]]}}]}
        """
    }
    #expect(
      message == "exits.geojson:5:13: warning: the exit \"moon\" lies nowhere along the boundary: "
        + "nobody can leave by it")
  }

  @Test("a report that can never show on the map is a note")
  func notes() throws {
    let late = try finding {
      $0.reportRows.append("r3,2020-02-05,2020-02-05,land,red,control,paper,,,")
    }
    #expect(late.hasPrefix("reports.csv:4:1: note: report \"r3\" takes effect on 2020-02-05"))
    let empty = try finding {
      $0.placeRows.append("void,Void,,area,36.5,43.5,,land,test,")
      $0.reportRows.append("r3,2020-01-05,2020-01-05,void,red,control,paper,,,")
    }
    #expect(empty.hasPrefix("reports.csv:4:1: note: report \"r3\" is on \"void\", an area with no"))
  }
}
