import Foundation
import FuzzHarnesses
import TestSupport
import Testing

/// Everything that ever ended the program under the fuzzer, and some inputs of each kind. If one of these
/// fails, or the tests end in it, a file or a text can end geotrack again.
@Suite("Finds of the fuzzer")
struct FuzzTests {
  private static let corpus = packageFolder.appending(path: "Tests/FuzzTests/Corpus")

  @Test("what ended the program once does not", arguments: Harnesses.all.map(\.name))
  func replay(name: String) throws {
    let harness = try #require(Harnesses.named(name))
    let folder = Self.corpus.appending(path: name)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!files.isEmpty, "every door has an input at least")
    for file in files where !file.hasPrefix(".") {
      harness.run([UInt8](try Data(contentsOf: folder.appending(path: file))))
    }
  }

  @Test("a few hundred random inputs at each door", arguments: Harnesses.all.map(\.name))
  func random(name: String) throws {
    let harness = try #require(Harnesses.named(name))
    for seed in 0..<(name == "theatre" ? 40 : 300) {
      var random = SeededGenerator(seed: UInt64(seed))
      let count = Int.random(in: 0...120, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      harness.run(bytes)
    }
  }

  @Test("each folder of finds belongs to a harness")
  func folders() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path)
      .filter { !$0.hasPrefix(".") }
    #expect(Set(folders) == Set(Harnesses.all.map(\.name)))
  }
}
