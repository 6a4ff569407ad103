import Diagnostics
import Foundation
import FrontTracking
import GEOS
import GEOSOracles
import Geometry
import MapAnalysis
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

private let folder = ProcessInfo.processInfo.environment["GEOTRACK_UKRAINE"]

/// The laws of small theatres on a large one, on days taken by chance. If one of these fails, a map of
/// thousands of places loses ground that maps of fifty do not.
@Suite(
  "The map of a large theatre",
  .enabled(if: folder != nil, "set GEOTRACK_UKRAINE to the folder of the theatre of Ukraine"))
struct LargeTheatreTests {
  private func theatre() throws -> Theatre {
    let reading = Theatre.read(folder: folder ?? "")
    return try #require(reading.theatre, "\(reading.diagnostics)")
  }

  @Test("territories are GEOS' unions of their cells, valid, and sum to the theatre on twenty days")
  func unions() throws {
    let tracker = try FrontTracker(theatre())
    let tessellation = tracker.tessellation
    let topology = tessellation.topology
    let published = Dictionary(uniqueKeysWithValues: zip(topology.vertices, topology.positions))
    let cells = tessellation.cells.indices.map(topology.polygon(ofCell:))
    let settings = tracker.theatre.settings
    var random = SeededGenerator(seed: 20)
    var checked: Set<[CellID]> = []
    for _ in 0..<20 {
      let day = settings.start.advanced(
        by: .random(in: 0..<settings.start.distance(to: settings.end), using: &random))
      let snapshot = try tracker.snapshot(on: day, .territories)
      let sum = snapshot.territories.reduce(0) { $0 + $1.areaInSquareKilometers }
      #expect(sum.isClose(to: tessellation.areaInSquareKilometers, relative: 1e-9), "\(day)")
      var components = DynamicComponents(topology)
      var labels: [GroundState: Int32] = [:]
      components.relabel(
        tessellation.cells.indices.map { cell in
          let state = snapshot.states.groundState(ofCell: cell).inferred
          let label = labels[state] ?? Int32(labels.count)
          labels[state] = label
          return (cell, label)
        })
      let members = components.cells { _ in true }
      #expect(members.count == snapshot.territories.count, "\(day)")
      let shapes = Set(snapshot.territories.map(\.shape))
      for members in members.values where checked.insert(members).inserted {
        let union = try coverageUnion(members.map { cells[$0.offset] })
        #expect(
          shapes.contains(union.map { $0.compactMap { published[$0] } }.canonical), "\(day)")
      }
      for shape in shapes { #expect(try shape.invalidity() == nil, "\(day)") }
    }
  }

  @Test(
    "by kriging fewer points are on the wrong side than by the nearest place",
    .timeLimit(.minutes(15)))
  func kriging() throws {
    let theatre = try theatre()
    let reported = Sites(theatre).sample(share: 0.05, seed: 1)
    var means: [Double] = []
    for inference in [InferenceMethod.nearest, .kriging] {
      let tracker = try FrontTracker(theatre, inference: inference, reported: reported)
      var sum = 0.0
      for date in ["2022-05-01", "2023-06-02"] {
        let day = try day(date)
        let path = "\(folder ?? "")/truth-\(date).csv"
        let truth = try #require(theatre.readTruth(at: path, holderIn: nil, on: day).truth)
        sum += try #require(tracker.score(against: truth, on: day).disagreement)
      }
      means.append(sum / 2)
    }
    #expect(means[1] < 0.85 * means[0], "\(means)")
  }
}
