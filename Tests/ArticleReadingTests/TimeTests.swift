import Testing
import Theatre

@testable import ArticleReading

@Suite("When something was")
struct TimeTests {
  private let mosul = Newsroom.mosul

  /// The date of one statement whose sentence says when; the day of publication is a Thursday.
  private func date(_ words: String, published: String = "2016-11-10") -> [String] {
    mosul.dates("Iraqi forces took Bartella \(words).", published: published)
  }

  @Test(
    "a weekday is the last one up to the day of publication",
    arguments: [
      ("on Friday", "2016-11-04"), ("on Wednesday", "2016-11-09"), ("on Thursday", "2016-11-10"),
      ("late on Tuesday night", "2016-11-08"), ("on Fri.", "2016-11-04"),
      ("on Friday, Nov. 4", "2016-11-04"), ("on Friday, 28 October", "2016-10-28"),
    ])
  func weekdays(words: String, date: String) {
    #expect(self.date(words) == [date])
  }

  @Test(
    "a day without a year is the last one up to publication, over a new year too",
    arguments: [
      ("on Dec. 28", "2016-12-28"), ("on January 2", "2017-01-02"),
      ("on 31 December", "2016-12-31"),
      ("on the 1st of January", "2017-01-01"), ("on January 4", "2017-01-04"),
      ("on March 3", "2016-03-03"), ("on December 28, 2015", "2015-12-28"),
    ])
  func newYear(words: String, date: String) {
    #expect(self.date(words, published: "2017-01-03") == [date])
  }

  @Test(
    "days that are told from the day of publication",
    arguments: [
      ("yesterday", "2016-11-09"), ("today", "2016-11-10"), ("overnight", "2016-11-09/2016-11-10"),
      ("this morning", "2016-11-10"), ("two days ago", "2016-11-08"),
      ("three days ago", "2016-11-07"),
      ("two weeks ago", "2016-10-27~"), ("this week", "2016-11-07/2016-11-10"),
      ("last week", "2016-10-31/2016-11-06"), ("last month", "2016-10"), ("this month", "2016-11"),
      ("in October", "2016-10"), ("in December", "2015-12"), ("in June 2014", "2014-06"),
      ("in 2014", "2014"), ("last year", "2015"), ("two years ago", "2014"),
      ("over the weekend", "2016-11-05/2016-11-06"),
    ])
  func relative(words: String, date: String) {
    #expect(self.date(words) == [date])
  }

  @Test("what is told in January of last month was in December of the year before")
  func lastMonth() {
    #expect(date("last month", published: "2017-01-03") == ["2016-12"])
    #expect(date("in January", published: "2017-01-03") == ["2017-01"])
    #expect(date("in February", published: "2017-01-03") == ["2016-02"])
  }

  @Test(
    "a state is dated from when it lasts",
    arguments: [
      ("since mid-2014", "2014"), ("since June 2014", "2014-06"), ("for two years", "2014"),
      ("for more than two years", "2014"), ("since 2014", "2014"),
    ])
  func states(words: String, date: String) {
    #expect(mosul.dates("Islamic State has held Mosul \(words).") == [date])
  }

  @Test("a day earlier, the same day and the day before count from the day told last")
  func anchors() {
    let opening = "Iraqi forces took Bartella on Friday. "
    #expect(mosul.dates(opening + "They had taken Bazwaya a day earlier.").last == "2016-11-03")
    #expect(mosul.dates(opening + "The same day they took Gogjali.").last == "2016-11-04")
    #expect(mosul.dates(opening + "They had taken Gogjali the day before.").last == "2016-11-03")
    #expect(mosul.dates(opening + "Two days later they took Gogjali.").last == "2016-11-06")
  }

  @Test("a day after something else happened dates that")
  func after() {
    let text = "Iraqi forces took Gogjali on Friday, a day after they had captured Bartella."
    #expect(mosul.said(text).contains("bartella isf control 2016-11-03 event"))
    #expect(mosul.said(text).contains("gogjali isf control 2016-11-04 event"))
  }

  @Test("what was said on a day was so by then, what is dated itself was so on its own day")
  func said() {
    #expect(
      mosul.dates("The army said on Monday that its troops had taken Bartella.").last
        == "2016-11-07")
    #expect(
      mosul.dates("The army said on Monday that Iraqi forces took Bartella on Friday.")
        == ["2016-11-04"])
    #expect(
      mosul.dates("Iraqi forces took Bartella on Friday, the army said on Monday.")
        == ["2016-11-04"])
    #expect(
      mosul.dates("Iraqi forces took Bartella on Friday, and on Monday they entered Gogjali.")
        == ["2016-11-04", "2016-11-07"])
  }

  @Test("what an article tells without a date was on the day that it is about")
  func context() {
    let text = "Iraqi forces took Bartella on Tuesday.\n\nIraqi forces also took Gogjali."
    #expect(mosul.dates(text) == ["2016-11-08", "2016-11-08"])
    #expect(mosul.dates("Iraqi forces took Gogjali.") == ["2016-11-10"])
  }

  @Test("what happened more than two weeks before is background")
  func background() {
    #expect(mosul.kinds("Iraqi forces took Bartella on October 20.") == ["background"])
    #expect(mosul.kinds("Iraqi forces took Bartella on November 1.") == ["event"])
  }

  @Test("\"may\" and \"march\" are words too")
  func months() {
    #expect(date("and may rest") == ["2016-11-10"])
    #expect(date("on the march") == ["2016-11-10"])
  }

  @Test("without a day of publication nothing is made up, and that is told")
  func unpublished() {
    let text = "Iraqi forces took Bartella on Friday and Gogjali on Nov. 4."
    let reading = mosul.reader.read(Array(text.utf8))
    #expect(reading.notices.map(\.kind) == [.date])
    #expect(reading.statements.count == 2)
    #expect(reading.statements.filter { !$0.date.isEmpty } == [])
    #expect(
      mosul.reader.read(Array("Iraqi forces took Bartella on 4 November 2016.".utf8))
        .statements.map(\.date) == ["2016-11-04"])
  }

  @Test("the header's date is used, the caller's goes before it, a wrong one is told")
  func header() {
    let body = "\ntitle: Rain\n\nIraqi forces took Bartella on Friday."
    let dated = mosul.reader.read(Array(("date: 2016-11-10" + body).utf8))
    #expect(dated.statements.map(\.date) == ["2016-11-04"])
    #expect(dated.title == "Rain" && dated.notices.isEmpty)
    let bytes = Array(("date: soon" + body).utf8)
    #expect(mosul.reader.read(bytes).notices.first?.message.contains("\"soon\"") == true)
    #expect(
      mosul.reader.read(bytes, published: Day("2016-11-03")).statements.map(\.date)
        == ["2016-10-28"])
  }
}
