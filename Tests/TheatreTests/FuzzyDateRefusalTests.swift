import Testing
import Theatre

@Suite("A text that is no date is refused with the remedy")
struct FuzzyDateRefusalTests {
  private func refusal(of text: String) throws -> String {
    let error = #expect(throws: DateError.self) { try FuzzyDate(text) }
    return try #require(error).message
  }

  @Test(
    "another order or another separator is told the order",
    arguments: [
      "31/10/2016", "10/31/2016", "10/2016", "31.10.2016", "2016.10.31", "31 October 2016",
      "3 August 2016", "June 2017", "2016-10-31 ", " 2016-10-31",
    ])
  func otherOrders(text: String) throws {
    #expect(
      try refusal(of: text) == "\"\(text)\" is not a date: write year-month-day, as in 2016-10-31")
  }

  @Test(
    "a day or month that the calendar does not have is named",
    arguments: [
      ("2016-11-31", "is not a day of the calendar"),
      ("2017-02-29", "is not a day of the calendar"),
      ("2016-13-01", "is not a day of the calendar"),
      ("2016-11-04/2016-11-31", "is not a day of the calendar"),
      ("2016-13", "names a month 13, but a year has twelve"),
      ("2016-00", "names a month 0, but a year has twelve"),
    ])
  func noSuchDay(text: String, reason: String) throws {
    #expect(try refusal(of: text) == "\"\(text)\" \(reason)")
  }

  @Test(
    "an older form of EDTF is given in the present one",
    arguments: [
      ("2017-01-uu", "2017-01-XX"), ("2017-uu-uu", "2017-XX-XX"), ("201u", "201X"),
      ("2017-01-xx", "2017-01-XX"), ("2017-UU", "2017-XX"), ("2017-01-uu~", "2017-01-XX~"),
    ])
  func olderForms(text: String, modern: String) throws {
    #expect(try refusal(of: text) == "\"\(text)\" uses an older form of EDTF: write \(modern)")
    #expect(throws: Never.self) { try FuzzyDate(modern) }
  }

  @Test(
    "a remedy is given only if it is a date itself", arguments: ["x", "u-u", "uuuu", "2017-uu-05"])
  func noFalseRemedy(text: String) throws {
    #expect(
      try refusal(of: text)
        == "\"\(text)\" is not a date: write 2016-10-31, 2016-10 or 2016-10-29/2016-10-31")
  }

  @Test(
    "an interval that ends before it begins or is open on both sides is refused",
    arguments: [
      ("2017-01-10/2017-01-05", "ends before it begins"),
      ("2017-02/2017-01-31", "ends before it begins"),
      ("../..", "is open on both sides: name at least one day"),
      ("../", "is open on both sides: name at least one day"),
      ("/", "is open on both sides: name at least one day"),
    ])
  func badIntervals(text: String, reason: String) throws {
    #expect(try refusal(of: text) == "\"\(text)\" \(reason)")
  }

  @Test(
    "the drafts' words and letters are given in the present form, in intervals too",
    arguments: [
      ("unknown/2006", "/2006"), ("2004-06-01/unknown", "2004-06-01/"),
      ("2004-01-01/open", "2004-01-01/.."), ("199x", "199X"), ("19uu", "19XX"),
      ("y170000002", "Y170000002"), ("2004-06-uu/2004-07-03", "2004-06-XX/2004-07-03"),
      ("1984?~", "1984%"), ("1984~?/2004", "1984%/2004"),
    ])
  func drafts(text: String, modern: String) throws {
    #expect(try refusal(of: text) == "\"\(text)\" uses an older form of EDTF: write \(modern)")
  }

  @Test(
    "a date of level 2 that has a form of level 1 is given in it",
    arguments: [
      ("1984?-06-02", "marks a part of a date", "1984-06-02?"),
      ("?2004-06-~11", "marks a part of a date", "2004-06-11%"),
      ("2004-06~-11/2005", "marks a part of a date", "2004-06-11~/2005"),
      ("Y-17E7", "writes a year with an exponent", "Y-170000000"),
      ("1950S2", "says how many digits of a year count", "1900/1999"),
      ("Y171010000S3", "says how many digits of a year count", "Y171000000/Y171999999"),
      ("-1950S2", "says how many digits of a year count", "-1999/-1900"),
      ("Y1985", "has a Y", "1985"), ("Y-1985", "has a Y", "-1985"),
      ("2016-10-31T12:00:00/2016-11", "has a time in an interval", "2016-10-31/2016-11"),
    ])
  func levelTwo(text: String, reason: String, remedy: String) throws {
    let message = try refusal(of: text)
    #expect(message.hasPrefix("\"\(text)\" \(reason)"))
    #expect(message.hasSuffix(": write \(remedy)"))
    #expect(throws: Never.self) { try FuzzyDate(remedy) }
  }

  @Test(
    "digits that are open elsewhere than at the right are told where they may be",
    arguments: [
      "156X-12-25", "15XX-12-25", "XXXX-12-XX", "1XXX-XX", "1984-1X", "2016-XX-05", "1XXX",
      "1985-04-1X", "156X-12-25/2004",
    ])
  func openDigits(text: String) throws {
    #expect(
      try refusal(of: text)
        == "\"\(text)\" leaves digits open as EDTF's level 2 does: write X from the right only, as in "
        + "201X, 20XX, 2016-XX, 2016-10-XX or 2016-XX-XX, or an interval")
  }

  @Test(
    "a set of dates is told to be an interval",
    arguments: ["[1667,1668,1670..1672]", "[..1760-12-03]", "{1960,1961-12}", "[1667, 1668]"])
  func sets(text: String) throws {
    #expect(
      try refusal(of: text)
        == "\"\(text)\" is a set of dates, of EDTF's level 2: write the interval that holds them, as "
        + "in 2016-10-29/2016-10-31")
  }

  @Test(
    "a half or a quarter of a year is told the seasons",
    arguments: ["2001-25", "2001-34", "2001-41"])
  func partsOfTheYear(text: String) throws {
    #expect(
      try refusal(of: text)
        == "\"\(text)\" has a part of the year of EDTF's level 2: write 21 (spring), 22 (summer), 23 "
        + "(autumn), 24 (winter), or an interval of months")
  }

  @Test(
    "a time that no clock shows is refused, though nothing is made of times",
    arguments: [
      "1985-04-12T24:00:00", "1985-04-12T23:60:00", "1985-04-12T23:20:61", "1985-04-12T23:20:60",
      "1985-04-12T23:20:30+24", "1985-04-12T23:20:30+04:60",
    ])
  func noTime(text: String) throws {
    #expect(
      try refusal(of: text)
        == "\"\(text)\" has no time of the day: hours go from 00 to 23, minutes and seconds from 00 to "
        + "59")
  }

  @Test("other faults of years and months are named")
  func otherFaults() throws {
    #expect(
      try refusal(of: "-0000")
        == "\"-0000\" has a year -0000, but there is only one year 0: write 0000")
    #expect(try refusal(of: "2001-42") == "\"2001-42\" names a month 42, but a year has twelve")
    #expect(
      try refusal(of: "1985-02-30T10:00:00")
        == "\"1985-02-30T10:00:00\" is not a day of the calendar")
  }

  @Test(
    "anything else is shown the forms there are",
    arguments: [
      "", "2016-1-5", "20161031", "2016-10-31T12:00", "unknown", "summer", "16-10-31", "?",
      "XXXX", "2016--10", "2016-10-31??", "٢٠١٦-١٠-٣١", "+2016",
      "1985-04-12T23:20:30?", "1985-04-12T232030", "1985-04-12T23:20:30+4", "1985-04T23:20:30",
      "Y", "Y-", "Y17000-01", "Y1234567890123456", "Y17E99", "Y17E-9", "1950S0", "S", "E", "-",
      "--",
      "1950S9223372036854775807", "~", "2004-06-11/~", "2001-21^southernHemisphere",
    ])
  func otherText(text: String) throws {
    #expect(
      try refusal(of: text)
        == "\"\(text)\" is not a date: write 2016-10-31, 2016-10 or 2016-10-29/2016-10-31")
  }
}
