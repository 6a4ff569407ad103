internal import TypedIndices

/// The connected pieces of cells that have the same label, kept from day to day.
///
/// When labels change, a piece that loses cells is looked at only around them: its other cells still
/// hang together if those next to the lost ones do. That can be seen at once, or on the ring around the
/// piece. Otherwise the parts are searched in turn until they meet or all but one are complete. So a
/// cut costs time in proportion to the smaller parts. Pieces that meet take the number of the larger one.
package struct DynamicComponents {
  private let topology: Topology

  /// The label of each cell; negative for a cell in no piece.
  package private(set) var labels: [Int32]

  /// The piece of each cell; -1 for a cell in none.
  package private(set) var componentOfCell: [Int32]

  /// How many cells each piece has; 0 for a number that is free.
  package private(set) var cellCounts: [Int32] = []

  /// How much the cells of each piece weigh together.
  package private(set) var weights: [Int32] = []

  /// How much each cell weighs.
  private let weightOfCell: [Int32]

  /// The pieces that are not what they were before the last change, by number. Some may be gone.
  package private(set) var touched: [Int32] = []

  /// The half-edges that have a piece on their left and something else on their right, in no order.
  package private(set) var borders: [HalfEdge] = []

  private var isTouched: [Bool] = []
  /// Where each half-edge stands among the borders; -1 for one that does not.
  private var borderPlaces: IndexedArray<HalfEdge, Int32>
  private var free: [Int32] = []
  /// Which search last came by a cell.
  private var visits: [Int32]
  private var searches: Int32 = 0

  /// Begins with no cell in a piece.
  ///
  /// - Parameters:
  ///   - topology: the edges of the cells.
  ///   - weights: what of each cell is added up by piece; nothing by default.
  package init(_ topology: Topology, weights: [Int32]? = nil) {
    self.topology = topology
    weightOfCell = weights ?? [Int32](repeating: 0, count: topology.cellCount)
    labels = [Int32](repeating: -1, count: topology.cellCount)
    componentOfCell = labels
    visits = labels
    borderPlaces = IndexedArray(repeating: -1, count: topology.cells.count)
  }

  /// Gives cells other labels.
  ///
  /// - Parameter changes: the cells, each once, and their new labels.
  /// - Complexity: O(*k*), for *k* cells that change and those of the smaller parts of pieces that
  ///   are cut or joined.
  package mutating func relabel(_ changes: [(cell: Int, label: Int32)]) {
    for piece in touched { isTouched[Int(piece)] = false }
    touched.removeAll(keepingCapacity: true)
    let changes = changes.filter { labels[$0.cell] != $0.label }
    let losers = remove(changes.map(\.cell))
    for (piece, scars) in losers where cellCounts[Int(piece)] > 0 { mend(piece, around: scars) }
    for change in changes { labels[change.cell] = change.label }
    if cellCounts.allSatisfy({ $0 == 0 }) {
      for change in changes where change.label >= 0 && componentOfCell[change.cell] < 0 {
        gather(from: change.cell)
      }
    } else {
      for change in changes where change.label >= 0 { insert(change.cell) }
    }
    refreshBorders(around: changes.map(\.cell))
  }

  /// Whether a piece is not what it was before the last change.
  package func isTouched(_ piece: Int32) -> Bool { isTouched[Int(piece)] }

  private mutating func touch(_ piece: Int32) {
    guard !isTouched[Int(piece)] else { return }
    isTouched[Int(piece)] = true
    touched.append(piece)
  }

  private mutating func makePiece() -> Int32 {
    if let piece = free.popLast() { return piece }
    cellCounts.append(0)
    weights.append(0)
    isTouched.append(false)
    return Int32(cellCounts.count - 1)
  }
}

