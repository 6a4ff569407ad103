internal import Geometry
internal import TypedIndices

extension Topology {
  /// Chains edges into lines, as long as exactly two of them meet.
  ///
  /// Each line is written in one way only: from its smaller end, a closed one counter-clockwise from
  /// its smallest vertex.
  ///
  /// - Parameter edges: half-edges, one for each edge.
  /// - Returns: the lines, as half-edges one after the other.
  /// - Complexity: O(*n*), for *n* edges.
  package func chains(of halves: [HalfEdge]) -> [[HalfEdge]] {
    var leaving: [Int32: [HalfEdge]] = [:]
    for half in halves {
      leaving[edges.origins[half], default: []].append(half)
      leaving[edges.target(half), default: []].append(half.twin)
    }
    var isUsed: Set<Int> = []
    func follow(_ start: HalfEdge) -> [HalfEdge] {
      var chain: [HalfEdge] = []
      var half: HalfEdge? = start
      while let here = half, isUsed.insert(here.edge).inserted {
        chain.append(here)
        let onwards = leaving[edges.target(here)] ?? []
        half = onwards.count == 2 ? onwards.first { $0 != here.twin } : nil
      }
      return chain
    }
    let ordered = halves.sorted()
    var chains: [[HalfEdge]] = []
    for half in ordered {
      for start in [half, half.twin] where leaving[edges.origins[start]]?.count != 2 {
        let chain = follow(start)
        if !chain.isEmpty { chains.append(directed(chain)) }
      }
    }
    for half in ordered where !isUsed.contains(half.edge) {
      chains.append(closed(follow(half)))
    }
    return chains
  }

  /// An open line from its smaller end.
  private func directed(_ chain: [HalfEdge]) -> [HalfEdge] {
    guard let first = chain.first, let last = chain.last else { return chain }
    let (start, end) = (edges.origins[first], edges.target(last))
    // A line that returns to a vertex where others meet goes round it in one way.
    if start == end { return chain.count > 2 ? closed(chain, from: start) : chain }
    return end < start ? chain.reversed().map { $0.twin } : chain
  }

  /// A closed line counter-clockwise from a vertex, by default its smallest.
  private func closed(_ chain: [HalfEdge], from vertex: Int32? = nil) -> [HalfEdge] {
    var chain = chain
    let outline = chain.map { edges.origins[$0] }
    if doubledArea(of: outline + outline.prefix(1)) < 0 { chain = chain.reversed().map { $0.twin } }
    let origins = chain.map { edges.origins[$0] }
    guard let smallest = vertex ?? origins.min(), let start = origins.firstIndex(of: smallest)
    else {
      return chain
    }
    return Array(chain[start...] + chain[..<start])
  }
}
