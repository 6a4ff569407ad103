import Foundation
import TestSupport
import Testing

@Suite("geotrack snapshots")
struct SnapshotsTests {
  private func stage() throws -> Stage {
    try Stage {
      $0.reportRows += [
        "r3,2020-01-05,,south-west,blue,control,paper,2,2,",
        "r4,2020-01-09,,south-west,red,control,paper,3,2,",
      ]
    }
  }

  @Test("writes the layers, a file for each day of change, and the manifest")
  func everything() throws {
    let stage = try stage()
    let text = try stage.text("snapshots --out maps")
    #expect(text.hasPrefix("maps: control.geojson, frontlines.geojson, "))
    #expect(text.contains("maps/snapshots: 3 days; "))
    #expect(
      try stage.files(below: "maps") == [
        "control.geojson", "fighting.geojson", "frontlines.geojson", "incidents.geojson",
        "manifest.json", "places.geojson", "pockets.geojson", "reports.geojson",
        "snapshots/2020-01-01.geojson",
        "snapshots/2020-01-05.geojson", "snapshots/2020-01-09.geojson", "staleness.geojson",
      ])
  }

  @Test("the whole map is written into GeoJSON below the working directory if no folder is named")
  func defaultFolder() throws {
    let stage = try stage()
    _ = try stage.text("snapshots")
    #expect(try stage.files(below: "GeoJSON").contains("snapshots/2020-01-05.geojson"))
  }

  @Test(
    "a part of the map goes into a folder that names it, so that it does not replace the whole",
    arguments: [
      ("--on 2020-01-05", "GeoJSON-2020-01-05"),
      ("--since 2020-01-05", "GeoJSON-2020-01-05.."),
      ("--since 2020-01-02 --until 2020-01-05", "GeoJSON-2020-01-02..2020-01-05"),
      ("--layers control,places", "GeoJSON-control+places"),
    ])
  func partialFolder(options: String, folder: String) throws {
    let stage = try stage()
    _ = try stage.text("snapshots")
    let whole = try stage.files(below: "GeoJSON")
    _ = try stage.text("snapshots \(options)")
    #expect(try stage.files(below: folder).contains("control.geojson"))
    #expect(try stage.files(below: "GeoJSON") == whole)
  }

  @Test("how many files of an earlier run were removed is said")
  func removed() throws {
    let stage = try stage()
    #expect(try !stage.text("snapshots --out maps").contains("removed"))
    let text = try stage.text("snapshots --out maps --on 2020-01-05")
    #expect(text.hasSuffix("maps: removed 2 files of an earlier run\n"))
  }

  @Test(
    "writes the days that were asked for",
    arguments: [
      ("--on 2020-01-03", ["2020-01-03"]),
      ("--since 2020-01-02", ["2020-01-05", "2020-01-09"]),
      ("--until 2020-01-05", ["2020-01-01", "2020-01-05"]),
      ("--since 2020-01-05 --until 2020-01-05", ["2020-01-05"]),
      (
        "--since 2020-01-04 --until 2020-01-07 --every day",
        ["2020-01-04", "2020-01-05", "2020-01-06", "2020-01-07"]
      ),
      ("--since 2020-01-02 --until 2020-01-04", []),
    ])
  func days(options: String, expected: [String]) throws {
    let stage = try stage()
    _ = try stage.text("snapshots --out maps \(options)")
    let days = try stage.files(below: "maps").filter { $0.hasPrefix("snapshots/") }
    #expect(days == expected.map { "snapshots/\($0).geojson" })
  }

  @Test("every day of the theatre gets a file with --every day, the last one too")
  func everyDay() throws {
    let stage = try stage()
    _ = try stage.text("snapshots --out maps --every day")
    let days = try stage.files(below: "maps").filter { $0.hasPrefix("snapshots/") }
    #expect(days.count == 31)
    #expect(days.last == "snapshots/2020-01-31.geojson")
  }

  @Test("writes only the layers that were asked for")
  func someLayers() throws {
    let stage = try stage()
    _ = try stage.text("snapshots --out maps --layers places,control --on 2020-01-05")
    #expect(
      try stage.files(below: "maps") == [
        "control.geojson", "manifest.json", "places.geojson", "snapshots/2020-01-05.geojson",
      ])
    let day = try stage.folder.text(of: "maps/snapshots/2020-01-05.geojson")
    #expect(day.contains("\"layer\":\"control\""))
    #expect(day.contains("\"layer\":\"places\""))
    #expect(!day.contains("\"layer\":\"frontlines\""))
  }

  @Test("gives the same bytes when it is run again, here and elsewhere")
  func sameBytes() throws {
    let stage = try stage()
    _ = try stage.text("snapshots --out one")
    _ = try stage.text("snapshots --out two")
    let first = try stage.contents(below: "one")
    #expect(try stage.contents(below: "two") == first)
    _ = try stage.text("snapshots --out one")
    #expect(try stage.contents(below: "one") == first)
  }
}

extension Stage {
  /// The files below a folder of the stage, in the order of their names.
  func files(below name: String) throws -> [String] {
    let root = folder.url.appending(path: name).path
    return try FileManager.default.subpathsOfDirectory(atPath: root).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(root)/\($0)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// The files below a folder of the stage with their bytes.
  func contents(below name: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for file in try files(below: name) {
      contents[file] = try Data(contentsOf: folder.url.appending(path: "\(name)/\(file)"))
    }
    return contents
  }
}
