internal import TheatreModel

/// The rules, each for one way to say when.
extension TimeFinder {
  func relativeDay(_ cursor: inout TimeCursor) -> Recognized? {
    switch cursor.word {
    case "today", "tonight":
      cursor.advance()
      return Recognized(value: published.map(When.init(day:)))
    case "yesterday", "overnight":
      let isYesterday = cursor.word == "yesterday"
      cursor.advance()
      return Recognized(
        value: published.map { isYesterday ? When(day: $0.previous) : When($0.previous, $0) })
    case "this":
      cursor.advance()
      guard ["morning", "afternoon", "evening"].contains(cursor.word) else { return nil }
      cursor.advance()
      return Recognized(value: published.map(When.init(day:)))
    case "next", "following":
      cursor.advance()
      guard cursor.word == "day" else { return nil }
      cursor.advance()
      return Recognized(value: anchor.map { When(day: $0.next) })
    case "same", "that":
      cursor.advance()
      guard cursor.word == "day" else { return nil }
      cursor.advance()
      return Recognized(value: (anchor ?? published).map(When.init(day:)))
    case "earlier", "later":
      cursor.advance()
      if cursor.word == "in" || cursor.word == "on" || cursor.word == "that" { cursor.advance() }
      if cursor.word == "the" || cursor.word == "same" { cursor.advance() }
      guard cursor.word == "day" else { return nil }
      cursor.advance()
      return Recognized(value: (anchor ?? published).map(When.init(day:)))
    case "previous":
      cursor.advance()
      guard cursor.word == "day" || cursor.word == "night" else { return nil }
      cursor.advance()
      return Recognized(value: (anchor ?? published).map { When(day: $0.previous) })
    case "day":
      cursor.advance()
      guard ["before", "earlier"].contains(cursor.word) else { return nil }
      let isBare = cursor.word == "before"
      cursor.advance()
      // "The day before the attack" counts from something else.
      if isBare, cursor.isWord { return nil }
      return Recognized(value: (anchor ?? published).map { When(day: $0.previous) })
    default: return nil
    }
  }

  func weekday(_ cursor: inout TimeCursor) -> Recognized? {
    guard cursor.classes.contains(.weekday), cursor.isCapital else { return nil }
    let weekday = cursor.value
    cursor.advance()
    var shift = 0
    while ["morning", "night", "evening", "afternoon"].contains(cursor.word) { cursor.advance() }
    if cursor.kind == .comma || cursor.isWord || cursor.kind == .open, let date = dateBehind(cursor)
    {
      cursor.position = date.end
      return Recognized(value: date.value)
    }
    if cursor.previousWord(before: 1) == "next" { shift = 7 }
    guard let published else { return Recognized(value: nil) }
    let back = ((published.weekday - weekday) + 7) % 7
    return Recognized(value: When(day: published.advanced(by: shift - back)))
  }

  /// A calendar day that follows a weekday: "Friday, Nov. 4".
  func dateBehind(_ cursor: TimeCursor) -> (value: When?, end: Int)? {
    var next = cursor
    if next.kind == .comma || next.kind == .open { next.advance() }
    guard let date = calendarDay(&next) else { return nil }
    return (date.value, next.position)
  }

  func calendarDay(_ cursor: inout TimeCursor) -> Recognized? {
    if cursor.classes.contains(.month), cursor.isCapital {
      let month = cursor.value
      cursor.advance()
      guard let day = cursor.dayNumber else { return nil }
      cursor.advancePastDay()
      return Recognized(value: day == 0 ? nil : self.day(day, month, year(behind: &cursor)))
    }
    if let date = cursor.isoDay {
      cursor.position += 3
      return Recognized(value: When(day: date))
    }
    guard let day = cursor.dayNumber, day > 0 else { return nil }
    cursor.advancePastDay()
    if cursor.word == "of" { cursor.advance() }
    guard cursor.classes.contains(.month), cursor.isCapital else { return nil }
    let month = cursor.value
    cursor.advance()
    return Recognized(value: self.day(day, month, year(behind: &cursor)))
  }

  func year(behind cursor: inout TimeCursor) -> Int? {
    var next = cursor
    if next.kind == .comma { next.advance() }
    guard let year = next.yearNumber else { return nil }
    next.advance()
    cursor = next
    return year
  }

  func day(_ day: Int, _ month: Int, _ year: Int?) -> When? {
    if let year { return Day(year: year, month: month, day: day).map(When.init(day:)) }
    guard let published else { return nil }
    for year in [published.components.year, published.components.year - 1] {
      guard let found = Day(year: year, month: month, day: day) else { continue }
      if found <= published.advanced(by: 1) { return When(day: found) }
    }
    return nil
  }

  func month(_ cursor: inout TimeCursor) -> Recognized? {
    guard cursor.classes.contains(.month), cursor.isCapital else { return nil }
    let month = cursor.value
    let before = cursor.previousWord(before: 0)
    let isAnnounced = TimeWords.monthPrepositions.contains(before)
    // "May" and "March" are words too.
    cursor.advance()
    let year = year(behind: &cursor)
    guard isAnnounced || year != nil else { return nil }
    if let year { return Recognized(value: When(year: year, month: month)) }
    guard let published else { return Recognized(value: nil) }
    let (thisYear, thisMonth, _) = published.components
    return Recognized(value: When(year: month <= thisMonth ? thisYear : thisYear - 1, month: month))
  }

