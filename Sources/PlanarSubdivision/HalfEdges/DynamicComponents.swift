internal import TypedIndices

/// The connected components of cells that have the same label, kept from day to day.
///
/// When labels change, a component that loses cells is looked at only around them: its other cells still
/// hang together if those next to the lost ones do. That can be seen at once, or on the ring around the
/// component. Otherwise the parts are searched in turn until they meet or all but one are complete. So a
/// cut costs time in proportion to the smaller parts. Components that meet take the number of the larger one.
package struct DynamicComponents {
  private let topology: Topology

  /// The label of each cell; negative for a cell in no component.
  package private(set) var labels: [Int32]

  /// The component of each cell; -1 for a cell in none.
  package private(set) var componentOfCell: [Int32]

  /// How many cells each component has; 0 for a number that is free.
  package private(set) var cellCounts: [Int32] = []

  /// How much the cells of each component weigh together.
  package private(set) var weights: [Int32] = []

  /// How much each cell weighs.
  private let weightOfCell: [Int32]

  /// The components that are not what they were before the last change, by number. Some may be gone.
  package private(set) var touched: [Int32] = []

  /// The half-edges that have a component on their left and something else on their right, in no order.
  package private(set) var borders: [HalfEdge] = []

  private var isTouched: [Bool] = []
  /// Where each half-edge stands among the borders; -1 for one that does not.
  private var borderPlaces: IndexedArray<HalfEdge, Int32>
  private var free: [Int32] = []
  /// Which search last came by a cell.
  private var visits: [Int32]
  private var searches: Int32 = 0

  /// Begins with no cell in a component.
  ///
  /// - Parameters:
  ///   - topology: the edges of the cells.
  ///   - weights: what of each cell is added up by component; nothing by default.
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
  /// - Complexity: O(*k*), for *k* cells that change and those of the smaller parts of components that
  ///   are cut or joined.
  package mutating func relabel(_ changes: [(cell: Int, label: Int32)]) {
    for component in touched { isTouched[Int(component)] = false }
    touched.removeAll(keepingCapacity: true)
    let changes = changes.filter { labels[$0.cell] != $0.label }
    let losers = remove(changes.map(\.cell))
    for (component, scars) in losers where cellCounts[Int(component)] > 0 {
      mend(component, around: scars)
    }
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

  /// Whether a component is not what it was before the last change.
  package func isTouched(_ component: Int32) -> Bool { isTouched[Int(component)] }

  private mutating func touch(_ component: Int32) {
    guard !isTouched[Int(component)] else { return }
    isTouched[Int(component)] = true
    touched.append(component)
  }

  private mutating func makeComponent() -> Int32 {
    if let component = free.popLast() { return component }
    cellCounts.append(0)
    weights.append(0)
    isTouched.append(false)
    return Int32(cellCounts.count - 1)
  }
}

/// Losing cells.
extension DynamicComponents {
  /// Takes cells out of their components; returns those components, in order, with the half-edges of theirs
  /// that have a lost cell on their right.
  private mutating func remove(_ cells: [Int]) -> [(component: Int32, scars: [HalfEdge])] {
    var former: [(cell: Int, component: Int32)] = []
    for cell in cells where componentOfCell[cell] >= 0 {
      let component = componentOfCell[cell]
      former.append((cell, component))
      componentOfCell[cell] = -1
      labels[cell] = -1
      cellCounts[Int(component)] -= 1
      weights[Int(component)] -= weightOfCell[cell]
      touch(component)
      if cellCounts[Int(component)] == 0 { free.append(component) }
    }
    var scarsOfComponent: [Int32: [HalfEdge]] = [:]
    for (cell, component) in former {
      for half in topology.halves(ofCell: cell) where self.component(leftOf: half.twin) == component
      {
        scarsOfComponent[component, default: []].append(half.twin)
      }
    }
    return scarsOfComponent.keys.sorted().map { ($0, scarsOfComponent[$0] ?? []) }
  }

  /// Divides a component if the cells beside the lost ones no longer hang together. They do if they share
  /// an edge, or if one ring around the component passes by them.
  private mutating func mend(_ component: Int32, around scars: [HalfEdge]) {
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
    walk(around: component, from: scars, places, &sets, &apart)
    guard apart > 1 else { return }
    let roots = places.filter { sets.root(of: $0.value) == $0.value }.map(\.key).sorted()
    divide(component, from: roots.map { Int($0) })
  }

  /// Follows the rings around a component and joins the cells that one of them passes by.
  private func walk(
    around component: Int32, from scars: [HalfEdge], _ places: [Int32: Int],
    _ sets: inout DisjointSets,
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
        half = successor(of: half, in: component)
      } while half != start
    }
  }

  /// The half-edge that follows another on the way around the cells on its left, without passing a corner in
  /// which those cells only touch other cells of the component: these may be connected or not.
  private func successor(of half: HalfEdge, in component: Int32) -> HalfEdge {
    let back = half.twin
    var last = back
    var next = topology.edges.around[back]
    while next != back {
      if self.component(leftOf: next) == component, self.component(leftOf: next.twin) != component {
        last = next
      }
      next = topology.edges.around[next]
    }
    return last
  }

  /// Searches a component from several cells in turn; what is found whole while another search is still
  /// under way becomes a component of its own.
  private mutating func divide(_ component: Int32, from starts: [Int]) {
    let base = searches
    searches += Int32(starts.count)
    var sets = DisjointSets(count: starts.count)
    var parties = starts.map { SearchParty(start: $0) }
    for (number, start) in starts.enumerated() { visits[start] = base + Int32(number) }
    var open = Array(starts.indices)
    var isOpen = [Bool](repeating: true, count: starts.count)
    var openCount = starts.count
    while openCount > 1 {
      for number in open where openCount > 1 && isOpen[number] {
        guard let cell = parties[number].next() else {
          isOpen[number] = false
          openCount -= 1
          split(parties[number].found)
          continue
        }
        for neighbour in topology.neighbours(ofCell: cell)
        where componentOfCell[neighbour] == component {
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
          // The shorter list is added to the longer, so that no cell is moved often.
          if parties[kept].size < parties[given].size { parties.swapAt(kept, given) }
          parties[kept].join(parties[given])
          parties[given] = SearchParty()
          isOpen[given] = false
          openCount -= 1
        }
      }
      open.removeAll { !isOpen[$0] }
    }
  }

  private mutating func split(_ cells: [Int]) {
    let component = makeComponent()
    for cell in cells {
      let old = Int(componentOfCell[cell])
      cellCounts[old] -= 1
      weights[old] -= weightOfCell[cell]
      weights[Int(component)] += weightOfCell[cell]
      componentOfCell[cell] = component
    }
    cellCounts[Int(component)] = Int32(cells.count)
    touch(component)
  }
}

