import Testing
import TheatreModel

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
      try refusal(of: text) == "\"\(text)\" is no date: write year-month-day, as in 2016-10-31")
  }

  @Test(
    "a day or month that the calendar does not have is named",
    arguments: [
      ("2016-11-31", "is no day of the calendar"),
      ("2017-02-29", "is no day of the calendar"),
      ("2016-13-01", "is no day of the calendar"),
      ("2016-11-04/2016-11-31", "is no day of the calendar"),
      ("2016-13", "names a month 13, and a year has twelve"),
      ("2016-00", "names a month 0, and a year has twelve"),
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
        == "\"\(text)\" is no date: write 2016-10-31, 2016-10 or 2016-10-29/2016-10-31")
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
    "anything else is shown the forms there are",
    arguments: [
      "", "2016-1-5", "20161031", "2016-10-31T12:00", "unknown", "summer", "16-10-31", "?",
      "2016-XX-05", "20XX", "XXXX", "2016--10", "2016-10-31??", "٢٠١٦-١٠-٣١", "+2016",
    ])
  func otherText(text: String) throws {
    #expect(
      try refusal(of: text)
        == "\"\(text)\" is no date: write 2016-10-31, 2016-10 or 2016-10-29/2016-10-31")
  }
}
