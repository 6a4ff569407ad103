import Diagnostics
import TestSupport
import Testing
import Theatre

@Suite("How far something is believed, as theatre.json says")
struct SettingsNumberTests {
  @Test("a theatre that says nothing has what the documentation says, and so has null")
  func defaults() throws {
    for members in [
      "\"x\": 1",
      "\"half_life_days\": null, \"half_distance_km\": null, \"remnant_days\": null, "
        + "\"remnant_grade\": null",
    ] {
      let settings = try reading { $0.addSetting(members) }.drawable().settings
      #expect(settings.halfLifeInDays == 180)
      #expect(settings.halfDistanceInKilometers == 10)
      #expect(settings.remnantDays == 14)
      #expect(settings.remnantGrade.description == "C3")
    }
  }

  @Test("what it says is taken, down to none and to the last day and kilometre")
  func values() throws {
    let settings = try reading {
      $0.addSetting(
        "\"half_life_days\": 36525, \"half_distance_km\": 2.5, \"remnant_days\": 0, "
          + "\"remnant_grade\": \"B2\"")
    }.drawable().settings
    #expect(settings.halfLifeInDays == 36_525)
    #expect(settings.halfDistanceInKilometers == 2.5)
    #expect(settings.remnantDays == 0)
    #expect(
      settings.remnantGrade == AdmiraltyGrade(reliability: .b, credibility: .probablyTrue))
  }

  @Test(
    "a value that cannot be meant is one fault, where it stands",
    arguments: [
      ("half_life_days", "0", "a number of days above 0 and at most 36525", "0.0"),
      ("half_life_days", "36526", "a number of days above 0 and at most 36525", "36526.0"),
      ("half_life_days", "\"180\"", "a number of days above 0 and at most 36525", "a string"),
      ("half_distance_km", "-1", "a number of kilometres above 0 and at most 20004", "-1.0"),
      (
        "half_distance_km", "20005", "a number of kilometres above 0 and at most 20004",
        "20005.0"
      ),
      ("remnant_days", "-1", "a whole number of days from 0 to 36525", "-1.0"),
      ("remnant_days", "1.5", "a whole number of days from 0 to 36525", "1.5"),
      ("remnant_days", "1e300", "a whole number of days from 0 to 36525", "1e+300"),
      ("remnant_days", "true", "a whole number of days from 0 to 36525", "true or false"),
      (
        "remnant_grade", "\"3C\"",
        "a reliability from A to F and a credibility from 1 to 6, as in \"C3\"", "\"3C\""
      ),
      (
        "remnant_grade", "3",
        "a reliability from A to F and a credibility from 1 to 6, as in \"C3\"", "a number"
      ),
    ])
  func faults(key: String, value: String, meant: String, found: String) throws {
    expectFaults(
      [
        "theatre.json:11:\(7 + key.utf8.count): error: \"\(key)\" is \(meant), but this is \(found)"
      ], in: try reading { $0.addSetting("\"\(key)\": \(value)") })
  }

  @Test("several of them are all found in one run")
  func several() throws {
    let reading = try reading {
      $0.addSetting("\"half_life_days\": 0, \"half_distance_km\": 0, \"remnant_days\": []")
    }
    #expect(reading.diagnostics.count == 3)
  }

  @Test("an Admiralty grade is a letter and a digit, and nothing else")
  func grades() throws {
    #expect(AdmiraltyGrade("A1")?.reliability == .a)
    #expect(AdmiraltyGrade("F6")?.credibility == .cannotBeJudged)
    for text in ["", "C", "3", "C7", "G3", "c3", "C33", "C 3", "C٣", "+3"] {
      #expect(AdmiraltyGrade(text) == nil, "\(text)")
    }
  }
}
