import Diagnostics
import Geometry
import PlanarSubdivision
import TestSupport
import Testing
import Theatre

@testable import ControlMap

/// Barriers that cut nothing, and barriers that cannot be drawn. If one of these fails, `check` warns of a river
/// that does divide the ground, or says nothing of barriers on which every other command gives up.
@Suite("Which barriers divide the ground")
struct BarrierCutsTests {
  private func read(_ barriers: [[[Double]]]) throws -> Theatre {
    var theatre = SmallTheatre()
    let features = barriers.enumerated().map { index, line in
      """
      {"type": "Feature", "properties": {"name": "b\(index)"}, "geometry":
      {"type": "LineString", "coordinates": \(line)}}
      """
    }
    theatre.river =
      "{\"type\": \"FeatureCollection\", \"features\": [\(features.joined(separator: ","))]}"
    let folder = try theatre.write()
    let reading = withExtendedLifetime(folder) { Theatre.read(folder: folder.path) }
    return try #require(reading.theatre, "\(reading.diagnostics)")
  }

  /// The same by dividing the ground again and again: with the first barriers, and with all but one.
  private func plain(_ theatre: Theatre) throws -> [Int] {
    let plane = Plane(theatre)
    func count(_ barriers: some Collection<Barrier>) throws -> Int {
      try Compartments(theatre, barriers: Array(barriers), in: plane).compartments.count
    }
    let all = theatre.barriers
    return try all.indices.filter { index in
      var others = all
      others.remove(at: index)
      return try count(all.prefix(index)) == count(all.prefix(index + 1))
        && count(others) == count(all)
    }
  }

  @Test("barriers that cut, touch, cross, dangle or lie on each other")
  func cases() throws {
    let river = [[43.5, 35.9], [43.5, 37.1]]
    let pond = [[43.2, 36.2], [43.3, 36.2], [43.3, 36.3], [43.2, 36.2]]
    let lists: [[[[Double]]]] = [
      [river], [river, river], [[[43.1, 36.1], [43.4, 36.4]]], [pond], [pond, river],
      [[[43.5, 36], [43.5, 36.5]], [[43.5, 36.5], [43.5, 37]]],
      [[[42.5, 36.5], [42.8, 36.6]], river],
      [[[43.2, 35.9], [43.2, 36.5]], [[43.1, 36.4], [43.3, 36.4]]],
      [[[43, 36], [44, 36]], river],
      [[[43.4, 36.5], [43.6, 36.5]], river, [[43.5, 36.5], [43.7, 37.2]]],
    ]
    for list in lists {
      let theatre = try read(list)
      #expect(try BarrierCuts(theatre).idle == plain(theatre), "\(list)")
    }
  }

  @Test("random barriers", arguments: 0..<15)
  func random(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let theatre = try read(
      (0..<6).map { _ in
        (0..<Int.random(in: 2...4, using: &random)).map { _ in
          [
            Double.random(in: 42.8...44.2, using: &random),
            .random(in: 35.8...37.2, using: &random),
          ]
        }
      })
    #expect(try BarrierCuts(theatre).idle == plain(theatre), "seed \(seed)")
  }

  @Test("barriers that cross too often are an error that says what to do")
  func tangle() throws {
    var random = SeededGenerator(seed: 1)
    let theatre = try read([
      (0..<900).map { _ in
        [
          Double.random(in: 43.01...43.99, using: &random),
          .random(in: 36.01...36.99, using: &random),
        ]
      }
    ])
    let found = try theatre.geometricDiagnostics()
    #expect(
      found.map(\.description) == [
        "river.geojson:2:1: error: the barriers cross themselves or each other more than 50000 times: "
          + "simplify them, or leave out those that cut nothing"
      ])
  }

  @Test("one crossing too many is an error at that crossing")
  func crossings() throws {
    var theatre = SmallTheatre()
    let list = (0..<1_001).map { "[43.5, \(36.0005 + Double($0) * 0.0009)]" }
    theatre.addSetting("\"crossings\": [\(list.joined(separator: ","))]")
    let folder = try theatre.write()
    let read = try #require(
      withExtendedLifetime(folder) { Theatre.read(folder: folder.path) }.theatre)
    let found = try read.geometricDiagnostics()
    #expect(found.count == 1)
    #expect(found.first?.message.contains("one more than the 1000 that a theatre may have") == true)
  }

  @Test("reports on regions that reach too many places are an error at the busiest region")
  func reaches() throws {
    var theatre = SmallTheatre()
    for number in 0..<20 {
      theatre.reportRows.append("w\(number),2020-01-10,,westland,red,control,paper,,3,")
    }
    theatre.reportRows.append("n1,2020-01-10,,north-west,red,control,paper,,3,")
    theatre.reportRows.append("s1,2020-01-10,,south-west,red,control,paper,,3,")
    let folder = try theatre.write()
    let read = try #require(
      withExtendedLifetime(folder) { Theatre.read(folder: folder.path) }.theatre)
    // Two places with a report of their own and the 21 of the region each.
    #expect(read.tooManyReaches(above: 44) == [])
    #expect(
      read.tooManyReaches(above: 43).map(\.description) == [
        "reports.csv:2:1: error: reports on regions reach places with reports of their own 44 times, more "
          + "than 43: report on fewer regions with many places, such as \"westland\""
      ])
  }
}
