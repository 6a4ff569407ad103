import FrontTracking
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import MapAnalysis
@testable import PlanarSubdivision

/// The choice of places that count as reported. If one of these fails, two methods of inference are
/// judged on different places, and their figures cannot be compared.
@Suite("A share of the places")
struct PlaceSampleTests {
  private func sites(_ count: Int) throws -> Sites {
    try tracker(randomTheatre(seed: 1, sites: count, reports: 1)).sites
  }

  @Test("is the same on every machine and with every version")
  func recorded() throws {
    // Computed by a program of its own, in Python.
    let sites = try sites(20)
    #expect(
      sites.sample(share: 0.25, seed: 1).sorted() == [
        SiteID(0), SiteID(10), SiteID(11), SiteID(15), SiteID(19),
      ])
    #expect(
      sites.sample(share: 0.25, seed: 2).sorted() == [
        SiteID(8), SiteID(11), SiteID(12), SiteID(15), SiteID(16),
      ])
    #expect(
      sites.sample(share: 0.5, seed: 3).sorted() == [
        SiteID(0), SiteID(1), SiteID(2), SiteID(3), SiteID(4), SiteID(6), SiteID(7), SiteID(13),
        SiteID(14), SiteID(18),
      ])
  }

  @Test(
    "has as many places as the share says, and at least one",
    arguments: [(0.001, 1), (0.05, 1), (0.1, 2), (0.12, 2), (0.13, 3), (0.999, 20), (1, 20)])
  func count(share: Double, count: Int) throws {
    #expect(try sites(20).sample(share: share, seed: 5).count == count)
  }

  @Test("is among the places of a larger share of the same seed")
  func nested() throws {
    let sites = try sites(40)
    let samples = [0.1, 0.25, 0.5, 0.9, 1].map { sites.sample(share: $0, seed: 11) }
    for (smaller, larger) in zip(samples, samples.dropFirst()) {
      #expect(smaller.isStrictSubset(of: larger))
    }
  }

  @Test("takes every place about equally often")
  func fair() throws {
    let sites = try sites(20)
    var counts = IndexedArray<SiteID, Int>(repeating: 0, count: 20)
    for seed in UInt64(0)..<2_000 {
      for site in sites.sample(share: 0.25, seed: seed) { counts[site] += 1 }
    }
    // 500 each, give or take five standard deviations of the binomial distribution.
    #expect(counts.allSatisfy { abs($0 - 500) < 97 }, "\(counts)")
  }

  @Test("is all that reports reach, those on regions too; the rest is inferred on every day")
  func history() throws {
    let folder = try SmallTheatre().write()
    let theatre = try #require(Theatre.read(folder: folder.path).theatre)
    let tracker = try FrontTracker(theatre, reported: [SiteID(1), SiteID(2)])
    #expect(tracker.history.intervals.map(\.isEmpty) == [true, false, false, true])
    let day = theatre.settings.start
    #expect(tracker.history.decision(of: SiteID(0), on: day).considered.isEmpty)
    let states = try tracker.snapshot(on: day).places
    #expect(states.map { $0.cell.inference?.site } == [SiteID(1), nil, nil, SiteID(2)])
    #expect(states.map { $0.cell.state.holder } == [0, 0, 2, 2].map { ActorID($0) })
  }

  @Test("of all is the map without a share")
  func whole() throws {
    let folder = try randomTheatre(seed: 3, sites: 30, reports: 60).write()
    let theatre = try #require(Theatre.read(folder: folder.path).theatre)
    let all = Sites(theatre).sample(share: 1, seed: 9)
    let day = try day("2020-01-25")
    let some = try FrontTracker(theatre, reported: all).snapshot(on: day)
    #expect(try some.places == FrontTracker(theatre).snapshot(on: day).places)
  }
}
