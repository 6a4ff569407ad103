public import ControlHistory
public import TypedIndices

extension Sites {
  /// Chooses a part of the sites at random, each with the same probability.
  ///
  /// The choice depends on nothing but the number of sites, their order in the coordinate table,
  /// the share and the seed: it is the same on every machine, on every day and for every method of
  /// inference. What is chosen for a small share is among what is chosen for a larger one.
  ///
  /// - Parameters:
  ///   - share: the part to choose, above 0 and up to 1. The number of sites is rounded to the
  ///     nearest; at least one is chosen if there is one.
  ///   - seed: where the random numbers begin.
  /// - Returns: the chosen sites.
  /// - Precondition: the share is above 0 and at most 1.
  /// - Complexity: O(*n*), for *n* sites.
  public func sample(share: Double, seed: UInt64) -> Set<SiteID> {
    precondition(share > 0 && share <= 1, "a share lies above 0 and is no more than 1")
    let wanted = min(count, max(1, Int((share * Double(count)).rounded())))
    // The first steps of the shuffle of R. A. Fisher and F. Yates, in the form of R. Durstenfeld
    // (Algorithm 235, Communications of the ACM 7, 1964). The standard library's shuffle would do,
    // but it does not promise to stay the same from one version to the next.
    var sites = Array(places.indices)
    var random = SplitMix64(seed: seed)
    for index in 0..<wanted { sites.swapAt(index, index + random.next(below: count - index)) }
    return Set(sites.prefix(wanted))
  }
}

/// A generator of random numbers that gives the same numbers for the same seed everywhere:
/// SplitMix64, by G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014, doi:10.1145/2660193.2660195.
struct SplitMix64 {
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

  /// A whole number from 0 up to, but not including, a bound: the upper half of the product of the two. No
  /// number is likelier than another by more than the bound's share of 2⁶⁴.
  mutating func next(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
