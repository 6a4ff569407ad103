import FrontTracking
import Geodesy
import Geometry
import TestSupport
import Testing
import Theatre
import TrackerTestSupport

@testable import ControlHistory
@testable import ControlMap
@testable import MapAnalysis
@testable import PlanarSubdivision

/// Audits one row, the rest of which is empty.
func finding(
  _ row: String, _ change: (inout SmallTheatre) -> Void = { _ in }
) throws -> AuditFinding {
  var theatre = SmallTheatre()
  change(&theatre)
  theatre.measureRows = ["m1,paper,1,\(row)"]
  return try #require(try tracker(theatre).audit().first)
}

/// Distances held against the map. If one of these fails, a right article is called wrong, or a wrong one
/// right, or a cause is made up for it.
@Suite("A stated distance")
struct AuditDistanceTests {
  /// From 36.25 to 36.75 degrees north on one meridian: 55.482 km by Helmert's series for the arc of the
  /// meridian on WGS 84.
  private static let arc = 55.482

  private func distance(_ value: String, _ unit: String = "km", rest: String = ",,,,,,") throws
    -> AuditFinding
  {
    try finding("distance,north-west,south-west,\(value),\(unit)\(rest)")
  }

  @Test("is held against the geodesic, with the positions' and the number's own uncertainty")
  func agrees() throws {
    let found = try distance("55.5")
    #expect(found.computed?.isClose(to: Self.arc, within: 0.01) == true)
    #expect(found.unit == "km" && found.verdict == .agrees && found.reading == nil)
    // Both points are known to 0.5 km, and the number to 0.05 km.
    #expect(found.tolerance?.isClose(to: 1.05, within: 1e-9) == true)
    #expect(
      found.toleranceReason == "0.5 km for the position of North West; 0.5 km for the position of "
        + "South West; 0.05 km for the rounding of 55.5")
  }

  @Test(
    "agrees up to its tolerance and not beyond",
    arguments: [
      ("56.5", AuditFinding.Verdict.agrees), ("56.6", .differs), ("54.5", .agrees),
      ("54.3", .differs), ("60", .agrees), ("49", .differs),
    ])
  func nearBoundary(value: String, verdict: AuditFinding.Verdict) throws {
    #expect(try distance(value).verdict == verdict)
  }

  @Test("is computed in its own unit")
  func miles() throws {
    let found = try distance("34.5", "mi")
    #expect(found.computed?.isClose(to: Self.arc / 1.609344, within: 0.01) == true)
    #expect(found.unit == "mi" && found.verdict == .agrees)
    #expect(try distance("55482", "m").verdict == .agrees)
  }

  @Test(
    "is called a possible road only if it is up to 1.6 times the straight line, never shorter",
    arguments: [
      ("70", true), ("85", true), ("88.7", true), ("89", false), ("120", false), ("31", false),
    ])
  func road(value: String, isOffered: Bool) throws {
    let found = try distance(value)
    #expect(found.verdict == .differs)
    #expect(found.reading?.contains("possibly a road") == isOffered, "\(found.reading ?? "")")
    if !isOffered { #expect(found.reading == "no reading fits") }
  }

  @Test("in the other unit is told only if the number fits there")
  func otherUnit() throws {
    #expect(try distance("34.5").reading == "possibly mi and not km")
    #expect(try distance("42").reading == "no reading fits")
  }

  @Test("with a bound is true on that side of it")
  func bounds() throws {
    #expect(try distance("30", rest: ",,,,,at_least,").verdict == .agrees)
    #expect(try distance("90", rest: ",,,,,at_most,").verdict == .agrees)
    let less = try distance("30", rest: ",,,,,at_most,")
    // A road cannot make a bound right.
    #expect(less.verdict == .differs && less.reading == "no reading fits")
    #expect(try distance("80", rest: ",,,,,at_least,").reading == "no reading fits")
  }

  @Test("said to be about so much may be off by what the row allows")
  func about() throws {
    #expect(try distance("58", rest: ",,,,1,,").verdict == .differs)
    let found = try distance("58", rest: ",,,,3,,")
    #expect(found.verdict == .agrees && found.tolerance?.isClose(to: 4, within: 1e-9) == true)
    #expect(found.toleranceReason.hasSuffix("3.0 km for the \"about\" before 58"))
  }

  /// A city with a point of its own and three quarters, one 11 km nearer to the town.
  private func city(_ value: String, object: String = "city") throws -> AuditFinding {
    try finding("distance,south-west,\(object),\(value),km,,,,,,") {
      $0.placeRows += [
        "city,City,,city,36.7,43.25,1,westland,test,",
        "quarter,Quarter,,quarter,36.6,43.25,0.5,city,test,",
        "middle,Middle,,quarter,36.7,43.25,0.5,city,test,",
        "far,Far,,quarter,36.8,43.25,0.5,city,test,",
      ]
    }
  }

  @Test("of a city is measured from its point, and a part of it may be meant instead")
  func cityParts() throws {
    let middle = try city("50")
    #expect(middle.verdict == .agrees && middle.reading == nil)
    #expect(middle.computed?.isClose(to: 49.93, within: 0.02) == true)
    #expect(middle.range?.lowerBound.isClose(to: 38.84, within: 0.02) == true)
    #expect(middle.range?.upperBound.isClose(to: 61.03, within: 0.02) == true)
    let nearer = try city("45.0")
    #expect(nearer.verdict == .agrees)
    #expect(
      nearer.reading
        == "from nearer places of City, not its middle: its places lie 38.8 (Quarter) to "
        + "61.0 km (Far) away")
    #expect(try city("55.0").reading?.hasPrefix("from farther places of City") == true)
  }

  @Test(
    "is read from the edge only within the distances of the nearest and the farthest place",
    arguments: [
      (
        "37.8",
        "from the edge of City, not its middle: its nearest place (Quarter) is 38.8 km away, give "
          + "or take 1.1 km"
      ),
      ("37.7", "no reading fits"),
      (
        "62.0",
        "from the far side of City, not its middle: its farthest place (Far) is 61.0 km away, give "
          + "or take 1.1 km"
      ),
      (
        "62.2",
        "possibly a road distance: it would be 1.25 times the straight line, as roads may be; the "
          + "map has no roads to tell"
      ),
    ])
  func edges(value: String, reading: String) throws {
    let found = try city(value)
    #expect(found.reading == reading)
    #expect(found.verdict == (reading.hasPrefix("from") ? .agrees : .differs))
  }

  @Test("of the edge is that of the nearest place")
  func edge() throws {
    let found = try city("39", object: "edge:city")
    #expect(found.computed?.isClose(to: 38.84, within: 0.02) == true)
    #expect(found.verdict == .agrees && found.reading == nil && found.range == nil)
    #expect(try city("50", object: "edge:city").verdict == .differs)
  }

  @Test("of a district is measured from its places, never from the middle of its area")
  func district() throws {
    // The towns of the east lie at 36.25 and 36.75 north; the table's point of the district is far off.
    let found = try finding("distance,south-west,eastland,52.8,km,,,,,,") {
      $0.placeRows[2] = "eastland,Eastland,,district,30,40,100,land,test,"
    }
    let way = WGS84.inverse(
      from: Position(longitude: 43.25, latitude: 36.25),
      to: Position(longitude: 43.75, latitude: 36.5))
    #expect(found.computed?.isClose(to: way.distanceInMeters / 1_000, within: 0.01) == true)
    #expect(found.verdict == .agrees)
  }

  @Test(
    "of an area without places is measured from its point as well as that is known, or not at all")
  func emptyArea() throws {
    let known = try finding("distance,south-west,marsh,30,km,,,,,,") {
      $0.placeRows.append("marsh,Marsh,,area,36.5,43.25,4,westland,test,")
    }
    #expect(known.verdict == .agrees && known.tolerance?.isClose(to: 9.5, within: 1e-9) == true)
    let unknown = try finding("distance,south-west,marsh,30,km,,,,,,") {
      $0.placeRows.append("marsh,Marsh,,area,36.5,43.25,,westland,test,")
    }
    #expect(unknown.verdict == .open && unknown.computed == nil)
    #expect(unknown.obstacle?.hasPrefix("Marsh is an area with no place in it") == true)
  }

  @Test("from a district to a place in it cannot be judged, nor from a city's edge to its quarter")
  func nesting() throws {
    let found = try finding("distance,westland,north-west,5,km,,,,,,")
    #expect(
      found.obstacle == "North West lies in Westland, and the table has places of it but no outline"
    )
    let change: (inout SmallTheatre) -> Void = {
      $0.placeRows += [
        "city,City,,city,36.7,43.25,1,westland,test,",
        "quarter,Quarter,,quarter,36.6,43.25,0.5,city,test,",
      ]
    }
    #expect(try finding("distance,edge:city,quarter,5,km,,,,,,", change).verdict == .open)
    #expect(try finding("distance,city,quarter,11,km,,,,,,", change).verdict == .agrees)
    #expect(try finding("distance,edge:westland,edge:eastland,45,km,,,,,,").verdict == .agrees)
  }

  @Test("that fits another place of the name is read so")
  func homonym() throws {
    let found = try finding("distance,south-west,north-west,28,km,,,,,,") {
      $0.placeRows.append("other,Other,North West,village,36.5,43.25,0.5,westland,test,")
    }
    #expect(found.verdict == .differs)
    #expect(found.reading == "possibly another place of that name: other")
  }
}

