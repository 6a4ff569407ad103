import Testing

@testable import ArticleReading

@Suite("What is said of a place")
struct StatusTests {
  private let mosul = Newsroom.mosul

  @Test(
    "whoever takes only a part of a place contests it",
    arguments: [
      "Iraqi forces captured parts of Bartella.", "Iraqi forces took half of Bartella.",
      "Iraqi forces took most of Bartella.", "Iraqi forces have almost captured Bartella.",
      "Iraqi forces seized several streets of Bartella.",
      "Iraqi forces captured the northern part of Bartella.",
    ])
  func partial(text: String) {
    #expect(mosul.proposed(text) == ["bartella isf contested"])
  }

  @Test(
    "leaving, surrounding, entering and fighting are told apart",
    arguments: [
      ("Islamic State withdrew from Bartella.", "is withdrew"),
      ("Islamic State fighters retreated from Bartella.", "is withdrew"),
      ("Islamic State abandoned Bartella.", "is withdrew"),
      ("Iraqi forces surrounded Bartella.", "isf encircled"),
      ("Bartella has been encircled by Iraqi forces.", "isf encircled"),
      ("Iraqi forces besieged Bartella.", "isf encircled"),
      ("Iraqi forces entered Bartella.", "isf entered"),
      ("Iraqi forces pushed into Bartella.", "isf entered"),
      ("Iraqi forces broke into Bartella.", "isf entered"),
      ("Iraqi forces fought in Bartella.", "isf contested"),
      ("Iraqi forces clashed with Islamic State in Bartella.", "isf contested"),
      ("Fighting went on in Bartella between Iraqi forces and IS.", "isf contested"),
      ("Clashes in Bartella went on, the Iraqi army said.", "isf contested"),
    ])
  func statuses(text: String, expected: String) {
    #expect(mosul.proposed(text) == ["bartella \(expected)"])
  }

  @Test(
    "a part without a name is no statement about the whole",
    arguments: [
      "Iraqi forces captured a village in Nineveh.", "Iraqi forces took three villages in Nineveh.",
      "Iraqi forces seized a hospital in Mosul.", "Iraqi forces captured a neighborhood of Mosul.",
      "Iraqi forces captured several districts in eastern Mosul.",
    ])
  func containers(text: String) {
    #expect(mosul.proposed(text).isEmpty)
  }

  @Test(
    "a place that only tells where something is gets no statement",
    arguments: [
      "Iraqi forces captured a village south of Mosul.",
      "Islamic State captured two soldiers in Bartella.",
      "Islamic State seized weapons from Bartella.",
      "Iraqi forces captured the mayor of Bartella.", "Iraqi forces captured Bartella's mayor.",
      "Iraqi forces control the Mosul-Kirkuk road.",
      "Iraqi forces captured the Mosul train station.",
      "Iraqi forces cleared mines in Bartella.", "Iraqi forces freed Bartella's prisoners.",
      "Iraqi forces evacuated civilians from Bartella.", "The convoy entered Bartella on Friday.",
      "The road to Bartella was captured by Iraqi forces.", "Rain freed Bartella from dust.",
      "Iraqi forces captured a hill 5 km from Mosul.",
      "Iraqi forces captured a hill near Bartella.",
      "Iraqi forces captured the road to Bartella.", "Iraqi forces took the outskirts of Bartella.",
      "Iraqi forces took a village on the road between Bartella and Mosul.",
      "Troops took a man from Bartella to hospital.",
      "Iraqi forces captured a teacher from Bartella.",
      "Warplanes bombed Bartella for Iraqi forces.", "An air strike hit Bartella.",
      "The Nineveh operations command spoke of Iraqi forces.",
      "Civilians fled from Bartella.",
      "Residents of Bartella left their homes.", "Aid workers entered Bartella.",
      "Iraqi forces took part in talks in Bartella.",
    ])
  func elsewhere(text: String) {
    #expect(mosul.proposed(text).isEmpty)
  }

  @Test("an air strike is an incident where it hit")
  func incidents() {
    let reading = mosul.read("An air strike hit Bartella on Friday.")
    #expect(
      reading.incidents.map { "\($0.kind) \(mosul.place($0.place)) \($0.date)" }
        == ["air_strike bartella 2016-11-04"])
  }

  @Test("how far and on which side a place lies is a measure")
  func measures() {
    let reading = mosul.read("Bartella lies 20 km (12 miles) east of Mosul.")
    let measures = Set(
      reading.measures.map {
        "\($0.kind) \(mosul.end($0.subject)) \(mosul.end($0.object)) \($0.value)"
      })
    #expect(
      measures == [
        "conversion bartella mosul 20", "distance bartella mosul 20", "direction bartella mosul E",
      ])
  }

  @Test("the unit that did it is told")
  func units() {
    let text = "The Golden Division captured Bartella. Federal Police captured Gogjali."
    #expect(mosul.read(text).statements.map(\.unit) == ["CTS", "FP"])
  }

  @Test("a country is never held")
  func country() {
    #expect(mosul.proposed("Islamic State seized Iraq.").isEmpty)
  }
}
