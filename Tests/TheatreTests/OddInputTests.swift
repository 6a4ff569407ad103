import Diagnostics
import TestSupport
import Testing
import Theatre
import TypedIndices

@Suite("Odd but right input is read without complaint")
struct OddInputTests {
  /// Reads the small theatre and expects that nothing is said about it.
  private func theatre(_ change: (inout SmallTheatre) -> Void) throws -> Theatre {
    let reading = try reading(change)
    #expect(reading.diagnostics.isEmpty)
    return try reading.drawable()
  }

  @Test("byte-order marks and CRLF, as spreadsheets write them")
  func spreadsheets() throws {
    let plain = try theatre { _ in }
    let odd = try theatre {
      $0.settings = "\u{FEFF}" + $0.settings.replacing("\n", with: "\r\n")
      $0.actors = "\u{FEFF}" + $0.actors.replacing("\n", with: "\r\n")
      $0.sources = "\u{FEFF}" + $0.sources.replacing("\n", with: "\r\n")
      $0.placeHeader = "\u{FEFF}" + $0.placeHeader + "\r"
      $0.placeRows = $0.placeRows.map { $0 + "\r" }
      $0.boundary = "\u{FEFF}" + $0.boundary
    }
    #expect(odd.actors == plain.actors)
    #expect(odd.sources == plain.sources)
    #expect(odd.places == plain.places)
    #expect(odd.boundary == plain.boundary)
    #expect(odd.settings == plain.settings)
  }

  @Test("a note over several lines")
  func quotedLineBreak() throws {
    let theatre = try theatre {
      $0.reportRows += [
        "r3,2020-01-05,,land,red,control,paper,1,3,\"first\nsecond\"",
        "r4,2020-01-06,,land,red,control,paper,1,3,",
      ]
    }
    #expect(theatre.reports[ReportID(2)].note == "first\nsecond")
    #expect(theatre.reports[ReportID(3)].location.line == 6)
  }

  @Test("columns in another order, and columns that nobody asked for")
  func columns() throws {
    let plain = try theatre { _ in }
    let odd = try theatre {
      $0.actors = """
        color,remark,side,id,name
        #cc0000,x,red,red,Red
        #dd3333,"a, b",red,crimson,Crimson
        #0000cc,,blue,blue,Blue

        """
    }
    #expect(odd.actors.map(\.values) == plain.actors.map(\.values))
  }

  @Test("space around values and around the names of columns")
  func space() throws {
    let plain = try theatre { _ in }
    let odd = try theatre {
      $0.actors = $0.actors.replacing(",", with: " , ")
      $0.reportRows = $0.reportRows.map { $0.replacing(",", with: "\t, ") }
    }
    #expect(odd.actors.map(\.values) == plain.actors.map(\.values))
    #expect(odd.reports.map(\.id) == plain.reports.map(\.id))
  }

  @Test("blank lines between rows, which do not shift the lines that are named")
  func blankLines() throws {
    let theatre = try theatre { $0.reportRows = $0.reportRows.flatMap { ["", $0, ""] } }
    #expect(theatre.reports.map(\.location.line) == [3, 6])
  }

  @Test("Arabic names and identifiers")
  func arabic() throws {
    let theatre = try theatre {
      $0.placeRows.append("الموصل,الموصل,نينوى | Mosul ||,city,36.5,43.5,,,test,")
      $0.reportRows.append("r3,2020-01-05,,الموصل,red,control,paper,1,3,قيل")
    }
    let place = try #require(theatre.places.last)
    #expect(place.aliases == ["نينوى", "Mosul"])
    #expect(theatre.reports.last?.note == "قيل")
  }

  @Test("no reports and no incidents")
  func noReports() throws {
    let theatre = try theatre {
      $0.reportRows = []
      $0.incidents = "id,date,place,kind,source,paragraph,note\n"
    }
    #expect(theatre.reports.isEmpty)
    #expect(theatre.incidents.isEmpty)
  }

  @Test("settings without barriers, exits and licence, and with keys that nobody asked for")
  func sparseSettings() throws {
    let theatre = try theatre {
      $0.settings = """
        {"name": "b", "title": "B", "start": "2020-01-01", "end": "2020-01-02", "timezone": "UTC",
         "projection": "EPSG:32638", "boundary": "boundary.geojson", "reach_km": 5}
        """
    }
    #expect(theatre.barriers.isEmpty)
    #expect(theatre.exits.isEmpty)
    #expect(theatre.settings.licence == "")
  }
}

extension Actor {
  /// What its row says, wherever that stands.
  fileprivate var values: [String] { [id, name, side, color] }
}
