import ControlHistory
import Diagnostics
import Exports
import FileOutput
import Foundation
import FrontTracking
import GEOS
import GeoJSON
import Geometry
import JSON
import MapFeatures
import MapTestSupport
import TestSupport
import Testing
import Theatre
import TypedIndices

/// The files. If one of these fails, somebody cites a map that nobody can make again.
@Suite("The files")
struct MapWriterTests {
  private func write(
    _ tracker: FrontTracker, _ layers: [LayerKind] = LayerKind.all, days: [Day]? = nil,
    to folder: TemporaryFolder
  ) throws -> [WrittenFile] {
    let request = ExportRequest(
      tracker, version: "test", layers: layers, days: days ?? tracker.days)
    return try MapWriter()
      .write(request, as: GeoJSONExporter(), to: OutputFolder(path: folder.path)).files
  }

  @Test("the layer of a small theatre is written byte for byte as recorded")
  func golden() throws {
    let folder = try TemporaryFolder()
    _ = try write(try tracker(SmallTheatre()), [.control], to: folder)
    try expect(try folder.text(of: "control.geojson"), isRecordedAs: "control.geojson")
  }

  @Test("what is written can be read, and every area is valid", arguments: LayerKind.all)
  func readable(layer: LayerKind) throws {
    let folder = try TemporaryFolder()
    _ = try write(
      try tracker(SmallTheatre()), [layer], days: [], to: folder)
    let text = try folder.text(of: "\(layer.name).geojson")
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
    #expect(
      counts == ["control": 2, "frontlines": 1, "places": 4, "reports": 1, "staleness": 2])
  }

  @Test("the confidence is of the day in a day's file, and of the first day in a layer's")
  func fading() throws {
    var theatre = SmallTheatre()
    theatre.addSetting("\"half_life_days\": 10")
    theatre.reportRows = [
      "r1,2020-01-01,,land,red,control,paper,,3,", "r2,2020-01-11,,eastland,blue,control,paper,,3,",
    ]
    let tracker = try tracker(theatre)
    let folder = try TemporaryFolder()
    let days = tracker.theatre.settings.start..<tracker.theatre.settings.end
    _ = try write(tracker, [.control, .places], days: Array(days), to: folder)
    let whole = (0.7 * 0.5).squareRoot()
    for day in days {
      let text = try folder.text(of: "snapshots/\(day).geojson")
      for feature in try readGeoJSON(SourceText(Array(text.utf8))) {
        let since = feature.string("holder") == "red" ? 1 : 11
        let age = try #require(Day("2020-01-01")).distance(to: day) - since + 1
        let confidence = try #require(feature.properties["confidence"]?.number)
        #expect(
          confidence.isClose(to: whole * exp2(-Double(age) / 10), within: 0.000_6), "\(day)")
      }
    }
    let control = try readGeoJSON(SourceText(Array(folder.text(of: "control.geojson").utf8)))
    // The west stays red's: one feature from the day on which the east fell, on ten days old news.
    let confidences = control.compactMap { $0.properties["confidence"]?.number }
    #expect(control.compactMap { $0.string("holder") } == ["red", "red", "blue"])
    for (found, expected) in zip(confidences, [whole, whole / 2, whole]) {
      #expect(found.isClose(to: expected, within: 0.000_6))
    }
  }

  @Test(
    "the files of what was known on the last day of news are those of the plain map, byte for byte")
  func knownOn() throws {
    var small = SmallTheatre()
    small.reportRows += [
      "r3,2020-01-05,2020-01-20,north-west,blue,control,paper,,3,",
      "r4,2020-01-08/2020-01-12,2020-01-25,south-east,red,control,poor,,3,",
    ]
    small.incidents = """
      id,date,place,kind,source,paragraph,note
      i1,2020-01-10/2020-01-12,north-west,air_strike,paper,1,

      """
    let plain = try tracker(small)
    func files(_ perspective: Perspective) throws -> [WrittenFile] {
      let folder = try TemporaryFolder()
      return try write(plain.seen(from: perspective), to: folder)
        .filter { $0.path != "manifest.json" }
    }
    let known = try files(Perspective(knownOn: Day("2020-01-25")))
    #expect(try known == files(.plain))
    #expect(try known != files(Perspective(knownOn: Day("2020-01-24"))))
    // Taken away and put back, a report leaves no trace in any file.
    let without = plain.seen(from: Perspective(withheld: [ReportID(2)]))
    let folder = try TemporaryFolder()
    let back = try write(without.seen(from: .plain), to: folder)
    #expect(back.filter { $0.path != "manifest.json" } == known)
  }

  @Test("what nobody knew yet is in no layer, and the manifest says whose map it is")
  func unknownYet() throws {
    var small = SmallTheatre()
    small.reportRows.append("r3,2020-01-05,2020-01-20,north-west,blue,control,paper,,3,")
    small.sources += "weekly,A weekly,,2020-01-22,B,,none,\n"
    small.incidents = """
      id,date,place,kind,source,paragraph,note
      i1,2020-01-10,north-west,air_strike,weekly,1,
      i2,2020-01-11,north-west,air_strike,paper,1,

      """
    let folder = try TemporaryFolder()
    let day = try #require(Day("2020-01-19"))
    _ = try write(
      try tracker(small).seen(from: Perspective(view: .claimed(side: "red"), knownOn: day)),
      to: folder)
    let manifest = try folder.text(of: "manifest.json")
    #expect(manifest.contains("\"view\": \"claimed:red\""))
    #expect(manifest.contains("\"known_on\": \"2020-01-19\""))
    let all = try TemporaryFolder()
    _ = try write(try tracker(small).seen(from: Perspective(knownOn: day)), to: all)
    let reports = try readGeoJSON(SourceText(Array(all.text(of: "reports.geojson").utf8)))
    #expect(reports.compactMap { $0.string("id") } == ["r1", "r2"])
    let incidents = try readGeoJSON(SourceText(Array(all.text(of: "incidents.geojson").utf8)))
    #expect(incidents.compactMap { $0.string("id") } == ["i2"])
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
  let url = packageFolder.appending(path: "Tests/ExportsTests/Recorded/\(name)")
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
