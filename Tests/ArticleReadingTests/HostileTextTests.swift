import Foundation
import TestSupport
import Testing
import Theatre
import TypedIndices

@testable import ArticleReading

/// If one of these fails, a sentence can end the program, and in a folder or a stream everything
/// behind it is lost.
@Suite("Whatever a text says")
struct HostileTextTests {
  private let mosul = Newsroom.mosul

  @Test(
    "two verbs whose phrases lie in each other are read",
    arguments: [
      "Peshmerga pushed and drove Islamic State fighters out of Bashiqa.",
      "Fighters were pushed and driven from Mosul.", "Cleared and Collapsed From Mosul",
      "Islamic State fighters were driven and then pushed out of Bashiqa.",
    ])
  func nestedPhrases(text: String) {
    #expect(mosul.read(text).mentions.count == 1)
  }

  @Test("the second of them says who won the town, as it does alone")
  func nestedPhrase() {
    #expect(
      mosul.said("Peshmerga pushed and drove Islamic State fighters out of Bashiqa.")
        == mosul.said("Peshmerga drove Islamic State fighters out of Bashiqa."))
    #expect(mosul.said("Peshmerga drove Islamic State fighters out of Bashiqa.").count == 1)
  }

  /// Past forms of all built-in verbs with the rest of their phrases.
  private static let verbs: [String] = LanguageTables.builtIn.verbs.flatMap { word in
    let parts = word.phrase.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = parts.dropFirst().map { " " + $0.replacing("*", with: "Islamic State fighters") }
    let past = word.past.isEmpty ? parts[0] + (parts[0].hasSuffix("e") ? "d" : "ed") : word.past
    return [past, word.participle.isEmpty ? past : word.participle].map { $0 + rest.joined() }
  }

  @Test("pairs of verbs give spans inside the text", arguments: 1...12 as ClosedRange<UInt64>)
  func pairs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func any(_ words: [String]) throws -> String {
      try #require(words.randomElement(using: &generator))
    }
    let auxiliaries = ["", "were", "had", "have been", "could", "did not", "to", "nearly"]
    let joints = ["and", ", and", ",", "then", "but", "which", "after", ""]
    let people = ["Peshmerga", "Fighters", "Islamic State", "Iraqi forces", "the army"]
    let places = ["Mosul", "Bashiqa", "Hay al-Karama", "the town", "eastern Mosul"]
    for _ in 0..<200 {
      let words = [
        try any(people), try any(auxiliaries), try any(Self.verbs), try any(joints),
        try any(auxiliaries), try any(Self.verbs),
      ]
      let place = try any(places)
      let ends = [
        "from \(place).", "\(try any(people)) out of \(place).", "\(place)", "by \(place)!",
      ]
      var text = (words + [try any(ends)]).filter { !$0.isEmpty }.joined(separator: " ")
      if Bool.random(using: &generator) { text = text.capitalized }
      if Bool.random(using: &generator) { text = "In \(place) " + text }
      try expectWholeSpans(mosul.read(text), "seed \(seed): \(text)")
    }
  }

  @Test("words of the tables in any order, too", arguments: 1...12 as ClosedRange<UInt64>)
  func salad(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let tables = LanguageTables.builtIn
    let words =
      tables.words.map(\.word) + tables.forces.map(\.name) + Self.verbs
      + mosul.theatre.places.map(\.name)
    let marks = [
      ".", ",", ";", ":", "-", "–", "\"", "“", "”", "(", ")", "?", "'", "’s", "\n", "\n\n", "al-",
      "0",
      "31", "2014", "9999 weeks later", "999 decades ago", "the past 9999 years",
      "1e-9223372036854775808",
      "99999999999999999999", "5 km (3 mi) from", "\u{AD}", "و", "é",
    ]
    let days = [Day("2016-11-10"), nil, Day("0000-01-01"), Day("9999-12-31")]
    for _ in 0..<100 {
      let text = (0..<30).compactMap { _ in
        (Int.random(in: 0..<3, using: &generator) == 0 ? marks : words)
          .randomElement(using: &generator)
      }.joined(separator: Bool.random(using: &generator) ? " " : "")
      let day = days.randomElement(using: &generator).flatMap(\.self)
      let reading = mosul.reader.read(Array(text.utf8), published: day)
      try expectWholeSpans(reading, "seed \(seed): \(text)")
    }
  }

  /// Expects that everything that was read stands somewhere in the text, and that every date is one.
  private func expectWholeSpans(_ reading: ArticleReading, _ comment: Comment) throws {
    let text = 0..<reading.text.bytes.count
    let spans =
      reading.statements.flatMap { [$0.mention, $0.verb, $0.sentence] }
      + reading.mentions.map(\.span) + reading.measures.map(\.span)
      + reading.incidents.map(\.span) + reading.unknownPlaces.map(\.span)
    #expect(
      spans.allSatisfy { !$0.range.isEmpty && text.clamped(to: $0.range) == $0.range }, comment)
    let dates = reading.statements.map(\.date) + reading.incidents.map(\.date)
    for date in dates where !date.isEmpty {
      #expect(throws: Never.self, comment) { try FuzzyDate(date) }
    }
  }

  @Test(
    "a year before our era has four digits and a sign, and one of five digits is no date",
    arguments: [
      ("999 years ago", "0500-06-01", "-0499"), ("90 decades ago", "0500-06-01", "-0400~"),
      ("600 years ago", "0500-06-01", "-0100"), ("next Friday", "9999-12-31", ""),
    ])
  func farYears(words: String, published: String, date: String) {
    let dates = mosul.dates("Iraqi forces took Bartella \(words).", published: published)
    #expect(dates == [date])
  }

  @Test("rules and stages make no range from two positions but by stretch(from:to:)")
  func ranges() throws {
    for folder in ["Rules", "Stages"] {
      let url = packageFolder.appending(path: "Sources/ArticleReading/\(folder)")
      let files = try #require(
        FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil))
      for case let file as URL in files where file.pathExtension == "swift" {
        let source = try String(contentsOf: file, encoding: .utf8)
        #expect(!source.contains("..<"), "\(file.lastPathComponent)")
      }
    }
  }

  @Test("what stands between two positions is nothing if they stand the other way round")
  func stretches() {
    #expect(stretch(from: 3, to: 5) == 3..<5)
    #expect(stretch(from: 5, to: 3).isEmpty)
    #expect(stretch(from: 5, to: Int.min).isEmpty)
  }
}

