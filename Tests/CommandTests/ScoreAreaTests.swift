import Foundation
import TestSupport
import Testing

/// Scores of polygons. If one of these fails, an analyst reports a difference between two maps that
/// is not there.
@Suite("A map held against polygons")
struct ScoreAreaTests {
  /// DynamicComponents of the box from a longitude to another, each with its holder.
  private func features(_ pieces: (Double, Double, String)...) -> String {
    let features = pieces.map { west, east, holder in
      """
      {"type": "Feature", "properties": {"holder": "\(holder)"}, "geometry": {"type": "Polygon",
      "coordinates": [[[\(west), 36], [\(east), 36], [\(east), 37], [\(west), 37], [\(west), 36]]]}}
      """
    }
    return "{\"type\": \"FeatureCollection\", \"features\": [\(features.joined(separator: ","))]}"
  }

  private func reply(_ truth: String, _ options: String = "") throws -> ScoreReply {
    let stage = try Stage()
    try stage.folder.write(truth, to: "truth.geojson")
    return try stage.json("score truth.geojson --on 2020-01-05 \(options)")
  }

  @Test("a map agrees with itself: no disagreement, all in common, no way between the fronts")
  func itself() throws {
    let stage = try Stage {
      $0.reportRows += [
        "r3,2020-01-05,,south-west,blue,control,paper,2,2,",
        "r4,2020-01-05,,north-east,red,contested,paper,3,3,",
        "r5,2020-01-07,,north-east,crimson,control,paper,3,3,",
      ]
    }
    _ = try stage.text("snapshots --out map")
    for day in ["2020-01-01", "2020-01-05", "2020-01-07"] {
      for file in ["map/control.geojson", "map/snapshots/\(day).geojson"] {
        let reply: ScoreReply = try stage.json("score \(file) --on \(day)")
        #expect(reply.disagreement == 0, "\(file) on \(day)")
        #expect(reply.iou.values.allSatisfy { $0 == 1 }, "\(file) on \(day)")
        #expect(
          reply.frontMedianKm ?? 1 < 1e-5 && reply.frontP95Km ?? 1 < 1e-5, "\(file) on \(day)")
        #expect(reply.comparedKm2?.isClose(to: 9_941.64, relative: 1e-4) == true)
        #expect(reply.overlappingKm2 == 0 && reply.uncoveredKm2 == 0)
      }
    }
  }

  @Test("the figures of a front a tenth of a degree to the east are those worked out by hand")
  func byHand() throws {
    let reply = try reply(features((43, 43.6, "red"), (43.6, 44, "blue")))
    #expect(reply.points == 0)
    #expect(reply.confusion == nil)
    #expect(reply.disagreement?.isClose(to: 0.1, within: 1e-5) == true)
    #expect(reply.iou["red"]?.isClose(to: 0.5 / 0.6, within: 1e-5) == true)
    #expect(reply.iou["blue"]?.isClose(to: 0.4 / 0.5, within: 1e-5) == true)
    // A tenth of a degree of the parallels 36.5° and 36.05° (Snyder, "Map Projections: A Working
    // Manual", 1987, equation 4-21); the way to a meridian is shorter by less than a metre.
    #expect(reply.frontMedianKm?.isClose(to: 8.9590, within: 0.003) == true)
    #expect(reply.frontP95Km?.isClose(to: 9.0107, within: 0.003) == true)
  }

  @Test("neighbours that overlap or gape by a few metres share a front all the same")
  func untidy() throws {
    for shift in [0.00005, -0.00005] {
      let reply = try reply(features((43, 43.5 + shift, "red"), (43.5 - shift, 44, "blue")))
      #expect(reply.disagreement ?? 1 < 1e-6, "\(shift)")
      #expect((0.001...0.01).contains(reply.frontMedianKm ?? 0), "\(shift)")
      #expect(reply.frontP95Km ?? 1 < 0.01, "\(shift)")
      #expect((reply.overlappingKm2 ?? 0 > 0.5) == (shift > 0))
      #expect((reply.uncoveredKm2 ?? 0 > 0.5) == (shift < 0))
    }
  }

  @Test("of a map that draws one side only, the edge inside the theatre is the front")
  func oneSide() throws {
    let reply = try reply(features((43, 43.5, "red")))
    #expect(reply.disagreement == 0)
    #expect(reply.iou["red"]?.isClose(to: 1, within: 1e-5) == true)
    #expect(reply.iou["blue"] == 0)
    #expect(reply.uncoveredKm2?.isClose(to: 9_941.64 / 2, relative: 1e-3) == true)
    #expect(reply.frontP95Km ?? 1 < 0.001)
  }

  @Test("of a map that covers a part, only what it covers is compared and measured")
  func part() throws {
    let reply = try reply(features((43.4, 43.5, "red"), (43.5, 43.6, "blue")))
    #expect(reply.disagreement == 0)
    #expect(reply.comparedKm2?.isClose(to: 9_941.64 / 5, relative: 1e-3) == true)
    #expect(reply.frontP95Km ?? 1 < 0.001)
  }

  @Test("contested ground is left out, and between two sides the front runs along both its edges")
  func contested() throws {
    let reply = try reply(
      features((43, 43.45, "red"), (43.45, 43.55, "contested"), (43.55, 44, "blue")))
    #expect(reply.contestedKm2?.isClose(to: 994.16, relative: 1e-3) == true)
    #expect(reply.disagreement == 0)
    // The outline of the box is drawn half a metre off at most.
    #expect(reply.iou.values.allSatisfy { $0.isClose(to: 1, within: 1e-5) })
    #expect(reply.frontMedianKm?.isClose(to: 4.479, within: 0.003) == true)
  }

  @Test("ground that reaches beyond the theatre counts as far as the map does")
  func beyond() throws {
    let truth = """
      {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"owner": "red"}, "geometry": {"type": "Polygon",
      "coordinates": [[[40, 30], [43.5, 30], [43.5, 40], [40, 40], [40, 30]]]}},
      {"type": "Feature", "properties": {"owner": "blue"}, "geometry": {"type": "Polygon",
      "coordinates": [[[43.5, 30], [50, 30], [50, 40], [43.5, 40], [43.5, 30]]]}}]}
      """
    let reply = try reply(truth, "--property owner")
    #expect(reply.disagreement ?? 1 < 1e-5)
    #expect(reply.comparedKm2?.isClose(to: 9_941.64, relative: 1e-4) == true)
    #expect(reply.frontP95Km ?? 1 < 0.001)
  }

  @Test("where one of the two has no front there is no distance, and people are told")
  func noFront() throws {
    let stage = try Stage()
    try stage.folder.write(features((43, 44, "red")), to: "truth.geojson")
    let reply: ScoreReply = try stage.json("score truth.geojson --on 2020-01-05")
    #expect(reply.frontMedianKm == nil && reply.frontP95Km == nil)
    #expect(reply.disagreement?.isClose(to: 0.5, within: 1e-5) == true)
    let text = try stage.text("score truth.geojson --on 2020-01-05")
    #expect(text.contains("\nfront lines   one of the two has none\n"))
    #expect(text.contains("\ncompared      9,941.6 km²\n"))
  }
}
