import Foundation
import TestSupport
import Testing

/// What the commands say of fighting that no report places. If one of these fails, a reader is told that a quarter is
/// fought over because its city is, or is not told that the city is.
@Suite("Fighting somewhere in a region, as the commands tell it")
struct RegionFightingTests {
  private func stage() throws -> Stage {
    try Stage {
      $0.placeRows.append("empty,Empty Land,,district,36.5,43.5,,land,test,")
      $0.reportRows += [
        "r8,2020-01-20,,westland,blue,contested,paper,,1,",
        "r9,2020-01-21,,empty,red,entered,paper,,2,",
      ]
    }
  }

  private struct Fight: Decodable, Equatable {
    let region: String
    let actor: String
    let report: String
  }

  private struct Reply: Decodable {
    let fighting: [Fight]
  }

  private static let told = "Fighting somewhere in Westland since 2020-01-20: Blue."

  @Test("status says it in a sentence and in JSON, on its days alone")
  func status() throws {
    let stage = try stage()
    #expect(try stage.text("status --on 2020-01-20").contains("\n\n\(Self.told)\n"))
    #expect(try !stage.text("status --on 2020-01-19").contains("Fighting somewhere"))
    let reply: Reply = try stage.json("status --on 2020-01-20")
    #expect(reply.fighting == [Fight(region: "westland", actor: "blue", report: "r8")])
  }

  @Test("explain says it of a place in the region, and that no report says that it is there")
  func explain() throws {
    let stage = try stage()
    let text = try stage.text("explain south-west --on 2020-01-20")
    #expect(text.contains("\(Self.told) (r8 (B1))\nNo report says that it is here.\n"))
    #expect(try !stage.text("explain south-east --on 2020-01-20").contains("Fighting somewhere"))
    let reply: Reply = try stage.json("explain south-west --on 2020-01-20")
    #expect(reply.fighting == [Fight(region: "westland", actor: "blue", report: "r8")])
  }

  @Test("history of the region has a line for it, also of a region without a place on the map")
  func history() throws {
    let stage = try stage()
    let line = "2020-01-20         Blue                      r8 (B1)"
    #expect(try stage.text("history westland").contains(line))
    let text = try stage.text("history empty")
    #expect(text.contains("2020-01-21         Red                       r9 (B2)"), "\(text)")
  }
}
