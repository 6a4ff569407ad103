import Diagnostics
import Foundation
import TestSupport
import Testing
import Theatre
import TypedIndices

@testable import ArticleReading

@Suite("A reading")
struct ReadingLawTests {
  private let mosul = Newsroom.mosul

  static let text = """
    title: Rain

    Iraqi forces captured Bartella on Friday, an army spokesman said. Islamic State withdrew from
    Gogjali, 5 km east of Mosul, and an air strike hit Bazwaya.

    Karama and Zahra were surrounded. That was denied by residents. Kurdish peshmerga hold Bashiqa
    since mid-2014, a town northeast of Mosul.

    Iraqi forces could take the village of Qurfana. They fought in Samah, Malayeen and Intisar.
    """

  @Test("the same text gives the same reading, alone and beside seven others")
  func determinism() async {
    let expected = String(describing: mosul.read(Self.text))
    #expect(String(describing: mosul.read(Self.text)) == expected)
    await withTaskGroup(of: String.self) { group in
      for _ in 0..<8 { group.addTask { String(describing: mosul.read(Self.text)) } }
      for await reading in group { #expect(reading == expected) }
    }
  }

  @Test("a second reader of the same theatre reads the same")
  func secondReader() {
    let other = Newsroom(mosul.theatre)
    #expect(String(describing: other.read(Self.text)) == String(describing: mosul.read(Self.text)))
  }

  @Test(
    "a paragraph about something else changes nothing",
    arguments: [
      "The harvest was good and prices of bread went down.", "On Monday schools opened again.",
      "“Nobody expected it,” the baker said. He laughed.",
    ])
  func unrelated(paragraph: String) {
    let before = mosul.read(Self.text).statements
    #expect(before.count > 5)
    #expect(mosul.read(Self.text + "\n\n" + paragraph).statements == before)
  }

  @Test("every span is inside its paragraph, and shows the words it stands for")
  func spans() {
    let reading = mosul.read(Self.text)
    for statement in reading.statements {
      let sentence = statement.sentence.range
      for span in [statement.mention, statement.verb] {
        #expect(sentence.lowerBound <= span.range.lowerBound)
        #expect(span.range.upperBound <= sentence.upperBound)
      }
      let paragraph = reading.text.paragraphs[statement.sentence.paragraph - 1]
      #expect(paragraph.clamped(to: sentence) == sentence)
      #expect(!statement.reasons.isEmpty && !statement.reasons.contains(""))
    }
    #expect(reading.statements.first.map { reading.text.text($0.mention.range) } == "Bartella")
    #expect(reading.statements.first.map { reading.text.text($0.verb.range) } == "captured")
  }

  @Test("every date is a date in EDTF")
  func dates() throws {
    for statement in mosul.read(Self.text).statements { _ = try FuzzyDate(statement.date) }
  }

  @Test("random words give no crash and readable dates", arguments: 1...30 as ClosedRange<UInt64>)
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words =
      Self.text.split { $0 == " " || $0 == "\n" }.map(String.init) + [
        "a", "day", "after", "the", "same", "of", "to", "2014", "31", "February", "until", "not",
        "\n\n",
        "“", "”", "(", ")", ",", ".", "-", "al-", "Hay", "’s", "both", "such", "as", "0",
        "99999999999",
      ]
    let text = (0..<400).compactMap { _ in words.randomElement(using: &generator) }
    for statement in mosul.read(text.joined(separator: " ")).statements where statement.date != "" {
      #expect(throws: Never.self, "seed \(seed)") { try FuzzyDate(statement.date) }
    }
  }

  @Test("a theatre's own verbs and forces are used")
  func ownTables() throws {
    let folder = try SmallTheatre().write()
    try folder.write(
      "phrase,part,past,participle,status,place,actor,aspect,note\n"
        + "mop up,verb,mopped,mopped,control,object,subject,event,\n", to: "verbs.csv")
    try folder.write(
      "name,actor,unit,word,note\nScarlet Brigade,red,1st,name,\n", to: "forces.csv")
    let reading = Theatre.read(folder: folder.path)
    let theatre = try #require(reading.theatre, "\(reading.diagnostics)")
    let own = Newsroom(theatre)
    #expect(
      own.proposed("The Scarlet Brigade mopped up North West on Friday.")
        == ["north-west red control"])
    #expect(own.proposed("Blue captured South East.") == ["south-east blue control"])
    #expect(own.read("The Scarlet Brigade captured North East.").statements.map(\.unit) == ["1st"])
  }

  @Test("a theatre without places gives a reading without places")
  func noPlaces() {
    let reader = ArticleReader(places: [], actors: mosul.theatre.actors)
    #expect(reader.read(Array(Self.text.utf8)).statements.isEmpty)
  }
}
