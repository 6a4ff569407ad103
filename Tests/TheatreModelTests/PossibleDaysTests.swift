import TestSupport
import Testing
import TheatreModel

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

  @Test("a date takes effect on a day on which it is written to lie, and may", arguments: 1...20)
  func laws(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let text = random.date()
      guard let date = try? FuzzyDate(text) else {
        // The two ends of a random interval may be in the wrong order.
        #expect(text.contains("/"), "seed \(seed): \(text)")
        continue
      }
      let possible = date.possibleDays
      let (first, last) = (date.earliest ?? date.effectiveDay, date.latest ?? date.effectiveDay)
      #expect(first <= date.effectiveDay && date.effectiveDay <= last, "seed \(seed): \(text)")
      #expect((possible.earliest ?? first) <= first, "seed \(seed): \(text)")
      #expect((possible.latest ?? last) >= last, "seed \(seed): \(text)")
      #expect((possible.earliest == nil) == (date.earliest == nil), "seed \(seed): \(text)")
      #expect((possible.latest == nil) == (date.latest == nil), "seed \(seed): \(text)")
      let isMarked = date.isApproximate || date.isUncertain
      let isWider = possible.earliest != date.earliest || possible.latest != date.latest
      #expect(isMarked == isWider, "seed \(seed): \(text)")
    }
  }
}

extension SeededGenerator {
  /// A date of any form, an interval now and then.
  fileprivate mutating func date() -> String {
    switch Int.random(in: 0..<6, using: &self) {
    case 0: "\(part())/\(part())"
    case 1: "\(part())/\(["", ".."][Int.random(in: 0...1, using: &self)])"
    case 2: "\(["", ".."][Int.random(in: 0...1, using: &self)])/\(part())"
    default: part()
    }
  }

  /// A date that is no interval.
  private mutating func part() -> String {
    let day = "\(Day(number: Int.random(in: -800_000...100_000, using: &self)))"
    let season = Int.random(in: 21...24, using: &self)
    let forms = [
      day, String(day.dropLast(3)), String(day.dropLast(6)), "\(day.dropLast(2))XX",
      "\(day.dropLast(5))XX", "\(day.dropLast(5))XX-XX", "\(day.dropLast(7))X",
      "\(day.dropLast(8))XX", "\(day.dropLast(5))\(season)",
      "Y\(Int.random(in: 10_000...9_999_999, using: &self))",
    ]
    let mark = ["", "", "", "?", "~", "%"][Int.random(in: 0..<6, using: &self)]
    return forms[Int.random(in: forms.indices, using: &self)] + mark
  }
}
