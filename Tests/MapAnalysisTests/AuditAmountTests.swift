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

/// Conversions, counts, areas and encirclements held against the map. If one of these fails, a figure of an
/// article is called wrong or right without a ground.
@Suite("A stated amount")
struct AuditAmountTests {
  @Test(
    "a conversion is right if the rounding of both numbers allows it",
    arguments: [
      // By hand: 7 × 1.609344 = 11.265; 77 × 2.589988 = 199.429; 125 / 1.609344 = 77.671.
      ("7,mi,,20,km", 11.265408, AuditFinding.Verdict.differs),
      ("7,mi,,11,km", 11.265408, .agrees), ("7,mi,,12,km", 11.265408, .agrees),
      ("7,mi,,13,km", 11.265408, .differs), ("7.0,mi,,12,km", 11.265408, .differs),
      ("77,sqmi,,200,km2", 199.429085, .agrees), ("77,sqmi,,199,km2", 199.429085, .agrees),
      ("77,sqmi,,202,km2", 199.429085, .differs), ("125,km,,80,mi", 77.671399, .agrees),
      ("125,km,,79,mi", 77.671399, .differs), ("125,km,,78,mi", 77.671399, .agrees),
      ("3000,m,,3,km", 3, .agrees), ("1.0,km2,,1.0,sqmi", 0.386102, .differs),
    ])
  func conversions(row: String, computed: Double, verdict: AuditFinding.Verdict) throws {
    let found = try finding("conversion,,,\(row),,,")
    #expect(found.verdict == verdict, "\(found)")
    #expect(found.computed?.isClose(to: computed, within: 1e-5) == true)
    #expect((found.reading == nil) == (verdict == .agrees))
  }

