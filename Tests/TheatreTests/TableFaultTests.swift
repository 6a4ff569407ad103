import TestSupport
import Testing
import Theatre

@Suite("A faulty row of the other tables is named with line and column")
struct TableFaultTests {
  @Test(
    "a report that refers to nothing or says nothing is refused",
    arguments: [
      (
        "r3,2016-11-31,,north-west,blue,control,paper,1,3,",
        "4:4: error: \"2016-11-31\" is not a day of the calendar"
      ),
      (
        "r3,31/10/2016,,north-west,blue,control,paper,1,3,",
        "4:4: error: \"31/10/2016\" is not a date: write year-month-day, as in 2016-10-31"
      ),
      (
        "r3,,,north-west,blue,control,paper,1,3,",
        "4:4: error: date is empty: write 2016-10-31"
      ),
      (
        "r3,2020-01-05,soon,north-west,blue,control,paper,1,3,",
        "4:15: error: \"soon\" is not a date: write 2016-10-31, 2016-10 or 2016-10-29/2016-10-31"
      ),
      (
        "r3,2020-01-05,,nort-west,blue,control,paper,1,3,",
        "4:16: error: unknown place \"nort-west\": places.csv has no such id; did you mean "
          + "north-west, north-east, south-west?"
      ),
      (
        "r3,2020-01-05,,,blue,control,paper,1,3,",
        "4:16: error: place is empty: name an id of places.csv"
      ),
      (
        "r3,2020-01-05,,north-west,bleu,control,paper,1,3,",
        "4:27: error: unknown actor \"bleu\": actors.csv has no such id; did you mean blue?"
      ),
      (
        "r3,2020-01-05,,north-west,blue,held,paper,1,3,",
        "4:32: error: unknown status \"held\": write one of control, contested, entered, "
          + "withdrew, encircled"
      ),
      (
        "r3,2020-01-05,,north-west,blue,Control,paper,1,3,",
        "4:32: error: unknown status \"Control\": write one of control, contested, entered, "
          + "withdrew, encircled"
      ),
      (
        "r3,2020-01-05,,north-west,blue,control,papr,1,3,",
        "4:40: error: unknown source \"papr\": sources.csv has no such id; did you mean paper, "
          + "poor?"
      ),
      (
        "r3,2020-01-05,,north-west,blue,control,paper,1,7,",
        "4:48: error: unknown credibility \"7\": write 1 (confirmed) to 5 (improbable), or 6 "
          + "(cannot be judged)"
      ),
      (
        "r1,2020-01-05,,north-west,blue,control,paper,1,3,",
        "4:1: error: the id \"r1\" is already used in line 2"
      ),
    ])
  func reports(row: String, expected: String) throws {
    expectFaults(["reports.csv:\(expected)"], in: try reading { $0.reportRows.append(row) })
  }

  @Test(
    "an actor without a side or a colour is refused",
    arguments: [
      ("green,Green,,#00ff00", "5:13: error: the side is empty: name the actor's bloc"),
      (
        "green,Green,green,00ff00",
        "5:19: error: the color \"00ff00\" is not valid: write it as #rrggbb, for example #1f77b4"
      ),
      (
        "green,Green,green,#0f0",
        "5:19: error: the color \"#0f0\" is not valid: write it as #rrggbb, for example #1f77b4"
      ),
      (
        "green,Green,green,green",
        "5:19: error: the color \"green\" is not valid: write it as #rrggbb, for example #1f77b4"
      ),
      ("blue,Green,green,#00ff00", "5:1: error: the id \"blue\" is already used in line 4"),
    ])
  func actors(row: String, expected: String) throws {
    expectFaults(["actors.csv:\(expected)"], in: try reading { $0.actors += row + "\n" })
  }

  @Test(
    "a source without a grade, with another's side or with no date is refused",
    arguments: [
      (
        "s,S,,2020-01-01,G,,none,",
        "5:17: error: unknown reliability \"G\": write one of A, B, C, D, E, F"
      ),
      (
        "s,S,,2020-01-01,,,none,",
        "5:17: error: unknown reliability \"\": write one of A, B, C, D, E, F"
      ),
      (
        "s,S,,2020-01-01,B,green,none,",
        "5:19: error: unknown side \"green\": actors.csv has blue, red"
      ),
      (
        "s,S,,01.01.2020,B,,none,",
        "5:6: error: \"01.01.2020\" is not a date: write year-month-day, as in 2016-10-31"
      ),
      ("paper,S,,,B,,none,", "5:1: error: the id \"paper\" is already used in line 2"),
    ])
  func sources(row: String, expected: String) throws {
    expectFaults(["sources.csv:\(expected)"], in: try reading { $0.sources += row + "\n" })
  }

  @Test("an incident is checked like a report")
  func incidents() throws {
    let text = """
      id,date,place,kind,source,paragraph,note
      i1,2020-13,north-wst,grave,papers,,

      """
    expectFaults(
      [
        "incidents.csv:2:4: error: \"2020-13\" names a month 13, but a year has twelve",
        "incidents.csv:2:12: error: unknown place \"north-wst\": places.csv has no such id; did "
          + "you mean north-west, north-east, south-west?",
        "incidents.csv:2:28: error: unknown source \"papers\": sources.csv has no such id; did "
          + "you mean paper?",
      ], in: try reading { $0.incidents = text })
  }
}
