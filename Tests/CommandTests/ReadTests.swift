import Foundation
import TestSupport
import Testing

/// `geotrack read` as a person and a script use it. If one of these fails, rows are lost, doubled
/// or proposed for the wrong place, or a bad file stops the work without a word.
@Suite("read")
struct ReadTests {
  /// A text about the built-in theatre, written into a folder of its own.
  private struct Desk {
    let folder: TemporaryFolder

    init(_ text: String = Self.text, name: String = "article.txt") throws {
      folder = try TemporaryFolder()
      try Data(text.utf8).write(to: folder.url.appending(path: name))
    }

    static let text = """
      title: Troops in eastern Mosul
      date: 2016-11-04

      Iraqi special forces took Samah and Karama in eastern Mosul on Friday, a military statement said.

      Federal police could enter Gogjali later. Shura lies 35 km south of Mosul.
      """

    var article: String { folder.url.appending(path: "article.txt").path }

    func read(_ arguments: [String], input: Data? = nil) throws -> ProgramResult {
      try TestSupport.run(
        builtProgram("geotrack"), ["read"] + arguments, in: packageFolder, input: input)
    }
  }

  private struct Reply: Decodable {
    let article: Article
    let proposals: [Proposal]
    let others: [Proposal]?
    let measures: [Measure]
    let notices: [Notice]

    struct Article: Decodable {
      let title: String?
      let published: String?
      let source: String
    }
    struct Proposal: Decodable, Equatable {
      let place: String
      let mention: String
      let offset: Int
      let paragraph: Int
      let actor: String
      let unit: String?
      let status: String
      let date: String?
      let kind: String
      let certainty: String
    }
    struct Measure: Decodable {
      let kind: String
      let value: String
      let unit: String
    }
    struct Notice: Decodable {
      let kind: String
    }
  }

