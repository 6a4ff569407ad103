import Testing
import Theatre

@testable import ArticleReading

/// Sentences that were read wrongly once. If one of these fails, an old fault is back.
@Suite("Sentences that were read wrongly once")
struct HardSentencesTests {
  private let mosul = Newsroom.mosul

  @Test(
    "who did what to which place",
    arguments: [
      ("IS captured Bartella.", ["bartella is control"]),
      ("IS took Bartella.", ["bartella is control"]),
      ("IS withdrew from Bartella.", ["bartella is withdrew"]),
      ("IS holds Bartella.", ["bartella is control"]),
      ("IS entered Bartella.", ["bartella is entered"]),
      ("Iraqi forces captured Mosul's Karama district.", ["karama isf control"]),
      ("Iraqi forces captured Mosul’s Old City.", ["mosul-old-city isf control"]),
      ("Iraqi forces captured the Mosul suburb of Gogjali.", ["gogjali isf control"]),
      ("Iraqi forces left Bartella at noon.", ["bartella isf withdrew"]),
      ("Iraqi forces took a large part of Bartella.", ["bartella isf contested"]),
      ("Iraqi forces took the northern part of Bartella.", ["bartella isf contested"]),
      ("Islamic State surrendered Bartella to Iraqi forces.", ["bartella isf control"]),
      ("Islamic State handed over Bartella to Iraqi forces.", ["bartella isf control"]),
      ("The troops captured Bartella.", ["bartella isf control"]),
      ("There was no doubt that Iraqi forces had captured Bartella.", ["bartella isf control"]),
      ("No one denies that Iraqi forces captured Bartella.", ["bartella isf control"]),
      ("Has Bartella been captured by Iraqi forces?", []),
      ("Islamic State said it had captured Bartella, a claim denied by Iraqi forces.", []),
      ("Iraqi forces said they had captured Bartella, but residents denied it.", []),
      ("Iraqi forces said they had captured Bartella. Residents said this was false.", []),
    ])
  func statement(text: String, expected: [String]) {
    #expect(mosul.proposed(text) == expected)
  }

  @Test(
    "when it was",
    arguments: [
      ("Iraqi forces entered Bartella for the first time since 2014.", "2016-11-10"),
      ("Iraqi forces captured Bartella before dawn on Friday.", "2016-11-04"),
      ("Iraqi forces captured Bartella on 2016-11-04.", "2016-11-04"),
      (
        "Iraqi forces rested in Mosul on Friday. The next day they captured Bartella.", "2016-11-05"
      ),
    ])
  func date(text: String, date: String) {
    #expect(mosul.dates(text) == [date])
  }

  @Test("names that touch each other do not end the program")
  func overlap() {
    #expect(mosul.proposed("In Mosul, al-Muallimin West bank and Karama were quiet.").isEmpty)
  }

  @Test("a direction with a distance is told once")
  func measures() {
    let measures = mosul.read("Bartella lies 20 km east of Mosul.").measures
    #expect(measures.count { $0.kind == .direction } == 1)
  }
}
