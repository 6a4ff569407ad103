import Foundation
import Geometry
import TestSupport
import Testing
import Theatre

/// The built-in theatre and small ones in the real QGIS. If this fails, pressing play shows nothing, or
/// somebody else's ground.
@Suite("In QGIS", .enabled(if: areAppTestsAskedFor, "run Scripts/test --apps"))
struct QGISTests {
  private static let dates = ["2016-10-16", "2016-11-05", "2016-11-17", "2017-02-20", "2017-07-10"]

  /// The map that is shipped: other tests hold it against what the program writes, byte for byte.
  private static let shipped = packageFolder.appending(path: "GeoJSON")

  @Test("every layer opens with its period, and each place has its holder's colour on five dates")
  func frames() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      try JSONSerialization.data(withJSONObject: expectations()), to: "expected.json")
    try expectNoFault(in: "qgis_layers.py", Self.shipped.path, folder)
  }

  @Test("the project opens where it was moved to, plays the days, shows each place, and prints")
  func project() throws {
    try expectNoFault(
      inProject: "mosul.qgs", of: Self.shipped,
      expecting: [
        "since": "2016-10-16", "end": "2017-08-01", "crs": "EPSG:32638",
        "title": "The battle of Mosul, October 2016 to July 2017",
        "bookmarks": ["Mosul", "Tal Afar", "Hatra (ruins)"], "layout_date": "31 July 2017",
        "words": [
          "Front lines", "Control", "Islamic State", "Pockets", "GSHHG",
        ], "dates": try expectations(),
      ])
  }

  @Test("a band of uncertain ground, a plane by its parameters, names that are markup")
  func otherProjects() throws {
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing(
      "A box with a river", with: "<b>A box</b> [% env('HOME') %] &amp; 'more'")
    theatre.actors = theatre.actors.replacing("Blue", with: "<i>Blue</i> [% 1 + 1 %]")
    theatre.placeRows.append("fifth,Fifth,,village,36.5,43.1,0.5,,test,")
    theatre.reportRows.append("r3,2020-01-10,,north-west,blue,control,paper,1,3,")
    try expectNoFault(
      inProjectOf: theatre, ["--infer", "kriging", "--on", "2020-01-17"],
      expecting: [
        "title": "<b>A box</b> [% env('HOME') %] &amp; 'more'",
        "layout_title": "<b>A box</b> [ % env('HOME') %] &amp; 'more'",
        "layout_date": "17 January 2020",
        "words": ["Where the line is uncertain", "<i>Blue</i> [ % 1 + 1 %]"],
      ])
  }

  @Test("a theatre with no report opens without a bad layer")
  func silentProject() throws {
    var theatre = SmallTheatre()
    theatre.reportRows = []
    try expectNoFault(inProjectOf: theatre, expecting: ["words": ["nobody known"]])
  }

  /// Writes the project of a small theatre, and has QGIS hold it against what it must show.
  private func expectNoFault(
    inProjectOf theatre: SmallTheatre, _ options: [String] = [],
    expecting expected: [String: Any]
  ) throws {
    let folder = try theatre.write()
    let written = try run(
      builtProgram("geotrack"),
      ["qgis", "--theatre", folder.path, "--out", folder.path + "/map/map.qgs"] + options)
    try #require(written.status == 0, "\(written.errors)")
    var all: [String: Any] = [
      "since": "2020-01-01", "end": "2020-02-01", "title": "A box with a river",
      "bookmarks": [String](),
      "crs":
        "+proj=tmerc +lat_0=36.5 +lon_0=43.5 +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs",
      "layout_date": "31 January 2020", "dates": [String: Any](),
    ]
    all.merge(expected) { $1 }
    try expectNoFault(
      inProject: "map.qgs", of: URL(filePath: folder.path + "/map"), expecting: all)
  }

  /// Puts a folder with a project elsewhere, and has QGIS hold it against what it must show.
  private func expectNoFault(
    inProject name: String, of made: URL, expecting expected: [String: Any]
  ) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: made, to: URL(filePath: folder.path + "/moved here"))
    try folder.write(try JSONSerialization.data(withJSONObject: expected), to: "expected.json")
    try expectNoFault(in: "qgis_project.py", folder.path + "/moved here/\(name)", folder)
  }

  /// Runs a program of QGIS' Python on a map, and expects that it finds no fault.
  private func expectNoFault(in program: String, _ map: String, _ folder: TemporaryFolder) throws {
    let result = try runQGISProgram(program, [map, folder.path + "/expected.json"], folder)
    #expect(result.status == 0, "\(result.output)\n\(result.errors)")
    #expect(result.output.contains("places checked"))
  }

  /// What QGIS must show: for each date each place with its holder's colour.
  private func expectations() throws -> [String: Any] {
    var expected: [String: Any] = [:]
    for date in Self.dates {
      expected[date] = try BuiltInTheatre.places(on: date).map { place, color, isContested in
        [
          "id": place.id, "longitude": place.position.longitude,
          "latitude": place.position.latitude, "color": color, "isContested": isContested,
        ] as [String: Any]
      }
    }
    return expected
  }
}
