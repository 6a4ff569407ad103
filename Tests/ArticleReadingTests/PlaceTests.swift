import Testing

@testable import ArticleReading

@Suite("Places in a text")
struct PlaceTests {
  private let mosul = Newsroom.mosul

  @Test(
    "a name is found however it is spelt",
    arguments: [
      "BARTELLA", "Bartella", "Bartallah", "Bartalla", "Bartela", "Barttella", "Bartélla",
    ])
  func spellings(name: String) {
    #expect(mosul.places("Rain fell in \(name) again.") == ["bartella"])
  }

  @Test(
    "a quarter is found with al-, el-, Hay, hyphens and accents or without",
    arguments: [
      "Karama", "al-Karama", "Al Karama", "el-Karama", "Hay al-Karama", "Karamah", "Karameh",
      "al-Kárama", "AL-KARAMA", "al‑Karama", "حي الكرامة", "الكرامة",
    ])
  func quarters(name: String) {
    #expect(mosul.places("Shops opened in \(name) in Mosul.") == ["karama", "mosul"])
  }

  @Test("a possessive ends a name", arguments: ["'", "’"])
  func possessive(apostrophe: String) {
    #expect(mosul.places("Bartella\(apostrophe)s mayor left.") == ["bartella"])
  }

  @Test("a word that is written small is no name")
  func small() {
    #expect(mosul.places("The shura council met at a bakr and a shifa.").isEmpty)
  }

  @Test(
    "of names within names the longest counts",
    arguments: [
      ("Tal Afar air base", "tal-afar-airbase"), ("Tal Afar", "tal-afar"),
      ("Tal Afar district", "tal-afar-district"), ("New Mosul", "mosul-jadida"),
      ("Mosul al-Jadida", "mosul-jadida"), ("Mosul", "mosul"), ("Mosul airport", "mosul-airport"),
    ])
  func longest(name: String, id: String) {
    #expect(mosul.places("Near Mosul they saw \(name).").last == id)
  }

  @Test("Arabic names are found in Arabic text, also behind a letter that is written with them")
  func arabic() {
    #expect(mosul.places("دخلت القوات حي الكرامة شرق الموصل.") == ["karama", "mosul"])
    #expect(mosul.places("معارك بتلعفر وبعشيقة").contains("bashiqa"))
  }

  @Test("of two places of a name the article's other places tell which is meant")
  func homonyms() {
    let east = "They crossed Karama, Zahra and East Mosul. Then al-Muallimin was hit."
    let west = "They crossed Dandan, Dawasa and West Mosul. Then al-Muallimin was hit."
    #expect(mosul.places(east).last == "muallimin-east")
    #expect(mosul.places(west).last == "muallimin-west")
  }

  @Test("the kind that the text gives tells too: a camp is not the quarter")
  func kindWords() {
    #expect(mosul.places("In Mosul they saw al-Ghazlani camp.").last == "ghazlani-base")
    #expect(mosul.places("In Mosul they saw the al-Ghazlani district.").last == "ghizlani")
  }

  @Test("a word that means other things too is a quarter only where the text marks it")
  func ordinaryWords() {
    #expect(
      mosul.places("In Mosul a man called Salam spoke of Aden with a guest from Palestine.") == [
        "mosul"
      ])
    #expect(mosul.places("In Mosul the Salam district was quiet.") == ["mosul", "salam"])
    #expect(mosul.places("In Mosul, Aden, Zahra and Karama were quiet.").contains("aden"))
    #expect(
      mosul.places("In Mosul the streets of al-Salam were quiet. Salam is poor.").filter {
        $0 == "salam"
      }.count
        == 2)
  }

  @Test("a number and a month are a date, unless the text calls them a quarter")
  func dates() {
    #expect(mosul.places("On July 17 rain fell on Mosul.") == ["mosul"])
    #expect(mosul.places("The 17 July district of Mosul was quiet.") == ["17-tamuz", "mosul"])
    #expect(mosul.places("In Mosul, Zanjili, 17 July and Rifai were quiet.").contains("17-tamuz"))
  }

  @Test("a person is no place")
  func persons() {
    #expect(mosul.places("In Mosul Gen. Bakr spoke to Abu Zahra.") == ["mosul"])
    #expect(mosul.places("In Mosul the teacher Hisham al-Karama spoke.") == ["mosul"])
  }

  @Test("a quarter is left out where the article does not speak of its city")
  func otherCity() {
    #expect(mosul.places("The market of Baghdad sells Nur lamps and Wahda bread.") == ["baghdad"])
  }

  @Test(
    "a described part of a city is that part",
    arguments: [
      ("the eastern half of Mosul", "mosul-east-bank"), ("eastern Mosul", "mosul-east-bank"),
      ("the western side of Mosul", "mosul-west-bank"), ("Mosul's east bank", "mosul-east-bank"),
      ("Mosul’s western half", "mosul-west-bank"), ("the west of Mosul", "mosul-west-bank"),
      ("the Old City of Mosul", "mosul-old-city"),
    ])
  func parts(words: String, id: String) {
    #expect(mosul.proposed("Iraqi forces captured \(words).") == ["\(id) isf control"])
  }

  @Test(
    "\"the town\" and \"the city\" are the last ones of that kind, \"the east bank\" the city's")
  func references() {
    #expect(mosul.places("Rain fell on Bartella. The town was calm.") == ["bartella", "bartella"])
    let text = "Rain fell on Bartella and Mosul. The town was calm, the city was loud."
    #expect(mosul.places(text) == ["bartella", "mosul", "bartella", "mosul"])
    #expect(
      mosul.places("Mosul was loud. The east bank was calm.") == ["mosul", "mosul-east-bank"])
    #expect(mosul.places("Rain fell on Bartella. The town council met.") == ["bartella"])
  }

  @Test("a spelling that no table has is found by its sound in a list")
  func sounds() {
    #expect(mosul.places("In Mosul, Zahra, Kharama and Samah were quiet.").contains("karama"))
    #expect(mosul.places("In Mosul a baker named Kharama spoke.") == ["mosul"])
  }

  @Test("a name that no table has is told if the text calls it a place")
  func unknown() {
    let reading = mosul.read("They left the village of Qurfana near Mosul. Sarmad spoke.")
    #expect(reading.unknownPlaces.map(\.name) == ["Qurfana"])
    #expect(reading.unknownPlaces.map(\.kind) == ["village"])
  }
}