  /// "two weeks ago", "a day earlier", "three days later".
  func counted(_ cursor: inout TimeCursor) -> Recognized? {
    guard let count = cursor.count else { return nil }
    let before = cursor.previousWord(before: 0)
    cursor.advance()
    while ["and", "a", "half", "more", "full"].contains(cursor.word) { cursor.advance() }
    guard let unit = TimeWords.units[cursor.word] else { return nil }
    cursor.advance()
    switch cursor.word {
    case "ago":
      cursor.advance()
      return Recognized(value: published.flatMap { span(count, unit, before: $0) })
    case "earlier", "before", "previously":
      cursor.advance()
      return Recognized(value: (anchor ?? published).flatMap { span(count, unit, before: $0) })
    case "after":
      cursor.advance()
      guard let days = Self.days(count, unit) else { return nil }
      return Recognized(value: nil, precedes: days)
    case "later":
      cursor.advance()
      return Recognized(
        value: unit == .day
          ? anchor.map { When(day: $0.advanced(by: count)) } : anchor.map(When.init(day:)))
    default:
      guard
        TimeWords.durationPrepositions.contains(before) || before == "nearly" || before == "almost"
          || before == "than"
      else { return nil }
      return Recognized(value: published.flatMap { span(count, unit, before: $0) })
    }
  }

  func span(_ count: Int, _ unit: TimeWords.Unit, before day: Day) -> When? {
    guard count < 1_000 else { return nil }
    switch unit {
    case .hour: return When(day: day)
    case .day: return When(day: day.advanced(by: -count))
    case .week: return When(day: day.advanced(by: -7 * count)).approximate
    case .month:
      let (year, month, _) = day.components
      let months = year * 12 + month - 1 - count
      return When(year: months / 12, month: months % 12 + 1)
    case .year: return When(year: day.components.year - count)
    case .decade: return When(year: day.components.year - 10 * count)?.approximate
    }
  }

  /// "this week", "last month", "the past two days", "the weekend".
  func relativeSpan(_ cursor: inout TimeCursor) -> Recognized? {
    let which = cursor.word
    guard ["this", "last", "past", "previous", "recent", "weekend"].contains(which) else {
      return nil
    }
    cursor.advance()
    if which == "weekend" {
      return Recognized(
        value: published.map { day in
          let saturday = day.advanced(by: -((day.weekday - 6 + 7) % 7))
          return When(saturday, min(saturday.next, day))
        })
    }
    let count = cursor.count ?? (["few", "several", "couple"].contains(cursor.word) ? 3 : nil)
    if count != nil {
      cursor.advance()
      if cursor.word == "of" { cursor.advance() }
    }
    guard let unit = TimeWords.units[cursor.word] else { return nil }
    let isPlural = cursor.word.hasSuffix("s")
    cursor.advance()
    guard let published else { return Recognized(value: nil) }
    let number = count ?? (which == "recent" || isPlural ? 3 : 1)
    if which == "this" { return Recognized(value: current(unit, published)) }
    if count != nil || isPlural { return Recognized(value: recent(number, unit, published)) }
    return Recognized(value: last(unit, published))
  }

  func current(_ unit: TimeWords.Unit, _ day: Day) -> When? {
    let (year, month, _) = day.components
    switch unit {
    case .hour, .day: return When(day: day)
    case .week: return When(day.advanced(by: 1 - day.weekday), day)
    case .month: return When(year: year, month: month)
    case .year, .decade: return When(year: year)
    }
  }

  func last(_ unit: TimeWords.Unit, _ day: Day) -> When? {
    let (year, month, _) = day.components
    switch unit {
    case .hour, .day: return When(day: day.previous)
    case .week:
      let monday = day.advanced(by: 1 - day.weekday - 7)
      return When(monday, monday.advanced(by: 6))
    case .month: return When(year: month == 1 ? year - 1 : year, month: month == 1 ? 12 : month - 1)
    case .year, .decade: return When(year: year - 1)
    }
  }

  func recent(_ count: Int, _ unit: TimeWords.Unit, _ day: Day) -> When? {
    switch unit {
    case .hour: return When(day: day)
    case .day: return When(day.advanced(by: -count), day)
    case .week: return When(day.advanced(by: -7 * count), day)
    case .month: return When(day.advanced(by: -30 * count), day)
    case .year, .decade: return When(year: day.components.year - count)
    }
  }

  /// "on its second day", of the operation that was told of before.
  func ordinalDay(_ cursor: inout TimeCursor) -> Recognized? {
    guard cursor.classes.contains(.ordinal), let operation else { return nil }
    let number = cursor.value
    cursor.advance()
    guard cursor.word == "day" else { return nil }
    cursor.advance()
    return Recognized(value: When(day: operation.advanced(by: number - 1)))
  }

  func year(_ cursor: inout TimeCursor) -> Recognized? {
    let before = cursor.previousWord(before: 0)
    guard let year = cursor.yearNumber,
      TimeWords.yearPrepositions.contains(before) || cursor.isJoined
        || cursor.previousKind == .comma || cursor.previousKind == .open
    else { return nil }
    cursor.advance()
    return Recognized(value: When(year: year))
  }
}