/// Losing cells.
extension DynamicComponents {
  /// Takes cells out of their pieces; returns those pieces, in order, with the half-edges of theirs
  /// that have a lost cell on their right.
  private mutating func remove(_ cells: [Int]) -> [(piece: Int32, scars: [HalfEdge])] {
    var former: [(cell: Int, piece: Int32)] = []
    for cell in cells where componentOfCell[cell] >= 0 {
      let piece = componentOfCell[cell]
      former.append((cell, piece))
      componentOfCell[cell] = -1
      labels[cell] = -1
      cellCounts[Int(piece)] -= 1
      weights[Int(piece)] -= weightOfCell[cell]
      touch(piece)
      if cellCounts[Int(piece)] == 0 { free.append(piece) }
    }
    var scarsOfPiece: [Int32: [HalfEdge]] = [:]
    for (cell, piece) in former {
      for half in topology.halves(ofCell: cell) where self.piece(leftOf: half.twin) == piece {
        scarsOfPiece[piece, default: []].append(half.twin)
      }
    }
    return scarsOfPiece.keys.sorted().map { ($0, scarsOfPiece[$0] ?? []) }
  }

  /// Divides a piece if the cells beside the lost ones no longer hang together. They do if they share
  /// an edge, or if one ring around the piece passes by them.
  private mutating func mend(_ piece: Int32, around scars: [HalfEdge]) {
    var places: [Int32: Int] = [:]
    for half in scars {
      let cell = topology.cells[half]
      if places[cell] == nil { places[cell] = places.count }
    }
    guard places.count > 1 else { return }
    var sets = DisjointSets(count: places.count)
    var apart = places.count
    for (cell, place) in places {
      for neighbour in topology.neighbours(ofCell: Int(cell)) {
        if let other = places[Int32(neighbour)], sets.join(place, other) { apart -= 1 }
      }
    }
    guard apart > 1 else { return }
    walk(around: piece, from: scars, places, &sets, &apart)
    guard apart > 1 else { return }
    let roots = places.filter { sets.root(of: $0.value) == $0.value }.map(\.key).sorted()
    divide(piece, from: roots.map { Int($0) })
  }

  /// Follows the rings around a piece and joins the cells that one of them passes by.
  private func walk(
    around piece: Int32, from scars: [HalfEdge], _ places: [Int32: Int], _ sets: inout DisjointSets,
    _ apart: inout Int
  ) {
    var waiting = Set(scars)
    for start in scars where waiting.contains(start) {
      guard let first = places[topology.cells[start]] else { continue }
      var half = start
      repeat {
        if waiting.remove(half) != nil, let place = places[topology.cells[half]],
          sets.join(first, place)
        {
          apart -= 1
          if apart == 1 { return }
        }
        half = successor(of: half, in: piece)
      } while half != start
    }
  }

  /// The half-edge that follows another on the way around the ground on its left, without passing a corner in
  /// which that ground only touches other ground of the piece: that may be connected or not.
  private func successor(of half: HalfEdge, in piece: Int32) -> HalfEdge {
    let back = half.twin
    var last = back
    var next = topology.edges.around[back]
    while next != back {
      if self.piece(leftOf: next) == piece, self.piece(leftOf: next.twin) != piece { last = next }
      next = topology.edges.around[next]
    }
    return last
  }

  /// Searches a piece from several cells in turn; what is found whole while another search is still
  /// under way becomes a piece of its own.
  private mutating func divide(_ piece: Int32, from starts: [Int]) {
    let base = searches
    searches += Int32(starts.count)
    var sets = DisjointSets(count: starts.count)
    var parties = starts.map { SearchParty(start: $0) }
    for (number, start) in starts.enumerated() { visits[start] = base + Int32(number) }
    var open = Array(starts.indices)
    while open.count > 1 {
      for number in open where open.count > 1 && sets.root(of: number) == number {
        guard let cell = parties[number].next() else {
          open.removeAll { $0 == number }
          split(parties[number].found)
          continue
        }
        for neighbour in topology.neighbours(ofCell: cell) where componentOfCell[neighbour] == piece
        {
          let visit = Int(visits[neighbour] - base)
          let here = sets.root(of: number)
          guard visit >= 0 else {
            visits[neighbour] = base + Int32(here)
            parties[here].add(neighbour)
            continue
          }
          // Where two searches meet, the one with the smaller number goes on for both.
          let there = sets.root(of: visit)
          guard here != there else { continue }
          sets.join(here, there)
          let (kept, given) = (min(here, there), max(here, there))
          parties[kept].join(parties[given])
          open.removeAll { $0 == given }
        }
      }
    }
  }