  @Test("the JSON has who, what, where, when and where it stands; offsets count characters")
  func json() throws {
    let text = Desk.text.replacing("Samah", with: "Sāmāh")
    let desk = try Desk(text)
    let result = try desk.read([desk.article, "--json", "--all", "--source", "article-002"])
    #expect(result.status == 0, "\(result.errors)")
    let reply: Reply = try decoded(result.output)
    #expect(reply.article.source == "article-002")
    #expect(reply.article.published == "2016-11-04")
    #expect(reply.proposals.map(\.place) == ["samah", "karama"])
    #expect(reply.proposals.allSatisfy { $0.actor == "isf" && $0.unit == "CTS" })
    #expect(reply.proposals.allSatisfy { $0.status == "control" && $0.date == "2016-11-04" })
    let characters = Array(text.unicodeScalars)
    for proposal in reply.proposals {
      let words = proposal.mention.unicodeScalars
      #expect(
        characters[proposal.offset..<proposal.offset + words.count].elementsEqual(words),
        "\(proposal.mention) at \(proposal.offset)")
    }
    #expect(reply.others?.map(\.place) == ["gogjali"])
    #expect(reply.others?.map(\.kind) == ["planned"])
    #expect(reply.measures.map(\.kind).contains("distance"))
  }

  @Test("rows of --csv are ready for the table: the theatre has no error with them")
  func csv() throws {
    let desk = try Desk()
    let theatre = try builtInCopy()
    let rows = try desk.read([desk.article, "--csv", "--source", "article-002"])
    #expect(rows.status == 0, "\(rows.errors)")
    let lines = rows.output.split(separator: "\n")
    #expect(lines[0] == "id,date,reported,place,actor,status,source,paragraph,credibility,note")
    #expect(lines.count == 3)
    let table = theatre.url.appending(path: "reports.csv")
    var text = try String(contentsOf: table, encoding: .utf8)
    text += lines.dropFirst().joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: table)
    let check = try run(builtProgram("geotrack"), ["check", "--theatre", theatre.path])
    #expect(check.status == 0, "\(check.output)")
  }

  @Test("--csv --table gives rows for the other tables")
  func otherTables() throws {
    let desk = try Desk()
    let measures = try desk.read([desk.article, "--csv", "--table", "measures"])
    #expect(measures.output.contains("distance,shura,mosul,35,km"), "\(measures.output)")
    let incidents = try desk.read([desk.article, "--csv", "--table", "incidents"])
    #expect(incidents.output == "id,date,place,kind,source,paragraph,note\n")
  }

  @Test("--geojson has the places named as points")
  func geojson() throws {
    let desk = try Desk()
    let result = try desk.read([desk.article, "--geojson"])
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let features = try #require((value as? [String: Any])?["features"] as? [[String: Any]])
    #expect(features.count >= 4)
  }

  @Test("a review writes what was accepted, after showing what it changes, and nothing else")
  func review() throws {
    let desk = try Desk()
    let theatre = try builtInCopy()
    let table = theatre.url.appending(path: "reports.csv")
    let before = try String(contentsOf: table, encoding: .utf8)
    let arguments = [
      desk.article, "--review", "--source", "article-002", "--theatre", theatre.path,
    ]
    // The first is edited to an unknown status, which is refused, then to a known one.
    let answers = "e\nstatus=taken\n\na\ne\nstatus=contested\nnote=Seen by hand\n\na\ns\ny\n"
    let result = try desk.read(arguments, input: Data(answers.utf8))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("unknown status \"taken\""), "\(result.output)")
    #expect(result.output.contains("1 more row"), "\(result.output)")
    let after = try String(contentsOf: table, encoding: .utf8)
    #expect(after.hasPrefix(before))
    #expect(
      after.dropFirst(before.count)
        == "article-002-01,2016-11-04,,samah,isf,contested,article-002,1,3,Seen by hand\n")
    // A second review numbers on.
    let again = try desk.read(arguments, input: Data("a\na\ny\n".utf8))
    #expect(again.output.contains("2 more rows"), "\(again.output)")
    let ids = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").suffix(3)
      .map { $0.prefix(14) }
    #expect(ids == ["article-002-01", "article-002-02", "article-002-03"])
  }

  @Test(
    "a review that ends early or is not confirmed writes nothing",
    arguments: ["", "a\n", "a\na\nn\n", "q\n"])
  func abandonedReview(answers: String) throws {
    let desk = try Desk()
    let theatre = try builtInCopy()
    let table = theatre.url.appending(path: "reports.csv")
    let before = try Data(contentsOf: table)
    let result = try desk.read(
      [desk.article, "--review", "--source", "article-002", "--theatre", theatre.path],
      input: Data(answers.utf8))
    #expect(result.status == 0, "\(result.errors)")
    #expect(try Data(contentsOf: table) == before)
  }

  @Test("a stream answers each line with one, and a bad line with a record of its error")
  func stream() throws {
    let desk = try Desk()
    let good =
      #"{"id": 7, "text": "Iraqi forces took Samah in Mosul on Friday.", "published": "2016-11-04"}"#
    let lines = [
      good, "{\"text\": ", "[1]", "{\"id\": \"x\"}",
      "{\"text\": \"a\", \"published\": \"soon\"}", good,
    ]
    let result = try desk.read(
      ["--ndjson"], input: Data((lines.joined(separator: "\n") + "\n").utf8))
    #expect(result.status == 0, "\(result.errors)")
    let records = try result.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(records.count == lines.count)
    #expect(records.map { $0["error"] != nil } == [false, true, true, true, true, false])
    #expect((records[1]["error"] as? [String: Any])?["line"] as? Int == 2)
    #expect(records[0]["id"] as? Int == 7)
    #expect((records[0]["proposals"] as? [Any])?.count == 1)
  }

  @Test("a folder is read in the order of its names; the JSON lists its articles")
  func readFolder() throws {
    let desk = try Desk(Desk.text, name: "b.txt")
    try Data(Desk.text.utf8).write(to: desk.folder.url.appending(path: "a.txt"))
    let result = try desk.read([desk.folder.path, "--json"])
    struct Replies: Decodable { let articles: [Reply] }
    let replies: Replies = try decoded(result.output)
    #expect(replies.articles.map(\.article.source) == ["a", "b"])
    #expect(replies.articles[0].proposals.count == 2)
  }

  /// Something wrong with a file, and what is said of it.
  struct Oddity: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let says: String
  }

  static let oddities = [
    Oddity(testDescription: "an empty file", bytes: [], says: "there is no text to read"),
    Oddity(
      testDescription: "Windows-1252",
      bytes: Array("date: 2016-11-04\n\nTroops took Mosul, ".utf8) + [0x93, 0x80, 0x94, 0x2E],
      says: "Windows-1252"),
    Oddity(
      testDescription: "HTML",
      bytes: Array("<html><body><p>Iraqi forces took Samah.</p></body></html>".utf8),
      says: "the tags were taken out"),
    Oddity(
      testDescription: "Arabic", bytes: Array("سيطرت القوات على حي الكرامة في الموصل".utf8),
      says: "not in Latin letters"),
    Oddity(
      testDescription: "no date", bytes: Array("Iraqi forces took Mosul on Friday.".utf8),
      says: "there is no publication date"),
    Oddity(
      testDescription: "no full stop", bytes: Array(String(repeating: "word ", count: 9_000).utf8),
      says: "more than 400 words"),
    Oddity(
      testDescription: "a date that is none", bytes: Array("title: x\ndate: soon\n\nMosul.".utf8),
      says: "\"soon\" is not a single day"),
    Oddity(testDescription: "bytes of zero", bytes: [0, 0, 0, 10, 0], says: ""),
  ]

  @Test("an odd file is read, and told", arguments: oddities)
  func oddFile(oddity: Oddity) throws {
    let desk = try Desk()
    try Data(oddity.bytes).write(to: desk.folder.url.appending(path: "article.txt"))
    for option in [[], ["--json"], ["--csv"], ["--geojson"]] {
      let result = try desk.read([desk.article] + option)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains(oddity.says) || oddity.says.isEmpty, "\(result.errors)")
    }
  }

  @Test("without a date weekdays stay without one, and the proposal says so")
  func undated() throws {
    let desk = try Desk("Iraqi forces took Samah in Mosul on Friday.")
    let reply: Reply = try decoded(try desk.read([desk.article, "--json"]).output)
    #expect(reply.proposals.map(\.date) == [nil])
    #expect(reply.notices.map(\.kind) == ["date"])
  }

  @Test("what cannot be meant is refused with the remedy")
  func misuse() throws {
    let desk = try Desk()
    func refuses(_ arguments: [String], _ status: Int32, _ words: String) throws {
      let result = try desk.read(arguments)
      #expect(result.status == status, "\(arguments): \(result.errors)")
      #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
      #expect(result.output == "")
    }
    try refuses([], 64, "Name the article")
    try refuses([desk.article + "x"], 66, "no such file")
    try refuses([desk.article, "--csv", "--json"], 64, "exclude each other")
    try refuses([desk.article, "--table", "measures"], 64, "belongs to --csv")
    try refuses([desk.article, "--published", "soon"], 64, "soon")
    try refuses([desk.folder.path, "--source", "x"], 64, "names one article")
    try refuses([desk.folder.path, "--review"], 64, "one article at a time")
    try refuses([packageFolder.appending(path: "Scripts").path], 66, "has no article")
    try refuses([desk.article, "--score", desk.folder.path + "/gold.csv"], 66, "cannot be read")
  }

  @Test("a gold file may have columns that nobody knows; one that lacks some is refused by name")
  func gold() throws {
    let desk = try Desk()
    let gold = desk.folder.url.appending(path: "gold.csv")
    try Data(
      """
      article,paragraph,place,date,actor,status,is_negated,kind,colour
      article,1,Samah,2016-11-04,isf,control,0,event,red
      article,1,Karama,2016-11-04,isf,control,0,event,red
      article,2,Gogjali,2016-11-04,isf,entered,0,planned,red
      article,1,Atlantis,2016-11-04,isf,control,0,event,red

      """.utf8
    ).write(to: gold)
    let score = try desk.read([desk.folder.path, "--score", gold.path])
    #expect(score.status == 0, "\(score.errors)")
    #expect(
      score.output.contains(
        "place, actor, status and date      1.000   1.000  1.000         2         2"),
      "\(score.output)")
    #expect(score.output.contains("became proposals: 0 of 1"))
    #expect(score.output.contains("lacks the place or actor: 1"))
    try Data("article,paragraph\n".utf8).write(to: gold)
    let refused = try desk.read([desk.folder.path, "--score", gold.path])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("the header lacks the columns \"place\""), "\(refused.errors)")
  }

  @Test("a theatre's own verbs and names of forces are used, and a fault in them is told by line")
  func ownTables() throws {
    let desk = try Desk(
      "date: 2016-11-04\nsource: article-002\n\nThe Night Owls scoured Samah in Mosul on Friday.")
    let theatre = try builtInCopy()
    try Data("name,actor,unit,word\nNight Owls,isf,Owls,name\n".utf8)
      .write(to: theatre.url.appending(path: "forces.csv"))
    let verbs = theatre.url.appending(path: "verbs.csv")
    let header = "phrase,part,past,participle,status,place,actor,aspect\n"
    try Data((header + "scour,verb,,,control,object,subject,event\n").utf8).write(to: verbs)
    let arguments = [desk.article, "--json", "--theatre", theatre.path]
    let reply: Reply = try decoded(try desk.read(arguments).output)
    #expect(reply.proposals.map(\.unit) == ["Owls"])
    try Data((header + "scour,verb,,,taken,object,subject,event\n").utf8).write(to: verbs)
    let refused = try desk.read(arguments)
    #expect(refused.status == 65)
    #expect(
      refused.errors.contains("verbs.csv:2:14: error: unknown status \"taken\""),
      "\(refused.errors)")
  }

  private func builtInCopy() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    let data = packageFolder.appending(path: "Data/mosul")
    for name in try FileManager.default.contentsOfDirectory(atPath: data.path) {
      try FileManager.default.copyItem(
        at: data.appending(path: name), to: copy.url.appending(path: name))
    }
    return copy
  }
}
