internal import NumberText
internal import Theatre

/// How far a statement may be off, and why: amounts that add up.
struct Tolerance {
  private(set) var amount = 0.0
  private(set) var reasons: [String] = []

  /// Adds another amount, unless it is zero.
  mutating func add(_ more: Double, _ symbol: String, for reason: String) {
    guard more > 0 else { return }
    amount += more
    reasons.append("\(more < 0.95 ? more.short : more.measured)\(symbol) for \(reason)")
  }

  var reason: String { reasons.joined(separator: "; ") }
}

extension StatedNumber {
  /// Whether the statement is true of some number in a range.
  func agrees(with range: ClosedRange<Double>, within tolerance: Double) -> Bool {
    let isReached = value <= range.upperBound + tolerance
    let isKept = range.lowerBound - tolerance <= value
    switch bound {
    case .atLeast: return isReached
    case .atMost: return isKept
    case nil: return isReached && isKept
    }
  }

  /// Adds what the rounding or the "about" allows, in a unit of which its own unit makes so many.
  func allow(_ tolerance: inout Tolerance, in unit: MeasureUnit, times factor: Double = 1) {
    let own = factor == 1 ? "" : " \(self.unit?.symbol ?? "")"
    tolerance.add(
      (approximation ?? rounding) * factor, " \(unit.symbol)",
      for: (approximation == nil ? "the rounding of " : "the \"about\" before ")
        + value.plain + own)
  }
}

extension Double {
  /// The number with as many decimals as it needs, six at most.
  package var plain: String {
    let text = text(decimals: 6)
    guard let end = text.lastIndex(where: { $0 != "0" }) else { return text }
    return String(text[...(text[end] == "." ? text.index(before: end) : end)])
  }

  /// A small number with as many decimals as it needs.
  var short: String {
    text(decimals: (1...5).first { magnitude * [1, 10, 100, 1_000, 1e4, 1e5][$0] >= 0.95 } ?? 6)
  }

  /// The number as people read a length: with a decimal where that matters.
  var measured: String { text(decimals: magnitude < 1_000 ? 1 : 0) }
}