/// If one of these fails, a text that somebody made for it keeps the program busy for hours.
@Suite("However long a text is")
struct LongTextTests {
  private let mosul = Newsroom.mosul

  @Test("a name after many articles is found, and few of them belong to it")
  func articles() throws {
    let text = String(repeating: "al-", count: 1_000) + "Karama in Mosul"
    let reading = mosul.read(text)
    let found = try #require(reading.mentions.first)
    #expect(mosul.place(found.place) == "karama")
    #expect(
      reading.text.text(found.span.range)
        == String(repeating: "al-", count: GazetteerIndex.mostArticles) + "Karama")
  }

  @Test(
    "no sentence has more words than is read at once",
    arguments: ["word ", "Mosul. ”", ".”", "(", "a\" ", "\"", "al-", "x", "Mosul and "])
  func sentences(part: String) {
    let text = "He left Mosul." + String(repeating: part, count: 3_000)
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var tokens: [Token] = []
      var tokenizer = Tokenizer(bytes, bytes.indices, Vocabulary.builtIn)
      tokenizer.tokenize(into: &tokens)
      let sentences = Sentences.ranges(of: TokenSlice(tokens)).ranges
      #expect(sentences.map(\.count).reduce(0, +) == tokens.count)
      #expect(
        sentences.allSatisfy { $0.count <= Sentences.mostTokens + Sentences.mostClosingMarks + 1 })
    }
  }

  @Test("of places of one name each is there once, those it is the name of before the others")
  func namesakes() {
    var entry = GazetteerIndex.Entry(
      places: [PlaceID(2)], named: 1, isGeneric: false, isDate: false, isOrdinary: false)
    for place in [2, 5, 7, 7] { entry.add(PlaceID(place), isName: true) }
    for place in [1, 1, 2, 5, 6, 7, 8, 8] { entry.add(PlaceID(place), isName: false) }
    #expect(entry.places == [2, 5, 7, 1, 6, 8].map { PlaceID($0) })
    #expect(entry.named == 3)
  }

  /// News with everything that stands across a boundary: paragraphs, names of several words, lists,
  /// "the town", who took back what, and a sentence that is cut.
  private static let news =
    ReadingLawTests.text + """


      Islamic State (IS) fighters in the
      town of Hammam al-Alil said so. Karama, Zahra and Samah

      Islamic State

      fighters left. The east bank of the river was taken. That is not so. The convoy entered the city.
      \(String(repeating: "the troops of the city and the village of Bashiqa went on ", count: 60))
      Gen. Saadi took al-Karamah, Zahraa (Mosul) and Nimrud.”) It was retaken on its second day.
      """

  @Test(
    "in however short sections a text is read, the reading is the same",
    arguments: [1, 2, 3, 5, 8, 13, 40, 200, 1_000])
  func sections(size: Int) {
    for text in [Self.news, Self.news.replacing("\n\n", with: " "), "", "\n", "\u{AD}\n\nMosul"] {
      let article = ArticleText(Array(text.utf8))
      let whole = mosul.reader.read(article, published: Day("2016-11-10"), trace: nil)
      let read = mosul.reader.read(
        article, published: Day("2016-11-10"), trace: nil, sectionSize: size)
      #expect(read.statements == whole.statements)
      #expect(read.mentions == whole.mentions)
      #expect(read.measures == whole.measures)
      #expect(read.incidents == whole.incidents)
      #expect(read.unknownPlaces == whole.unknownPlaces)
      #expect(read.notices == whole.notices)
      #expect(whole.statements.count > 8 || text.count < 20)
    }
  }

  @Test(
    "random words too, cut anywhere", arguments: 1...20 as ClosedRange<UInt64>)
  func randomSections(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words =
      Self.news.split { $0 == " " || $0 == "\n" }.map(String.init) + [
        "al-", "Hay", "(", ")", ".", ",", "”", "\n\n", "\n", "and", "the", "town", "of", "-",
      ]
    let text = (0..<600).compactMap { _ in words.randomElement(using: &generator) }
      .joined(separator: " ")
    let article = ArticleText(Array(text.utf8))
    let size = Int.random(in: 1...100, using: &generator)
    let whole = mosul.reader.read(article, published: nil, trace: nil)
    let read = mosul.reader.read(article, published: nil, trace: nil, sectionSize: size)
    #expect(String(describing: read) == String(describing: whole), "seed \(seed), size \(size)")
  }
}
