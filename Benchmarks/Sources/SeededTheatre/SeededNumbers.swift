/// A generator of random numbers that gives the same numbers for the same seed (SplitMix64, by
/// G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from one range, all as likely.
  mutating func number(in range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  /// A number with mean 0 and variance 1 that is seldom far from 0: a sum, so that it needs no
  /// function of the system's, whose last digit may differ between machines.
  mutating func bell() -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + number(in: 0...1) }
  }
}
