import Exports
import FileOutput
import Foundation
import FrontTracking
import GeoJSON
import JSON
import MapFeatures
import TestSupport
import Testing
import Theatre

/// The layers of the built-in theatre in GDAL, which QGIS and most others read them with. If this
/// fails, start and end are text to them, and there is nothing to animate.
@Suite("In GDAL", .enabled(if: areAppTestsAskedFor, "run Scripts/test --apps"))
struct GDALTests {
  @Test(
    "start and end are date-times, ids text and measures numbers",
    arguments: LayerKind.all.filter { $0 != .frontband })
  func types(layer: LayerKind) throws {
    let result = try run(
      URL(filePath: "/usr/bin/ogrinfo"),
      ["-so", "-al", packageFolder.appending(path: "GeoJSON/\(layer.name).geojson").path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Layer name: \(layer.name)"))
    #expect(result.output.contains("start: DateTime"))
    #expect(result.output.contains("end: DateTime"))
    let types: [LayerKind: [String]] = [
      .control: ["Geometry: ", "area_km2: Real", "places: StringList", "color: String"],
      .frontlines: ["Geometry: Line String", "length_km: Real"],
      .pockets: ["area_km2: Real"],
      .places: ["Geometry: Point", "name_ar: String", "report: String"],
      .reports: ["Geometry: Point", "published: Date", "paragraph: String", "when: String"],
      .incidents: ["Geometry: Point", "kind: String"],
    ]
    for type in types[layer] ?? [] { #expect(result.output.contains(type), "\(result.output)") }
  }

  @Test("a snapshot opens with all its layers")
  func snapshot() throws {
    let path = packageFolder.appending(path: "GeoJSON/snapshots/2016-11-04.geojson").path
    let result = try run(
      URL(filePath: "/usr/bin/ogrinfo"),
      [
        "-q", path, "-dialect", "sqlite", "-sql",
        "select distinct layer from \"2016-11-04\" order by layer",
      ])
    #expect(result.status == 0, "\(result.errors)")
    for layer in ["control", "frontlines", "places", "reports"] {
      #expect(result.output.contains("layer (String) = \(layer)"))
    }
  }
}

/// The other formats in GDAL and in QGIS. If one of these fails, they show another map than the GeoJSON.
@Suite(
  "The other formats in real programs", .enabled(if: areAppTestsAskedFor, "run Scripts/test --apps")
)
struct FormatAppTests {
  /// Writes a part of the battle, or all of it.
  private func write(
    _ format: any Exporter, since: String? = nil, until: String? = nil,
    layers: [LayerKind]? = nil, to folder: TemporaryFolder
  ) throws {
    let tracker = try BuiltInTheatre.tracker()
    let settings = tracker.theatre.settings
    let first = try since.map { try #require(Day($0)) } ?? settings.start
    let end = try until.map { try #require(Day($0)).next } ?? settings.end
    let request = ExportRequest(
      tracker, version: "9.9", layers: layers, period: first..<end)
    try MapWriter().write(request, as: format, to: OutputFolder(path: folder.path + "/map"))
  }

  private func info(_ path: String, _ layer: String) throws -> [Substring] {
    let result = try run(
      URL(filePath: "/usr/bin/ogrinfo"), ["-so", path] + (layer.isEmpty ? ["-al"] : [layer]))
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    return result.output.split(separator: "\n")
  }

  private func count(_ lines: [Substring]) -> Substring? {
    lines.first { $0.hasPrefix("Feature Count: ") }
  }

  /// Columns as `name: type`. Lists are text in a GeoPackage.
  private func columns(_ lines: [Substring]) -> [String] {
    lines.filter { $0.contains(#/^[a-z_0-9]+: .*\(.*\)$/#) }.map {
      String($0).replacing("Integer64", with: "Integer").replacing(#/ \(\d+\.\d+\)$/#, with: "")
        .replacing("String(JSON)", with: "String").replacing("StringList", with: "String")
    }
  }

  @Test("GDAL finds in each format the features of each layer")
  func counts() throws {
    // A part of the battle: the whole takes minutes in a program that is built for debugging.
    let (since, until) = ("2017-02-20", "2017-03-10")
    let plain = try TemporaryFolder()
    try write(GeoJSONExporter(), since: since, until: until, to: plain)
    let formats: [any Exporter] = [
      GeoJSONExporter(.sequence), KMLExporter(), GeoPackageExporter(),
    ]
    for format in formats {
      let folder = try TemporaryFolder()
      try write(format, since: since, until: until, to: folder)
      for layer in LayerKind.all.filter({ $0 != .frontband }).map(\.name) {
        let expected = try info("\(plain.path)/map/\(layer).geojson", "")
        let isOne = !format.options.hasFileOfDay
        let found = try info(
          "\(folder.path)/map/\(isOne ? "mosul" : layer).\(format.fileEnding)", isOne ? layer : "")
        #expect(count(found) == count(expected) && count(found) != nil, "\(format.name) \(layer)")
        guard format.name == "gpkg" else { continue }
        let types = Set(columns(expected))
        // A column that is empty throughout has no type in GeoJSON.
        #expect(columns(found).count == types.count, "\(layer)")
        let different = columns(found).filter { !types.contains($0) }
        #expect(different.allSatisfy { $0.hasPrefix("probability:") }, "\(layer) \(different)")
      }
    }
  }

  @Test("GDAL reads the ends of KML's spans, which no data of the same name overrides")
  func spans() throws {
    let folder = try TemporaryFolder()
    try write(KMLExporter(), since: "2017-07-20", layers: [.control], to: folder)
    let result = try run(
      URL(filePath: "/usr/bin/ogrinfo"), ["-al", "\(folder.path)/map/mosul.kml", "control"])
    #expect(result.status == 0, "\(result.errors)")
    let ends = result.output.split(separator: "\n").filter { $0.contains(#/^ +end \(/#) }
    #expect(!ends.isEmpty)
    for end in ends { #expect(end.contains("23:59:59"), "\(end)") }
  }

  @Test("QGIS opens the package, styles it by itself, and shows the same features on five dates")
  func qgis() throws {
    let folder = try TemporaryFolder()
    try write(GeoPackageExporter(), to: folder)
    let result = try runQGISProgram(
      "qgis_package.py",
      [folder.path + "/map/mosul.gpkg", packageFolder.appending(path: "GeoJSON").path], folder)
    #expect(result.status == 0, "\(result.output)\n\(result.errors)")
    #expect(result.output.contains("frames compared"))
  }
}
