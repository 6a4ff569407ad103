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
      "color": holder?.color ?? "#d9d9d9",
    ]
  }
}