  private mutating func split(_ cells: [Int]) {
    let piece = makePiece()
    for cell in cells {
      let old = Int(componentOfCell[cell])
      cellCounts[old] -= 1
      weights[old] -= weightOfCell[cell]
      weights[Int(piece)] += weightOfCell[cell]
      componentOfCell[cell] = piece
    }
    cellCounts[Int(piece)] = Int32(cells.count)
    touch(piece)
  }
}

/// One of several searches that go on in turn.
private struct SearchParty {
  /// All cells found so far.
  private(set) var found: [Int]
  private var queue: [Int]
  private var head = 0

  init(start: Int) {
    found = [start]
    queue = [start]
  }

  /// The next cell whose neighbours are to be looked at.
  mutating func next() -> Int? {
    guard head < queue.count else { return nil }
    head += 1
    return queue[head - 1]
  }

  mutating func add(_ cell: Int) {
    found.append(cell)
    queue.append(cell)
  }

  mutating func join(_ other: SearchParty) {
    found += other.found
    queue += other.queue[other.head...]
  }
}

/// Gaining cells.
extension DynamicComponents {
  /// Makes a piece of a cell and all of its label that hang together with it; none is in a piece.
  private mutating func gather(from cell: Int) {
    let piece = makePiece()
    var queue = [cell]
    componentOfCell[cell] = piece
    var head = 0
    while head < queue.count {
      for neighbour in topology.neighbours(ofCell: queue[head])
      where componentOfCell[neighbour] < 0 && labels[neighbour] == labels[cell] {
        componentOfCell[neighbour] = piece
        queue.append(neighbour)
      }
      weights[Int(piece)] += weightOfCell[queue[head]]
      head += 1
    }
    cellCounts[Int(piece)] = Int32(queue.count)
    touch(piece)
  }

  /// Puts a cell that is in no piece into those of its label beside it, which become one.
  private mutating func insert(_ cell: Int) {
    var beside: [Int32] = []
    for neighbour in topology.neighbours(ofCell: cell) {
      let piece = componentOfCell[neighbour]
      if piece >= 0, labels[neighbour] == labels[cell], !beside.contains(piece) {
        beside.append(piece)
      }
    }
    let largest = beside.max { (cellCounts[Int($0)], $1) < (cellCounts[Int($1)], $0) }
    let piece = largest ?? makePiece()
    for other in beside where other != piece { rename(other, to: piece, beside: cell) }
    componentOfCell[cell] = piece
    cellCounts[Int(piece)] += 1
    weights[Int(piece)] += weightOfCell[cell]
    touch(piece)
  }

  /// Gives a whole piece the number of another.
  private mutating func rename(_ piece: Int32, to other: Int32, beside cell: Int) {
    var queue = topology.neighbours(ofCell: cell).filter { componentOfCell[$0] == piece }
    for cell in queue { componentOfCell[cell] = other }
    var head = 0
    while head < queue.count {
      for neighbour in topology.neighbours(ofCell: queue[head])
      where componentOfCell[neighbour] == piece {
        componentOfCell[neighbour] = other
        queue.append(neighbour)
      }
      head += 1
    }
    cellCounts[Int(other)] += cellCounts[Int(piece)]
    cellCounts[Int(piece)] = 0
    weights[Int(other)] += weights[Int(piece)]
    weights[Int(piece)] = 0
    touch(piece)
    free.append(piece)
  }
}

