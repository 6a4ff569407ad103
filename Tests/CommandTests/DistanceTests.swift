import Foundation
import TestSupport
import Testing

@Suite("geotrack distance")
struct DistanceTests {
  @Test("the JSON has both ends, kilometres, miles and the direction")
  func json() throws {
    let reply: DistanceReply = try Stage().json("distance north-west south-west")
    #expect(reply.from.id == "north-west")
    #expect(reply.from.name == "North West")
    #expect(reply.from.longitude == 43.25)
    #expect(reply.from.latitude == 36.75)
    #expect(reply.to.id == "south-west")
    // Half a degree of the meridian around 36.5° north.
    #expect(reply.distanceKm.isClose(to: 55.484, within: 0.001))
    #expect(reply.distanceMi.isClose(to: reply.distanceKm / 1.609_344, relative: 1e-6))
    #expect(reply.azimuthDeg.isClose(to: 180, within: 1e-6))
    #expect(reply.compass == "S")
    let output = try Stage().run("distance north-west south-west --json").output
    #expect(
      try keys(of: output).isSuperset(of: [
        "from", "to", "distance_km", "distance_mi", "azimuth_deg", "compass",
      ]))
  }

  @Test("the text names both places, the distance and the direction")
  func text() throws {
    let text = try Stage().text("distance north-west south-west")
    #expect(
      text == """
        North West → South West
        55.5 km (34.5 mi), azimuth 180° (S)
        The coordinates are known to 0.5 km and 0.5 km.

        """)
  }

  @Test("the distance to the front is to its nearest point on the day asked for")
  func front() throws {
    let stage = try Stage { $0.reportRows.append("r3,2020-01-05,,north-east,red,control,paper,,,") }
    let before: DistanceReply = try stage.json("distance north-west --front --on 2020-01-04")
    #expect(before.from.id == "north-west")
    #expect(before.to.id == nil)
    #expect(before.to.longitude.isClose(to: 43.5, within: 0.001))
    // A quarter of a degree of the parallel 36.75° north.
    #expect(before.distanceKm.isClose(to: 22.33, within: 0.02))
    #expect(before.compass == "E")
    let after: DistanceReply = try stage.json("distance north-west --front --on 2020-01-05")
    #expect(after.distanceKm > before.distanceKm + 5)
    let text = try stage.text("distance north-west --front --on 2020-01-04")
    #expect(text.hasPrefix("North West → the front on 2020-01-04, between Red and Blue\n22.3 km"))
  }

  @Test("a day without a front is said, not measured")
  func noFront() throws {
    let stage = try Stage { $0.reportRows = [] }
    expectFailure(
      64, "there is no front on 2020-01-04",
      of: try stage.run("distance north-west --front --on 2020-01-04"))
  }

  private static let mosul = packageFolder.appending(path: "Data/mosul")

  @Test(
    "from Hatra to Mosul it is as far as another program says",
    .enabled(
      if: FileManager.default.fileExists(atPath: mosul.appending(path: "places.csv").path),
      "the built-in theatre is not there"))
  func hatra() throws {
    let result = try geotrack(["distance", "Hatra", "Mosul", "--json"], in: packageFolder)
    try #require(result.status == 0, "\(result.errors)")
    let reply = try decoded(result.output, as: DistanceReply.self)
    // echo "35.58806 42.71833 36.335 43.11889" | geod +ellps=WGS84 -I -F %.3f
    #expect(reply.from.latitude == 35.58806)
    #expect(reply.from.longitude == 42.71833)
    #expect(reply.to.latitude == 36.335)
    #expect(reply.to.longitude == 43.11889)
    #expect(reply.distanceKm.isClose(to: 90.413_162, within: 1e-6))
  }
}

@Suite("A question about places needs no reports")
struct PlacesOnlyTests {
  private static let questions = ["distance north-west south-west", "locate north-west"]

  @Test("tables that only a map needs may be wrong or missing", arguments: questions)
  func reportsAreNotRead(question: String) throws {
    let expected = try Stage().text(question)
    let stage = try Stage { $0.reportRows.append("r3,never,,nowhere,nobody,held,none,,,") }
    for file in ["actors.csv", "sources.csv", "river.geojson"] { try stage.folder.remove(file) }
    #expect(try stage.text(question) == expected)
  }

  @Test("places, boundary and settings have to be right", arguments: questions)
  func placesAreChecked(question: String) throws {
    let swapped = try Stage { $0.placeRows.append("x,X,,town,43.2,36.7,,land,test,") }
    expectFailure(
      65, "\(swapped.folder.path)/places.csv:9:11: error: longitude and latitude of \"x\"",
      of: try swapped.run(question))
    let crossed = try Stage {
      $0.boundary = """
        {"type": "Polygon", "coordinates": [[[43, 36], [44, 37], [44, 36], [43, 37], [43, 36]]]}
        """
    }
    expectFailure(
      65, "\(crossed.folder.path)/boundary.geojson:1:1: error: the boundary \"0\" crosses itself",
      of: try crossed.run(question))
    let endless = try Stage {
      $0.settings = $0.settings.replacing("2020-02-01", with: "2019-02-01")
    }
    expectFailure(
      65, "\(endless.folder.path)/theatre.json:5:10: error: the end 2019-02-01 is not after",
      of: try endless.run(question))
    let missing = try Stage()
    try missing.folder.remove("boundary.geojson")
    expectFailure(
      66, "\(missing.folder.path)/boundary.geojson: error: the theatre has no such file",
      of: try missing.run(question))
  }

  @Test("of the places outside only those that were asked for are told")
  func outside() throws {
    let stage = try Stage {
      $0.placeRows += ["far,Far,,town,30,40,,,test,", "farther,Farther,,town,29,40,,,test,"]
    }
    let result = try stage.run("distance far north-west")
    #expect(result.status == 0)
    #expect(
      result.errors == "\(stage.folder.path)/places.csv:9:15: warning: \"far\" lies outside the "
        + "boundary: it counts for distances only\n")
  }
}
