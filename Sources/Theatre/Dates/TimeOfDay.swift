extension Day {
  /// Reads the day of a date and time, as in `1985-04-12T23:20:30`, with `Z` or a shift from UTC such
  /// as `-04` or `+04:30` after it or not; nil if the text has another form.
  ///
  /// - Throws: `DateError` if there is no such day or no such time of day.
  init?(timed text: String) throws(DateError) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[0].utf8.count == 10, let time = TimeOfDay(halves[1]),
      case .day(let day)? = try Span(halves[0], in: text)
    else { return nil }
    guard time.isValid else {
      throw DateError(
        message: "\"\(text)\" has no time of the day: hours go from 00 to 23, minutes and seconds "
          + "from 00 to 59")
    }
    self = day
  }
}

/// The numbers of a time of day.
private struct TimeOfDay {
  private let clock: [Int]
  private let shift: [Int]

  /// Reads hours, minutes and seconds and what follows them.
  init?(_ text: Substring) {
    guard let clock = Self.numbers(text.prefix(8)), clock.count == 3 else { return nil }
    self.clock = clock
    let rest = text.dropFirst(8)
    if rest.isEmpty || rest == "Z" {
      shift = []
    } else {
      guard let sign = rest.first, "+-".contains(sign), let shift = Self.numbers(rest.dropFirst()),
        shift.count <= 2
      else { return nil }
      self.shift = shift
    }
  }

  /// Numbers of two digits with colons between them.
  private static func numbers(_ text: Substring) -> [Int]? {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    return fields.allSatisfy { $0.utf8.count == 2 } ? fields.digits : nil
  }

  /// Whether clocks show such a time. A leap second is the sixtieth of its minute.
  var isValid: Bool {
    clock[0] <= 23 && clock[1] <= 59 && clock[2] <= (clock[1] == 59 ? 60 : 59)
      && zip(shift, [23, 59]).allSatisfy { $0 <= $1 }
  }
}