  @Test("a wrong conversion says what both numbers are, and not which is meant")
  func wrongConversion() throws {
    #expect(
      try finding("conversion,,,7,mi,,20,km,,,").reading
        == "a wrong conversion: 7 mi are 11.3 km, and 20 km are 12.4 mi; which of the two is meant the "
        + "numbers do not tell")
    #expect(
      try finding("conversion,,,8,km,,12.9,mi,,,").reading?
        .hasSuffix("the factor was possibly taken the wrong way round") == true)
  }

  private func count(
    _ row: String, _ change: (inout SmallTheatre) -> Void = { _ in }
  ) throws -> AuditFinding {
    try finding("count,\(row)", change)
  }

  @Test(
    "a count of places is that of the table: with fewer than stated it is open, with more wrong")
  func counts() throws {
    #expect(try count("land,,4,town,,,,,,").verdict == .agrees)
    let more = try count("land,,5,town,,,,,,")
    #expect(more.verdict == .open && more.computed == 4)
    #expect(more.obstacle == "the table may not have every place of kind town")
    let fewer = try count("land,,3,town,,,,,,")
    #expect(fewer.verdict == .differs && fewer.reading == "no reading fits")
    #expect(try count("land,,3,town,,,,1,,").verdict == .agrees)
    #expect(try count("land,,3,town,,,,,at_least,").verdict == .agrees)
    #expect(try count("land,,3,places,,,,,at_most,").verdict == .differs)
    #expect(try count("theatre,,2,banks,,,,,,").verdict == .agrees)
    #expect(try count("westland,,2,banks,,,,,,").verdict == .differs)
  }

  @Test("that places of every kind are meant is said only if their number fits")
  func everyKind() throws {
    let camp: (inout SmallTheatre) -> Void = {
      $0.placeRows.append("camp,Camp,,camp,36.5,43.1,,westland,test,")
    }
    #expect(
      try count("westland,,1,town,,,,,,", camp).reading == "no reading fits")
    let found = try count("westland,,3,town,,,,,,", camp)
    #expect(
      found.reading == nil && found.verdict == .open,
      "a number above the table's is no contradiction")
    #expect(
      try count("westland,,3,camp,,,,,at_most,", camp).verdict == .agrees)
  }

  private let gain: (inout SmallTheatre) -> Void = {
    $0.reportRows += [
      "r3,2020-01-06,,north-west,blue,contested,paper,,3,",
      "r4,2020-01-07,,north-west,blue,control,reds,,3,",
    ]
  }

  @Test("places held, fought over and won are counted on the days of the row")
  func states() throws {
    #expect(try count("land,held_by:blue,2,town,2020-01-05,,,,,", gain).verdict == .agrees)
    #expect(try count("land,held_by:blue,3,town,2020-01-07,,,,,", gain).verdict == .agrees)
    #expect(try count("land,contested,1,town,2020-01-06,,,,,", gain).verdict == .agrees)
    #expect(try count("land,contested,0,town,2020-01-07,,,,,", gain).verdict == .agrees)
    let span = try count("land,contested,1,town,2020-01-05/2020-01-07,,,,,", gain)
    #expect(span.verdict == .agrees && span.range == 0...1)
    let won = try count("theatre,won_by:blue,1,town,2020-01-06/2020-01-07,,,,,", gain)
    #expect(won.verdict == .agrees && won.places.count == 1)
    #expect(won.ownReports == [], "another source reported it")
    #expect(try count("westland,lost_by:red,1,town,2020-01-07,,,,,", gain).verdict == .agrees)
    #expect(try count("theatre,won_by:crimson,0,town,2020-01-07,,,,,", gain).verdict == .agrees)
  }

  @Test("more places won than reports name is open, fewer is wrong")
  func won() throws {
    let more = try count("theatre,won_by:blue,7,town,2020-01-07,,,,,", gain)
    #expect(more.verdict == .open && more.computed == 1)
    let none = try count("theatre,won_by:blue,7,town,2020-01-05,,,,,", gain)
    #expect(none.verdict == .open && none.computed == 0)
    #expect(try count("theatre,won_by:blue,0,town,2020-01-07,,,,,", gain).verdict == .differs)
    let contested = try count("land,contested,3,town,2020-01-06,,,,,", gain)
    #expect(contested.verdict == .differs)
    #expect(
      contested.reading
        == "possibly more than was reported place by place: the map counts only what reports name")
  }

  @Test("fewer places than the map has may be without those of others, if its own are no more")
  func others() throws {
    let change: (inout SmallTheatre) -> Void = {
      $0.reportRows += [
        "r3,2020-01-06,,north-west,blue,control,paper,,3,",
        "r4,2020-01-06,,south-west,blue,control,reds,,3,",
      ]
    }
    #expect(
      try count("theatre,won_by:blue,1,town,2020-01-06,,,,,", change).reading
        == "possibly without those that only others report: 1 of the 2 rest on this source's own "
        + "reports")
    #expect(
      try count("theatre,won_by:blue,0,town,2020-01-06,,,,,", change).reading == "no reading fits")
    #expect(
      try count("theatre,won_by:blue,1,town,2020-01-06,,,,at_most,", change).reading
        == "no reading fits")
  }

  @Test("a statement that the map has from the same source is marked so")
  func own() throws {
    let found = try count("land,contested,1,town,2020-01-06,,,,,", gain)
    #expect(found.ownReports == [ReportID(0), ReportID(2)], "who holds it and who fights there")
  }

  @Test("an area is that of the map's cells on the ellipsoid")
  func areas() throws {
    // One degree by one degree around 36.5 north: 110.968 km along the meridian, 89.591 km along the
    // parallel in the middle, by the radii of curvature of WGS 84.
    let whole = try finding("area,theatre,,9970,km2,2020-01-05,,,,,")
    #expect(whole.computed?.isClose(to: 9_942, within: 3) == true, "\(whole)")
    let half = try finding("area,westland,held_by:red,5000,km2,2020-01-05,,,,,")
    #expect(half.computed?.isClose(to: 4_971, within: 2) == true && half.verdict == .agrees)
    let miles = try finding("area,theatre,held_by:red,1924,sqmi,2020-01-05,,,,,")
    #expect(miles.computed?.isClose(to: 4_971 / 2.589988, within: 4) == true)
    #expect(miles.unit == "sqmi" && miles.verdict == .agrees)
    // The map cannot divide a cell, a quarter of the box.
    #expect(half.tolerance?.isClose(to: 2_500 + 500, within: 20) == true)
  }

  @Test("ground won in a region and in the theatre is the same where all of it lies there")
  func wonGround() throws {
    let row = ",won_by:blue,2500,km2,2020-01-06/2020-01-07,,,,,"
    let region = try finding("area,westland\(row)", gain)
    let theatre = try finding("area,theatre\(row)", gain)
    let one = try #require(region.computed)
    #expect(one.isClose(to: theatre.computed ?? 0, within: 1e-6))
    // One cell is all that there is: anything up to twice its area would agree.
    #expect(region.verdict == .open && region.obstacle?.contains("too large") == true)
    let lost = try finding("area,theatre,lost_by:red,2500,km2,2020-01-06/2020-01-07,,,,,", gain)
    #expect(lost.computed?.isClose(to: one, within: 1e-6) == true)
    let none = try finding("area,eastland\(row)", gain)
    #expect(none.verdict == .open && none.computed == 0)
    let most = try finding("area,theatre,won_by:blue,9,km2,2020-01-07,,,,,", gain)
    #expect(most.verdict == .open, "within one cell")
    let far = try finding("area,theatre,won_by:blue,9000,km2,2020-01-07,,,,,", gain)
    #expect(far.verdict == .differs && far.reading?.contains("more than was reported") == true)
  }

  @Test("surrounded is what reports have so and what lies in a pocket, of what others hold there")
  func sieges() throws {
    let ring: (inout SmallTheatre) -> Void = {
      $0.reportRows.append("r3,2020-01-06,,north-west,blue,encircled,paper,,3,")
    }
    let row = "encirclement,north-west,blue"
    #expect(try finding("\(row),yes,,2020-01-06,,,,,", ring).verdict == .agrees)
    #expect(try finding("\(row),yes,,2020-01-05,,,,,", ring).verdict == .differs)
    #expect(try finding("\(row),no,,2020-01-05,,,,,", ring).verdict == .agrees)
    let part = try finding("encirclement,westland,blue,yes,,2020-01-06,,,,,", ring)
    #expect(part.verdict == .differs && part.computed == 1)
    #expect(part.reading == "true of 1 of the 2 places" && part.words == "1 of 2 places cut off")
    #expect(
      try finding("encirclement,westland,blue,no,,2020-01-06,,,,,", ring).verdict == .agrees)
    let own = try finding("encirclement,eastland,blue,yes,,2020-01-06,,,,,", ring)
    #expect(own.verdict == .open)
    #expect(
      own.obstacle
        == "nobody but Blue and its side is known to hold a place in Eastland in that time")
    let pocket = try finding("encirclement,eastland,,yes,,2020-01-06,,,,,") {
      $0.openWest(to: "\"red\", \"blue\"")
    }
    #expect(pocket.verdict == .agrees, "the east has no exit")
  }

  @Test("a region surrounds a place if its other places leave no gap of half a turn")
  func enclosure() throws {
    let middle: (inout SmallTheatre) -> Void = {
      $0.placeRows.append("middle,Middle,,town,36.5,43.45,,westland,test,")
    }
    let found = try finding("encirclement,middle,land,yes,,,,,,,", middle)
    #expect(found.verdict == .agrees && found.unit == "degrees")
    #expect(try finding("encirclement,north-west,land,yes,,,,,,,").verdict == .differs)
    #expect(try finding("encirclement,north-west,land,no,,,,,,,").verdict == .agrees)
    #expect(try finding("encirclement,north-west,westland,yes,,,,,,,").verdict == .open)
  }
}
