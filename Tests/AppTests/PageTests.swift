import Foundation
import TestSupport
import Testing

/// The page in a real Chromium. If this fails, a reader who opens the page sees other ground than the map
/// has, cannot reach something by keyboard, on a phone or with a screen reader, or runs somebody's script.
@Suite(
  "The page in Chromium", .enabled(if: areAppTestsAskedFor, "run Scripts/test --apps"), .serialized)
struct PageTests {
  /// Writes the page of a theatre and tries it by one of the programs.
  private func trials(
    of theatre: URL, by program: String, _ options: [String] = []
  ) throws -> ProgramResult {
    let folder = try TemporaryFolder()
    let page = folder.path + "/map.html"
    let written = try run(
      builtProgram("geotrack"), ["map", "--theatre", theatre.path, "--out", page])
    try #require(written.status == 0, "\(written.errors)")
    return try run(
      packageFolder.appending(path: ".build/browser-driver/bin/python3"),
      [
        packageFolder.appending(path: "Tests/AppTests/Programs/\(program)").path, page,
        folder.path + "/pictures",
      ] + options)
  }

  @Test(
    "Mosul's page does all that its documentation says, and its states, areas and colours are right"
  )
  func mosul() throws {
    let result = try trials(
      of: packageFolder.appending(path: "Data/mosul"), by: "page.py", ["--untimed"])
    #expect(result.status == 0, "\(result.output)\n\(result.errors)")
    #expect(result.output.contains("ok states and areas") && result.output.contains("ok axe\n"))
  }

  @Test("names that are markup stay names, and theatres of hardly any data have a page")
  func hostile() throws {
    let result = try trials(
      of: packageFolder.appending(path: "Data/mosul"), by: "page_hostile.py")
    #expect(result.status == 0, "\(result.output)\n\(result.errors)")
    #expect(result.output.contains("ok hostile"))
  }
}
