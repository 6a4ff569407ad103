import Diagnostics
import Foundation
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

/// What the five articles state, held against the map that is shipped. If this fails, the data or the rules
/// have changed what somebody reads about them: look at `geotrack audit` before you write it down anew.
@Suite("The articles on Mosul against the map")
struct MosulAuditTests {
  private static let verdicts: [String: AuditFinding.Verdict] = [
    "m000-01": .agrees, "m000-02": .agrees, "m000-03": .agrees, "m000-04": .agrees,
    "m000-05": .agrees, "m000-06": .differs, "m000-07": .differs, "m000-08": .agrees,
    "m000-09": .agrees,
    "m001-01": .agrees, "m001-02": .open, "m001-03": .agrees, "m001-04": .open, "m001-05": .open,
    "m001-06": .open, "m001-07": .open, "m001-08": .agrees, "m001-09": .agrees,
    "m001-10": .differs, "m001-11": .open,
    "m002-01": .differs, "m002-02": .open, "m002-03": .agrees, "m002-04": .differs,
    "m002-05": .agrees, "m002-06": .agrees,
    "m003-01": .agrees, "m003-02": .agrees, "m003-03": .agrees, "m003-04": .agrees,
    "m003-05": .open, "m003-06": .open, "m003-07": .open,
    "m004-01": .open, "m004-02": .agrees, "m004-03": .agrees, "m004-04": .differs,
    "m004-05": .agrees, "m004-06": .agrees, "m004-07": .agrees, "m004-08": .agrees,
    "m004-09": .agrees, "m004-10": .agrees, "m004-11": .agrees, "m004-12": .agrees,
  ]

  private struct Key {
    let id: String
    let computed: Double
    let unit: String
  }

  /// Numbers of their own: geodesics by PROJ's geod, conversions by hand.
  private static let numbers: [Key] = [
    Key(id: "m004-04", computed: 90.4, unit: "km"),
    Key(id: "m004-05", computed: 203.7, unit: "degrees"),
    Key(id: "m004-06", computed: 77.7, unit: "mi"), Key(id: "m001-10", computed: 11.3, unit: "km"),
    Key(id: "m001-03", computed: 199.4, unit: "km2"),
    Key(id: "m003-02", computed: 12.3, unit: "km"),
    Key(id: "m003-03", computed: 77.5, unit: "degrees"),
    Key(id: "m004-11", computed: 287.2, unit: "degrees"),
    Key(id: "m004-12", computed: 345.5, unit: "degrees"),
    Key(id: "m000-05", computed: 146.3, unit: "degrees"),
    Key(id: "m000-03", computed: 265.1, unit: "degrees"),
    Key(id: "m000-08", computed: 2, unit: "banks"),
  ]

  private func mosul() throws -> Theatre {
    let reading = Theatre.read(folder: packageFolder.appending(path: "Data/mosul").path)
    return try #require(reading.theatre, "\(reading.diagnostics)")
  }

  private func audit() throws -> (theatre: Theatre, findings: [String: AuditFinding]) {
    let theatre = try mosul()
    let findings = try FrontTracker(theatre).audit().map { (theatre.measures[$0.measure].id, $0) }
    return (theatre, Dictionary(findings, uniquingKeysWith: { first, _ in first }))
  }

  @Test("every statement has the verdict that it had, and the numbers are right")
  func verdicts() throws {
    let (theatre, findings) = try audit()
    #expect(theatre.measures.map(\.id).sorted() == Self.verdicts.keys.sorted())
    for (id, verdict) in Self.verdicts {
      #expect(findings[id]?.verdict == verdict, "\(id)")
    }
    for key in Self.numbers {
      let found = try #require(findings[key.id])
      #expect(found.computed?.isClose(to: key.computed, within: 0.05) == true, "\(key.id)")
      #expect(found.unit == key.unit, "\(key.id)")
    }
  }

  @Test("no reading says more than the numbers allow")
  func readings() throws {
    let (theatre, findings) = try audit()
    let hatra = try #require(findings["m004-04"]?.reading)
    #expect(hatra.hasPrefix("possibly a road distance: it would be 1.38 times the straight line"))
    #expect(findings["m003-02"]?.reading?.hasPrefix("from the edge of Mosul") == true)
    #expect(
      findings["m001-10"]?.reading?.contains("7 mi are 11.3 km, and 20 km are 12.4 mi") == true)
    for (id, found) in findings {
      #expect((found.obstacle == nil) == (found.verdict != .open), "\(id)")
      guard let reading = found.reading else {
        #expect(found.verdict != .differs, "\(id)")
        continue
      }
      // Where it differs it is a possibility, arithmetic, or nothing at all.
      #expect(
        found.verdict == .agrees || reading.hasPrefix("possibly") || reading.hasPrefix("a wrong")
          || reading == "no reading fits" || reading.hasPrefix("true of"), "\(id): \(reading)")
    }
    for measure in theatre.measures {
      #expect(!measure.note.isEmpty && !measure.paragraph.isEmpty, "\(measure.id)")
    }
  }

  @Test("what an article says of a place is not proved by its own report on it")
  func ownReports() throws {
    let (theatre, findings) = try audit()
    let found = try #require(findings["m002-04"])
    let reports = found.ownReports.map { theatre.reports[$0].id }
    #expect(reports == ["a002-04", "a002-05", "a002-06", "a002-07", "a002-08"])
    let ring = try #require(findings["m004-09"]).ownReports.map { theatre.reports[$0].id }
    #expect(ring.contains("a004-08"), "the ring is this article's own report: \(ring)")
  }

  @Test("one source's statements are those of all, in the same order")
  func oneSource() throws {
    let theatre = try mosul()
    let tracker = try FrontTracker(theatre)
    let source = try #require(theatre.sources.firstIndex { $0.id == "article-004" })
    let all = try tracker.audit()
    #expect(
      try tracker.audit(of: source) == all.filter { theatre.measures[$0.measure].source == source })
  }
}
