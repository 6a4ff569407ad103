import Foundation
import TestSupport
import Testing

/// `geotrack read --ndjson` in real Spark. If this fails, a newsroom's archive that is read on many
/// machines gives other rows than one machine would.
@Suite("In Spark", .enabled(if: areAppTestsAskedFor, "run Scripts/test --apps"))
struct SparkTests {
  @Test("a job in pieces gives the same lines as the program alone", arguments: [1, 5])
  func pipe(partitions: Int) throws {
    let folder = try TemporaryFolder()
    let articles = folder.url.appending(path: "articles.ndjson")
    try lines().write(to: articles)
    let theatre = packageFolder.appending(path: "Data/mosul").path
    let program = builtProgram("geotrack")
    let alone = try run(
      program, ["read", "--ndjson", "--theatre", theatre], input: try Data(contentsOf: articles))
    #expect(alone.status == 0, "\(alone.errors)")
    let spark = try runProgram(
      "spark_pipe.py", [program.path, theatre, articles.path, "\(partitions)"],
      by: packageFolder.appending(path: ".build/spark/bin/python3"))
    #expect(spark.status == 0, "\(spark.errors)")
    // The number of a bad line counts within its piece; all else is the same.
    #expect(withoutErrors(spark.output) == withoutErrors(alone.output))
    #expect(spark.output.contains(#""error":"#))
    #expect(spark.output.split(separator: "\n").count == 56)
  }

  /// The exercises in reading, an article a line, and one line that is no article.
  private func lines() throws -> Data {
    let folder = packageFolder.appending(path: "Tests/ArticleReadingTests/Exercises")
    var data = Data()
    for set in ["a", "b", "c", "d"] {
      let below = folder.appending(path: set)
      for name in try FileManager.default.contentsOfDirectory(atPath: below.path).sorted()
      where name.hasSuffix(".txt") {
        let text = try String(contentsOf: below.appending(path: name), encoding: .utf8)
        data += try JSONSerialization.data(
          withJSONObject: ["id": "\(set)-\(name)", "text": text], options: [.sortedKeys])
        data += Data("\n".utf8)
      }
    }
    return data + Data("{\"text\":\n".utf8)
  }

  private func withoutErrors(_ output: String) -> [Substring] {
    output.split(separator: "\n").filter { !$0.contains("\"error\":{\"line\":") }
  }
}
