import TestSupport
import Testing
import Theatre
import TypedIndices

@testable import ControlHistory

/// Which reports reach which site. If one of these fails, a place has the history of another, or a region with
/// many places and many reports fills the memory.
@Suite("The reports that reach a site")
struct ReportScopesTests {
  /// A theatre of nested regions with places that share spots, and reports on both.
  private func randomNesting(seed: UInt64) -> SmallTheatre {
    var random = SeededGenerator(seed: seed)
    var theatre = SmallTheatre()
    theatre.placeRows = []
    for index in 0..<8 {
      let parent = index == 0 ? "" : "g\(Int.random(in: 0..<index, using: &random))"
      theatre.placeRows.append("g\(index),Region \(index),,district,36.5,43.5,,\(parent),test,")
    }
    for index in 0..<25 {
      // Few spots, so that some places share one.
      let spot = Int.random(in: 1...20, using: &random)
      let parent = Int.random(in: 0..<10, using: &random)
      theatre.placeRows.append(
        "p\(index),Place \(index),,town,36.\(10 + spot),43.\(90 - spot),,"
          + "\(parent < 8 ? "g\(parent)" : ""),test,")
    }
    theatre.reportRows = (0..<40).map { index in
      let place =
        Bool.random(using: &random)
        ? "g\(Int.random(in: 0..<8, using: &random))" : "p\(Int.random(in: 0..<25, using: &random))"
      let actor = ["red", "crimson", "blue"].randomElement(using: &random) ?? "red"
      let status = ["control", "contested", "withdrew", "encircled"].randomElement(using: &random)
      return "r\(index),2020-01-\(Int.random(in: 10...25, using: &random)),,\(place),\(actor),"
        + "\(status ?? "control"),paper,,3,"
    }
    return theatre
  }

  /// The same, place by place: every report on the place, and on each region above it but those of fighting.
  private func plain(_ places: [PlaceID], of theatre: Theatre) -> [ReportID: Int] {
    var levels: [ReportID: Int] = [:]
    for place in places {
      for (level, region) in theatre.lineage(of: place).enumerated() {
        for (index, report) in theatre.reports.indexed()
        where report.place == region && (level == 0 || !report.isOfFighting) {
          levels[index] = min(levels[index] ?? .max, level)
        }
      }
    }
    return levels
  }

  @Test("reports on regions are found as if each place were asked by itself", arguments: 0..<40)
  func sameAsPlain(seed: UInt64) throws {
    let folder = try randomNesting(seed: seed).write()
    let theatre = try #require(
      withExtendedLifetime(folder) { Theatre.read(folder: folder.path) }.theatre)
    let sites = Sites(theatre)
    let scopes = ReportScopes(of: theatre, reaching: sites) { _ in true }
    for (site, places) in sites.places.indexed() {
      let found = scopes[site]
      let expected = plain(places, of: theatre)
      #expect(found == found.sorted(), "seed \(seed)")
      #expect(Set(found.map(\.report)) == Set(expected.keys), "seed \(seed)")
      #expect(found.count == expected.count, "seed \(seed)")
      // Levels count by comparison only, and by whether a report is on the place itself.
      for one in found {
        #expect((one.levelsAbove == 0) == (expected[one.report] == 0), "seed \(seed)")
        for other in found {
          let (first, second) = (expected[one.report] ?? 0, expected[other.report] ?? 0)
          #expect((one.levelsAbove < other.levelsAbove) == (first < second), "seed \(seed)")
        }
      }
    }
  }

  @Test("sites of one class have the history that each has by itself", arguments: 0..<20)
  func sharedHistory(seed: UInt64) throws {
    let history = try history(randomNesting(seed: seed))
    for site in history.sites.places.indices {
      #expect(history.intervals[site] == history.intervals(of: site) { _ in true }, "seed \(seed)")
    }
  }

  @Test("reports on a region are kept once, however many places lie in it")
  func region() throws {
    for count in [100, 200, 400] {
      var theatre = SmallTheatre()
      theatre.placeRows = ["land,Land,,country,36.5,43.5,,,test,"]
      theatre.placeRows += (0..<count).map {
        "p\($0),Place \($0),,town,36.\(1000 + $0),43.\(1000 + $0),,land,test,"
      }
      theatre.reportRows = (0..<count).map {
        "r\($0),2020-01-\(10 + $0 % 20),,land,\($0 % 2 == 0 ? "red" : "blue"),control,paper,,3,"
      }
      let folder = try theatre.write()
      let read = try #require(
        withExtendedLifetime(folder) { Theatre.read(folder: folder.path) }.theatre)
      let scopes = ReportScopes(of: read, reaching: Sites(read)) { _ in true }
      #expect(scopes.pairCount == count)
    }
  }

  @Test("places on both sides of a rounding limit, a hand apart, are one site")
  func nearlyOneSpot() throws {
    var theatre = SmallTheatre()
    theatre.placeRows += [
      "gate,Gate,,base,36.7600049,43.2600049,,westland,test,",
      "tower,Tower,,base,36.7600051,43.2600051,,westland,test,",
      "camp,Camp,,base,36.760025,43.26,,westland,test,",
    ]
    let history = try history(theatre)
    #expect(try history.site("tower") == history.site("gate"))
    #expect(try history.site("camp") != history.site("gate"))
  }
}
