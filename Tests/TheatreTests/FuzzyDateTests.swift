import Testing
import Theatre

@Suite("A date as well as it is known")
struct FuzzyDateTests {
  @Test(
    "each form covers the days it may mean and takes effect on the last",
    arguments: [
      ("2016-11-04", "2016-11-04", "2016-11-04"),
      ("2017-01", "2017-01-01", "2017-01-31"),
      ("2016-02", "2016-02-01", "2016-02-29"),
      ("2017-02-XX", "2017-02-01", "2017-02-28"),
      ("2017", "2017-01-01", "2017-12-31"),
      ("2017-XX", "2017-01-01", "2017-12-31"),
      ("2017-XX-XX", "2017-01-01", "2017-12-31"),
      ("201X", "2010-01-01", "2019-12-31"),
      ("2017-01-05/2017-01-10", "2017-01-05", "2017-01-10"),
      ("2017-01-05/2017-01-05", "2017-01-05", "2017-01-05"),
      ("2016-12/2017-01-10", "2016-12-01", "2017-01-10"),
      ("2017-01-05/2017-02", "2017-01-05", "2017-02-28"),
    ])
  func forms(text: String, earliest: String, latest: String) throws {
    let date = try FuzzyDate(text)
    #expect(date.text == text)
    #expect(date.earliest == Day(earliest))
    #expect(date.latest == Day(latest))
    #expect(date.effectiveDay == Day(latest))
  }

  @Test(
    "an interval without an end takes effect on its first day",
    arguments: ["2017-01-24/..", "2017-01-24/"])
  func openEnd(text: String) throws {
    let date = try FuzzyDate(text)
    #expect(date.earliest == Day("2017-01-24"))
    #expect(date.latest == nil)
    #expect(date.effectiveDay == Day("2017-01-24"))
  }

  @Test(
    "an interval without a beginning takes effect on its last day",
    arguments: ["../2017-01-24", "/2017-01-24"])
  func openStart(text: String) throws {
    let date = try FuzzyDate(text)
    #expect(date.earliest == nil)
    #expect(date.latest == Day("2017-01-24"))
    #expect(date.effectiveDay == Day("2017-01-24"))
  }

  @Test(
    "the marks say what is in doubt and move no day",
    arguments: [
      ("2017-01-24?", true, false), ("2017-01-24~", false, true), ("2017-01-24%", true, true),
      ("2017-01~", false, true), ("201X?", true, false), ("2017-01-20?/2017-01-24~", true, true),
      ("2017-01-20/2017-01-24~", false, true),
    ])
  func marks(text: String, isUncertain: Bool, isApproximate: Bool) throws {
    let date = try FuzzyDate(text)
    let plain = try FuzzyDate(text.filter { !"?~%".contains($0) })
    #expect(date.isUncertain == isUncertain)
    #expect(date.isApproximate == isApproximate)
    #expect(!date.isExact)
    #expect(date.earliest == plain.earliest)
    #expect(date.latest == plain.latest)
  }

  @Test("only one day without a mark counts as exact")
  func exactness() throws {
    let day = try #require(Day("2016-11-04"))
    #expect(try FuzzyDate("2016-11-04").isExact)
    #expect(try FuzzyDate("2016-11-04") == FuzzyDate(day))
    #expect(try !FuzzyDate("2016-11").isExact)
    #expect(try !FuzzyDate("2016-11-04/..").isExact)
  }
}
