import ArticleReading
import Diagnostics
import Foundation
import TestSupport
import Testing
import Theatre

/// How well articles are read, held against labelled texts. If one of these fails, more rows are
/// wrong or missing than were when it was measured last.
@Suite("Measured on labelled texts")
struct MeasuredTests {
  private static let folder = packageFolder.appending(path: "Tests/ArticleReadingTests")

  /// A theatre of the tests, or the built-in one.
  private func readTheatre(_ name: String) throws -> Theatre {
    let path =
      name == "mosul"
      ? packageFolder.appending(path: "Data/mosul").path
      : name == "hawija"
        ? packageFolder.appending(path: "Documentation/Examples/hawija").path
        : Self.folder.appending(path: "Theatres/\(name)").path
    let reading = Theatre.read(folder: path)
    return try #require(reading.theatre, "\(reading.diagnostics)")
  }

  private func readRows<Row>(
    _ path: String, _ read: (InputFile) -> GoldReading<Row>
  ) throws -> [Row] {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let reading = read(InputFile(name: path, bytes: bytes))
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    return reading.rows
  }

  /// The score of a folder's texts against a gold file and a file of traps, in a theatre.
  private func measured(
    _ texts: String, gold: String, traps: String, in name: String,
    published: [String: Day] = [:]
  ) throws -> ReadingScore {
    let theatre = try readTheatre(name)
    let reader = ArticleReader(theatre)
    let scorer = ReadingScorer(
      reader, places: theatre.places, actors: theatre.actors,
      gold: try readRows(gold, GoldStatement.read), traps: try readRows(traps, GoldTrap.read))
    let files = try FileManager.default.contentsOfDirectory(atPath: texts)
      .filter { $0.hasSuffix(".txt") }.sorted()
    return scorer.score(
      try files.map { file in
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(texts)/\(file)")))
        let article = String(file.dropLast(4))
        return (article, reader.read(bytes, published: published[String(article.prefix(3))]))
      })
  }

  private func expectAtLeast(
    _ tuple: Double, _ placeAndStatus: Double, _ score: ReadingScore,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let comment = Comment(rawValue: summary(score))
    #expect((score.events[.tuple]?.f1 ?? 0) >= tuple, comment, sourceLocation: sourceLocation)
    #expect(
      (score.events[.placeAndStatus]?.f1 ?? 0) >= placeAndStatus, comment,
      sourceLocation: sourceLocation)
    let wrong = score.unreal.proposed + score.traps.proposed
    let all = score.unreal.labelled + score.traps.labelled
    #expect(Double(wrong) <= 0.05 * Double(all), comment, sourceLocation: sourceLocation)
  }

  private func summary(_ score: ReadingScore) -> String {
    let measures = ReadingScore.Part.allCases.map {
      "\($0.rawValue) \(score.events[$0]?.f1 ?? 0)"
    }
    let faults = score.faults.map {
      "\($0.kind.rawValue) \($0.article) \($0.paragraph) \($0.words)"
    }
    return (measures + faults).joined(separator: "\n")
  }

  @Test("exercises that were written to be read", arguments: ["a", "b", "c", "d", "e"])
  func exercises(set: String) throws {
    let folder = Self.folder.appending(path: "Exercises/\(set)").path
    let score = try measured(
      folder, gold: "\(folder)/gold.csv", traps: "\(folder)/traps.csv", in: "mosul")
    #expect(score.events[.tuple]?.labelled ?? 0 > 30)
    expectAtLeast(0.80, 0.85, score)
  }

  private static let corpusFolder = ProcessInfo.processInfo.environment["GEOTRACK_CORPUS"]

  @Test(
    "reworded news",
    .enabled(if: corpusFolder != nil, "set GEOTRACK_CORPUS to the folder of labelled texts"),
    arguments: [("mosul", 25), ("raqqa", 8), ("fallujah", 1), ("hawija", 3)])
  func rewordedNews(theatre: String, labelled: Int) throws {
    let folder = Self.corpusFolder ?? ""
    let score = try measured(
      folder, gold: "\(folder)/gold.csv", traps: "\(folder)/traps.csv", in: theatre)
    print(theatre, summary(score))
    #expect(score.events[.tuple]?.labelled ?? 0 >= labelled)
    #expect(score.unreal.proposed + score.traps.proposed <= 1)
  }

  private static let articlesFolder = ProcessInfo.processInfo.environment["GEOTRACK_ARTICLES"]

  @Test(
    "the five articles of the built-in theatre",
    .enabled(if: articlesFolder != nil, "set GEOTRACK_ARTICLES to the folder of the five articles"))
  func fiveArticles() throws {
    let published = [
      "000": "2016-11-17", "001": "2016-10-18", "002": "2016-11-04", "003": "2016-10-31",
      "004": "2017-04-27",
    ].compactMapValues { Day($0) }
    let gold = Self.folder.appending(path: "Gold")
    let score = try measured(
      Self.articlesFolder ?? "", gold: gold.appending(path: "articles.csv").path,
      traps: gold.appending(path: "article-traps.csv").path, in: "mosul", published: published)
    print(summary(score), score.unreal, score.traps)
    #expect(score.events[.tuple]?.labelled ?? 0 > 25)
  }
}
