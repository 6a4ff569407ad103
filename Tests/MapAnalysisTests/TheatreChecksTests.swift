import Diagnostics
import FrontTracking
import TestSupport
import Testing
import Theatre
import TrackerTestSupport

@testable import ControlHistory
@testable import ControlMap
@testable import MapAnalysis
@testable import PlanarSubdivision

@Suite("What is odd about a theatre that can be drawn")
struct SurveyTests {
  /// What is said of one more report, from a source that appeared on 5 January.
  private func findings(date: String, reported: String = "") throws -> [String] {
    var theatre = SmallTheatre()
    theatre.sources += "early,E,,2020-01-05,B,,none,\n"
    theatre.reportRows.append("r3,\(date),\(reported),north-west,blue,control,early,1,3,")
    return try tracker(theatre).findings().map(\.description)
  }

  @Test("a source that appeared before what it reports is noted, or it is known too early")
  func sourceBeforeReport() throws {
    let expected = [
      "reports.csv:4:1: note: report \"r3\": the source appeared on 2020-01-05, before the report's "
        + "date 2020-01-06: the column reported says when it became known"
    ]
    #expect(try findings(date: "2020-01-06") == expected)
    #expect(try findings(date: "2020-01-06/..") == expected)
    #expect(try findings(date: "2020-01-06~") == expected)
  }

  @Test("nothing is said if the table says when it became known, or the source can have seen it")
  func sourceInTime() throws {
    #expect(try findings(date: "2020-01-06", reported: "2020-01-07") == [])
    #expect(try findings(date: "2020-01-05") == [])
    #expect(try findings(date: "2020-01") == [])
    #expect(try findings(date: "../2020-01-09") == [])
  }
}

@Suite("A theatre across 180 degrees")
struct AntimeridianCheckTests {
  private func findings(east: Double, west: Double) throws -> [String] {
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing("\"river.geojson\"", with: "")
    theatre.boundary = """
      {"type": "MultiPolygon", "coordinates": [
      [[[\(east - 2), 50], [\(east), 50], [\(east), 52], [\(east - 2), 52], [\(east - 2), 50]]],
      [[[\(west), 50], [\(west + 2), 50], [\(west + 2), 52], [\(west), 52], [\(west), 50]]]]}
      """
    theatre.placeRows = [
      "one,One,,town,51,\(east - 0.5),,,test,", "two,Two,,town,51,\(west + 0.5),,,test,",
    ]
    theatre.reportRows = ["r1,2020-01-05,,one,red,control,paper,,3,"]
    return try tracker(theatre).findings().map(\.description)
  }

  @Test("its layers go round the Earth, and check says so")
  func across() throws {
    #expect(try findings(east: 180, west: -180).contains { $0.contains("across 180 degrees") })
  }

  @Test("elsewhere two parts that touch are nothing to speak of")
  func elsewhere() throws {
    #expect(try !findings(east: 20, west: 20).contains { $0.contains("across 180 degrees") })
  }
}
