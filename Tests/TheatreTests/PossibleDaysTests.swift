import Testing
import Theatre

@Suite("The days on which a marked date may lie")
struct PossibleDaysTests {
  @Test(
    "a mark widens a date by one of its own units each way, and two marks by two",
    arguments: [
      ("2017-01-24~", "2017-01-23", "2017-01-25"), ("2017-01-24?", "2017-01-23", "2017-01-25"),
      ("2017-01-24%", "2017-01-22", "2017-01-26"), ("1979-08~", "1979-07-01", "1979-09-30"),
      ("2017-01%", "2016-11-01", "2017-03-31"), ("2017-01-XX~", "2016-12-01", "2017-02-28"),
      ("2001-21~", "2000-12-01", "2001-08-31"), ("2001-24?", "2001-09-01", "2002-05-31"),
      ("2017~", "2016-01-01", "2018-12-31"), ("2017-XX-XX?", "2016-01-01", "2018-12-31"),
      ("201X~", "2000-01-01", "2029-12-31"), ("20XX%", "1800-01-01", "2299-12-31"),
      ("-0001~", "-0002-01-01", "0000-12-31"), ("Y17000~", "16999-01-01", "17001-12-31"),
    ])
  func widening(text: String, earliest: String, latest: String) throws {
    let days = try FuzzyDate(text).possibleDays
    #expect(days.earliest?.description == earliest)
    #expect(days.latest?.description == latest)
  }

  @Test(
    "of an interval only the end that is marked is moved, and an open one stays open",
    arguments: [
      ("2017-01-20~/2017-01-24", "2017-01-19", "2017-01-24"),
      ("2017-01-20/2017-01-24?", "2017-01-20", "2017-01-25"),
      ("2017-01~/2017-02-10%", "2016-12-01", "2017-02-12"),
      ("2017-01-24~/..", "2017-01-23", nil), ("/2017-01~", nil, "2017-02-28"),
    ] as [(String, String?, String?)])
  func intervals(text: String, earliest: String?, latest: String?) throws {
    let days = try FuzzyDate(text).possibleDays
    #expect(days.earliest?.description == earliest)
    #expect(days.latest?.description == latest)
  }

  @Test("a date without a mark may lie on the days that are written, and no others")
  func unmarked() throws {
    let day = try #require(Day("2016-11-04"))
    #expect(FuzzyDate(day).possibleDays.earliest == day)
    #expect(FuzzyDate(day).possibleDays.latest == day)
    let date = try FuzzyDate("2016-11/2017-21")
    #expect(date.possibleDays.earliest == date.earliest)
    #expect(date.possibleDays.latest == date.latest)
  }
}
