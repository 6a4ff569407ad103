import Foundation
import TestSupport
import Testing

@Suite("geotrack snapshots --format")
struct FormatsTests {
  private func stage() throws -> Stage {
    try Stage {
      $0.reportRows += [
        "r3,2020-01-05,,south-west,blue,contested,paper,2,2,",
        "r4,2020-01-09/2020-01-12,,south-west,blue,control,reds,3,2,",
      ]
    }
  }

  @Test(
    "each format has a folder and files of its own",
    arguments: [
      ("kml", "KML", ["box.kml", "manifest.json"]),
      ("gpkg", "GeoPackage", ["box.gpkg", "manifest.json"]),
      ("csv", "CSV", ["manifest.json", "status.csv"]),
    ])
  func files(format: String, folder: String, files: [String]) throws {
    let stage = try stage()
    let text = try stage.text("snapshots --format \(format)")
    #expect(text.hasPrefix("\(folder): \(files.first { $0 != "manifest.json" } ?? ""); "))
    #expect(text.contains(#/; [1-9][0-9]* kB, listed in manifest.json/#), "\(text)")
    #expect(try stage.files(below: folder) == files)
  }

  @Test("--format geojson is the default, byte for byte")
  func unchanged() throws {
    let stage = try stage()
    _ = try stage.text("snapshots --out one")
    _ = try stage.text("snapshots --out two --format geojson")
    #expect(try stage.contents(below: "one") == stage.contents(below: "two"))
  }

  @Test("the table says what status says of every place on every date")
  func table() throws {
    let stage = try stage()
    _ = try stage.text("snapshots --format csv --every day --out t")
    let lines = try stage.folder.text(of: "t/status.csv").split(separator: "\r\n")
    #expect(lines.count == 1 + 31 * 4)
    let names = lines[0].split(separator: ",").map(String.init)
    let rows = lines.dropFirst().map { line in
      Dictionary(
        uniqueKeysWithValues: zip(
          names, line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)))
    }
    for day in ["2020-01-01", "2020-01-05", "2020-01-10", "2020-01-31"] {
      let result = try stage.run("status --on \(day) --json")
      let reply = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let places = try #require(reply["places"] as? [[String: Any]])
      let ofDay = rows.filter { $0["date"] == day }
      #expect(ofDay.map { $0["place"] } == places.map { $0["id"] as? String })
      for (row, place) in zip(ofDay, places) {
        for (key, value) in place where key != "id" {
          #expect(row[key] == Self.cell(value), "\(day) \(key)")
        }
      }
    }
  }

  private static func cell(_ value: Any) -> String {
    switch value {
    case let list as [String]: list.joined(separator: "|")
    case let text as String: text
    case let number as NSNumber where CFBooleanTest.isBoolean(number):
      number.boolValue ? "true" : "false"
    case let number as NSNumber: "\(number)"
    default: ""
    }
  }

  @Test("a run of another format replaces what an earlier one wrote, and nobody else's files")
  func mixed() throws {
    let stage = try stage()
    for name in ["maps/notes.kml", "maps/other.gpkg"] { try stage.folder.write("mine", to: name) }
    for format in ["geojson", "geojsonseq", "csv", "kml", "gpkg"] {
      _ = try stage.text("snapshots --out maps --format \(format)")
    }
    #expect(
      try stage.files(below: "maps") == [
        "box.gpkg", "manifest.json", "notes.kml", "other.gpkg",
      ])
  }

  @Test(
    "a manifest that somebody forged removes no file of another name",
    arguments: ["notes.kml", "other.gpkg", "../box.kml", "mine.csv", "snapshots/box.kml"])
  func forged(path: String) throws {
    let stage = try stage()
    try stage.folder.write("mine", to: "maps/\(path)")
    try stage.folder.write(
      "{\"theatre\": \"notes\", \"files\": [{\"path\": \"\(path)\"}]}", to: "maps/manifest.json")
    _ = try stage.text("snapshots --out maps --format csv")
    #expect(try stage.folder.text(of: "maps/\(path)") == "mine")
  }

  @Test(
    "what cannot be meant is exit code 64 with the reason",
    arguments: [
      (
        "--format shp",
        "Error: The value 'shp' is invalid for '--format <name>': there is no format \"shp\"; the "
          + "formats are geojson, geojsonseq, kml, csv, gpkg"
      ),
      ("--format kml --every day", "Error: --format kml has all days in one file"),
      ("--format gpkg --every change", "Error: --format gpkg has all days in one file"),
      ("--format csv --layers places", "Error: --format csv is one table of the places"),
      ("--format gpkg --layers roads", "Error: There is no layer \"roads\"; the layers are "),
      ("--format kml --layers frontband", "Error: The layer frontband needs probabilities"),
      ("--format kml --out -", "Error: --out needs the path of a folder"),
      ("--format gpkg --on 2020-02-01", "2020-02-01 is outside the theatre"),
      (
        "--format csv --since 2020-01-05 --until 2020-01-04",
        "Error: The period ends on 2020-01-04, before it begins on 2020-01-05."
      ),
    ])
  func refused(options: String, message: String) throws {
    expectFailure(64, message, of: try stage().run("snapshots \(options)"))
  }

  @Test("a folder that cannot be written is exit code 74", arguments: ["kml", "csv", "gpkg"])
  func unwritable(format: String) throws {
    let stage = try stage()
    try stage.folder.write("", to: "file")
    expectFailure(
      74, "geotrack: cannot write file/maps: not a directory\n",
      of: try stage.run("snapshots --format \(format) --out file/maps"))
  }

  @Test(
    "a file that does not fit leaves the old one whole",
    .withoutSanitizer("a sanitizer writes larger files"),
    arguments: ["kml", "csv", "gpkg"])
  func failsMidway(format: String) throws {
    let stage = try stage()
    _ = try stage.text("snapshots --out maps --format \(format)")
    let before = try stage.contents(below: "maps")
    try stage.addReport("r9,2020-01-06,,north-west,blue,control,paper,,,")
    let result = try stage.runWithSmallFiles("snapshots --out maps --format \(format)")
    expectFailure(74, "geotrack: cannot write maps/", of: result)
    #expect(try stage.contents(below: "maps") == before)
  }
}

private enum CFBooleanTest {
  /// Whether a number of Foundation is a truth value.
  static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }
}
