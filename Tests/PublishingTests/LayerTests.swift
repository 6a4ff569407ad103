import Foundation
import FrontTracking
import GeoJSON
import Publishing
import TestSupport
import Testing
import TheatreModel

/// The layers as QGIS and others read them. If one of these fails, a map that opened yesterday
/// does not play today.
@Suite("The layers")
struct LayerTests {
  private static let first = ["start", "end", "open_end"]

  private static let properties: [Layer: [String]] = [
    .control: [
      "holder", "holder_name", "side", "status", "attackers", "area_km2", "place_count",
      "places", "reports", "inferred_share", "probability", "color",
    ],
    .frontlines: ["sides", "holders", "length_km"],
    .frontband: ["probability_low", "probability_high", "area_km2"],
    .pockets: ["holder", "side", "area_km2", "places"],
    .places: [
      "id", "name", "name_ar", "kind", "holder", "side", "status", "attackers", "encircled_by",
      "report", "source", "disputed", "inferred_km", "probability",
      "color",
    ],
    .reports: [
      "id", "place", "actor", "status", "source", "title", "published", "paragraph", "grade",
      "decided", "when", "when_exact", "note",
    ],
    .incidents: ["id", "place", "kind", "source", "note", "paragraph", "when"],
  ]

  private func features(of layer: Layer) throws -> [LayerFeature] {
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
    let tracker = try tracker(theatre, layer == .frontband ? .kriging : .nearest)
    return LayerFeatures(tracker).features(of: layer, in: try tracker.timeline())
  }

  @Test("properties stand in their order, start and end first", arguments: Layer.allCases)
  func order(layer: Layer) throws {
    let features = try features(of: layer)
    #expect(!features.isEmpty)
    for feature in features {
      let keys = feature.feature(namingLayer: false).properties.map(\.key)
      #expect(keys == Self.first + (Self.properties[layer] ?? []))
      let named = feature.feature(namingLayer: true).properties.map(\.key)
      #expect(named == Self.first + ["layer"] + (Self.properties[layer] ?? []))
    }
  }

  @Test("every start and end is a date-time at midnight, never null", arguments: Layer.allCases)
  func dates(layer: Layer) throws {
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

  @Test("no property has a name that QGIS takes for a start or an end", arguments: Layer.allCases)
  func names(layer: Layer) throws {
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

/// Reads a small theatre and makes it ready.
func tracker(
  _ theatre: SmallTheatre, _ inference: InferenceMethod = .nearest
) throws -> FrontTracker {
  let folder = try theatre.write()
  let reading = Theatre.read(folder: folder.path)
  return try FrontTracker(
    try #require(reading.theatre, "\(reading.diagnostics)"), inference: inference)
}
