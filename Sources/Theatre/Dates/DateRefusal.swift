/// The sentence for a text that is not a date, with the remedy for common other spellings.
struct DateRefusal {
  private let text: String
  private let parts: [Substring]

  init(_ text: String) {
    self.text = text
    parts = text.split(separator: "/", omittingEmptySubsequences: false)
  }

  /// The sentence. A remedy that is spelled out is a date itself.
  var error: DateError {
    if text.first.map("[{".contains) == true {
      return DateError(
        message: "\"\(text)\" is a set of dates, of EDTF's level 2: write the interval that holds "
          + "them, as in 2016-10-29/2016-10-31")
    }
    for (reason, rewrite) in Self.remedies {
      let written = parts.map { rewrite($0, parts.count > 1) ?? String($0) }.joined(separator: "/")
      if written != text, (try? FuzzyDate(written)) != nil {
        return DateError(message: "\"\(text)\" \(reason): write \(written)")
      }
    }
    if parts.contains(where: \.hasUnspecifiedDigits) {
      return DateError(
        message:
          "\"\(text)\" leaves digits open as EDTF's level 2 does: write X from the right only, "
          + "as in 201X, 20XX, 2016-XX, 2016-10-XX or 2016-XX-XX, or an interval")
    }
    if text.contains(where: { $0 == "." || $0 == " " }) {
      return DateError(message: "\"\(text)\" is not a date: write year-month-day, as in 2016-10-31")
    }
    return DateError(
      message: "\"\(text)\" is not a date: write 2016-10-31, 2016-10 or 2016-10-29/2016-10-31")
  }

  /// A rewriting of a date in another form, given whether it is one end of an interval; nil if it has
  /// not that form.
  private typealias Rewriting = @Sendable (Substring, Bool) -> String?

  private static let remedies: [(reason: String, rewrite: Rewriting)] = [
    ("uses an older form of EDTF", { part, isEnd in part.modernized(isEnd: isEnd) }),
    (
      "marks a part of a date, which is of EDTF's level 2; a mark at the end applies to all of it",
      { part, _ in part.markedAtEnd }
    ),
    (
      "writes a year with an exponent, which is of EDTF's level 2",
      { part, _ in part.withoutExponent }
    ),
    (
      "says how many digits of a year count, which is of EDTF's level 2",
      { part, isEnd in isEnd ? nil : part.withoutCountOfDigits }
    ),
    ("has a Y, which is for years of more than four digits", { part, _ in part.withoutY }),
    (
      "has a time in an interval, but an interval is made of days",
      { part, isEnd in isEnd ? part.withoutTime : nil }
    ),
  ]
}

/// Dates in another form, written in one that is read; nil for text that has not that form.
extension Substring {
  /// The drafts before 2019 had `u` for an unspecified digit (and `x` for masked ones), `y`, `?~`, and
  /// `unknown` and `open` for the ends of an interval.
  fileprivate func modernized(isEnd: Bool) -> String? {
    if isEnd, let end = ["unknown": "", "open": ".."][self] { return end }
    let letters = map { "uUx".contains($0) ? "X" : $0 == "y" ? "Y" : $0 }
    return String(letters).replacing("?~", with: "%").replacing("~?", with: "%")
  }

  /// `1984?-06-02` and `?1984-06~` as `1984-06-02?` and `1984-06%`.
  fileprivate var markedAtEnd: String? {
    let marks = filter(DateMark.characters.contains)
    guard !marks.isEmpty, drop(while: { !DateMark.characters.contains($0) }) != marks else {
      return nil
    }
    let kinds = Set(marks)
    let date = filter { !DateMark.characters.contains($0) }
    return date + (kinds.count == 1 ? String(marks.prefix(1)) : "%")
  }

  /// `Y-17E7` as `Y-170000000`.
  fileprivate var withoutExponent: String? {
    guard let (year, zeros) = year(before: "E"), (0...15).contains(zeros) else { return nil }
    return "Y\(year)" + String(repeating: "0", count: zeros)
  }

  /// `1950S2` as `1900/1999`, and `Y171010000S3` as `Y171000000/Y171999999`.
  fileprivate var withoutCountOfDigits: String? {
    guard let (year, count) = year(before: "S"), (1...15).contains(count) else { return nil }
    let known = year.prefix(count + (year.first == "-" ? 1 : 0))
    let ends = ["0", "9"].map {
      (first == "Y" ? "Y" : "") + known + String(repeating: $0, count: year.count - known.count)
    }
    return (year.first == "-" ? ends.reversed() : ends).joined(separator: "/")
  }

  /// `Y1985` as `1985`.
  fileprivate var withoutY: String? {
    first == "Y" ? String(dropFirst()) : nil
  }

  /// `1985-04-12T23:20:30` as `1985-04-12`.
  fileprivate var withoutTime: String? {
    (try? Day(timed: String(self))).map { "\($0)" }
  }

  /// The digits of a year, with its sign and without its Y, and the number after a letter.
  private func year(before letter: Character) -> (year: Substring, number: Int)? {
    let halves = split(separator: letter, omittingEmptySubsequences: false)
    guard halves.count == 2, let number = Int(halves[1]) else { return nil }
    return (halves[0].first == "Y" ? halves[0].dropFirst() : halves[0], number)
  }

  /// Whether it looks like a date of which some digits are unspecified, and others are not.
  fileprivate var hasUnspecifiedDigits: Bool {
    let (date, _) = DateMark.split(self)
    let fields = date.split(separator: "-")
    return contains("X") && self != "XXXX" && fields.first?.utf8.count == 4
      && fields.dropFirst().allSatisfy { $0.utf8.count == 2 }
      && fields.joined().allSatisfy { $0 == "X" || ("0"..."9").contains($0) }
  }
}
