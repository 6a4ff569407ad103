import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing

/// When GEOS refuses, the user learns what was attempted and why: without it there is nothing to
/// mend and nothing to report.
@Suite("Failures of GEOS")
struct GEOSErrorTests {
  @Test("cells that GEOS cannot join are an error with its operation and GEOS' own message")
  func coverage() throws {
    let error = try #require(throws: GEOSError.self) {
      try coverageUnion([bowTie, box(10, 10, 11, 11)])
    }
    #expect(error.operation == "union of 2 cells")
    #expect(!error.message.isEmpty)
    #expect(error.message != "no reason given")
    #expect(error.description.contains(error.operation))
    #expect(error.description.contains(error.message))
  }

  @Test("an error tells nothing of the error before it")
  func separate() throws {
    let first = try #require(throws: GEOSError.self) { try coverageUnion([bowTie]) }
    let second = try #require(throws: GEOSError.self) { try coverageUnion([bowTie]) }
    #expect(first == second)
  }

  @Test("two operations with the same failure differ in what was attempted")
  func operations() {
    let first = GEOSError(operation: "union of 1 cells", message: "no")
    #expect(first != GEOSError(operation: "union of 2 cells", message: "no"))
    #expect(first.description == "GEOS could not do the union of 1 cells: no")
  }
}