/// Distances of the front.
@Suite("A stated distance of the front")
struct AuditFrontTests {
  /// Red west and blue east of the river at 43.5 degrees: from 43.25 that is 22.3 km, and the places on
  /// both sides are 22.3 km from it.
  @Test(
    "is held against the nearest front of the day; the line may lie anywhere between the places")
  func front() throws {
    let found = try finding("distance,front,north-west,22,km,2020-01-05,,,,,")
    let way = WGS84.inverse(
      from: Position(longitude: 43.25, latitude: 36.75),
      to: Position(longitude: 43.5, latitude: 36.75))
    let kilometers = way.distanceInMeters / 1_000
    #expect(found.computed?.isClose(to: kilometers, within: 0.05) == true)
    #expect(found.tolerance?.isClose(to: kilometers + 0.5 + 0.5, within: 0.1) == true)
    #expect(found.verdict == .agrees)
    let far = try finding("distance,north-west,front,70,km,2020-01-05,,,,,")
    #expect(far.verdict == .differs && far.reading == "no reading fits", "a front has no road")
  }

  @Test("without a front cannot be judged")
  func none() throws {
    let found = try finding("distance,front,north-west,22,km,2020-01-05,,,,,") {
      $0.reportRows = ["r1,2019-12-01,,land,red,control,paper,1,3,"]
    }
    #expect(found.verdict == .open)
    #expect(found.obstacle == "there is no front on the map in that time")
  }

  @Test("is true if it is so on one of its days")
  func days() throws {
    // From the sixth on blue has the north-west too, and the front is nearer to the south-west.
    let change: (inout SmallTheatre) -> Void = {
      $0.reportRows.append("r3,2020-01-06,,north-west,blue,control,paper,,3,")
    }
    let row = "distance,front,north-east,22,km"
    let first = try finding("\(row),2020-01-05,,,,,", change)
    let last = try finding("\(row),2020-01-06,,,,,", change)
    let both = try finding("\(row),2020-01-05/2020-01-06,,,,,", change)
    #expect(first.computed != last.computed)
    #expect(both.computed == last.computed && both.range?.lowerBound == first.computed)
    #expect(both.verdict == .agrees)
  }

  @Test("in a direction is that of its nearest point")
  func direction() throws {
    let east = try finding("direction,front,north-west,E,compass,2020-01-05,,,,,")
    #expect(east.verdict == .open && east.computed == nil)
    #expect(east.obstacle?.contains("one may lie in any direction") == true)
  }
}
