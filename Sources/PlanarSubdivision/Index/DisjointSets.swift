/// Things that are joined to sets one pair at a time (R. E. Tarjan, "Efficiency of a good but not
/// linear set union algorithm", Journal of the ACM 22 (1975), 215–225).
package struct DisjointSets {
  private var parents: [Int32]

  /// Begins with every thing in a set of its own.
  package init(count: Int) {
    parents = (0..<Int32(count)).map(\.self)
  }

  /// The thing that stands for all in its set: the smallest of them.
  ///
  /// - Complexity: O(log *n*) on average, for *n* things.
  package mutating func root(of thing: Int) -> Int {
    var root = Int32(thing)
    while parents[Int(root)] != root {
      parents[Int(root)] = parents[Int(parents[Int(root)])]
      root = parents[Int(root)]
    }
    return Int(root)
  }

  /// Joins the sets of two things.
  ///
  /// - Returns: whether they were apart.
  @discardableResult
  package mutating func join(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (root(of: one), root(of: other))
    parents[max(first, second)] = Int32(min(first, second))
    return first != second
  }
}
