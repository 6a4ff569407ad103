import Foundation
import TestSupport
import Testing

@Suite("A command that cannot be meant is exit code 64 and prints no result")
struct UsageTests {
  @Test(
    "what was typed is refused with the reason",
    arguments: [
      ("locate Timbuktu", "no place is called \"Timbuktu\"\n"),
      ("locate nort-west", "no place is called \"nort-west\"; did you mean North West"),
      (
        "status --on 2020-02-01",
        "2020-02-01 is outside the theatre, which runs from 2020-01-01 to "
      ),
      (
        "status --on 2019-12-31",
        "2019-12-31 is outside the theatre, which runs from 2020-01-01 to "
      ),
      ("snapshots --on 2020-02-01", "2020-02-01 is outside the theatre"),
      ("snapshots --since 2019-12-31", "2019-12-31 is outside the theatre"),
      ("diff 2020-01-01 2020-02-01", "2020-02-01 is outside the theatre"),
      ("explain westland --on 2020-01-05", "Westland is a region: ask for a place in it"),
      ("status --on 31/10/2016", "Error: The value '31/10/2016' is invalid for '--on <date>'"),
      ("status --on 2020-1-5", "Error: The value '2020-1-5' is invalid for '--on <date>'"),
      (
        "status --on 2020-01-32",
        "Error: The value '2020-01-32' is invalid for '--on <date>': \"2020-01-32\" is not a day"
      ),
      (
        "status --on 2020-01",
        "Error: The value '2020-01' is invalid for '--on <date>': \"2020-01\" is not a single day"
      ),
      ("status", "Error: Missing expected argument '--on <date>'"),
      ("diff 2020-01-05 2020-01-01", "Error: 2020-01-01 is before 2020-01-05: name the earlier"),
      ("diff 2020-01-05", "Error: Missing expected argument '<date>'"),
      ("snapshots --layers control,roads", "Error: There is no layer \"roads\"; the layers are "),
      ("snapshots --layers control,", "Error: There is no layer \"\"; the layers are "),
      ("snapshots --every week", "Error: The value 'week' is invalid for '--every <every>'"),
      (
        "snapshots --since 2020-01-05 --until 2020-01-04",
        "Error: The period ends on 2020-01-04, before it begins on 2020-01-05."
      ),
      (
        "snapshots --on 2020-01-05 --until 2020-01-06",
        "Error: Name one day with --on, or a period with --since and --until."
      ),
      ("distance land", "Error: Name the place to go to, or ask for --front --on DATE."),
      ("distance land --front", "Error: With --front name the day: --on 2016-11-04."),
      (
        "distance land westland --front --on 2020-01-05",
        "Error: With --front there is one place only."
      ),
      ("distance land westland --on 2020-01-05", "Error: A day matters only with --front"),
      ("distance land nowhere", "no place is called \"nowhere\""),
      (
        "status --on 2020-01-05 --view claimed",
        "Error: The value 'claimed' is invalid for '--view <view>': there is no view \"claimed\"; "
          + "the views are assessed, confirmed and claimed:SIDE"
      ),
      (
        "diff 2020-01-01 2020-01-05 --view claimed:",
        "Error: The value 'claimed:' is invalid for '--view <view>': there is no view \"claimed:\""
      ),
      ("conflicts --view Assessed", "Error: The value 'Assessed' is invalid for '--view <view>'"),
      (
        "revisions --known-on 2020-13-01",
        "Error: The value '2020-13-01' is invalid for '--known-on <date>'"
      ),
      (
        "check --known-on 2020-01",
        "Error: The value '2020-01' is invalid for '--known-on <date>': \"2020-01\" is not a single day"
      ),
      (
        "status --on 2020-01-05 --view confirmed --infer nearest",
        "Error: The view confirmed infers nothing: leave --infer out."
      ),
      (
        "snapshots --view confirmed --infer kriging",
        "Error: The view confirmed infers nothing: leave --infer out."
      ),
      ("conflicts --most 0", "Error: --most is a number above 0."),
      ("conflicts --most -1", "Error: "),
      ("conflicts --most some", "Error: The value 'some' is invalid for '--most <number>'"),
      (
        "without r9 --on 2020-01-05",
        "no report or source has the id \"r9\"; did you mean r1, r2"
      ),
      (
        "without papers --on 2020-01-05",
        "no report or source has the id \"papers\"; did you mean paper"
      ),
      ("without r1 --on 2020-02-01", "2020-02-01 is outside the theatre"),
      ("without r1", "Error: Missing expected argument '--on <date>'"),
      ("explain --on 2020-01-05", "Error: Name a place, or a point with --at LON,LAT."),
      (
        "explain land --at 43.5,36.5 --on 2020-01-05",
        "Error: Name a place, or a point with --at LON,LAT."
      ),
      (
        "explain --at 43.5 --on 2020-01-05",
        "Error: The value '43.5' is invalid for '--at <lon,lat>'"
      ),
      (
        "explain --at 43.5,36.5,0 --on 2020-01-05",
        "Error: The value '43.5,36.5,0' is invalid for '--at <lon,lat>': \"43.5,36.5,0\" is not a point: "
      ),
      (
        "explain --at 43.5,north --on 2020-01-05",
        "Error: The value '43.5,north' is invalid for '--at <lon,lat>'"
      ),
      (
        "explain --at nan,36.5 --on 2020-01-05",
        "Error: The value 'nan,36.5' is invalid for '--at <lon,lat>': \"nan,36.5\" is not a point on Earth"
      ),
      (
        "explain --at 43.5,91 --on 2020-01-05",
        "Error: The value '43.5,91' is invalid for '--at <lon,lat>': \"43.5,91\" is not a point on Earth"
      ),
      (
        "explain --at 36.5,43.5 --on 2020-01-05",
        "the point 36.5, 43.5 lies outside the boundary; are longitude and latitude swapped?\n"
      ),
      ("explain --at 0,0 --on 2020-01-05", "the point 0.0, 0.0 lies outside the boundary\n"),
      (
        "explain --at -43.5,36.5 --on 2020-01-05",
        "the point -43.5, 36.5 lies outside the boundary\n"
      ),
      (
        "history westland --both",
        "Westland is a region: --both is for one place, so name a place in it\n"
      ),
      ("status --on 2020-01-05 --colour", "Error: Unknown option '--colour'"),
    ])
  func refused(command: String, beginning: String) throws {
    expectFailure(64, beginning, of: try Stage().run(command))
  }

