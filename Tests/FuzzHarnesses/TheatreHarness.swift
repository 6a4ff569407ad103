import ControlHistory
import ControlMap
import Diagnostics
import Exports
import FileOutput
import FrontTracking
import GeoJSON
import JSON
import MapAnalysis
import MapFeatures
import TestSupport
import Theatre
import TypedIndices
import WebPage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Whole theatres, changed as bytes say, with much of what the commands ask of them and write of them.
struct TheatreHarness: Harness {
  let name = "theatre"

  func run(_ bytes: [UInt8]) {
    // The first bytes choose what is asked, the rest changes the theatre.
    let choice = (0..<4).map { $0 < bytes.count ? Int(bytes[$0]) : 0 }
    let reading = TheatreMutator.theatre(of: Array(bytes.dropFirst(4))).read()
    require(
      "an error or a theatre", (reading.theatre == nil) == reading.diagnostics.containsError)
    guard let theatre = reading.theatre else { return }
    // A theatre of many thousand days is slow and no different.
    guard theatre.settings.start.distance(to: theatre.settings.end) < 400 else { return }
    let tracker: FrontTracker
    do throws(MapError) {
      tracker = try FrontTracker(
        theatre, inference: choice[0].isMultiple(of: 4) ? .kriging : .nearest,
        seenFrom: perspective(choice[1], of: theatre))
    } catch {
      require("a theatre that cannot be drawn says why", !"\(error)".isEmpty)
      return
    }
    do throws(MapError) {
      let days = theatre.settings.start.distance(to: theatre.settings.end)
      let day = theatre.settings.start.advanced(by: choice[2] % max(1, days))
      try MapQuestions(tracker, day, choice[3]).ask()
      MapOutputs(tracker, day).write(choice[3])
    } catch {
      fatalError("broken: what can be drawn can be asked about: \(error)")
    }
  }

  private func perspective(_ choice: Int, of theatre: Theatre) -> Perspective {
    switch choice % 5 {
    case 1: Perspective(view: .confirmed)
    case 2: Perspective(knownOn: theatre.settings.start.advanced(by: 5))
    case 3: theatre.sides.first.map { Perspective(view: .claimed(side: $0)) } ?? .plain
    default: .plain
    }
  }
}

/// What the commands ask of a theatre that can be drawn; none of it may fail.
private struct MapQuestions {
  private let tracker: FrontTracker
  private let day: Day
  private let choice: Int

  init(_ tracker: FrontTracker, _ day: Day, _ choice: Int) {
    self.tracker = tracker
    self.day = day
    self.choice = choice
  }

  func ask() throws(MapError) {
    let snapshot = try tracker.snapshot(on: day)
    require(
      "a share of the ground is not negative",
      snapshot.fronts.allSatisfy { $0.lengthInKilometers.isFinite && $0.lengthInKilometers >= 0 })
    _ = try tracker.findings()
    _ = tracker.remnantFindings()
    switch choice % 8 {
    case 0: _ = try tracker.audit()
    case 1: _ = try tracker.conflicts()
    case 2: _ = try tracker.revisions()
    case 3: _ = try tracker.islands()
    case 4: _ = try tracker.comparison(from: tracker.theatre.settings.start, to: day)
    case 5: _ = try tracker.cellHistory()
    case 6:
      if let report = tracker.theatre.reports.indices.first {
        _ = try tracker.withdrawal(of: [report], on: day)
      }
    default: _ = try tracker.timeline(of: .places)
    }
  }
}

/// What is written of a map: all of it can be read again, and no number is missing.
private struct MapOutputs {
  private let tracker: FrontTracker
  private let day: Day

  init(_ tracker: FrontTracker, _ day: Day) {
    self.tracker = tracker
    self.day = day
  }

  func write(_ choice: Int) {
    let request = ExportRequest(
      tracker, version: "0", period: day..<min(day.next.next, tracker.theatre.settings.end),
      days: [day])
    let url = FileManager.default.temporaryDirectory.appending(path: "geotrack-fuzz-\(UUID())")
    defer { try? FileManager.default.removeItem(at: url) }
    let folder = OutputFolder(path: url.path)
    do {
      switch choice % 6 {
      case 0:
        for file in try write(request, as: GeoJSONExporter(), to: folder) {
          try checkGeoJSON(folder.read(file.path) ?? [])
        }
      case 1:
        for file in try write(request, as: KMLExporter(), to: folder) {
          try checkXML(folder.read(file.path) ?? [])
        }
      case 2:
        for file in try write(request, as: GeoPackageExporter(), to: folder) {
          let bytes = try folder.read(file.path) ?? []
          require(
            "a GeoPackage is one of SQLite", bytes.starts(with: Array("SQLite format 3".utf8)))
        }
      case 3: try checkXML(PictureExporter(PictureOptions()).bytes(request) { _ in })
      case 4: try checkPage(PageExporter().bytes(request) { _ in })
      default: _ = try write(request, as: StatusTableExporter(), to: folder)
      }
    } catch {
      fatalError("broken: a map that was drawn can be written: \(error)")
    }
  }

  private func write(
    _ request: ExportRequest, as format: any Exporter, to folder: OutputFolder
  ) throws -> [WrittenFile] {
    try MapWriter().write(request, as: format, to: folder).files
  }

  private func checkGeoJSON(_ bytes: [UInt8]) throws {
    let features = try readGeoJSON(SourceText(bytes))
    let ids = features.compactMap(\.id)
    require("ids are those of one feature each", Set(ids).count == ids.count)
    require("no number is missing", !bytes.hasMissingNumber)
  }

  private func checkXML(_ bytes: [UInt8]) throws {
    _ = try XMLNode.parse(String(decoding: bytes, as: UTF8.self))
    require("no number is missing", !bytes.hasMissingNumber)
  }

  private func checkPage(_ bytes: [UInt8]) throws {
    let beginning = Array("<script type=\"application/json\" id=\"map-data\">".utf8)
    guard let start = bytes.firstRange(of: beginning)?.upperBound,
      let end = bytes[start...].firstRange(of: Array("</script>".utf8))?.lowerBound
    else { fatalError("broken: the page has its data") }
    // A number that is none is no JSON.
    _ = try JSONNode(parsing: SourceText(Array(bytes[start..<end])))
  }
}

extension [UInt8] {
  /// Whether a number was written that is none, as a value: `:nan,`, `[-inf]`, `,NaN}`.
  fileprivate var hasMissingNumber: Bool {
    indices.dropFirst().contains { index in
      guard Self.before.contains(self[index - 1]) else { return false }
      let rest = self[index...]
      return Self.words.contains { word in
        rest.starts(with: word) && rest.dropFirst(word.count).first.map(Self.after.contains) == true
      }
    }
  }

  private static let words = ["nan", "inf", "-inf", "-nan", "NaN", "Infinity", "-Infinity"]
    .map { Array($0.utf8) }
  private static let before = Set(":,[ ".utf8)
  private static let after = Set(",]} \n".utf8)
}
