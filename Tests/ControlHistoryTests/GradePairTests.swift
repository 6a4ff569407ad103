import ControlHistory
import TestSupport
import Testing
import Theatre

/// Each pair of rules that can disagree, by example. If one of these fails, a rule decides where the list
/// of the rules says that another comes before it.
@Suite("Which of two rules comes first")
struct GradePairTests {
  /// The small theatre with a source of each letter: `A`, and `A-red` and `A-blue` that favour a side.
  private func theatre() -> SmallTheatre {
    var theatre = SmallTheatre()
    for letter in ["A", "B", "C", "D", "E", "F"] {
      theatre.sources += "\(letter),S,,2020-01-01,\(letter),,none,\n"
      for side in ["red", "blue"] {
        theatre.sources += "\(letter)-\(side),S,,2020-01-01,\(letter),\(side),none,\n"
      }
    }
    return theatre
  }

  /// The row of a claim such as `05 north-west A-blue 3`: day, place, source, credibility.
  private func row(_ id: String, _ actor: String, _ draft: String) -> String {
    let words = draft.split(separator: " ")
    return "\(id),2020-01-\(words[0]),,\(words[1]),\(actor),control,\(words[2]),,\(words[3]),"
  }

  /// What the map shows if blue claims one thing and red another; `red<blue` is a dispute.
  private func outcome(blue: String, red: String) throws -> String {
    var states: Set<String> = []
    for isBlueFirst in [true, false] {
      var theatre = theatre()
      let rows = [row("b", "blue", blue), row("r", "red", red)]
      theatre.reportRows += isBlueFirst ? rows : rows.reversed()
      states.insert(try history(theatre).state(of: "north-west", on: "2020-01-06"))
    }
    return states.sorted().joined(separator: " or ")
  }

  @Test(
    "the later report decides against every other rule",
    arguments: [
      ("06 westland F 5", "05 north-west A 1", "blue"),
      ("06 north-west E 5", "05 north-west A 1", "blue"),
      ("06 north-west A-blue 3", "05 north-west A-blue 1", "blue"),
      ("06 north-west E-blue 5", "05 north-west A-blue 1", "blue"),
      ("06 westland E-blue 6", "05 north-west A-blue 1", "blue"),
    ])
  func latest(blue: String, red: String, winner: String) throws {
    #expect(try outcome(blue: blue, red: red) == winner)
  }

  @Test(
    "of one day the more specific place decides against every grade and interest",
    arguments: [
      ("05 north-west E 5", "05 westland A 1", "blue"),
      ("05 north-west F 6", "05 westland A 1", "blue"),
      ("05 north-west E-blue 5", "05 westland A-blue 1", "blue"),
      ("05 westland E-blue 5", "05 land A-blue 1", "blue"),
    ])
  func specific(blue: String, red: String, winner: String) throws {
    #expect(try outcome(blue: blue, red: red) == winner)
  }

  @Test(
    "credibility decides before reliability, and reliability only between equals",
    arguments: [
      ("05 north-west E 2", "05 north-west A 3", "blue"),
      ("05 north-west F 1", "05 north-west A 2", "blue"),
      ("05 north-west A 3", "05 north-west B 3", "blue"),
      ("05 north-west A 5", "05 north-west E 4", "red"),
      ("05 north-west C 4", "05 north-west C 4", "red<blue"),
    ])
  func credibility(blue: String, red: String, winner: String) throws {
    #expect(try outcome(blue: blue, red: red) == winner)
  }

  @Test(
    "interest moves credibility by one and no more, and comes before reliability",
    arguments: [
      // Served: 2 counts as 3.
      ("05 north-west A-blue 2", "05 north-west E 2", "red"),
      ("05 north-west B-blue 2", "05 north-west B 3", "red<blue"),
      ("05 north-west A-blue 2", "05 north-west E 3", "blue"),
      ("05 north-west E-blue 1", "05 north-west A 3", "blue"),
      // Against it: 3 counts as 2.
      ("05 north-west E-red 3", "05 north-west A 3", "blue"),
      ("05 north-west E-red 4", "05 north-west A 3", "red"),
      ("05 north-west B-red 4", "05 north-west B 3", "red<blue"),
      // There is nothing better than 1 and nothing worse than 5.
      ("05 north-west A-red 1", "05 north-west A 1", "red<blue"),
      ("05 north-west A-blue 5", "05 north-west A 5", "red<blue"),
      // Both boast: the interests cancel out.
      ("05 north-west C-blue 3", "05 north-west C-red 3", "red<blue"),
    ])
  func interest(blue: String, red: String, winner: String) throws {
    #expect(try outcome(blue: blue, red: red) == winner)
  }

  @Test(
    "F and 6 stand in the middle of their scales, and no interest moves a 6",
    arguments: [
      ("05 north-west F 3", "05 north-west C 3", "red"),
      ("05 north-west F 3", "05 north-west D 3", "blue"),
      ("05 north-west A 6", "05 north-west E 3", "red"),
      ("05 north-west E 6", "05 north-west A 4", "blue"),
      ("05 north-west A 6", "05 north-west B 6", "blue"),
      ("05 north-west F 6", "05 north-west F 6", "red<blue"),
      ("05 north-west A-red 6", "05 north-west E 3", "red"),
      ("05 north-west E-blue 6", "05 north-west A 4", "blue"),
      ("05 north-west F-red 4", "05 north-west F 6", "blue"),
    ])
  func unjudged(blue: String, red: String, winner: String) throws {
    #expect(try outcome(blue: blue, red: red) == winner)
  }
}
