/// A generator of random numbers that gives the same numbers for the same seed (SplitMix64, by
/// G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014).
///
/// A law is tested on many seeds; put the seed into every expectation's comment, so that a failure
/// prints it and can be repeated.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Begins the sequence of a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Double {
  /// Whether two numbers differ by no more than a share of the larger.
  public func isClose(to other: Double, relative tolerance: Double) -> Bool {
    abs(self - other) <= tolerance * max(abs(self), abs(other))
  }

  /// Whether two numbers differ by no more than an amount.
  public func isClose(to other: Double, within tolerance: Double) -> Bool {
    abs(self - other) <= tolerance
  }
}

extension SeededGenerator {
  /// Random letters with one piece of text put somewhere among them.
  public mutating func text(
    of letters: String, length: ClosedRange<Int>, with pieces: [String]
  ) -> String {
    let letters = Array(letters.unicodeScalars)
    var text = (0..<Int.random(in: length, using: &self)).map { _ in
      String(letters[Int.random(in: letters.indices, using: &self)])
    }
    let piece = pieces[Int.random(in: pieces.indices, using: &self)]
    text.insert(piece, at: Int.random(in: 0...text.count, using: &self))
    return text.joined()
  }
}
