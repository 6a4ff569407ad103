import Diagnostics
import Exports
import FileOutput
import Foundation
import FrontTracking
import MapFeatures
import MapTestSupport
import TestSupport
import Testing
import Theatre

/// The map that is shipped. If this fails, `GeoJSON` is not the map of `Data/mosul`.
@Suite("The shipped map")
struct ShippedMapTests {
  @Test("GeoJSON is what Data/mosul gives, byte for byte")
  func shipped() throws {
    let reading = Theatre.read(folder: packageFolder.appending(path: "Data/mosul").path)
    let tracker = try FrontTracker(try #require(reading.theatre, "\(reading.diagnostics)"))
    let folder = try TemporaryFolder()
    let shipped = packageFolder.appending(path: "GeoJSON")
    let manifest = try String(contentsOf: shipped.appending(path: "manifest.json"), encoding: .utf8)
    let version = try #require(manifest.firstMatch(of: /"generator": "geotrack ([^"]+)"/)?.1)
    let request = ExportRequest(tracker, version: String(version), days: tracker.days)
    let output = OutputFolder(path: folder.path)
    try MapWriter().write(
      request, as: GeoJSONExporter(), with: ExportRegistry.companions, to: output)
    _ = try QGISProjectExporter().write(request, to: output) { _, _ in }

    let made = try files(in: folder.url)
    #expect(try made == files(in: shipped))
    let different = try made.filter { name in
      try Data(contentsOf: folder.url.appending(path: name))
        != Data(contentsOf: shipped.appending(path: name))
    }
    #expect(different == [], "run Scripts/geotrack snapshots and qgis, and look at what changed")
  }

  private func files(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.contains(".") }.sorted()
  }
}
