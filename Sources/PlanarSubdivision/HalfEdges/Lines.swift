internal import Geometry

extension Topology {
  /// Chains edges into lines, as long as exactly two of them meet.
  ///
  /// Each line is written in one way only: from its smaller end, a closed one counter-clockwise from
  /// its smallest vertex.
  ///
  /// - Parameter edges: half-edges, one for each edge.
  /// - Returns: the lines, as half-edges one behind the other.
  /// - Complexity: O(*n*), for *n* edges.
  package func chains(of halves: [Int32]) -> [[Int32]] {
    var leaving: [Int32: [Int32]] = [:]
    for half in halves {
      leaving[edges.origins[Int(half)], default: []].append(half)
      leaving[edges.target(half), default: []].append(half ^ 1)
    }
    var isUsed: Set<Int32> = []
    func follow(_ start: Int32) -> [Int32] {
      var chain: [Int32] = []
      var half: Int32? = start
      while let here = half, isUsed.insert(here & ~1).inserted {
        chain.append(here)
        let onwards = leaving[edges.target(here)] ?? []
        half = onwards.count == 2 ? onwards.first { $0 != here ^ 1 } : nil
      }
      return chain
    }
    let ordered = halves.sorted()
    var chains: [[Int32]] = []
    for half in ordered {
      for start in [half, half ^ 1] where leaving[edges.origins[Int(start)]]?.count != 2 {
        let chain = follow(start)
        if !chain.isEmpty { chains.append(directed(chain)) }
      }
    }
    for half in ordered where !isUsed.contains(half & ~1) {
      chains.append(closed(follow(half)))
    }
    return chains
  }

  /// An open line from its smaller end.
  private func directed(_ chain: [Int32]) -> [Int32] {
    guard let first = chain.first, let last = chain.last else { return chain }
    let (start, end) = (edges.origins[Int(first)], edges.target(last))
    // A line that returns to a vertex where others meet goes round it in one way.
    if start == end { return chain.count > 2 ? closed(chain, from: start) : chain }
    return end < start ? chain.reversed().map { $0 ^ 1 } : chain
  }

  /// A closed line counter-clockwise from a vertex, by default its smallest.
  private func closed(_ chain: [Int32], from vertex: Int32? = nil) -> [Int32] {
    var chain = chain
    let outline = chain.map { edges.origins[Int($0)] }
    if doubledArea(of: outline + outline.prefix(1)) < 0 { chain = chain.reversed().map { $0 ^ 1 } }
    let origins = chain.map { edges.origins[Int($0)] }
    guard let smallest = vertex ?? origins.min(), let start = origins.firstIndex(of: smallest)
    else {
      return chain
    }
    return Array(chain[start...] + chain[..<start])
  }
}