  @Test("an empty path is refused, not taken for the root of the file system")
  func emptyPaths() throws {
    let stage = try Stage()
    expectFailure(
      64, "Error: --out needs the path of a folder.",
      of: try stage.run(["snapshots", "--out", ""]))
    expectFailure(
      64, "Error: --theatre needs the path of a folder.",
      of: try geotrack(["check", "--theatre", ""]))
  }

  @Test("the map of another theatre is not replaced unless its folder is named")
  func anotherTheatre() throws {
    let stage = try Stage()
    _ = try stage.text("snapshots")
    try stage.folder.write(
      stage.folder.text(of: "theatre.json").replacing("\"box\"", with: "\"other\""),
      to: "theatre.json")
    expectFailure(
      64, "GeoJSON holds the map of \"box\", not of \"other\"", of: try stage.run("snapshots"))
    #expect(try stage.run("snapshots --out GeoJSON").status == 0)
  }

  @Test("an unknown command is refused")
  func unknownCommand() throws {
    expectFailure(64, "Error: Unexpected argument 'conquer'", of: try geotrack(["conquer"]))
  }

  @Test("an ambiguous name lists the places with what tells them apart")
  func ambiguous() throws {
    let stage = try Stage {
      $0.placeRows += [
        "zuhur-w,Zuhur,,quarter,36.4,43.1,,westland,test,",
        "zuhur-e,al-Zuhur,,village,36.4,43.9,,eastland,test,",
      ]
    }
    expectFailure(
      64,
      """
      "zuhur" is the name of several places; type the id of one:
        zuhur-w (quarter, Westland, Land)
        zuhur-e (village, Eastland, Land)

      """, of: try stage.run("locate zuhur"))
    #expect(try stage.text("locate zuhur-e").hasPrefix("al-Zuhur: village"))
  }

  @Test("nothing is written when the command is refused")
  func nothingWritten() throws {
    let stage = try Stage()
    let before = try stage.files(below: ".")
    for options in ["--layers roads", "--on 2020-02-01", "--since 2020-01-05 --until 2020-01-04"] {
      #expect(try stage.run("snapshots --out maps \(options)").status == 64)
    }
    #expect(try stage.files(below: ".") == before)
  }
}

@Suite("The help")
struct HelpTests {
  private static let commands = [
    "distance", "locate", "snapshots", "status", "history", "explain", "diff", "fronts", "pockets",
    "corridor", "score", "conflicts", "revisions", "without", "audit", "check",
  ]

  @Test("names every command")
  func root() throws {
    let result = try geotrack(["--help"])
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map {
      $0.trimmingPrefix(while: \.isWhitespace)
    }
    for command in Self.commands {
      #expect(lines.contains { $0.hasPrefix("\(command) ") }, "\(command)")
    }
  }

  @Test("of a command shows an example, the theatre's option and JSON's", arguments: commands)
  func command(name: String) throws {
    let result = try geotrack([name, "--help"])
    #expect(result.status == 0)
    #expect(result.errors == "")
    for part in ["EXAMPLE: geotrack \(name)", "--theatre <folder>", "--json"] {
      #expect(result.output.contains(part), "\(part)")
    }
  }

  @Test("the version is printed for bug reports")
  func version() throws {
    let result = try geotrack(["--version"])
    #expect(result.status == 0)
    #expect(result.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
  }
}
