import TestSupport
import Testing
import Theatre
import TypedIndices

@Suite("Which sources are one witness")
struct IndependenceTests {
  private func groups(_ rows: [String]) throws -> [Int] {
    try reading {
      $0.sources = """
        id,title,publisher,origin,published,reliability,favours,licence,note
        paper,A paper,,,,B,,none,

        """
      $0.sources += rows.enumerated().map { "s\($0),T,\($1),,B,,none,\n" }.joined()
    }.drawable().independenceGroups.elements
  }

  @Test("sources of unknown publishers are independent, or one would be lost")
  func unknown() throws {
    #expect(try groups([",", ","]) == [0, 1, 2])
  }

  @Test("sources of one publisher are one witness, whatever its case or what stands in brackets")
  func publisher() throws {
    #expect(
      try groups(["Reuters,", "reuters (Baghdad),", "Rudaw,", "REUTERS  (Erbil),"])
        == [0, 1, 1, 2, 1])
  }

  @Test("sources of one origin are one witness, though two papers print it, and so is the origin")
  func origin() throws {
    #expect(
      try groups(["Daily,Reuters", "Herald,reuters", "Daily,", "Herald,", "Reuters,"])
        == [0, 1, 1, 2, 3, 1])
  }

  @Test("a table without the column has no origins")
  func noColumn() throws {
    let theatre = try reading().drawable()
    #expect(theatre.sources.map(\.origin) == ["", "", ""])
    #expect(theatre.independenceGroups.elements == [0, 1, 2])
  }
}