/// One of several searches that go on in turn.
private struct SearchParty {
  /// All cells found so far.
  private(set) var found: [Int]
  private var queue: [Int]
  private var head = 0

  init() {
    found = []
    queue = []
  }

  init(start: Int) {
    found = [start]
    queue = [start]
  }

  var size: Int { found.count }

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
  /// Makes a component of a cell and all of its label that hang together with it; none is in a component.
  private mutating func gather(from cell: Int) {
    let component = makeComponent()
    var queue = [cell]
    componentOfCell[cell] = component
    var head = 0
    while head < queue.count {
      for neighbour in topology.neighbours(ofCell: queue[head])
      where componentOfCell[neighbour] < 0 && labels[neighbour] == labels[cell] {
        componentOfCell[neighbour] = component
        queue.append(neighbour)
      }
      weights[Int(component)] += weightOfCell[queue[head]]
      head += 1
    }
    cellCounts[Int(component)] = Int32(queue.count)
    touch(component)
  }

  /// Puts a cell that is in no component into those of its label beside it, which become one.
  private mutating func insert(_ cell: Int) {
    var beside: [Int32] = []
    for neighbour in topology.neighbours(ofCell: cell) {
      let component = componentOfCell[neighbour]
      if component >= 0, labels[neighbour] == labels[cell], !beside.contains(component) {
        beside.append(component)
      }
    }
    let largest = beside.max { (cellCounts[Int($0)], $1) < (cellCounts[Int($1)], $0) }
    let component = largest ?? makeComponent()
    for other in beside where other != component { rename(other, to: component, beside: cell) }
    componentOfCell[cell] = component
    cellCounts[Int(component)] += 1
    weights[Int(component)] += weightOfCell[cell]
    touch(component)
  }

