import Foundation
import TestSupport
import Testing

@testable import geotrack

/// A theatre that somebody else has made. If one of these fails, it can write or read where it must not, or
/// make a terminal say what geotrack did not.
@Suite("A hostile theatre")
struct HostileTheatreTests {
  @Test("a name with folders in it names no file outside the folder")
  func name() throws {
    let stage = try Stage {
      $0.settings = $0.settings.replacing("\"name\": \"box\"", with: "\"name\": \"../../victim/x\"")
    }
    for command in ["qgis", "snapshots", "snapshots --format kml", "snapshots --format gpkg"] {
      let result = try stage.run(command)
      #expect(result.status == 0, "\(command): \(result.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: "\(folder(above: stage))/victim"))
    #expect(try stage.files(below: "GeoJSON").contains("-.-..-victim-x.qgs"))
  }

  private func folder(above stage: Stage) -> String {
    stage.folder.url.deletingLastPathComponent().path
  }

  @Test("a name longer than a file's may be is cut")
  func longName() throws {
    let name = String(repeating: "ن", count: 4_000)
    let stage = try Stage {
      $0.settings = $0.settings.replacing("\"name\": \"box\"", with: "\"name\": \"\(name)\"")
    }
    #expect(try stage.run("snapshots --format kml").status == 0)
  }

  @Test(
    "a file outside the folder is read only if that is allowed",
    arguments: ["..", "absolute", "link"])
  func outside(way: String) throws {
    let elsewhere = try TemporaryFolder()
    try elsewhere.write(SmallTheatre().river, to: "river.geojson")
    let path = "\(elsewhere.path)/river.geojson"
    let depth = try TemporaryFolder().path.split(separator: "/").count
    let name =
      switch way {
      case "..": String(repeating: "../", count: depth) + path.dropFirst()
      case "absolute": path
      default: "link.geojson"
      }
    let stage = try Stage {
      $0.settings = $0.settings.replacing("river.geojson", with: name)
    }
    if way == "link" {
      try FileManager.default.createSymbolicLink(
        atPath: "\(stage.folder.path)/link.geojson", withDestinationPath: path)
    }
    let refused = try stage.run("status --on 2020-01-05")
    if way == "absolute" {
      // A name in the settings is below the folder, whatever it begins with.
      #expect(refused.status == 66)
      return
    }
    #expect(refused.status == 65 && refused.output.isEmpty)
    #expect(refused.errors.contains("theatre.json:9:16: error: \"\(name)\" is "))
    #expect(refused.errors.contains("outside the theatre's folder"))
    #expect(refused.errors.contains("--allow-outside"))
    #expect(try stage.run("check").status == 1)
    for command in ["status --on 2020-01-05", "check", "distance north-west south-west"] {
      #expect(try stage.run(command + " --allow-outside").status == 0, "\(command)")
    }
  }

  @Test("a table that is a pipe or a device is refused, and nothing waits for it")
  func pipe() throws {
    let stage = try Stage()
    let path = "\(stage.folder.path)/reports.csv"
    try FileManager.default.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    expectFailure(
      66,
      "\(stage.folder.path)/reports.csv: error: the file cannot be read: it is not a regular file",
      of: try stage.run("status --on 2020-01-05"))
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    let result = try stage.run("status --on 2020-01-05 --allow-outside")
    #expect(result.status == 66)
  }

  @Test("codes in names do not reach the terminal, and JSON has them as they are")
  func codes() throws {
    let name = "Red\u{1B}[31m\u{7}\u{202E}town\u{2066}\u{9B}2J"
    let stage = try Stage {
      $0.placeRows[3] = "north-west,\(name),,town,36.75,43.25,0.5,westland,test,"
    }
    for command in [
      "locate north-west", "history north-west", "explain north-west --on 2020-01-05",
      "distance north-west south-west", "locate nrth-west", "check", "status --on 2020-01-05",
    ] {
      let result = try stage.run(command)
      let shown = result.output + result.errors
      #expect(!shown.unicodeScalars.contains { Self.isCode($0) }, "\(command)")
    }
    let locate = try stage.text("locate north-west")
    #expect(locate.hasPrefix("Red␛[31m␇‹U+202E›town‹U+2066›‹U+009B›2J: town"))
    let reply: PointReply = try stage.json("locate north-west")
    #expect(reply.name == name)
  }

  private static func isCode(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @Test("a line break in a name forges no line, and is told")
  func lineBreak() throws {
    let stage = try Stage {
      $0.placeRows[3] =
        "north-west,\"North\n2020-01-05 held by blue\",,town,36.75,43.25,0.5,westland,test,"
    }
    let locate = try stage.text("locate north-west")
    #expect(locate.hasPrefix("North 2020-01-05 held by blue: town"))
    let check = try stage.run("check")
    #expect(check.output.contains("places.csv:5:12: warning: name has a line break"))
  }

  @Test("what would be a code is a symbol, and other letters stay as they are")
  func visible() {
    let plain = "Mosul الموصل Ḥammām é 🗺 line\nline\ttab"
    #expect(plain.visible == plain)
    for value in Array(0..<0x20) + Array(0x7F..<0xA0) where value != 0x0A && value != 0x09 {
      let text = String(Character(Unicode.Scalar(UInt8(value))))
      #expect(!text.visible.unicodeScalars.contains(Unicode.Scalar(UInt8(value))), "\(value)")
    }
  }

  @Test("a second run into a folder is told who writes there")
  func second() throws {
    let stage = try Stage()
    let result = try stage.shell(
      """
      mkdir maps; exec 9>maps/.geotrack.lock; echo "somebody, process 7" >&9; flock 9
      "$GEOTRACK" snapshots --theatre . --out maps
      """)
    expectFailure(
      74,
      "geotrack: cannot write maps: another run is writing into this folder (somebody, process 7)",
      of: result)
    #expect(try stage.text("snapshots --out maps").hasPrefix("maps: "))
    #expect(try !stage.files(below: "maps").contains { $0.contains(".geotrack") })
  }

  @Test("of many runs into one folder at once each has it whole or is told")
  func atOnce() throws {
    let stage = try Stage()
    _ = try stage.text("snapshots --out one")
    try stage.addReport("r3,2020-01-05,,north-west,blue,control,paper,,,")
    _ = try stage.text("snapshots --out other")
    let (one, other) = (try stage.contents(below: "one"), try stage.contents(below: "other"))
    let result = try stage.shell(
      """
      cp -r . ../theatre2-$$ && sed -i '$d' ../theatre2-$$/reports.csv
      for i in 1 2 3 4 5 6 7 8; do
        "$GEOTRACK" snapshots --theatre . --out maps >/dev/null 2>&1 &
        "$GEOTRACK" snapshots --theatre ../theatre2-$$ --out maps >/dev/null 2>&1 &
      done
      wait; rm -r ../theatre2-$$
      """)
    #expect(result.status == 0)
    let maps = try stage.contents(below: "maps")
    #expect(maps == one || maps == other)
  }

  @Test("with a standard stream closed no file takes its place")
  func closedStreams() throws {
    let stage = try Stage()
    let result = try stage.shell("\"$GEOTRACK\" status --on 2020-01-05 --theatre . >&-")
    #expect(result.status == 74)
    let written = try stage.shell(
      "\"$GEOTRACK\" snapshots --theatre . --out a >&- 2>&- <&-; echo $?; "
        + "\"$GEOTRACK\" snapshots --theatre . --out b >/dev/null; diff -r a b && echo same")
    #expect(written.output == "74\nsame\n", "\(written.output)")
  }

  @Test(
    "without /proc the program says that it cannot know what it is asked",
    .enabled(if: canUnmount, "this process may not hide /proc"),
    .withoutSanitizer("a sanitizer reads /proc"))
  func withoutProc() throws {
    let stage = try Stage()
    let result = try stage.shell(
      "unshare -m sh -c 'mount -t tmpfs tmpfs /proc && \"$GEOTRACK\" distance north-west south-west --theatre .'"
    )
    expectFailure(71, "geotrack: the system does not say what was typed: mount /proc", of: result)
  }

  private static let canUnmount =
    (try? TestSupport.run(
      URL(filePath: "/bin/sh"), ["-c", "unshare -m mount -t tmpfs tmpfs /proc"]))?.status == 0
}
