import Diagnostics
import Testing
import Theatre

/// The examples are those of the Library of Congress, "Extended Date/Time Format (EDTF)
/// Specification", 4 February 2019, feature by feature, unless a comment says otherwise.
@Suite("A date that the specification shows is read, and means the days that it says")
struct EDTFConformanceTests {
  private func expect(
    _ text: String, from earliest: String?, to latest: String?,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let date = try FuzzyDate(text)
    #expect(date.text == text, sourceLocation: sourceLocation)
    #expect(date.earliest?.description == earliest, "\(text)", sourceLocation: sourceLocation)
    #expect(date.latest?.description == latest, "\(text)", sourceLocation: sourceLocation)
  }

  @Test(
    "level 0: days, months, years and intervals of them",
    arguments: [
      ("1985-04-12", "1985-04-12", "1985-04-12"),
      ("1985-04", "1985-04-01", "1985-04-30"),
      ("1985", "1985-01-01", "1985-12-31"),
      ("1964/2008", "1964-01-01", "2008-12-31"),
      ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
      ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
      ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
      ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
      ("2005/2006-02", "2005-01-01", "2006-02-28"),
    ])
  func levelZero(text: String, earliest: String, latest: String) throws {
    try expect(text, from: earliest, to: latest)
  }

  @Test(
    "level 0: a date and time is its day as it is written, in whatever zone",
    arguments: [
      "1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30-04",
      "1985-04-12T23:20:30+04:30", "1985-04-12T00:00:00", "1985-04-12T23:59:60Z",
    ])
  func times(text: String) throws {
    try expect(text, from: "1985-04-12", to: "1985-04-12")
    #expect(try FuzzyDate(text).isExact)
  }

  @Test(
    "level 1: years of more than four digits and years before the year 0",
    arguments: [
      ("Y170000002", "170000002-01-01", "170000002-12-31"),
      ("Y-170000002", "-170000002-01-01", "-170000002-12-31"),
      ("-1985", "-1985-01-01", "-1985-12-31"),
      // Not shown, and read with months and days as years are.
      ("-0009", "-0009-01-01", "-0009-12-31"),
      ("-1985-04", "-1985-04-01", "-1985-04-30"),
      ("-1985-04-12", "-1985-04-12", "-1985-04-12"),
      ("-20XX", "-2099-01-01", "-2000-12-31"),
      ("0000", "0000-01-01", "0000-12-31"),
    ])
  func years(text: String, earliest: String, latest: String) throws {
    try expect(text, from: earliest, to: latest)
  }

  @Test(
    "level 1: seasons are three months of the north, and winter goes into the next year",
    arguments: [
      ("2001-21", "2001-03-01", "2001-05-31"), ("2001-22", "2001-06-01", "2001-08-31"),
      ("2001-23", "2001-09-01", "2001-11-30"), ("2001-24", "2001-12-01", "2002-02-28"),
      ("2003-24", "2003-12-01", "2004-02-29"), ("2001-21/2001-23", "2001-03-01", "2001-11-30"),
    ])
  func seasons(text: String, earliest: String, latest: String) throws {
    try expect(text, from: earliest, to: latest)
  }

  @Test(
    "level 1: a mark behind a date of any precision",
    arguments: [
      ("1984?", "1984-01-01", "1984-12-31"), ("2004-06~", "2004-06-01", "2004-06-30"),
      ("2004-06-11%", "2004-06-11", "2004-06-11"), ("2001-21?", "2001-03-01", "2001-05-31"),
      ("201X~", "2010-01-01", "2019-12-31"), ("2004-XX%", "2004-01-01", "2004-12-31"),
      ("-1985~", "-1985-01-01", "-1985-12-31"), ("Y17000?", "17000-01-01", "17000-12-31"),
    ])
  func marks(text: String, earliest: String, latest: String) throws {
    try expect(text, from: earliest, to: latest)
    let date = try FuzzyDate(text)
    #expect(date.isUncertain == (text.hasSuffix("?") || text.hasSuffix("%")))
    #expect(date.isApproximate == (text.hasSuffix("~") || text.hasSuffix("%")))
  }

  @Test(
    "level 1: digits unspecified from the right",
    arguments: [
      ("201X", "2010-01-01", "2019-12-31"), ("20XX", "2000-01-01", "2099-12-31"),
      ("2004-XX", "2004-01-01", "2004-12-31"), ("1985-04-XX", "1985-04-01", "1985-04-30"),
      ("1985-XX-XX", "1985-01-01", "1985-12-31"),
    ])
  func unspecified(text: String, earliest: String, latest: String) throws {
    try expect(text, from: earliest, to: latest)
  }

  @Test(
    "level 1: an interval may have no end or no beginning, or one that nobody knows",
    arguments: ["", ".."], [("1985-04-12", "12", "12"), ("1985-04", "01", "30")])
  func openIntervals(open: String, end: (text: String, first: String, last: String)) throws {
    try expect("\(end.text)/\(open)", from: "1985-04-\(end.first)", to: nil)
    try expect("\(open)/\(end.text)", from: nil, to: "1985-04-\(end.last)")
    #expect(try FuzzyDate("\(end.text)/\(open)").effectiveDay == Day("1985-04-\(end.first)"))
    #expect(try FuzzyDate("\(open)/\(end.text)").effectiveDay == Day("1985-04-\(end.last)"))
  }

  @Test(
    "level 1: each end of an interval has its own mark, and any form",
    arguments: [
      ("1985/..", "1985-01-01", nil), ("/1985", nil, "1985-12-31"),
      ("1984~/2004-06", "1984-01-01", "2004-06-30"),
      ("1984/2004-06~", "1984-01-01", "2004-06-30"),
      ("1984?/2004%", "1984-01-01", "2004-12-31"),
      ("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08"),
      ("1984-06-02?/", "1984-06-02", nil),
      ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
      ("19XX/201X?", "1900-01-01", "2019-12-31"), ("-0044/0014", "-0044-01-01", "0014-12-31"),
      ("Y-10500/-9600", "-10500-01-01", "-9600-12-31"),
    ] as [(String, String?, String?)])
  func intervals(text: String, earliest: String?, latest: String?) throws {
    try expect(text, from: earliest, to: latest)
  }
}
