import Foundation
import TestSupport
import Testing

private struct LocateReply: Decodable {
  let id: String
  let name: String
  let aliases: [String]
  let kind: String
  let longitude: Double
  let latitude: Double
  let precisionKm: Double?
  let partOf: [String]
  let source: String
}

private struct HistoryReply: Decodable {
  struct State: Decodable {
    let start: String
    let end: String
    let openEnd: Bool
    let holder: String?
    let report: String?
  }

  let place: String
  let region: Bool
  let states: [State]
}

private struct DiffReply: Decodable {
  struct Side: Decodable {
    let side: String
    let wonKm2: Double
    let lostKm2: Double
    let placesWon: [String]
    let placesLost: [String]
  }

  let start: String
  let end: String
  let sides: [Side]
}

@Suite("The JSON of the other commands")
struct OtherReplyTests {
  private func stage() throws -> Stage {
    try Stage { $0.reportRows.append("r3,2020-01-05,,south-west,blue,control,paper,2,2,") }
  }

  @Test("locate: the place as the table has it, and what it is part of")
  func locate() throws {
    let reply: LocateReply = try stage().json("locate north-west")
    #expect(reply.id == "north-west")
    #expect(reply.aliases == ["شمال غرب"])
    #expect(reply.kind == "town")
    #expect(reply.longitude == 43.25)
    #expect(reply.latitude == 36.75)
    #expect(reply.precisionKm == 0.5)
    #expect(reply.partOf == ["westland", "land"])
  }

  @Test("history: states follow each other without a gap, the last open")
  func history() throws {
    let reply: HistoryReply = try stage().json("history south-west")
    #expect(reply.place == "south-west")
    #expect(!reply.region)
    #expect(reply.states.map(\.start) == ["2020-01-01", "2020-01-05"])
    #expect(reply.states.map(\.end) == ["2020-01-05", "2020-02-01"])
    #expect(reply.states.map(\.openEnd) == [false, true])
    #expect(reply.states.map(\.holder) == ["red", "blue"])
    #expect(reply.states.map(\.report) == ["r1", "r3"])
  }

  @Test("diff: what one side wins the other loses")
  func diff() throws {
    let reply: DiffReply = try stage().json("diff 2020-01-01 2020-01-05")
    #expect(reply.start == "2020-01-01")
    #expect(reply.end == "2020-01-05")
    let red = try #require(reply.sides.first { $0.side == "red" })
    let blue = try #require(reply.sides.first { $0.side == "blue" })
    #expect(red.placesLost == ["south-west"])
    #expect(blue.placesWon == ["south-west"])
    #expect(red.lostKm2 == blue.wonKm2)
    #expect(red.lostKm2 > 1_000)
    #expect(red.wonKm2 == 0)
  }

  @Test("snapshots: every file with its size and its checksum")
  func snapshots() throws {
    let stage = try stage()
    let reply: SnapshotsReply = try stage.json("snapshots --out maps")
    #expect(reply.out == "maps")
    #expect(reply.files.count == 10)
    for file in reply.files {
      #expect(try stage.folder.text(of: "maps/\(file.path)").utf8.count == file.bytes)
      #expect(file.sha256.count == 64)
    }
  }
}
