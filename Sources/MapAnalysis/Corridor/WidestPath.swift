internal import HeapModule
internal import PlanarSubdivision
internal import TypedIndices

/// The widest way through some cells of a network, and of equally wide ones the shortest.
///
/// The width of a way is that of its narrowest border (M. Pollack, "The maximum capacity through a
/// network", Operations Research 8 (1960), 733–736). Both questions are answered by Dijkstra's
/// algorithm: first how wide a way can be, then which is the shortest of that width.
struct WidestPath {
  let network: CellNetwork

  /// The cells through which a way may lead.
  var isPassable: IndexedArray<CellID, Bool>

  /// A way from cell to cell.
  struct Way {
    /// The first cell and those that the links lead to.
    let cells: [CellID]
    let links: [CellNetwork.Link]
    /// The length of the narrowest border, in kilometres; infinite if no border is passed.
    let width: Double
    /// In kilometres.
    let length: Double
  }

  /// How wide a way can be, in kilometres: infinite if no border need be passed; nil if there is no way.
  ///
  /// - Complexity: O(*n* log *n*), for *n* links.
  func greatestWidth(from starts: [CellID], to ends: Set<CellID>) -> Double? {
    var widths = IndexedArray<CellID, Double?>(repeating: nil, count: network.cellCount)
    var queue = Heap<Arrival>()
    for start in starts where isPassable[start] {
      widths[start] = .infinity
      queue.insert(Arrival(cost: -.infinity, count: 0, cell: start))
    }
    while let reach = queue.popMin() {
      guard -reach.cost == widths[reach.cell] else { continue }
      if ends.contains(reach.cell) { return -reach.cost }
      for link in network.links(from: reach.cell) where isPassable[link.cell] {
        let width = min(-reach.cost, link.width)
        guard widths[link.cell].map({ width > $0 }) ?? true else { continue }
        widths[link.cell] = width
        queue.insert(Arrival(cost: -width, count: 0, cell: link.cell))
      }
    }
    return nil
  }

  /// The shortest of the widest ways; of equally short ones that through fewer cells, then through those
  /// with smaller numbers. Nil if there is no way.
  ///
  /// - Complexity: O(*n* log *n*), for *n* links.
  func way(from starts: [CellID], to ends: Set<CellID>) -> Way? {
    guard let width = greatestWidth(from: starts, to: ends) else { return nil }
    var best = IndexedArray<CellID, Arrival?>(repeating: nil, count: network.cellCount)
    var arrivals = IndexedArray<CellID, (cell: CellID, link: CellNetwork.Link)?>(
      repeating: nil, count: network.cellCount)
    var queue = Heap<Arrival>()
    for start in starts where isPassable[start] {
      let reach = Arrival(cost: 0, count: 0, cell: start)
      best[start] = reach
      queue.insert(reach)
    }
    while let reach = queue.popMin() {
      guard best[reach.cell] == reach else { continue }
      if ends.contains(reach.cell) { return traced(to: reach, arrivals, width) }
      for link in network.links(from: reach.cell)
      where isPassable[link.cell] && link.width >= width {
        let next = Arrival(cost: reach.cost + link.length, count: reach.count + 1, cell: link.cell)
        // Of equal arrivals the first stays: that from the cell which comes first in the queue's order.
        if let known = best[link.cell], !(next < known) { continue }
        best[link.cell] = next
        arrivals[link.cell] = (reach.cell, link)
        queue.insert(next)
      }
    }
    preconditionFailure("no way of the greatest width was found")
  }

  private func traced(
    to end: Arrival, _ arrivals: IndexedArray<CellID, (cell: CellID, link: CellNetwork.Link)?>,
    _ width: Double
  ) -> Way {
    var cells = [end.cell]
    var links: [CellNetwork.Link] = []
    var cell = end.cell
    while let arrival = arrivals[cell] {
      cell = arrival.cell
      cells.append(cell)
      links.append(arrival.link)
    }
    return Way(
      cells: cells.reversed(), links: links.reversed(), width: width, length: end.cost)
  }
}

/// A cell and what it costs to reach it.
private struct Arrival: Comparable {
  let cost: Double
  let count: Int
  let cell: CellID

  static func < (left: Arrival, right: Arrival) -> Bool {
    (left.cost, left.count, left.cell) < (right.cost, right.count, right.cell)
  }
}
