import Foundation
import TestSupport
import Testing
import Theatre

@Suite("A day")
struct DayTests {
  /// Foundation's calendar, the other opinion on every date.
  private var calendar: Calendar {
    get throws {
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
      return calendar
    }
  }

  @Test("days of six centuries have the year, month and day that Foundation gives them")
  func agreesWithFoundation() throws {
    let calendar = try calendar
    for seed in 1...2_000 {
      var generator = SeededGenerator(seed: UInt64(seed))
      // From 1600, since Foundation counts by the Julian calendar before October 1582.
      let day = Day(number: Int.random(in: -135_140...84_006, using: &generator))
      let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let (year, month, dayOfMonth) = day.components
      #expect([year, month, dayOfMonth] == [parts.year, parts.month, parts.day], "seed \(seed)")
      #expect(Day(year: year, month: month, day: dayOfMonth) == day, "seed \(seed)")
      #expect(Day("\(day)") == day, "seed \(seed)")
    }
  }

  @Test("every day of 1896 to 2104 follows the one before, leap days and centuries included")
  func runsWithoutGap() throws {
    var expected = try #require(Day("1896-01-01"))
    for year in 1896...2104 {
      for month in 1...12 {
        for dayOfMonth in 1...Day.length(ofMonth: month, year: year) {
          #expect(Day(year: year, month: month, day: dayOfMonth) == expected)
          expected = expected.next
        }
      }
    }
    #expect(expected == Day("2105-01-01"))
  }

  @Test(
    "known days have their known numbers",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2016-10-16", 17_090),
      ("0000-03-01", -719_468),
    ])
  func knownNumbers(text: String, number: Int) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.description == text)
  }

  @Test(
    "a day that the calendar does not have is refused",
    arguments: [
      "2016-11-31", "2017-02-29", "1900-02-29", "2016-00-10", "2016-13-01", "2016-10-00",
    ])
  func refusesNoDays(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(
    "text in another form is refused, even if it could be guessed",
    arguments: [
      "", "2016-1-5", "2016-10", "20161016", "2016/10/16", " 2016-10-16", "2016-10-16 ",
      "+016-10-16", "2016-10-1x", "2016-10-16-", "-2016-10-16", "٢٠١٦-١٠-١٦", "2016-10-16T00:00",
    ])
  func refusesOtherForms(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("days can be counted, compared and gone through")
  func strides() throws {
    let first = try #require(Day("2016-02-27"))
    let last = try #require(Day("2016-03-01"))
    #expect(first < last)
    #expect(first.distance(to: last) == 3)
    #expect(last.previous.description == "2016-02-29")
    #expect((first..<last).map(\.description) == ["2016-02-27", "2016-02-28", "2016-02-29"])
  }
}
