import FrontTracking
import TestSupport
import Testing
import Theatre
import TrackerTestSupport

@testable import ControlHistory
@testable import ControlMap
@testable import MapAnalysis
@testable import PlanarSubdivision

/// Directions held against the map. If one of these fails, "south of the city" is called wrong where it is
/// right, or right where it is wrong.
@Suite("A stated direction")
struct AuditDirectionTests {
  /// A town that lies in some direction of another, both known exactly.
  private func direction(
    _ point: String, of position: (latitude: Double, longitude: Double), precision: String = "0"
  ) throws -> AuditFinding {
    try finding("direction,there,here,\(point),compass,,,,,,") {
      $0.placeRows += [
        "here,Here,,town,36.5,43.2,0,westland,test,",
        "there,There,,town,\(position.latitude),\(position.longitude),\(precision),westland,test,",
      ]
    }
  }

  @Test(
    "is true within half an eighth of the circle to either side, of a point between within a sixteenth",
    arguments: [
      // The azimuths are those of PROJ's geod: 22.4°, 22.6°, 180°, 270°.
      ("N", 36.6, 43.25101, AuditFinding.Verdict.agrees), ("N", 36.6, 43.25165, .differs),
      ("NE", 36.6, 43.25165, .agrees), ("NNE", 36.6, 43.25101, .agrees), ("S", 36.4, 43.2, .agrees),
      ("SSW", 36.4, 43.2, .differs), ("W", 36.5, 43.1, .agrees), ("E", 36.5, 43.1, .differs),
    ])
  func sectors(
    point: String, latitude: Double, longitude: Double, verdict: AuditFinding.Verdict
  ) throws {
    let found = try direction(point, of: (latitude, longitude))
    #expect(found.verdict == verdict, "\(found)")
    #expect(found.unit == "degrees")
  }

  @Test("may be off by what the points may be, seen from each other")
  func slack() throws {
    // 22.6° is 0.1° outside of the sector, and 0.1 km at 12 km is half a degree.
    let found = try direction("N", of: (36.6, 43.25165), precision: "0.1")
    #expect(found.verdict == .agrees)
    #expect(found.tolerance?.isClose(to: 22.5 + 0.476, within: 0.01) == true)
    #expect(
      found.toleranceReason
        == "22.5° for half of the sector of N; 0.5° for points known to 0.1 km and 12.0 km apart")
  }

  @Test("between points that are no farther apart than they are known cannot be judged")
  func near() throws {
    let found = try direction("N", of: (36.51, 43.2), precision: "1.2")
    #expect(found.verdict == .open && found.computed == nil)
    #expect(
      found.obstacle == "the two are 1.1 km apart and known to 1.2 km, so that one may lie in any "
        + "direction of the other")
    #expect(try direction("N", of: (36.51, 43.2), precision: "0.9").verdict == .agrees)
  }

  @Test("is read by four directions, or the other way round, only where the azimuth allows it")
  func readings() throws {
    #expect(
      try direction("N", of: (36.6, 43.3)).reading
        == "possibly the nearest of four directions: it is 39° off, and a quarter reaches 45° to either "
        + "side")
    // 50° off: no quarter, and of NE there are eight.
    #expect(try direction("N", of: (36.6, 43.35)).reading == "no reading fits")
    #expect(try direction("NE", of: (36.6, 43.2)).reading == "no reading fits")
    #expect(
      try direction("S", of: (36.6, 43.2)).reading
        == "possibly the other way round: the object lies S of the subject")
    #expect(try direction("E", of: (36.6, 43.2)).reading == "no reading fits")
  }

  @Test("of a city is true if it is so of a part of it, and that is said")
  func city() throws {
    let found = try finding("direction,south-west,city,S,compass,,,,,,") {
      $0.placeRows += [
        "city,City,,city,36.5,43.1,1,westland,test,",
        "quarter,Quarter,,quarter,36.5,43.2,0.5,city,test,",
        "middle,Middle,,quarter,36.5,43.1,0.5,city,test,",
      ]
    }
    #expect(found.verdict == .agrees)
    #expect(found.reading == "true of 1 of the 2 places of City, not of the middle")
    #expect(found.computed?.isClose(to: 154, within: 1) == true)
  }

  @Test("within a district cannot be judged: the table has no outline of it")
  func district() throws {
    let found = try finding("direction,north-west,westland,N,compass,,,,,,")
    #expect(found.verdict == .open)
    #expect(
      found.obstacle
        == "North West lies in Westland, and the table has places of it but no outline")
    #expect(try finding("direction,westland,eastland,W,compass,,,,,,").verdict == .agrees)
  }

  private let gain: (inout SmallTheatre) -> Void = {
    $0.reportRows += [
      "r3,2020-01-06,,north-west,blue,control,paper,,3,",
      "r4,2020-01-07,,south-west,blue,control,reds,,3,",
    ]
  }

  @Test("of places won is true if some of them lie that way, and these are named")
  func portion() throws {
    let found = try finding(
      "direction,won_by:blue@westland,south-east,NW,compass,2020-01-05/2020-01-10,,,,,", gain)
    #expect(found.verdict == .agrees && found.places.count == 2)
    let west = try finding(
      "direction,won_by:blue,south-east,W,compass,2020-01-05/2020-01-10,,,,,", gain)
    #expect(west.reading == "true of 1 of the 2 places, not of their middle: South West")
    // A report of the source itself is no proof of what it says.
    #expect(west.ownReports.count == 1)
  }

  @Test("of places won, none of which lies that way, is open: the source may mean others")
  func unreported() throws {
    let found = try finding(
      "direction,won_by:blue,south-east,E,compass,2020-01-05/2020-01-10,,,,,", gain)
    #expect(found.verdict == .open && found.computed != nil)
    #expect(
      found.obstacle
        == "the map has 2 of them and none lies that way, but it has only those that reports name")
    let none = try finding("direction,won_by:blue,south-east,E,compass,2020-01-05,,,,,")
    #expect(none.verdict == .open && none.computed == nil)
    #expect(none.obstacle == "the map has no places won by Blue in that time")
  }

  @Test("of places held differs if none lies that way: the map has a holder for each")
  func held() throws {
    let row = "direction,held_by:red,south-east,E,compass,2020-01-05,,,,,"
    #expect(try finding(row).verdict == .differs)
  }
}
