import Foundation
import TestSupport
import Testing

@Suite("Bad input is exit code 65, one sentence with file, line and column, and no output")
struct BadInputTests {
  /// What is wrong with a theatre, and how the sentence begins behind the folder.
  struct Case: CustomTestStringConvertible, Sendable {
    let beginning: String
    let change: @Sendable (inout SmallTheatre) -> Void

    init(_ beginning: String, _ change: @escaping @Sendable (inout SmallTheatre) -> Void) {
      self.beginning = beginning
      self.change = change
    }

    var testDescription: String { beginning }
  }

  private static let cases = [
    Case("places.csv:9:11: error: latitude 95 is not between") {
      $0.placeRows.append("x,X,,town,95,43,,land,test,")
    },
    Case("places.csv:9:18: error: unknown parent \"westlnd\"") {
      $0.placeRows.append("x,X,,town,36,43,,westlnd,test,")
    },
    Case("places.csv:9:22: error: the parents go in a circle: a → a") {
      $0.placeRows.append("a,A,,district,36,43,,a,test,")
    },
    Case("places.csv:9:1: error: the id \"land\" is already used in line 2") {
      $0.placeRows.append("land,A,,town,36,43,,,test,")
    },
    Case("places.csv:9:3: error: a quote is opened here and never closed") {
      $0.placeRows.append("x,\"X,,town,36,43,,,test,")
    },
    Case("places.csv:9:11: error: longitude and latitude of \"x\" are swapped: latitude 36.7 and") {
      $0.placeRows.append("x,X,,town,43.2,36.7,,land,test,")
    },
    Case("reports.csv:4:4: error: \"2016-11-31\" is not a day of the calendar") {
      $0.reportRows.append("r3,2016-11-31,,land,red,control,paper,,,")
    },
    Case("reports.csv:4:16: error: unknown place \"nowhere\"") {
      $0.reportRows.append("r3,2020-01-05,,nowhere,red,control,paper,,,")
    },
    Case("reports.csv:4:25: error: unknown status \"held\"") {
      $0.reportRows.append("r3,2020-01-05,,land,red,held,paper,,,")
    },
    Case("actors.csv:1:1: error: the header lacks the column \"color\"") {
      $0.actors = $0.actors.replacing("color", with: "tint")
    },
    Case("sources.csv:2:27: error: unknown reliability \"x\"") {
      $0.sources = $0.sources.replacing("A paper,,2020-01-01,B", with: "A paper,,2020-01-01,x")
    },
    Case("theatre.json:5:10: error: the end 2019-02-01 is not after the start 2020-01-01") {
      $0.settings = $0.settings.replacing("2020-02-01", with: "2019-02-01")
    },
    Case("theatre.json:7:17: error: \"projection\" is a zone of UTM, EPSG:32601 to 32660 or") {
      $0.setProjection("EPSG:0")
    },
    Case("theatre.json:7:17: error: \"projection\" is a zone of UTM, EPSG:32601 to 32660 or") {
      $0.setProjection("EPSG:4326")
    },
    Case("theatre.json:7:17: error: \"projection\" is a zone of UTM, EPSG:32601 to 32660 or") {
      $0.setProjection("https://epsg.io/32638")
    },
    Case("theatre.json:11:16: error: the crossing \"43.6, 36.5\" lies 9.0 km from the nearest") {
      $0.addSetting("\"crossings\":[[43.6, 36.5]]")
    },
    Case("theatre.json:11:16: error: the crossing \"43.5, 36.5\" crosses nothing, since") {
      $0.settings = $0.settings.replacing("\"river.geojson\"", with: "")
      $0.addSetting("\"crossings\":[[43.5, 36.5]]")
    },
    Case("theatre.json:11:17: error: the position 43.5, 136.5 is not on Earth") {
      $0.addSetting("\"crossings\": [[43.5, 136.5]]")
    },
    Case("theatre.json:11:15: error: \"reach_km\" is a number of kilometres above 0") {
      $0.addSetting("\"reach_km\": 0")
    },
    Case("boundary.geojson:1:1: error: the boundary \"0\" crosses itself near 43.5, 36.5") {
      $0.boundary = """
        {"type": "Polygon", "coordinates": [[[43, 36], [44, 37], [44, 36], [43, 37], [43, 36]]]}
        """
    },
    Case("boundary.geojson:1:1: error: the boundary is made of polygons") {
      $0.boundary = "{\"type\": \"Point\", \"coordinates\": [43, 36]}"
    },
    Case("river.geojson:1:10: error: a colon is missing after") { $0.river = "{ \"type\" 3}" },
  ]

  @Test("the fault is told, and an earlier map stays as it was", arguments: cases)
  func refused(fault: Case) throws {
    let stage = try Stage(fault.change)
    try stage.folder.write("an earlier map", to: "maps/control.geojson")
    let folder = stage.folder.path
    for command in ["snapshots --out maps", "status --on 2020-01-05"] {
      let result = try stage.run(command)
      expectFailure(65, "\(folder)/\(fault.beginning)", of: result)
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }
    #expect(try stage.files(below: "maps") == ["control.geojson"])
    #expect(try stage.folder.text(of: "maps/control.geojson") == "an earlier map")
  }

  @Test("several faults are one sentence and a hint where the others are")
  func several() throws {
    let stage = try Stage {
      $0.placeRows += ["x,X,,town,95,43,,land,test,", "y,Y,,town,96,43,,land,test,"]
    }
    let result = try stage.run("status --on 2020-01-05")
    expectFailure(65, "\(stage.folder.path)/places.csv:9:11: error: latitude 95", of: result)
    #expect(result.errors.hasSuffix("\n(and 1 more: geotrack check lists all)\n"))
  }

  @Test("a theatre that is not there is exit code 66")
  func noTheatre() throws {
    expectFailure(
      66, "nowhere: error: there is no such folder",
      of: try geotrack(["status", "--on", "2020-01-05", "--theatre", "nowhere"]))
  }

  @Test(
    "a file that is not there is exit code 66 and is named",
    arguments: ["places.csv", "theatre.json", "boundary.geojson"])
  func missingFile(name: String) throws {
    let stage = try Stage()
    try stage.folder.remove(name)
    expectFailure(
      66, "\(stage.folder.path)/\(name): error: the theatre has no such file",
      of: try stage.run("status --on 2020-01-05"))
  }

  @Test("a file that is not there is told before the faults that come of it")
  func missingFirst() throws {
    let stage = try Stage {
      $0.measureRows = ["m1,paper,1,count,westland,contested,2,town,2020-01-10,,,,,"]
    }
    try stage.folder.remove("places.csv")
    let result = try stage.run("status --on 2020-01-05")
    expectFailure(
      66, "\(stage.folder.path)/places.csv: error: the theatre has no such file", of: result)
    #expect(result.errors.contains("more: geotrack check lists all)"))
  }
}
