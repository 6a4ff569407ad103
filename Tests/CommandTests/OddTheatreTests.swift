import Foundation
import TestSupport
import Testing

@Suite("An odd but right theatre is drawn")
struct OddTheatreTests {
  /// The status on a day, once every command that draws has run without a fault.
  private func status(
    on day: String = "2020-01-05", _ change: (inout SmallTheatre) -> Void
  ) throws -> StatusReply {
    let stage = try Stage(change)
    _ = try stage.text("check")
    try #require(stage.run("snapshots --out maps").status == 0)
    for command in ["fronts", "pockets", "status"] { _ = try stage.text("\(command) --on \(day)") }
    let reply: StatusReply = try stage.json("status --on \(day)")
    #expect(reply.areaKm2.values.reduce(0, +).isClose(to: 9_941.64, relative: 1e-4))
    return reply
  }

  private static let header = ["land,Land,,country,36.5,43.5,,,test,"]
  private static let report = ["r1,2020-01-02,,land,red,control,paper,1,3,"]

  @Test("two places on one spot share their ground and every report on it")
  func oneSpot() throws {
    let reply = try status {
      $0.placeRows.append("twin,Twin,,town,36.75,43.25,,westland,test,")
      $0.reportRows.append("r3,2020-01-04,,twin,blue,control,paper,1,3,")
    }
    #expect(reply.places.map(\.id).contains("twin"))
    for place in reply.places where ["twin", "north-west"].contains(place.id) {
      #expect(place.holder == "blue")
      #expect(place.report == "r3")
    }
  }

  @Test("three places in a line, as on a straight road")
  func line() throws {
    let reply = try status {
      $0.placeRows =
        Self.header
        + [43.1, 43.2, 43.3].map { "x\($0),X \($0),,town,36.5,\($0),,land,test," }
      $0.reportRows = Self.report
    }
    #expect(reply.places.count == 3)
    #expect(reply.places.map(\.holder) == ["red", "red", "red"])
  }

  @Test("the ground of one place is all of its bank, and a bank without a place is unknown")
  func onePlace() throws {
    let reply = try status {
      $0.placeRows = Self.header + ["x,X,,town,36.5,43.2,,land,test,"]
      $0.reportRows = Self.report
    }
    #expect(reply.places.map(\.id) == ["x"])
    let red = try #require(reply.areaKm2["red"])
    let unknown = try #require(reply.areaKm2["unknown"])
    #expect(red.isClose(to: unknown, relative: 1e-3))
    #expect(reply.frontKm == 0)
  }

  @Test("before the first report nobody is known to hold anything")
  func beforeReports() throws {
    let reply = try status(on: "2020-01-01") { $0.reportRows = Self.report }
    #expect(Set(reply.areaKm2.keys) == ["unknown"])
    #expect(Set(reply.places.map(\.status)) == ["unknown"])
    #expect(reply.places.map(\.holder) == [nil, nil, nil, nil])
    #expect(reply.frontKm == 0)
  }

  @Test("without any report the map is unknown ground")
  func noReports() throws {
    let reply = try status { $0.reportRows = [] }
    #expect(Set(reply.areaKm2.keys) == ["unknown"])
    #expect(reply.places.count == 4)
  }

  @Test("with only a region the map is unknown ground and no places")
  func onlyARegion() throws {
    let reply = try status {
      $0.placeRows = Self.header
      $0.reportRows = []
    }
    #expect(reply.places.isEmpty)
    #expect(Set(reply.areaKm2.keys) == ["unknown"])
  }

  @Test("without any place at all too")
  func noPlaces() throws {
    let reply = try status {
      $0.placeRows = []
      $0.reportRows = []
    }
    #expect(Set(reply.areaKm2.keys) == ["unknown"])
  }

  @Test("without a river all places are on one bank")
  func noRiver() throws {
    let reply = try status { $0.settings = $0.settings.replacing("\"river.geojson\"", with: "") }
    #expect(reply.places.map(\.holder) == ["red", "red", "blue", "blue"])
    #expect(reply.frontKm.isClose(to: 110.968, within: 0.1))
  }

  @Test("a place on the river and one on the edge of the map have ground")
  func onTheLine() throws {
    let reply = try status {
      $0.placeRows += [
        "bridge,Bridge,,town,36.5,43.5,,westland,test,",
        "corner,Corner,,town,36,43,,westland,test,",
      ]
    }
    #expect(reply.places.contains { $0.id == "bridge" })
  }
}
