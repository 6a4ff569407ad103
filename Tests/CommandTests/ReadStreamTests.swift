import Foundation
import TestSupport
import Testing

/// A stream of articles and a review, where something goes wrong outside. If one of these fails,
/// articles or accepted rows are lost and nobody is told.
@Suite("read, when something goes wrong outside")
struct ReadStreamTests {
  private struct Record: Decodable {
    let id: String
    let article: Article?
    let error: Fault?

    struct Article: Decodable {
      let name: String
      let source: String
    }
    struct Fault: Decodable {
      let line: Int
    }
  }

  private static let article = "Iraqi forces took Samah in Mosul on Friday."

  /// Runs a line of the shell in a folder; `$GEOTRACK` is the program.
  private func shell(_ line: String, in folder: TemporaryFolder) throws -> ProgramResult {
    try run(
      URL(filePath: "/bin/sh"), ["-c", line], in: folder.url,
      environment: [
        "GEOTRACK": builtProgram("geotrack").path, "GEOTRACK_HOME": packageFolder.path,
      ])
  }

  private func records(_ lines: [String], in folder: TemporaryFolder) throws -> [Record] {
    try folder.write(lines.joined(separator: "\n"), to: "lines")
    let result = try shell("\"$GEOTRACK\" read --ndjson < lines", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return try result.output.split(separator: "\n").map { try decoded(String($0)) }
  }

  @Test("a line without an id has the same one wherever the stream is divided")
  func divided() throws {
    let folder = try TemporaryFolder()
    let lines = [
      "{\"text\": \"\(Self.article)\"}", "", "{\"text\": \"Rain.\"}\r", "no JSON", "[1]",
      "{\"text\": \"Rain.\", \"published\": \"soon\"}", "{\"id\": \"a b\", \"text\": \"Rain.\"}",
      "{\"id\": \"bad\"}", "{\"text\": \"named\", \"name\": \"n\"}",
    ]
    let whole = try records(lines, in: folder)
    #expect(whole.count == lines.count - 1)
    let parts = try [0..<3, 3..<4, 4..<9].flatMap { try records(Array(lines[$0]), in: folder) }
    #expect(parts.map(\.id) == whole.map(\.id))
    #expect(Set(whole.map(\.id)).count == whole.count)
    #expect(whole.map { $0.error == nil } == [true, true, false, false, false, true, false, true])
    #expect(whole.compactMap(\.error).map(\.line) == [4, 5, 6, 8])
    #expect(whole[5].id == "a b" && whole[6].id == "bad")
    #expect(whole[7].article?.name == "n")
    for record in whole.prefix(2) {
      #expect(record.id.hasPrefix("line-") && record.id.utf8.count == 37, "\(record.id)")
      #expect(record.article?.name == record.id && record.article?.source == record.id)
    }
    // What stands around a line is not part of it.
    #expect(try records([" " + lines[0] + "\r"], in: folder).map(\.id) == [whole[0].id])
  }

  @Test("an id that is a number keeps its digits")
  func numbers() throws {
    let folder = try TemporaryFolder()
    let lines = ["7", "1234567890123456789", "-1.5"].map {
      "{\"id\": \($0), \"text\": \"\(Self.article)\"}"
    }
    try folder.write(lines.joined(separator: "\n"), to: "lines")
    let output = try shell("\"$GEOTRACK\" read --ndjson < lines", in: folder).output
    let begins = output.split(separator: "\n").map { $0.prefix(40) }
    #expect(begins[0].hasPrefix("{\"id\":7,\"article\":{\"name\":\"7\""), "\(begins)")
    #expect(begins[1].hasPrefix("{\"id\":\"1234567890123456789\","), "\(begins)")
    #expect(begins[2].hasPrefix("{\"id\":-1.5,"), "\(begins)")
  }

  @Test(
    "what cannot be written is exit code 74 with the reason, at the first line that is lost",
    .enabled(
      if: FileManager.default.fileExists(atPath: "/dev/full"), "this system has no /dev/full"),
    arguments: ["--ndjson < lines", "article.txt", "article.txt --csv", "article.txt --geojson"])
  func fullDisk(arguments: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"text\": \"\(Self.article)\"}\n", to: "lines")
    try folder.write("date: 2016-11-04\n\n" + Self.article, to: "article.txt")
    let result = try shell("\"$GEOTRACK\" read \(arguments) > /dev/full", in: folder)
    #expect(result.status == 74, "\(result.errors)")
    #expect(
      result.errors == "geotrack: cannot write the result: no space left on device\n",
      "\(result.errors)")
  }

  @Test(
    "input that cannot be read is exit code 66 with the reason, and not taken for the end",
    arguments: [("< .", "is a directory"), ("<&-", "")],
    ["--ndjson", "-", "- --csv", "- --json"])
  func unreadableInput(input: (redirection: String, reason: String), arguments: String) throws {
    let result = try shell(
      "\"$GEOTRACK\" read \(arguments) \(input.redirection)", in: try TemporaryFolder())
    #expect(result.status == 66, "\(result.errors)")
    #expect(result.output == "")
    #expect(
      result.errors.hasPrefix("standard input cannot be read: \(input.reason)"),
      "\(result.errors)")
  }

  @Test("a review whose answers cannot be read writes nothing and says so")
  func unreadableAnswers() throws {
    let folder = try theatre()
    let before = try folder.text(of: "reports.csv")
    let result = try shell(
      "\"$GEOTRACK\" read article.txt --review --source article-002 --theatre . < .", in: folder)
    #expect(result.status == 66, "\(result.errors)")
    #expect(result.errors.contains("standard input cannot be read: is a directory"))
    #expect(try folder.text(of: "reports.csv") == before)
  }

  @Test("a pipe is read as a file is")
  func pipe() throws {
    let folder = try TemporaryFolder()
    try folder.write("date: 2016-11-04\n\n" + Self.article, to: "article.txt")
    let file = try shell("\"$GEOTRACK\" read article.txt --csv --source x", in: folder)
    let pipe = try shell(
      "cat article.txt | \"$GEOTRACK\" read /dev/stdin --csv --source x", in: folder)
    #expect(file.status == 0 && file.output.utf8.count > 100)
    #expect(pipe.output == file.output, "\(pipe.errors)")
  }

  @Test("of two reviews of one table at once none loses the rows that the other was told are in")
  func together() throws {
    for _ in 0..<4 {
      let folder = try theatre()
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600],
        ofItemAtPath: folder.url.appending(path: "reports.csv").path)
      let before = try lines(of: "reports.csv", in: folder)
      try folder.write("a\ny\n", to: "answers")
      let review =
        "\"$GEOTRACK\" read article.txt --review --source article-002 --theatre . < answers"
      let result = try shell("\(review) & \(review); wait", in: folder)
      let told = result.output.split(separator: "\n").count { $0.hasSuffix("has 1 more row.") }
      #expect(told >= 1, "\(result.errors)")
      #expect(try lines(of: "reports.csv", in: folder) == before + told, "\(result.output)")
      #expect(told == 2 || result.errors.contains("review again"), "\(result.errors)")
      let mode = try FileManager.default.attributesOfItem(
        atPath: folder.url.appending(path: "reports.csv").path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test("the source that an article names is no formula in the rows, and the reader is told")
  func formula() throws {
    let folder = try TemporaryFolder()
    for sign in ["=", "+", "-", "@", "=@\u{301}="] {
      try folder.write(
        "date: 2016-11-04\nsource: \(sign)cmd|x!A0\n\n" + Self.article, to: "article.txt")
      let result = try shell("\"$GEOTRACK\" read article.txt --csv", in: folder)
      let row = try #require(result.output.split(separator: "\n").last)
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells.allSatisfy { !"=+-@\t\r".utf8.contains($0.utf8.first ?? 0) }, "\(row)")
      #expect(cells[0].hasSuffix("cmd|x!A0-01") && cells[6].hasSuffix("cmd|x!A0"), "\(row)")
      #expect(result.errors.contains("begins as a spreadsheet's formula does"))
    }
    // A file of that name, and an id that a person has typed.
    try folder.write(Self.article, to: "=1+1.txt")
    let named = try shell("\"$GEOTRACK\" read ./=1+1.txt --csv", in: folder)
    #expect(named.output.contains("\n1+1-01,"), "\(named.output)")
    let typed = try shell("\"$GEOTRACK\" read article.txt --csv --source==x", in: folder)
    #expect(typed.output.contains("\n=x-01,"), "\(typed.output)")
  }

  /// A copy of the built-in theatre with an article in it.
  private func theatre() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    let data = packageFolder.appending(path: "Data/mosul")
    for name in try FileManager.default.contentsOfDirectory(atPath: data.path) {
      try FileManager.default.copyItem(
        at: data.appending(path: name), to: copy.url.appending(path: name))
    }
    try copy.write("date: 2016-11-04\n\n" + Self.article, to: "article.txt")
    return copy
  }

  private func lines(of name: String, in folder: TemporaryFolder) throws -> Int {
    try folder.text(of: name).split(separator: "\n").count
  }
}
