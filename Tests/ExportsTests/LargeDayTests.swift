import ControlHistory
import FileOutput
import FrontTracking
import GeoJSON
import MapFeatures
import MapTestSupport
import TestSupport
import Testing
import Theatre

@testable import Exports

/// A day's file that is too large to be put together in memory. If this fails, the map of a large theatre differs
/// from that of a small one.
@Suite("The file of a day, piece by piece")
struct LargeDayTests {
  @Test("it has the bytes of one that is put together in memory")
  func sameBytes() throws {
    let folder = try randomTheatre(seed: 3, sites: 30, reports: 60).write()
    let theatre = try #require(
      withExtendedLifetime(folder) { Theatre.read(folder: folder.path) }.theatre)
    let request = ExportRequest(try FrontTracker(theatre), version: "1")
    let out = try TemporaryFolder()
    try OutputFolder(path: out.path).alone(for: "a test") { target in
      let streams = try request.layers.map {
        try LayerStream(FeatureWriter(name: $0.name), to: "\($0.name).geojson", in: target)
      }
      var snapshots = try DailySnapshots(request, streams)
      let day = try #require(Day("2020-01-20"))
      try snapshots.advance(to: day)
      let bytes = snapshots.bytes(of: day, in: FeatureWriter(name: "day"))
      let written = try snapshots.write(
        day, FeatureWriter(name: "day"), to: "day.geojson", in: target)
      try target.commit([written])
      #expect(try target.folder.read("day.geojson") == bytes)
      #expect(written.size == bytes.count)
      #expect((bytes.count / 2...bytes.count).contains(snapshots.size(of: day)))
    }
  }
}
