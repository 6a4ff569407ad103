import Testing

@testable import ArticleReading

@Suite("Who did what to which place")
struct VoiceTests {
  private let mosul = Newsroom.mosul

  @Test(
    "the active voice gives the place to its subject",
    arguments: [
      "Iraqi forces took Bartella on Friday.", "Iraqi forces have captured Bartella.",
      "The army has retaken Bartella from Islamic State.", "Iraqi troops took control of Bartella.",
      "Iraqi soldiers drove Islamic State out of Bartella.",
      "Iraqi forces seized the town of Bartella.",
      "Iraqi forces raised the flag over Bartella.",
      "Iraqi forces fully cleared Bartella of mines.",
    ])
  func active(text: String) {
    #expect(mosul.proposed(text) == ["bartella isf control"])
  }

  @Test(
    "the passive voice gives the place to whoever stands behind \"by\"",
    arguments: [
      ("Bartella was captured by Kurdish peshmerga.", "peshmerga"),
      ("Bartella has been retaken by the Iraqi army.", "isf"),
      ("Bartella was overrun by Islamic State.", "is"),
      ("Bartella had been seized on Friday by Shiite militias.", "pmf"),
    ])
  func passive(text: String, actor: String) {
    #expect(mosul.proposed(text) == ["bartella \(actor) control"])
  }

  @Test("without \"by\" whoever was named before in the paragraph did it, never who was driven out")
  func silentPassive() {
    let text = "Kurdish peshmerga fought Islamic State all day. Bashiqa was retaken at dusk."
    #expect(mosul.proposed(text) == ["bashiqa peshmerga control"])
    #expect(
      mosul.proposed("Iraqi forces rested. Islamic State fled. Bartella was liberated.").last
        == "bartella isf control")
  }

  @Test("a participle behind its noun is a passive")
  func reduced() {
    let text = "Bartella, the town taken on Friday by Kurdish peshmerga, is calm."
    #expect(mosul.proposed(text).contains("bartella peshmerga control"))
    #expect(
      mosul.proposed("Bartella, captured by Iraqi forces on Friday, is calm.")
        == ["bartella isf control"])
  }

  @Test(
    "a relative clause says it of the place before it",
    arguments: [
      "Rain fell on Bartella, which Iraqi forces captured on Friday.",
      "Rain fell on Bartella, which was captured by Iraqi forces on Friday.",
      "Bartella, which Iraqi forces retook on Friday, is calm.",
    ])
  func relative(text: String) {
    #expect(mosul.said(text) == ["bartella isf control 2016-11-04 event"])
  }

  @Test("verbs that are joined share their subject")
  func verbs() {
    #expect(
      mosul.proposed("Iraqi forces entered Bartella and captured Gogjali.")
        == ["bartella isf entered", "gogjali isf control"])
    #expect(
      mosul.proposed("Bartella was surrounded and then taken by Iraqi forces.")
        .contains("bartella isf control"))
  }

  @Test(
    "places that are joined share what is said of them",
    arguments: [
      "Iraqi forces captured Bartella, Gogjali and Bazwaya.",
      "Iraqi forces captured the towns of Bartella, Gogjali and Bazwaya.",
      "Bartella, Gogjali and Bazwaya were captured by Iraqi forces.",
      "Iraqi forces captured Bartella and Gogjali as well as Bazwaya.",
    ])
  func places(text: String) {
    #expect(
      mosul.proposed(text)
        == ["bartella isf control", "gogjali isf control", "bazwaya isf control"])
  }

  @Test("several villages are those that are listed")
  func examples() {
    let text = "Iraqi forces captured several villages, including Bazwaya and Tiba."
    #expect(mosul.proposed(text) == ["bazwaya isf control", "tiba isf control"])
  }

  @Test(
    "where a place lies does not hide what is said of it, and gets nothing itself",
    arguments: [
      "Iraqi forces captured Bartella, 20 km east of Mosul.",
      "East of Mosul, Iraqi forces captured Bartella.",
      "Iraqi forces captured Bartella, the last town before Mosul.",
      "Iraqi forces captured Bartella in Nineveh.", "Iraqi forces captured Bartella east of Mosul.",
      "Iraqi forces captured Bartella, opening the way to Mosul.",
      "In Nineveh, Iraqi forces captured the town of Bartella.",
      "A resident of Mosul said that Iraqi forces had captured Bartella.",
    ])
  func location(text: String) {
    #expect(mosul.proposed(text) == ["bartella isf control"])
  }

  @Test("a quarter is named before and behind its city")
  func quarters() {
    for text in [
      "In Mosul, Iraqi forces captured the Karama and Zahra neighborhoods.",
      "Iraqi forces captured the Karama and Zahra neighborhoods of Mosul.",
      "Iraqi forces captured neighborhoods including Karama and Zahra in Mosul.",
    ] {
      #expect(mosul.proposed(text) == ["karama isf control", "zahra isf control"], "\(text)")
    }
  }

  @Test("what was held before is told beside what was won")
  func before() {
    #expect(
      mosul.said(
        "Bartella, held by Islamic State since 2014, was captured by Iraqi forces on Friday.")
        == ["bartella is control 2014 background", "bartella isf control 2016-11-04 event"])
    #expect(
      mosul.said("Islamic State vows to retake Bartella, which it lost on Friday.")
        == ["bartella is control 2016-11-10 planned", "bartella is withdrew 2016-11-04 event"])
  }

  @Test("a place falls to whoever is named behind \"to\"")
  func falls() {
    #expect(mosul.proposed("Bartella fell to Islamic State.") == ["bartella is control"])
    #expect(
      mosul.proposed("Bashiqa has fallen to Kurdish peshmerga.")
        == ["bashiqa peshmerga control"])
    #expect(mosul.proposed("Rain fell in Bartella.").isEmpty)
  }

  @Test(
    "who holds a place is read from its words",
    arguments: [
      ("Bartella is in the hands of Islamic State.", "is"),
      ("Bartella is still under the control of Islamic State.", "is"),
      ("Bartella remains under IS control.", "is"),
      ("Bartella came under the control of Iraqi forces on Friday.", "isf"),
      ("Civilians fled IS-held Bartella.", "is"), ("Rain fell on ISIS-controlled Bartella.", "is"),
      ("Rain fell on Bartella, a stronghold of Islamic State.", "is"),
      ("Rain fell on the Islamic State stronghold of Bartella.", "is"),
      ("Kurdish peshmerga hold Bartella.", "peshmerga"), ("Islamic State controls Bartella.", "is"),
    ])
  func holders(text: String, actor: String) {
    #expect(mosul.proposed(text) == ["bartella \(actor) control"])
  }

  @Test("a former stronghold is nobody's now")
  func former() {
    #expect(mosul.proposed("Rain fell on Bartella, a former Islamic State stronghold.").isEmpty)
  }

  @Test("\"it\" is the place that was named last")
  func pronoun() {
    #expect(
      mosul.proposed("Iraqi forces reached Bartella and then captured it.").last
        == "bartella isf control")
    #expect(
      mosul.proposed("Rain fell on Bartella. Iraqi forces captured it on Friday.")
        == ["bartella isf control"])
  }
}