  /// Gives a whole component the number of another.
  private mutating func rename(_ component: Int32, to other: Int32, beside cell: Int) {
    var queue = topology.neighbours(ofCell: cell).filter { componentOfCell[$0] == component }
    for cell in queue { componentOfCell[cell] = other }
    var head = 0
    while head < queue.count {
      for neighbour in topology.neighbours(ofCell: queue[head])
      where componentOfCell[neighbour] == component {
        componentOfCell[neighbour] = other
        queue.append(neighbour)
      }
      head += 1
    }
    cellCounts[Int(other)] += cellCounts[Int(component)]
    cellCounts[Int(component)] = 0
    weights[Int(other)] += weights[Int(component)]
    weights[Int(component)] = 0
    touch(component)
    free.append(component)
  }
}

/// What is read from the components.
extension DynamicComponents {
  /// The components that there are, by number.
  ///
  /// - Complexity: O(*n*), for *n* numbers.
  package var all: [Int32] { cellCounts.indices.filter { cellCounts[$0] > 0 }.map { Int32($0) } }

  /// The cells of the components that fulfil a condition, by component, in ascending order.
  ///
  /// - Complexity: O(*n*), for *n* cells.
  package func cells(where isWanted: (Int32) -> Bool) -> [Int32: [Int]] {
    var slots: [Int32: Int] = [:]
    var members: [[Int]] = []
    var slotOfComponent = [Int32](repeating: -1, count: cellCounts.count)
    for component in all where isWanted(component) {
      slotOfComponent[Int(component)] = Int32(members.count)
      slots[component] = members.count
      var cells: [Int] = []
      cells.reserveCapacity(Int(cellCounts[Int(component)]))
      members.append(cells)
    }
    guard !members.isEmpty else { return [:] }
    for (cell, component) in componentOfCell.enumerated() where component >= 0 {
      let slot = slotOfComponent[Int(component)]
      if slot >= 0 { members[Int(slot)].append(cell) }
    }
    return slots.mapValues { members[$0] }
  }

  /// The cells of the component that a cell belongs to, in ascending order.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells of the component.
  package func cells(with cell: Int) -> [Int] {
    let component = componentOfCell[cell]
    var found = [cell]
    var isFound: Set<Int> = [cell]
    var head = 0
    while head < found.count {
      for neighbour in topology.neighbours(ofCell: found[head])
      where componentOfCell[neighbour] == component && isFound.insert(neighbour).inserted {
        found.append(neighbour)
      }
      head += 1
    }
    return found.sorted()
  }

  /// The outlines of the components that fulfil a condition, each as rings of half-edges: the shell
  /// counter-clockwise and first, then the holes clockwise.
  ///
  /// - Complexity: O(*b*), for *b* half-edges at the border of a component.
  package func outlines(where isWanted: (Int32) -> Bool) -> [Int32: [[HalfEdge]]] {
    var outlines: [Int32: [[HalfEdge]]] = [:]
    // Asked once for each component: there are far fewer of them than half-edges at borders.
    let wanted = cellCounts.indices.map { cellCounts[$0] > 0 && isWanted(Int32($0)) }
    guard wanted.contains(true) else { return [:] }
    var isTraced = [Bool](repeating: false, count: topology.cells.count)
    for half in borders where !isTraced[half.offset] {
      let component = component(leftOf: half)
      guard component >= 0, wanted[Int(component)] else { continue }
      let ring = topology.edges.ring(from: half) { self.component(leftOf: $0) }
      for half in ring { isTraced[half.offset] = true }
      outlines[component, default: []].append(ring)
    }
    return outlines
  }

  fileprivate func component(leftOf half: HalfEdge) -> Int32 {
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
