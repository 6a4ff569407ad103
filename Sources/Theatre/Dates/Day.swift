/// A day of the Gregorian calendar, without a time or a time zone.
public struct Day: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public let number: Int

  /// Creates a day from its count since 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// Creates a day from year, month and day of the month, or nil if there is no such day.
  ///
  /// The arithmetic is that of H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": years
  /// begin in March, so that the leap day is their last, and 400 years have 146,097 days.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Creates a day from text such as `2016-11-04`, or nil if the text has another form or there is no such day.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 10 else { return nil }
    var fields = (0, 0, 0)
    for (index, byte) in text.utf8.enumerated() {
      let digit = Int(byte) - Int(UInt8(ascii: "0"))
      switch index {
      case 4, 7:
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      case 0..<4: fields.0 = fields.0 * 10 + digit
      case 5..<7: fields.1 = fields.1 * 10 + digit
      default: fields.2 = fields.2 * 10 + digit
      }
      guard (0...9).contains(digit) else { return nil }
    }
    self.init(year: fields.0, month: fields.1, day: fields.2)
  }

  /// The year, the month and the day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// How many days a month has.
  ///
  /// - Precondition: the month lies from 1 to 12.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Orders by time.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: Strideable {
  /// How many days later another day is.
  public func distance(to other: Day) -> Int { other.number - number }

  /// The day some days later.
  public func advanced(by days: Int) -> Day { Day(number: number + days) }

  /// The day after.
  public var next: Day { advanced(by: 1) }

  /// The day before.
  public var previous: Day { advanced(by: -1) }
}

extension Day: CustomStringConvertible {
  /// The day as `2016-11-04`.
  public var description: String {
    let (year, month, day) = components
    return [year.padded(to: 4), month.padded(to: 2), day.padded(to: 2)].joined(separator: "-")
  }
}

extension Int {
  fileprivate func padded(to width: Int) -> String {
    let digits = String(magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, width - digits.utf8.count))
    return (self < 0 ? "-" : "") + zeros + digits
  }
}

extension Collection where Element: StringProtocol {
  /// The elements as whole numbers, or nil if one is not made of digits alone.
  var digits: [Int]? {
    var numbers: [Int] = []
    for element in self {
      guard element.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let number = Int(element)
      else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
