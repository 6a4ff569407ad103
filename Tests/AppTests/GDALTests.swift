import Foundation
import Publishing
import TestSupport
import Testing

/// The layers of the built-in theatre in GDAL, which QGIS and most others read them with. If this
/// fails, start and end are text to them, and there is nothing to animate.
@Suite("In GDAL", .enabled(if: areAppTestsAskedFor, "run Scripts/test --apps"))
struct GDALTests {
  @Test(
    "start and end are date-times, ids text and measures numbers",
    arguments: Layer.allCases.filter { $0 != .frontband })
  func types(layer: Layer) throws {
    let result = try run(
      URL(filePath: "/usr/bin/ogrinfo"),
      ["-so", "-al", packageFolder.appending(path: "GeoJSON/\(layer.rawValue).geojson").path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Layer name: \(layer.rawValue)"))
    #expect(result.output.contains("start: DateTime"))
    #expect(result.output.contains("end: DateTime"))
    let types: [Layer: [String]] = [
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
