import Foundation
import TestSupport
import Testing

/// The page in a real Chromium. If this fails, a reader who opens the page sees other ground than the map
/// has, cannot reach something by keyboard, on a phone or with a screen reader, or runs somebody's script.
@Suite(
  "The page in Chromium", .enabled(if: areAppTestsAskedFor, "run Scripts/test --apps"), .serialized)
struct PageTests {
  private static let tests = packageFolder.appending(path: "Tests/AppTests/Programs/page")
  /// The page and pictures of it, which stay for those who want to look.
  private static let folder = packageFolder.appending(path: ".build/page-tests")

  /// The files of pytest, each of which tries one subject.
  private static let files =
    (try? FileManager.default.contentsOfDirectory(atPath: tests.path))?
    .filter { $0.hasPrefix("test_") && $0.hasSuffix(".py") }.sorted() ?? []

  /// Mosul's page, written once for all files.
  private static let page = Result {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "map.html").path
    let written = try run(
      builtProgram("geotrack"), ["map", "--theatre", BuiltInTheatre.folder, "--out", path])
    try #require(written.status == 0, "\(written.errors)")
    return path
  }

  @Test("there are files of pytest to run")
  func found() { #expect(Self.files.count > 10) }

  @Test(
    "Mosul's page does all that its documentation says, and names that are markup stay names",
    arguments: files)
  func mosul(file: String) throws {
    let result = try run(
      packageFolder.appending(path: ".build/browser-driver/bin/python3"),
      [
        "-m", "pytest", "-m", "not timed", Self.tests.appending(path: file).path,
        "--page", try Self.page.get(), "--pictures", Self.folder.appending(path: "pictures").path,
      ], environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    #expect(result.status == 0, "\(result.output)\n\(result.errors)")
    // Mosul has all that the tests ask for.
    #expect(!result.output.contains("SKIPPED"), "\(result.output)")
  }
}
