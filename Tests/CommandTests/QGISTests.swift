import Foundation
import TestSupport
import Testing

/// The command that writes the project for QGIS. If one of these fails, a user gets no project and no word
/// why, or loses layers.
@Suite("geotrack qgis")
struct QGISTests {
  @Test("writes the layers where there are none, then a project over them, and says so")
  func writes() throws {
    let stage = try Stage()
    #expect(
      try stage.text("qgis --out maps/box.qgs")
        == "maps/box.qgs: a project over the layers, written too; open it in QGIS 3.22 or newer and press "
        + "play\n")
    let files = try stage.files(below: "maps")
    for file in ["box.qgs", "box.qlr", "control.geojson", "control.qml", "base/names.geojson"] {
      #expect(files.contains(file), "\(files)")
    }
    #expect(try stage.text("qgis --out maps/box.qgs").contains("the layers that were there"))
    let reply = try stage.text("qgis --out maps/box.qgs --json")
    #expect(reply.contains("\"layers_written\": false") && reply.contains("\"path\": \"box.qgs\""))
  }

  @Test("without --out it lies in GeoJSON under the theatre's name, and snapshots leaves it there")
  func defaults() throws {
    let stage = try Stage()
    _ = try stage.text("snapshots")
    _ = try stage.text("qgis")
    let project = try stage.folder.text(of: "GeoJSON/box.qgs")
    _ = try stage.text("snapshots")
    #expect(try stage.folder.text(of: "GeoJSON/box.qgs") == project)
    #expect(try stage.files(below: "GeoJSON").contains("control.qml"))
  }

  @Test("the day of the print layout is the one that was asked for")
  func day() throws {
    let stage = try Stage()
    _ = try stage.text("qgis --out maps/box.qgs --on 2020-01-04")
    let project = try stage.folder.text(of: "maps/box.qgs")
    #expect(project.contains("temporalRangeBegin=\"2020-01-04T00:00:00Z\""))
    #expect(project.contains("temporalRangeEnd=\"2020-01-05T00:00:00Z\""))
  }

  @Test("a folder with another map is refused with the remedy, and is left as it is")
  func otherMap() throws {
    let stage = try Stage()
    _ = try stage.text("snapshots --out maps")
    let control = try stage.folder.text(of: "maps/control.geojson")
    let result = try stage.run("qgis --out maps/box.qgs --infer kriging")
    expectFailure(
      64,
      "maps holds another map: its infer is nearest and not kriging; frontband.geojson is missing.",
      of: result)
    #expect(result.errors.contains("geotrack snapshots --out maps"))
    #expect(try stage.folder.text(of: "maps/control.geojson") == control)
    #expect(!(try stage.files(below: "maps").contains("box.qgs")))

    _ = try stage.text("snapshots --out part --layers control")
    expectFailure(
      64, "part holds another map: frontlines.geojson is missing;",
      of: try stage.run("qgis --out part/box.qgs"))
    try stage.folder.write("{}", to: "foreign/control.geojson")
    expectFailure(
      64, "foreign holds another map: control.geojson exists, but no manifest.json lists it.",
      of: try stage.run("qgis --out foreign/box.qgs"))
  }

  @Test("a path that cannot be meant, a day outside and a folder that cannot be made are told")
  func badInput() throws {
    let stage = try Stage()
    for out in ["maps/", "maps/box.svg", ".qgs", "maps/.qgs"] {
      expectFailure(64, "", of: try stage.run("qgis --out \(out)"))
    }
    expectFailure(
      64, "2021-01-01 is outside the theatre", of: try stage.run("qgis --on 2021-01-01"))
    try stage.folder.write("", to: "file")
    expectFailure(74, "", of: try stage.run("qgis --out file/box.qgs"))
    expectFailure(66, "", of: try geotrack(["qgis", "--theatre", "nowhere"], in: stage.folder.url))
  }
}
