import Geometry
import TestSupport
import Testing

@testable import Geodesy

/// PROJ is opened when it is needed. Where it is not, the user has to read what to install, not a
/// crash.
@Suite("PROJ is opened late")
struct MissingLibraryTests {
  #if os(Linux)
    @Test("a machine without PROJ is told what is missing and what to do")
    func missing() throws {
      let error = try #require(throws: ProjectionError.self) {
        try Projector("EPSG:32638", libraries: ["libnoproj.so.1", "libnoproj.so"])
      }
      guard case .missingLibrary(let message) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(message.contains("libnoproj.so.1"), "the first name is the one to look for")
      #expect(error.description.contains("install PROJ 9"))
    }

    @Test("a library that is not PROJ is told by the function it lacks")
    func stranger() throws {
      let error = try #require(throws: ProjectionError.self) {
        try Projector("EPSG:32638", libraries: ["libm.so.6"])
      }
      #expect(error.description.contains("proj_context_create"))
    }
  #endif

  @Test("a name that leads nowhere is passed over for the next")
  func nextName() throws {
    let projector = try Projector("EPSG:32638", libraries: ["libnoproj.so.1"] + PROJ.libraries)
    let mosul = Position(longitude: 43.11889, latitude: 36.335)
    #expect(try projector.project(mosul) == Projector("EPSG:32638").project(mosul))
  }
}
