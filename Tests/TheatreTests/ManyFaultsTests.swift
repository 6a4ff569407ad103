import Diagnostics
import TestSupport
import Testing
import Theatre

@Suite("One run finds every fault, and none that only follows from another")
struct ManyFaultsTests {
  @Test("faults in every file come in one run, by file and line")
  func allFiles() throws {
    let reading = try reading {
      $0.settings = $0.settings.replacing("\"2020-02-01\"", with: "\"2020-02-31\"")
      $0.actors += "green,Green,green,green\n"
      $0.sources += "s,S,,2020-01-01,Z,,none,\n"
      $0.placeRows += ["x,X,,town,95,143,,nowhere,test,", "y,Y,,town,36,200,-2,land,test,"]
      $0.reportRows += [
        "r3,2020-13,,north-wst,blue,held,paper,1,9,", "r1,2020-01-01,,land,bleu,control,paper,,,",
      ]
    }
    #expect(reading.theatre == nil)
    #expect(
      reading.diagnostics.map { "\($0.file):\($0.location?.line ?? 0)" } == [
        "actors.csv:5", "places.csv:9", "places.csv:10", "places.csv:10", "reports.csv:4",
        "reports.csv:4", "reports.csv:4", "reports.csv:4", "reports.csv:5", "reports.csv:5",
        "sources.csv:5", "theatre.json:5",
      ])
  }

  @Test("rows that refer to a faulty place, actor or source are not blamed")
  func faultyRows() throws {
    let reading = try reading {
      $0.actors += "green,Green,green,green\n"
      $0.sources += "s,S,,2020-01-01,Z,green,none,\n"
      $0.placeRows += ["x,X,,district,95,143,,land,test,", "y,Y,,town,36.5,43.5,,x,test,"]
      $0.reportRows.append("r3,2020-01-05,,x,green,control,s,1,3,")
    }
    #expect(reading.diagnostics.map(\.file) == ["actors.csv", "places.csv", "sources.csv"])
  }

  @Test("rows that refer to a row with too few fields are not blamed")
  func lostRows() throws {
    let reading = try reading {
      $0.placeRows.append("x,X,,town,36.5,43.5")
      $0.reportRows.append("r3,2020-01-05,,x,red,control,paper,1,3,")
    }
    #expect(reading.diagnostics.map { "\($0.file):\($0.location?.line ?? 0)" } == ["places.csv:9"])
  }

  @Test("a wrong reference is found beside a row with too few fields")
  func lostRowsHideNothing() throws {
    let reading = try reading {
      $0.placeRows.append("x,X,,town,36.5,43.5")
      $0.reportRows.append("r3,2020-01-05,,z,red,control,paper,1,3,")
    }
    #expect(reading.diagnostics.map(\.file) == ["places.csv", "reports.csv"])
  }

  @Test("a side that only a faulty actor has is no unknown side")
  func sideOfFaultyActor() throws {
    let reading = try reading {
      $0.actors = $0.actors.replacing("#0000cc", with: "blue")
      $0.sources += "s,S,,2020-01-01,A,blue,none,\n"
    }
    #expect(reading.diagnostics.map(\.file) == ["actors.csv"])
  }

  @Test("an unknown side is still found when another row of the actors is faulty")
  func unknownSide() throws {
    let reading = try reading {
      $0.actors = $0.actors.replacing("#0000cc", with: "blue")
      $0.sources += "s,S,,2020-01-01,A,green,none,\n"
    }
    #expect(reading.diagnostics.map(\.file) == ["actors.csv", "sources.csv"])
  }

  @Test("the same identifier three times is two faults that name the first line")
  func duplicates() throws {
    expectFaults(
      [
        "places.csv:9:1: error: the id \"land\" is already used in line 2",
        "places.csv:10:1: error: the id \"land\" is already used in line 2",
      ],
      in: try reading {
        $0.placeRows += ["land,A,,town,36,43,,,test,", "land,B,,town,36,43,,,test,"]
      })
  }
}
