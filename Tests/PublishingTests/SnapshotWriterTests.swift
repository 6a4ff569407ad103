import Foundation
import FrontTracking
import GEOS
import GeoJSON
import Geometry
import Publishing
import TestSupport
import Testing
import TheatreModel

/// The files. If one of these fails, somebody cites a map that nobody can make again.
@Suite("The files")
struct SnapshotWriterTests {
  private func write(
    _ tracker: FrontTracker, _ layers: [Layer] = Layer.allCases, days: [Day]? = nil,
    to folder: TemporaryFolder
  ) throws -> [WrittenFile] {
    let settings = tracker.theatre.settings
    let plan = SnapshotWriter.Plan(
      layers: layers, period: settings.start..<settings.end, days: days ?? tracker.days)
    return try SnapshotWriter(tracker, version: "test")
      .write(plan, to: OutputFolder(path: folder.path)).files
  }

  @Test("the layer of a small theatre is written byte for byte as recorded")
  func golden() throws {
    let folder = try TemporaryFolder()
    _ = try write(try tracker(SmallTheatre()), [.control], to: folder)
    try expect(try folder.text(of: "control.geojson"), isRecordedAs: "control.geojson")
  }

  @Test("what is written can be read, and every area is valid", arguments: Layer.allCases)
  func readable(layer: Layer) throws {
    let folder = try TemporaryFolder()
    _ = try write(
      try tracker(SmallTheatre()), [layer], days: [], to: folder)
    let text = try folder.text(of: "\(layer.rawValue).geojson")
    for feature in try readGeoJSON(SourceText(Array(text.utf8))) {
      #expect(try MultiPolygon(feature.shape?.polygons ?? []).invalidity() == nil)
    }
  }

  @Test("a snapshot holds the features of its day from all layers, each named")
  func snapshot() throws {
    let folder = try TemporaryFolder()
    var theatre = SmallTheatre()
    theatre.reportRows.append("r3,2020-01-10,,north-west,blue,control,paper,2,3,")
    _ = try write(try tracker(theatre), to: folder)
    let text = try folder.text(of: "snapshots/2020-01-10.geojson")
    let features = try readGeoJSON(SourceText(Array(text.utf8)))
    let counts = Dictionary(grouping: features.compactMap { $0.string("layer") }) { $0 }
      .mapValues(\.count)
    #expect(counts == ["control": 2, "frontlines": 1, "places": 4, "reports": 1])
  }

  @Test("the same input gives the same bytes")
  func determinism() throws {
    let (one, two) = (try TemporaryFolder(), try TemporaryFolder())
    let theatre = SmallTheatre()
    #expect(try write(try tracker(theatre), to: one) == write(try tracker(theatre), to: two))
    #expect(try one.text(of: "manifest.json") == two.text(of: "manifest.json"))
  }

  @Test("files of an earlier run that are no more are removed, nobody else's")
  func outdated() throws {
    let folder = try TemporaryFolder()
    let theatre = try tracker(SmallTheatre())
    _ = try write(theatre, to: folder)
    try folder.write("mine", to: "snapshots/notes.txt")
    try folder.write("mine", to: "extra.geojson")
    let forged = try folder.text(of: "manifest.json").replacing(
      "\"files\": [",
      with: "\"files\": [{\"path\": \"extra.geojson\"}, {\"path\": \"../escaped.geojson\"},")
    try folder.write(forged, to: "manifest.json")
    _ = try write(theatre, [.places], days: [], to: folder)
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    #expect(
      left == [
        "extra.geojson", "manifest.json", "places.geojson", "snapshots", "snapshots/notes.txt",
      ])
  }

  @Test("a file that cannot be written is named with the system's reason")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    try folder.write("a file", to: "out")
    let error = try #require(throws: OutputError.self) {
      try OutputFolder(path: folder.path + "/out").write([1], to: "x.geojson")
    }
    #expect(error.path == folder.path + "/out/x.geojson")
    #expect(!error.reason.isEmpty)
  }
}

/// Compares a text with a recorded one. With GEOTRACK_RECORD set it records the text, and fails, so
/// that nobody records by accident.
func expect(_ text: String, isRecordedAs name: String) throws {
  let url = packageFolder.appending(path: "Tests/PublishingTests/Recorded/\(name)")
  if ProcessInfo.processInfo.environment["GEOTRACK_RECORD"] != nil {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    Issue.record("recorded \(name): look at the change, then run again without GEOTRACK_RECORD")
    return
  }
  let recorded = try String(contentsOf: url, encoding: .utf8)
  #expect(text == recorded, "run with GEOTRACK_RECORD=1 to record \(name) anew")
}