/// What is read from the pieces.
extension DynamicComponents {
  /// The pieces that there are, by number.
  ///
  /// - Complexity: O(*n*), for *n* numbers.
  package var all: [Int32] { cellCounts.indices.filter { cellCounts[$0] > 0 }.map { Int32($0) } }

  /// The cells of the pieces that fulfil a condition, by piece, in ascending order.
  ///
  /// - Complexity: O(*n*), for *n* cells.
  package func cells(where isWanted: (Int32) -> Bool) -> [Int32: [Int]] {
    var slots: [Int32: Int] = [:]
    var members: [[Int]] = []
    var slotOfPiece = [Int32](repeating: -1, count: cellCounts.count)
    for piece in all where isWanted(piece) {
      slotOfPiece[Int(piece)] = Int32(members.count)
      slots[piece] = members.count
      var cells: [Int] = []
      cells.reserveCapacity(Int(cellCounts[Int(piece)]))
      members.append(cells)
    }
    guard !members.isEmpty else { return [:] }
    for (cell, piece) in componentOfCell.enumerated() where piece >= 0 {
      let slot = slotOfPiece[Int(piece)]
      if slot >= 0 { members[Int(slot)].append(cell) }
    }
    return slots.mapValues { members[$0] }
  }

  /// The cells of the piece that a cell belongs to, in ascending order.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells of the piece.
  package func cells(with cell: Int) -> [Int] {
    let piece = componentOfCell[cell]
    var found = [cell]
    var isFound: Set<Int> = [cell]
    var head = 0
    while head < found.count {
      for neighbour in topology.neighbours(ofCell: found[head])
      where componentOfCell[neighbour] == piece && isFound.insert(neighbour).inserted {
        found.append(neighbour)
      }
      head += 1
    }
    return found.sorted()
  }

  /// The outlines of the pieces that fulfil a condition, each as rings of half-edges: the shell
  /// counter-clockwise and first, then the holes clockwise.
  ///
  /// - Complexity: O(*b*), for *b* half-edges at the border of a piece.
  package func outlines(where isWanted: (Int32) -> Bool) -> [Int32: [[HalfEdge]]] {
    var outlines: [Int32: [[HalfEdge]]] = [:]
    // Asked once for each piece: there are far fewer of them than half-edges at borders.
    let wanted = cellCounts.indices.map { cellCounts[$0] > 0 && isWanted(Int32($0)) }
    guard wanted.contains(true) else { return [:] }
    var isTraced = [Bool](repeating: false, count: topology.cells.count)
    for half in borders where !isTraced[half.offset] {
      let piece = piece(leftOf: half)
      guard piece >= 0, wanted[Int(piece)] else { continue }
      let ring = topology.edges.ring(from: half) { self.piece(leftOf: $0) }
      for half in ring { isTraced[half.offset] = true }
      outlines[piece, default: []].append(ring)
    }
    return outlines
  }

  fileprivate func piece(leftOf half: HalfEdge) -> Int32 {
    let cell = topology.cells[half]
    return cell < 0 ? -1 : componentOfCell[Int(cell)]
  }

  /// Looks again whether the half-edges around some cells are at borders.
  private mutating func refreshBorders(around cells: [Int]) {
    for cell in cells {
      for half in topology.halves(ofCell: cell) {
        for side in [half, half.twin] {
          let label = labelLeft(of: side)
          let isAtBorder = label >= 0 && label != labelLeft(of: side.twin)
          let place = borderPlaces[side]
          if isAtBorder, place < 0 {
            borderPlaces[side] = Int32(borders.count)
            borders.append(side)
          } else if !isAtBorder, place >= 0, let last = borders.popLast() {
            // The last takes the place of the one that goes.
            if last != side {
              borders[Int(place)] = last
              borderPlaces[last] = place
            }
            borderPlaces[side] = -1
          }
        }
      }
    }
  }

  private func labelLeft(of half: HalfEdge) -> Int32 {
    let cell = topology.cells[half]
    return cell < 0 ? -1 : labels[Int(cell)]
  }
}
