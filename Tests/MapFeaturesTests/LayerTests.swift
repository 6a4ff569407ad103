import ControlMap
import Diagnostics
import Foundation
import FrontTracking
import GeoJSON
import Geometry
import JSON
import MapFeatures
import MapTestSupport
import TestSupport
import Testing
import Theatre

/// The layers as QGIS and others read them. If one of these fails, a map that opened yesterday
/// does not play today.
@Suite("The layers")
struct LayerTests {
  private static let first = ["start", "end", "open_end"]

  private static let properties: [LayerKind: [String]] = [
    .control: [
      "confidence", "holder", "holder_name", "side", "status", "attackers", "area_km2",
      "place_count", "places", "reports", "inferred_share", "probability", "date_uncertain",
      "color",
    ],
    .frontlines: ["sides", "holders", "length_km", "reports"],
    .frontband: ["probability_low", "probability_high", "area_km2"],
    .pockets: ["holder", "side", "area_km2", "places"],
    .places: [
      "confidence", "id", "name", "name_ar", "kind", "holder", "side", "status", "attackers",
      "encircled_by", "report", "source", "disputed", "date_uncertain", "inferred_km",
      "probability", "color",
    ],
    .staleness: ["age", "days_low", "days_high", "area_km2"],
    .reports: [
      "id", "place", "actor", "status", "source", "title", "published", "paragraph", "grade",
      "decided", "known", "when", "when_exact", "note",
    ],
    .incidents: ["id", "place", "kind", "source", "note", "paragraph", "when"],
  ]

  private func features(of layer: LayerKind) throws -> [LayerFeature] {
    var theatre = SmallTheatre()
    theatre.reportRows += [
      "r3,2020-01-10,,north-west,blue,control,paper,2,3,\"a \"\"word\"\"\"",
      "r4,2020-01-12,,westland,blue,encircled,paper,,3,",
    ]
    theatre.incidents = """
      id,date,place,kind,source,paragraph,note
      i1,2020-01-10/2020-01-12,north-west,air_strike,paper,1,
      i2,2019-12/2020-01-01,land,execution,paper,1,
      i3,2019-01-01,north-west,execution,paper,1,
      i4,2020-02-01,north-west,execution,paper,1,

      """
    // Only the south is an exit, so the north is a pocket when it stands alone.
    theatre.exits = """
      {"type": "Feature", "id": "south", "properties": {"sides": ["red", "blue"]},
       "geometry": {"type": "LineString", "coordinates": [[43, 36], [44, 36]]}}
      """
    theatre.settings = theatre.settings.replacing(
      "\"exits\": null", with: "\"exits\": \"exits.geojson\"")
    theatre.reportRows.append("r5,2020-01-15,,north-east,red,control,paper,,3,")
    theatre.reportRows.append("r6,2020-01-15,,north-east,blue,control,poor,,5,")
    if layer == .fighting {
      theatre.reportRows.append("r7,2020-01-13,,eastland,red,contested,paper,,3,")
    }
    let tracker = try tracker(theatre, layer == .frontband ? .kriging : .nearest)
    return try features(of: layer, in: tracker)
  }

  private func features(
    of layer: LayerKind, in tracker: FrontTracker
  ) throws -> [LayerFeature] {
    let settings = tracker.theatre.settings
    return try LayerFeed(tracker, [layer], settings.start..<settings.end).allFeatures()[0]
  }

  @Test("properties stand in their order, start and end first", arguments: LayerKind.all)
  func order(layer: LayerKind) throws {
    let features = try features(of: layer)
    #expect(!features.isEmpty)
    for feature in features {
      let keys = feature.feature(namingLayer: false).properties.map(\.key)
      #expect(keys == layer.columns.map(\.name))
      if let properties = Self.properties[layer] { #expect(keys == Self.first + properties) }
      let named = feature.feature(namingLayer: true).properties.map(\.key)
      #expect(named == Self.first + ["layer"] + keys.dropFirst(Self.first.count))
    }
  }

  @Test(
    "the document of the layers describes every property, and no other", arguments: LayerKind.all)
  func described(layer: LayerKind) throws {
    let text = try String(
      contentsOf: packageFolder.appending(path: "Documentation/Layers.md"), encoding: .utf8)
    let sections = text.split(separator: "\n## ")
    let section = try #require(
      sections.first { $0.hasPrefix("\(layer.name)\n") }, "there is no section \(layer.name)")
    let cells = section.split(separator: "\n").filter { $0.hasPrefix("| ") }
      .compactMap { $0.split(separator: "|").first }
    let names = cells.flatMap { $0.split(separator: ",") }
      .map { $0.filter { $0 != " " } }.filter { $0 != "property" && $0 != "---" }
    #expect(Set(names) == Set(layer.ownColumns.map(\.name)))
    #expect(names.count == layer.ownColumns.count)
  }

