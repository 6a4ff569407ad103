import Diagnostics
import TestSupport
import Testing
import Theatre

/// Places within places. If one of these fails, a table made by a program keeps the tool busy for ever.
@Suite("Places that are parts of others")
struct NestingTests {
  private func chain(of count: Int) throws -> (theatre: Theatre?, diagnostics: [Diagnostic]) {
    var theatre = SmallTheatre()
    theatre.placeRows += (0..<count).map {
      "g\($0),Region \($0),,district,36.5,43.5,,\($0 == 0 ? "" : "g\($0 - 1)"),test,"
    }
    let folder = try theatre.write()
    let reading = withExtendedLifetime(folder) { Theatre.read(folder: folder.path) }
    return (reading.theatre, reading.diagnostics)
  }

  @Test("a hundred levels are read")
  func hundred() throws {
    #expect(try chain(of: 101).theatre != nil)
  }

  @Test("one level more is an error at the row that has it, once for each chain")
  func deeper() throws {
    let reading = try chain(of: 150)
    #expect(reading.theatre == nil)
    #expect(
      reading.diagnostics.map(\.description) == [
        "places.csv:110:38: error: \"g101\" has more than 100 places above it: take some levels of the "
          + "hierarchy out"
      ])
  }
}
