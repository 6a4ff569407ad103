import Diagnostics
import Foundation
import FrontTracking
import Publishing
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
    let settings = tracker.theatre.settings
    let plan = SnapshotWriter.Plan(
      layers: Layer.all(.nearest), period: settings.start..<settings.end, days: tracker.days,
      isAudited: true)
    let folder = try TemporaryFolder()
    let shipped = packageFolder.appending(path: "GeoJSON")
    let manifest = try String(contentsOf: shipped.appending(path: "manifest.json"), encoding: .utf8)
    let version = try #require(manifest.firstMatch(of: /"generator": "geotrack ([^"]+)"/)?.1)
    try SnapshotWriter(tracker, version: String(version)).write(
      plan, to: OutputFolder(path: folder.path))
    try QGISWriter(tracker, version: String(version)).write(
      toFile: folder.path + "/mosul.qgs")

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