  @Test("every start and end is a date-time at midnight, never null", arguments: LayerKind.all)
  func dates(layer: LayerKind) throws {
    let features = try features(of: layer)
    #expect(!features.isEmpty)
    for feature in features {
      for key in ["start", "end"] {
        let value = feature.feature(namingLayer: false).properties.first { $0.key == key }?.value
        guard case .string(let text) = value else {
          Issue.record("\(key) is \(String(describing: value))")
          continue
        }
        #expect(text.wholeMatch(of: /\d{4}-\d\d-\d\dT00:00:00Z/) != nil)
      }
    }
  }

  @Test("no property has a name that QGIS takes for a start or an end", arguments: LayerKind.all)
  func names(layer: LayerKind) throws {
    let feature = try #require(try features(of: layer).first)
    let keys = feature.feature(namingLayer: true).properties.map(\.key).dropFirst(3)
    #expect(!keys.isEmpty)
    for key in keys {
      // "to" stands in "attackers" too, which is no date; QGIS looks at dates only.
      for taken in ["start", "begin", "from", "end", "last"] { #expect(!key.contains(taken)) }
    }
  }

  @Test("a report stands on its day, one from before the map on the map's first day")
  func reportDays() throws {
    let reports = try features(of: .reports)
    #expect(
      reports.map { "\($0.start) \($0.end)" } == [
        "2020-01-01 2020-01-02", "2020-01-01 2020-01-02", "2020-01-10 2020-01-11",
        "2020-01-12 2020-01-13", "2020-01-15 2020-01-16", "2020-01-15 2020-01-16",
      ])
  }

  @Test("a report on a region has no location: the centre of a region is none")
  func unlocated() throws {
    let reports = try features(of: .reports)
    #expect(reports.map { $0.shape == nil } == [true, true, false, true, false, false])
  }

  @Test("an incident stands on the days of the map on which it may have happened, or not at all")
  func incidents() throws {
    let incidents = try features(of: .incidents)
    #expect(
      incidents.map { "\($0.start) \($0.end)" } == [
        "2020-01-10 2020-01-13", "2020-01-01 2020-01-02",
      ])
  }

  private func values(_ features: [LayerFeature], _ key: String) -> [JSON?] {
    features.map { feature in
      feature.feature(namingLayer: false).properties.first { $0.key == key }?.value
    }
  }

  @Test("since when a report is known is said, and by which reports a front line is held up")
  func knownAndReports() throws {
    #expect(
      values(try features(of: .reports), "known")
        == [
          "2020-01-01", "2020-01-01", "2020-01-10", "2020-01-12", "2020-01-15", "2020-01-15",
        ].map { .string($0) })
    let lines = values(try features(of: .frontlines), "reports")
    #expect(lines.allSatisfy { $0 != .strings([]) })
    #expect(
      lines.contains(.strings(["r1", "r2"])) || lines.contains(.strings(["r1", "r2", "r3"])))
  }

  @Test("the ground by the age of its reports says between how many days, or that there is none")
  func staleness() throws {
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing("2020-02-01", with: "2021-02-01")
    theatre.reportRows = ["r1,2020-01-05,,westland,red,control,paper,,3,"]
    let tracker = try tracker(theatre)
    let found = try features(of: .staleness, in: tracker)
    let classes: Set<[JSON?]> = Set(
      found.map { feature in ["age", "days_low", "days_high"].map { values([feature], $0)[0] } })
    let expected: [[JSON?]] = [
      [.string("no report"), .null, .null], [.string("0-7"), .int(0), .int(7)],
      [.string("8-30"), .int(8), .int(30)], [.string("31-90"), .int(31), .int(90)],
      [.string("91-180"), .int(91), .int(180)], [.string("181-365"), .int(181), .int(365)],
      [.string("366 and more"), .int(366), .null],
    ]
    #expect(classes == Set(expected))
  }

  @Test("ground of nobody has no confidence, and the rest one between 0 and 1")
  func confidence() throws {
    var theatre = SmallTheatre()
    theatre.reportRows = ["r1,2020-01-05,,westland,red,control,paper,,3,"]
    let tracker = try tracker(theatre)
    for layer in [LayerKind.control, .places] {
      for feature in try features(of: layer, in: tracker) {
        let holder = values([feature], "holder")[0]
        switch values([feature], "confidence")[0] {
        case .decimal(let confidence, places: 3):
          #expect(holder == .string("red"))
          // B3 on its day.
          #expect(confidence.isClose(to: (0.7 * 0.5).squareRoot(), within: 1e-9))
        case let confidence: #expect(holder == .null && confidence == .null)
        }
      }
    }
  }

  @Test("whether a report decided the map is said")
  func decided() throws {
    let reports = try features(of: .reports)
    let decided = reports.map { feature in
      feature.feature(namingLayer: false).properties.first { $0.key == "decided" }?.value
    }
    #expect(
      decided == [
        .bool(true), .bool(true), .bool(true), .bool(true), .bool(true), .bool(false),
      ])
  }
}
