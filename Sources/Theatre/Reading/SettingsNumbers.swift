internal import JSON

/// The members of `theatre.json` that say how far something is believed. All may be left out.
extension SettingsReader {
  /// The longest distance between two places, in whole kilometres.
  private static let halfTheEarth = 20_004

  /// A hundred years, in days.
  private static let mostDays = 36_525

  /// A distance in kilometres; the outer value is nil if it is not such a number.
  mutating func kilometers(_ key: String) -> Double?? {
    number(key, of: "kilometres", atMost: Self.halfTheEarth)
  }

  mutating func halfLife() -> Double? {
    guard let days = number("half_life_days", of: "days", atMost: Self.mostDays) else { return nil }
    return days ?? TheatreSettings.defaultHalfLifeInDays
  }

  mutating func remnantDays() -> Int? {
    let key = "remnant_days"
    guard let node = root[key], !node.isNull else { return TheatreSettings.defaultRemnantDays }
    guard let days = node.number.flatMap(Int.init(exactly:)), (0...Self.mostDays).contains(days)
    else {
      fault(
        node,
        "\"\(key)\" is a whole number of days from 0 to \(Self.mostDays), but this is "
          + found(node))
      return nil
    }
    return days
  }

  mutating func remnantGrade() -> AdmiraltyGrade? {
    let key = "remnant_grade"
    guard let node = root[key], !node.isNull else { return TheatreSettings.defaultRemnantGrade }
    guard let grade = node.string.flatMap(AdmiraltyGrade.init) else {
      fault(
        node,
        "\"\(key)\" is a reliability from A to F and a credibility from 1 to 6, as in \"C3\", but "
          + "this is \(node.string.map { "\"\($0)\"" } ?? node.kindName)")
      return nil
    }
    return grade
  }

  /// A number above 0, nil inside if it is left out; the outer value is nil if it is not such a number.
  private mutating func number(_ key: String, of unit: String, atMost most: Int) -> Double?? {
    guard let node = root[key], !node.isNull else { return .some(nil) }
    guard let number = node.number, number > 0, number <= Double(most) else {
      fault(
        node,
        "\"\(key)\" is a number of \(unit) above 0 and at most \(most), but this is "
          + found(node))
      return nil
    }
    return number
  }

  /// What stands where a number should.
  private func found(_ node: JSONNode) -> String {
    node.number.map { "\($0)" } ?? node.kindName
  }
}
