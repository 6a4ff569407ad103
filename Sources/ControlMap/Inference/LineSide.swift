package import Theatre

/// On which side of a day's lines a piece of ground lies, where lines run inside cells.
package enum LineSide: Hashable, Sendable {
  /// On a side's, of the line that kriging finds.
  case side(SideID)
  /// No line says anything of it: it has the state of its own site.
  case own
  /// Too far from every report.
  case unreached
}

/// What is said of ground, numbered: equal sayings have equal numbers.
///
/// Cells are told apart by such numbers while they are joined.
struct Numbering<Saying: Hashable> {
  /// What each number stands for.
  private(set) var sayings: [Saying] = []
  private var numbers: [Saying: Int32] = [:]

  /// The number of a saying.
  mutating func number(of saying: Saying) -> Int32 {
    if let number = numbers[saying] { return number }
    let number = Int32(sayings.count)
    numbers[saying] = number
    sayings.append(saying)
    return number
  }
}
