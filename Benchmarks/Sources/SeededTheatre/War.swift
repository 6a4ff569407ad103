internal import Foundation

/// Who holds what in a made-up country, day by day: a front between west and east that bends, sways
/// and moves east, and passes stubborn towns late.
struct War {
  /// What a report says.
  struct Statement {
    /// The day, from 0 on.
    let day: Int
    /// The number of the settlement.
    let site: Int
    /// The number of the actor.
    let actor: Int
    /// Whether the actor fights for it and does not hold it yet.
    let isFight: Bool
  }

  /// The statements, by day and settlement.
  private(set) var statements: [Statement] = []

  private let dayCount: Int
  private let phase: Double

  /// Wages it.
  ///
  /// - Complexity: O(*n* *d*), for *n* settlements and *d* days.
  init(in country: Country, dayCount: Int, _ numbers: inout SeededNumbers) {
    self.dayCount = dayCount
    phase = numbers.number(in: 0...6)
    for (number, site) in country.sites.enumerated() {
      tell(of: site, number, &numbers)
    }
    statements.sort {
      ($0.day, $0.site, $1.isFight ? 1 : 0) < ($1.day, $1.site, $0.isFight ? 1 : 0)
    }
  }

  /// What is reported of a settlement: one in thirty is first heard of when it changes hands.
  private mutating func tell(
    of site: Country.Site, _ number: Int, _ numbers: inout SeededNumbers
  ) {
    var holder = holder(of: site, on: 0)
    var last = 0
    if Int.random(in: 0..<30, using: &numbers) > 0 {
      statements.append(Statement(day: 0, site: number, actor: holder, isFight: false))
    }
    for day in 1..<dayCount {
      let next = self.holder(of: site, on: day)
      guard next != holder else { continue }
      holder = next
      // Some are fought for before they fall.
      if day - last > 5, Int.random(in: 0..<5, using: &numbers) == 0 {
        statements.append(Statement(day: day - 3, site: number, actor: next, isFight: true))
      }
      statements.append(Statement(day: day, site: number, actor: next, isFight: false))
      last = day
    }
  }

  /// 0 in the west, 1 in the east, and 2, an ally of the east, in its south.
  private func holder(of site: Country.Site, on day: Int) -> Int {
    let time = Double(day) / Double(dayCount)
    let bend = 0.12 * sin(3 * site.y + phase)
    let sway = 0.03 * sin(8 * site.y + 12 * time + phase)
    let front = -0.2 + 0.35 * time + bend + sway
    if site.x - site.stubbornness < front { return 0 }
    return site.y < -0.4 ? 2 : 1
  }
}
