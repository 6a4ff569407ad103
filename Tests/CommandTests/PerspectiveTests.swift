import Foundation
import TestSupport
import Testing

@Suite("Whose word a command follows, and what was known on a day")
struct PerspectiveTests {
  /// Blue takes the south-west on the fifth, which becomes known on the ninth; red says otherwise.
  private func stage() throws -> Stage {
    try Stage {
      $0.openWest(to: "\"red\", \"blue\"")
      $0.reportRows += [
        "r3,2020-01-05,2020-01-09,south-west,blue,control,paper,2,2,",
        "r4,2020-01-05,,south-west,red,control,reds,,4,",
      ]
    }
  }

  private static let commands = [
    "status --on 2020-01-06", "history south-west", "history westland", "history south-west --both",
    "explain south-west --on 2020-01-06", "explain --at 43.25,36.25 --on 2020-01-06",
    "diff 2020-01-01 2020-01-06", "fronts --on 2020-01-06", "pockets --on 2020-01-06",
    "distance south-west --front --on 2020-01-06",
    "corridor north-west west --held-by red --on 2020-01-06", "check", "check --remnants",
    "conflicts",
    "revisions", "without r4 --on 2020-01-06",
  ]

  @Test("every command that reads the map takes a view and a day", arguments: commands)
  func accepted(command: String) throws {
    let stage = try stage()
    for options in [
      "--view assessed", "--view claimed:red", "--view confirmed", "--known-on 2020-01-06",
      "--view claimed:red --known-on 2020-01-31",
    ] {
      for form in ["", " --json"] {
        let result = try stage.run("\(command) \(options)\(form)")
        // That there is no front or no way is an answer too, with its own exit code.
        #expect(
          result.status == 0 || !result.errors.hasPrefix("Error"), "\(options): \(result.errors)")
      }
    }
    #expect(
      try stage.run("\(command) --view assessed").output == stage.run(command).output)
    #expect(
      try stage.run("\(command) --known-on 2020-01-31").status == stage.run(command).status)
  }

  @Test(
    "a map can be scored by what was known",
    arguments: ["--known-on 2020-01-06", "--view confirmed"])
  func score(options: String) throws {
    let stage = try stage()
    try stage.folder.write("longitude,latitude,held_by\n43.25,36.25,red\n", to: "points.csv")
    #expect(try stage.text("score points.csv --on 2020-01-06").contains(" 100.00 %\n"))
    let reply: ScoreReply = try stage.json("score points.csv --on 2020-01-06 \(options)")
    // Red still held it by what was known; two sources say nothing of it.
    #expect(reply.disagreement == (options.hasPrefix("--known") ? 0 : 1))
  }

  @Test("an unknown side is refused with the places where the sides are named", arguments: commands)
  func unknownSide(command: String) throws {
    let stage = try stage()
    let table = "\(stage.folder.path)/actors.csv"
    expectFailure(
      64, "there is no side \"green\": the sides are red (\(table):2:9), blue (\(table):4:11)\n",
      of: try stage.run("\(command) --view claimed:green"))
  }

  @Test("a side is found without regard to case")
  func sideInCapitals() throws {
    let stage = try stage()
    #expect(
      try stage.text("status --on 2020-01-06 --view claimed:RED")
        == stage.text("status --on 2020-01-06 --view claimed:red"))
  }

  @Test("an id that a report and a source share is refused, since either may be meant")
  func sharedID() throws {
    let stage = try Stage {
      $0.reportRows.append("paper,2020-01-05,,north-west,blue,control,paper,,3,")
    }
    expectFailure(
      64, "\"paper\" is the id of a report and of a source: give one of them another\n",
      of: try stage.run("without paper --on 2020-01-06"))
  }

  @Test("check says how many reports count as known though nobody says since when")
  func undated() throws {
    let stage = try Stage {
      $0.sources = $0.sources.replacing("paper,A paper,,2020-01-01", with: "paper,A paper,,")
    }
    #expect(
      try stage.text("check").contains(
        "sources.csv: note: 1 source has no date in the column published, so 2 of 2 reports count as known when they "
          + "take effect\n"))
  }

  @Test("that no source favours a side is said on standard error, and the map is empty")
  func noSource() throws {
    let result = try stage().run("status --on 2020-01-06 --view claimed:blue")
    #expect(result.status == 0)
    #expect(result.errors.contains("/sources.csv: warning: no source favours \"blue\""))
    #expect(result.output.contains("\nunknown  9,942 km²  100.0 %"))
  }

  @Test("status says whose map it is, in words and as JSON")
  func status() throws {
    let stage = try stage()
    let reply: StatusReply = try stage.json("status --on 2020-01-06 --known-on 2020-01-08")
    #expect(reply.knownOn == "2020-01-08" && reply.view == "assessed")
    #expect(reply.places.map(\.holder) == ["red", "red", "blue", "blue"])
    let later: StatusReply = try stage.json("status --on 2020-01-06 --known-on 2020-01-09")
    #expect(later.places.map(\.holder) == ["red", "blue", "blue", "blue"])
    let claimed: StatusReply = try stage.json("status --on 2020-01-06 --view claimed:red")
    #expect(claimed.knownOn == nil && claimed.view == "claimed:red")
    // What red's own bulletin says, and what is inferred from it on its bank.
    #expect(claimed.places.map(\.holder) == ["red", "red", nil, nil])
    #expect(claimed.places[2].confidence == nil)
    let text = try stage.text("status --on 2020-01-06 --view claimed:red --known-on 2020-01-08")
    #expect(
      text.hasPrefix(
        "A box with a river\n2020-01-06, as the sources of red tell it, as known on 2020-01-08\n"))
  }

  @Test("status tells what the unknown day of a report leaves open")
  func uncertainDates() throws {
    let stage = try Stage {
      $0.reportRows.append("r3,2020-01-10/2020-01-14,,north-west,blue,control,paper,,3,")
    }
    let reply: StatusReply = try stage.json("status --on 2020-01-12")
    #expect(reply.places.map(\.dateUncertain) == [true, false, false, false])
    let area = try #require(reply.areaKm2["red"])
    #expect(reply.areaHighKm2["red"] == area)
    let blue = try #require(reply.areaHighKm2["blue"])
    #expect(blue.isClose(to: (reply.areaLowKm2["blue"] ?? 0) + 2_478, within: 1))
    let text = try stage.text("status --on 2020-01-12")
    #expect(
      text.contains(
        "\nMay be in another state, because the day of a report is not known: North West\n"))
    #expect(
      text.contains(
        "The days of some reports are not known: Red 2,493 to 4,971 km², Blue 4,971 to 7,449 km²\n")
    )
    #expect(try !stage.text("status --on 2020-01-14").contains("are not known"))
  }

  @Test(
    "snapshots of a view go into a folder that names it, with it in the manifest and nothing later")
  func snapshots() throws {
    let stage = try stage()
    _ = try stage.text("snapshots")
    let whole = try stage.contents(below: "GeoJSON")
    _ = try stage.text("snapshots --view claimed:red --known-on 2020-01-31")
    _ = try stage.text("snapshots --view confirmed")
    _ = try stage.text("snapshots --known-on 2020-01-08")
    #expect(try stage.contents(below: "GeoJSON") == whole)
    for (folder, view, knownOn) in [
      ("GeoJSON", "assessed", "null"), ("GeoJSON-confirmed", "confirmed", "null"),
      ("GeoJSON-claimed-red-known-2020-01-31", "claimed:red", "\"2020-01-31\""),
      ("GeoJSON-known-2020-01-08", "assessed", "\"2020-01-08\""),
    ] {
      let manifest = try stage.folder.text(of: "\(folder)/manifest.json")
      #expect(manifest.contains("\n  \"view\": \"\(view)\",\n"), "\(folder)")
      #expect(manifest.contains("\n  \"known_on\": \(knownOn),\n"), "\(folder)")
    }
    let known = try stage.folder.text(of: "GeoJSON-known-2020-01-08/reports.geojson")
    #expect(!known.contains("\"r3\"") && known.contains("\"r4\""))
    #expect(try stage.folder.text(of: "GeoJSON/reports.geojson").contains("\"r3\""))
  }

  @Test(
    "what is wrong with how far something is believed is one error, where it stands",
    arguments: [
      ("reports.csv:4:15: error: reported on 2020-01-04, before its date 2020-01-05", ""),
      ("theatre.json:11:20: error: \"remnant_grade\" is ", "\"remnant_grade\": \"Z9\""),
      ("theatre.json:11:21: error: \"half_life_days\" is ", "\"half_life_days\": 0"),
    ])
  func faults(beginning: String, setting: String) throws {
    let stage = try Stage {
      if setting.isEmpty {
        $0.reportRows.append("r3,2020-01-05,2020-01-04,north-west,blue,control,paper,1,3,")
      } else {
        $0.addSetting(setting)
      }
    }
    let result = try stage.run("status --on 2020-01-06")
    expectFailure(65, "\(stage.folder.path)/\(beginning)", of: result)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    let check = try stage.run("check")
    #expect(check.status == 1)
    #expect(check.output.hasSuffix("\n1 error, 0 warnings, 0 notes\n"), "\(check.output)")
  }
}
