import Foundation
import TestSupport
import Testing

@Suite("What a command prints for people")
struct TextTests {
  private func stage() throws -> Stage {
    try Stage {
      $0.reportRows += [
        "r3,2020-01-05,,south-west,blue,control,paper,2,2,they say",
        "r4,2020-01-07,,north-east,red,contested,paper,3,3,",
        "r5,2020-01-08,,north-west,blue,encircled,paper,4,3,",
      ]
    }
  }

  @Test("status names the day, the areas, and what is contested and encircled")
  func status() throws {
    let text = try stage().text("status --on 2020-01-08")
    #expect(text.hasPrefix("A box with a river\n2020-01-08\n"))
    for part in ["Red ", "Blue ", "contested ", " km²", " %", "front line "] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.contains("\nContested: North East\n"))
    #expect(text.contains("\nEncircled: North West\n"))
    #expect(text.contains("\nChanged on this day: North West\n"))
  }

  @Test("explain tells the report, its source, its own words, and those it beat")
  func explain() throws {
    let text = try stage().text("explain south-west --on 2020-01-06")
    #expect(text.hasPrefix("South West on 2020-01-06: held by Blue.\n"))
    #expect(text.contains("r3, 2020-01-05, South West: held by Blue (grade B2)\n"))
    #expect(text.contains("  A paper, paragraph 2\n  they say\n"))
    #expect(text.contains("Also considered:\n  r1  2019-12-01  B3  Westland  held by Red"))
  }

  @Test("history of a place has a line for each state, and of a region for each day")
  func history() throws {
    let place = try stage().text("history south-west")
    #expect(place.hasPrefix("South West: town, Westland, Land\n"))
    #expect(place.contains("2020-01-01  2020-01-04  held by Red   r1"))
    #expect(place.contains("2020-01-05              held by Blue  r3"))
    let region = try stage().text("history westland")
    #expect(region.hasPrefix("Westland: district, Land\n"))
    #expect(region.contains("2020-01-05    1        ·     1          ·        ·\n"))
  }

  @Test("diff names what each side won and lost")
  func diff() throws {
    let text = try stage().text("diff 2020-01-01 2020-01-06")
    #expect(text.hasPrefix("2020-01-01 to 2020-01-06\n"))
    #expect(text.contains("\n  lost (1): South West\n"))
    #expect(text.contains("\n  won (1): South West\n"))
  }

  @Test("fronts and pockets say it when there is none")
  func none() throws {
    let stage = try Stage { $0.reportRows = [] }
    #expect(try stage.text("fronts --on 2020-01-02") == "There is no front on 2020-01-02.\n")
    #expect(try stage.text("pockets --on 2020-01-02") == "There is no pocket on 2020-01-02.\n")
  }

  @Test("fronts lists the stretches and their sum")
  func fronts() throws {
    let text = try Stage().text("fronts --on 2020-01-02")
    #expect(text.hasPrefix("Red – Blue  near 43.5"))
    #expect(text.hasSuffix("111.0 km\n"))
  }

  @Test("locate tells where, how well, what else it is called and whose coordinate that is")
  func locate() throws {
    let text = try Stage().text("locate north-west")
    #expect(
      text == """
        North West: town, Westland, Land
          longitude, latitude  43.25, 36.75
          known to             0.5 km
          id                   north-west
          also                 شمال غرب
          source               test

        """)
  }

  @Test("a place is found by its Arabic name", arguments: ["شمال غرب", "شَمال‎ غرب"])
  func arabic(name: String) throws {
    let result = try Stage().run(["locate", name])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("North West: town"))
  }
}
