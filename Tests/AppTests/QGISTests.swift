import Foundation
import GeoJSON
import Geometry
import TestSupport
import Testing
import TheatreModel

/// The layers of the built-in theatre in the real QGIS. If this fails, pressing play shows nothing,
/// or somebody else's ground.
@Suite("In QGIS", .enabled(if: areAppTestsAskedFor, "run Scripts/test --apps"))
struct QGISTests {
  private static let dates = ["2016-10-16", "2016-11-05", "2016-11-17", "2017-02-20", "2017-07-10"]

  @Test("every layer opens with its period, and each place has its holder's colour on five dates")
  func frames() throws {
    let folder = try TemporaryFolder()
    let theatre = packageFolder.appending(path: "Data/mosul").path
    let geotrack = builtProgram("geotrack")
    let written = try run(
      geotrack, ["snapshots", "--theatre", theatre, "--out", folder.path + "/layers"])
    try #require(written.status == 0, "\(written.errors)")
    try folder.write(try expectations(theatre), to: "expected.json")
    let result = try run(
      URL(filePath: "/usr/bin/python3"),
      [
        packageFolder.appending(path: "Tests/AppTests/Programs/qgis_layers.py").path,
        folder.path + "/layers", folder.path + "/expected.json",
      ], environment: ["QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": folder.path])
    #expect(result.status == 0, "\(result.output)\n\(result.errors)")
    #expect(result.output.contains("places checked"))
  }

  /// Writes a project into a folder, moves the folder, and has QGIS hold it against what it must show.
  private func openProject(
    of theatre: String, _ options: [String] = [], expecting expected: [String: Any]
  ) throws {
    let folder = try TemporaryFolder()
    let written = try run(
      builtProgram("geotrack"),
      ["qgis", "--theatre", theatre, "--out", folder.path + "/made/map.qgs"] + options)
    try #require(written.status == 0, "\(written.errors)")
    try FileManager.default.moveItem(
      atPath: folder.path + "/made", toPath: folder.path + "/moved here")
    try folder.write(try JSONSerialization.data(withJSONObject: expected), to: "expected.json")
    let result = try run(
      URL(filePath: "/usr/bin/python3"),
      [
        packageFolder.appending(path: "Tests/AppTests/Programs/qgis_project.py").path,
        folder.path + "/moved here/map.qgs", folder.path + "/expected.json",
      ], environment: ["QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": folder.path])
    #expect(result.status == 0, "\(result.output)\n\(result.errors)")
    #expect(result.output.contains("places checked"))
  }

  @Test(
    "the project opens after its folder was moved, plays the days, shows each place, and prints")
  func project() throws {
    let theatre = packageFolder.appending(path: "Data/mosul").path
    let places = try JSONSerialization.jsonObject(with: try expectations(theatre))
    try openProject(
      of: theatre, ["--on", "2016-11-17"],
      expecting: [
        "since": "2016-10-16", "end": "2017-08-01", "crs": "EPSG:32638",
        "title": "The battle of Mosul, October 2016 to July 2017",
        "bookmarks": ["Mosul", "Tal Afar", "Hatra (ruins)"], "layout_date": "17 November 2016",
        "words": [
          "Front lines", "contested: fighting inside", "Islamic State", "Pockets", "GSHHG",
        ], "dates": places,
      ])
  }

  @Test("a band of uncertain ground, a plane by its parameters, names that are markup")
  func otherProjects() throws {
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing(
      "A box with a river", with: "<b>A box</b> [% env('HOME') %] &amp; 'more'")
    theatre.actors = theatre.actors.replacing("Blue", with: "<i>Blue</i> [% 1 + 1 %]")
    let folder = try theatre.write()
    try openProject(
      of: folder.path, ["--infer", "kriging"],
      expecting: [
        "since": "2020-01-01", "end": "2020-02-01",
        "crs": "+proj=laea +lat_0=36.5 +lon_0=43.5 +datum=WGS84",
        "title": "<b>A box</b> [% env('HOME') %] &amp; 'more'",
        "layout_title": "<b>A box</b> [ % env('HOME') %] &amp; 'more'", "bookmarks": [],
        "layout_date": "31 January 2020",
        "words": ["Where the line is uncertain", "<i>Blue</i> [ % 1 + 1 %]"],
        "dates": [String: Any](),
      ])
  }

  @Test("a theatre with no report opens without a bad layer")
  func silentProject() throws {
    var theatre = SmallTheatre()
    theatre.reportRows = []
    let folder = try theatre.write()
    try openProject(
      of: folder.path,
      expecting: [
        "since": "2020-01-01", "end": "2020-02-01",
        "crs": "+proj=laea +lat_0=36.5 +lon_0=43.5 +datum=WGS84", "title": "A box with a river",
        "bookmarks": [], "layout_date": "31 January 2020", "words": ["nobody known"],
        "dates": [String: Any](),
      ])
  }

  /// What QGIS must show: for each date each place with its holder's colour.
  private func expectations(_ folder: String) throws -> Data {
    let theatre = try #require(Theatre.read(folder: folder).theatre)
    var expected: [String: [[String: Any]]] = [:]
    for date in Self.dates {
      let result = try run(
        builtProgram("geotrack"), ["status", "--on", date, "--json", "--theatre", folder])
      try #require(result.status == 0, "\(result.errors)")
      let status = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let places = try #require(status["places"] as? [[String: Any]])
      expected[date] = try places.map { try expectation($0, in: theatre) }
    }
    return try JSONSerialization.data(withJSONObject: expected)
  }

  private func expectation(_ state: [String: Any], in theatre: Theatre) throws -> [String: Any] {
    let place = try #require(theatre.places.first { $0.id == state["id"] as? String })
    let holder = theatre.actors.first { $0.id == state["holder"] as? String }
    return [
      "id": place.id, "longitude": place.position.longitude, "latitude": place.position.latitude,
      "color": holder?.color ?? "#d9d9d9", "isContested": state["status"] as? String == "contested",
    ]
  }
}
