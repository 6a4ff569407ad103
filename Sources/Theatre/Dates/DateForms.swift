/// The forms of a date: `1985-04-12`, `1985-04`, `1985`, `2001-21`, `201X`, `1985-XX`, `Y17000`.
extension Span {
  /// Reads a date without a mark, or nil if it has none of the forms.
  init?(_ text: Substring, in whole: String) throws(DateError) {
    if text.first == "Y" {
      guard let year = Self.longYear(text) else { return nil }
      self.init(years: year...year)
      return
    }
    let sign = text.first == "-" ? -1 : 1
    let fields = text.dropFirst(sign < 0 ? 1 : 0)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count <= 3, fields.first?.utf8.count == 4,
      fields.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return nil }
    if sign < 0, fields[0] == "0000" {
      throw DateError(
        message: "\"\(whole)\" has a year -0000, but there is only one year 0: write 0000")
    }
    if fields.count == 1, let years = Self.years(fields[0], sign: sign) {
      self.init(years: years)
      return
    }
    // An unspecified field leaves nothing specified after it: 2017-XX, 2017-01-XX, 2017-XX-XX.
    let known = fields.prefix { $0 != "XX" }
    guard fields.dropFirst(known.count).allSatisfy({ $0 == "XX" }), let numbers = known.digits
    else { return nil }
    let year = sign * numbers[0]
    switch numbers.count {
    case 1: self.init(years: year...year)
    case 2: try self.init(year: year, month: numbers[1], in: whole, isWhole: fields.count == 2)
    default:
      guard let day = Day(year: year, month: numbers[1], day: numbers[2]) else {
        throw DateError(message: "\"\(whole)\" is not a day of the calendar")
      }
      self = .day(day)
    }
  }

  /// The years of four characters of which the last one or two may be unspecified.
  private static func years(_ text: Substring, sign: Int) -> ClosedRange<Int>? {
    let known = text.prefix { $0 != "X" }
    guard known.utf8.count >= 2, text.dropFirst(known.count).allSatisfy({ $0 == "X" }),
      let number = [known].digits?.first
    else { return nil }
    let count = [2: 100, 3: 10][known.utf8.count] ?? 1
    let (first, last) = (number * count, number * count + count - 1)
    return sign < 0 ? -last ... -first : first...last
  }

  /// A year of more than four digits after a Y.
  private static func longYear(_ text: Substring) -> Int? {
    let digits = text.dropFirst(text.hasPrefix("Y-") ? 2 : 1)
    guard (5...mostDigits).contains(digits.utf8.count), digits.first != "0",
      let year = [digits].digits?.first
    else { return nil }
    return text.hasPrefix("Y-") ? -year : year
  }

  /// How many digits a year may have, so that its days can be counted in 64 bits.
  private static let mostDigits = 15

  /// A month, or a season, which is written in a month's place.
  ///
  /// The seasons are three whole months, as in meteorology, of the northern hemisphere: spring is
  /// March to May, winter is December to February of the year after. EDTF says of 21 to 24 only what
  /// they are called, and that they are of no hemisphere. python-edtf takes the same months
  /// (`SEASON_MONTHS_RANGE`), but December alone for winter.
  private init(year: Int, month: Int, in whole: String, isWhole: Bool) throws(DateError) {
    switch month {
    case 1...12:
      let index = year * 12 + month - 1
      self = .months(index..<index + 1)
    case 21...24 where isWhole:
      let index = year * 12 + 2 + (month - 21) * 3
      self = .months(index..<index + 3)
    case 25...41 where isWhole:
      throw DateError(
        message: "\"\(whole)\" has a part of the year of EDTF's level 2: write 21 (spring), 22 "
          + "(summer), 23 (autumn), 24 (winter), or an interval of months")
    default:
      throw DateError(
        message: "\"\(whole)\" names a month \(month), but a year has twelve")
    }
  }
}
