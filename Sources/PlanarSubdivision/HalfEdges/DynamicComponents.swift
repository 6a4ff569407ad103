package import TypedIndices

/// The connected components of cells that have the same label, kept from day to day.
///
/// When labels change, a component that loses cells is looked at only around them: its other cells still
/// hang together if those next to the lost ones do. That can be seen at once, or on the ring around the
/// component. Otherwise the parts are searched in turn until they meet or all but one are complete. So a
/// cut costs time in proportion to the smaller parts. Components that meet take the number of the larger one.
package struct DynamicComponents {
  private let topology: Topology

  /// The label of each cell; -1 for a cell in no component.
  @usableFromInline private(set) var labels: IndexedArray<CellID, Int32>

  /// The number of the component of each cell; -1 for a cell in none.
  @usableFromInline private(set) var components: IndexedArray<CellID, Int32>

  /// How many cells each component has; 0 for a number that is free.
  package private(set) var cellCounts: IndexedArray<ComponentID, Int32> = []

  /// How much the cells of each component weigh together.
  package private(set) var weights: IndexedArray<ComponentID, Int32> = []

  /// How much each cell weighs.
  private let weightOfCell: IndexedArray<CellID, Int32>

  /// The components that are not what they were before the last change. Some may be gone.
  package private(set) var touched: [ComponentID] = []

  /// The half-edges that have a component on their left and something else on their right, in no order.
  package private(set) var borders: [HalfEdge] = []

  private var isTouched: IndexedArray<ComponentID, Bool> = []
  /// Where each half-edge stands among the borders; -1 for one that does not.
  private var borderPlaces: IndexedArray<HalfEdge, Int32>
  private var free: [ComponentID] = []
  /// The number of the search that last came by each cell.
  private var visits: IndexedArray<CellID, Int32>
  private var searches: Int32 = 0

  /// Begins with no cell in a component.
  ///
  /// - Parameters:
  ///   - topology: the edges of the cells.
  ///   - weights: what of each cell is added up by component; nothing by default.
  package init(_ topology: Topology, weights: IndexedArray<CellID, Int32>? = nil) {
    self.topology = topology
    weightOfCell = weights ?? IndexedArray(repeating: 0, count: topology.cellCount)
    labels = IndexedArray(repeating: -1, count: topology.cellCount)
    components = labels
    visits = labels
    borderPlaces = IndexedArray(repeating: -1, count: topology.halfEdges.count)
  }

  /// Gives cells other labels.
  ///
  /// - Parameter changes: the cells, each once, and their new labels, from 0; nil for a cell that is to
  ///   be in no component.
  /// - Complexity: O(*k*), for *k* cells that change and those of the smaller parts of components that
  ///   are cut or joined.
  package mutating func relabel(_ changes: [(cell: CellID, label: Int32?)]) {
    for component in touched { isTouched[component] = false }
    touched.removeAll(keepingCapacity: true)
    let changes = changes.filter { labels[$0.cell] != $0.label ?? -1 }
    let losers = remove(changes.map(\.cell))
    for (component, scars) in losers where cellCounts[component] > 0 {
      mend(component, around: scars)
    }
    for change in changes { labels[change.cell] = change.label ?? -1 }
    if cellCounts.allSatisfy({ $0 == 0 }) {
      for change in changes where change.label != nil && components[change.cell] < 0 {
        gather(from: change.cell)
      }
    } else {
      for change in changes where change.label != nil { insert(change.cell) }
    }
    refreshBorders(around: changes.map(\.cell))
  }

  /// Whether a component is not what it was before the last change.
  package func isTouched(_ component: ComponentID) -> Bool { isTouched[component] }

  private mutating func touch(_ component: ComponentID) {
    guard !isTouched[component] else { return }
    isTouched[component] = true
    touched.append(component)
  }

  private mutating func makeComponent() -> ComponentID {
    if let component = free.popLast() { return component }
    weights.append(0)
    isTouched.append(false)
    return cellCounts.append(0)
  }
}

/// Losing cells.
extension DynamicComponents {
  /// Takes cells out of their components; returns those components, in order, with the half-edges of theirs
  /// that have a lost cell on their right.
  private mutating func remove(
    _ cells: [CellID]
  ) -> [(component: ComponentID, scars: [HalfEdge])] {
    var former: [(cell: CellID, component: ComponentID)] = []
    for cell in cells {
      guard let component = component(ofCell: cell) else { continue }
      former.append((cell, component))
      components[cell] = -1
      labels[cell] = -1
      cellCounts[component] -= 1
      weights[component] -= weightOfCell[cell]
      touch(component)
      if cellCounts[component] == 0 { free.append(component) }
    }
    var scarsOfComponent: [ComponentID: [HalfEdge]] = [:]
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
  private mutating func mend(_ component: ComponentID, around scars: [HalfEdge]) {
    var places: [CellID: Int] = [:]
    for half in scars {
      if let cell = topology.cell(leftOf: half), places[cell] == nil { places[cell] = places.count }
    }
    guard places.count > 1 else { return }
    var sets = DisjointSets(count: places.count)
    var apart = places.count
    for (cell, place) in places {
      for neighbour in topology.neighbours(ofCell: cell) {
        if let other = places[neighbour], sets.join(place, other) { apart -= 1 }
      }
    }
    guard apart > 1 else { return }
    walk(around: component, from: scars, places, &sets, &apart)
    guard apart > 1 else { return }
    let roots = places.filter { sets.root(of: $0.value) == $0.value }.map(\.key).sorted()
    divide(component, from: roots)
  }

  /// Follows the rings around a component and joins the cells that one of them passes by.
  private func walk(
    around component: ComponentID, from scars: [HalfEdge], _ places: [CellID: Int],
    _ sets: inout DisjointSets, _ apart: inout Int
  ) {
    func place(_ half: HalfEdge) -> Int? { topology.cell(leftOf: half).flatMap { places[$0] } }
    var waiting = Set(scars)
    for start in scars where waiting.contains(start) {
      guard let first = place(start) else { continue }
      var half = start
      repeat {
        if waiting.remove(half) != nil, let other = place(half), sets.join(first, other) {
          apart -= 1
          if apart == 1 { return }
        }
        half = successor(of: half, in: component)
      } while half != start
    }
  }

  /// The half-edge that follows another on the way around the cells on its left, without passing a corner in
  /// which those cells only touch other cells of the component: these may be connected or not.
  private func successor(of half: HalfEdge, in component: ComponentID) -> HalfEdge {
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
  private mutating func divide(_ component: ComponentID, from starts: [CellID]) {
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
        where components[neighbour] == component.rawValue {
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

  private mutating func split(_ cells: [CellID]) {
    let component = makeComponent()
    for cell in cells {
      if let old = self.component(ofCell: cell) {
        cellCounts[old] -= 1
        weights[old] -= weightOfCell[cell]
      }
      weights[component] += weightOfCell[cell]
      components[cell] = component.rawValue
    }
    cellCounts[component] = Int32(cells.count)
    touch(component)
  }
}

/// One of several searches that go on in turn.
private struct SearchParty {
  /// All cells found so far.
  private(set) var found: [CellID]
  private var queue: [CellID]
  private var head = 0

  init() {
    found = []
    queue = []
  }

  init(start: CellID) {
    found = [start]
    queue = [start]
  }

  var size: Int { found.count }

  /// The next cell whose neighbours are to be looked at.
  mutating func next() -> CellID? {
    guard head < queue.count else { return nil }
    head += 1
    return queue[head - 1]
  }

  mutating func add(_ cell: CellID) {
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
  private mutating func gather(from cell: CellID) {
    let component = makeComponent()
    var queue = [cell]
    components[cell] = component.rawValue
    var head = 0
    while head < queue.count {
      for neighbour in topology.neighbours(ofCell: queue[head])
      where components[neighbour] < 0 && labels[neighbour] == labels[cell] {
        components[neighbour] = component.rawValue
        queue.append(neighbour)
      }
      weights[component] += weightOfCell[queue[head]]
      head += 1
    }
    cellCounts[component] = Int32(queue.count)
    touch(component)
  }

  /// Puts a cell that is in no component into those of its label beside it, which become one.
  private mutating func insert(_ cell: CellID) {
    var beside: [ComponentID] = []
    for neighbour in topology.neighbours(ofCell: cell) {
      if let component = component(ofCell: neighbour), labels[neighbour] == labels[cell],
        !beside.contains(component)
      {
        beside.append(component)
      }
    }
    let largest = beside.max { (cellCounts[$0], $1) < (cellCounts[$1], $0) }
    let component = largest ?? makeComponent()
    for other in beside where other != component { rename(other, to: component, beside: cell) }
    components[cell] = component.rawValue
    cellCounts[component] += 1
    weights[component] += weightOfCell[cell]
    touch(component)
  }

  /// Gives a whole component the number of another.
  private mutating func rename(
    _ component: ComponentID, to other: ComponentID, beside cell: CellID
  ) {
    var queue = topology.neighbours(ofCell: cell).filter { components[$0] == component.rawValue }
    for cell in queue { components[cell] = other.rawValue }
    var head = 0
    while head < queue.count {
      for neighbour in topology.neighbours(ofCell: queue[head])
      where components[neighbour] == component.rawValue {
        components[neighbour] = other.rawValue
        queue.append(neighbour)
      }
      head += 1
    }
    cellCounts[other] += cellCounts[component]
    cellCounts[component] = 0
    weights[other] += weights[component]
    weights[component] = 0
    touch(component)
    free.append(component)
  }
}

/// What is read from the components.
extension DynamicComponents {
  /// The label of a cell; nil for a cell in no component.
  @inlinable
  package func label(ofCell cell: CellID) -> Int32? {
    let label = labels[cell]
    return label < 0 ? nil : label
  }

  /// The component of a cell; nil for a cell in none.
  @inlinable
  package func component(ofCell cell: CellID) -> ComponentID? {
    let component = components[cell]
    return component < 0 ? nil : ComponentID(rawValue: component)
  }

  /// All cells, in order.
  @inlinable
  package var cells: Range<CellID> { labels.indices }

  /// The components that there are, in order.
  ///
  /// - Complexity: O(*n*), for *n* numbers.
  package var all: [ComponentID] { cellCounts.indices.filter { cellCounts[$0] > 0 } }

  /// The cells of the components that fulfil a condition, by component, in ascending order.
  ///
  /// - Complexity: O(*n*), for *n* cells.
  package func cells(where isWanted: (ComponentID) -> Bool) -> [ComponentID: [CellID]] {
    var slots: [ComponentID: Int] = [:]
    var members: [[CellID]] = []
    var slotOfComponent = IndexedArray<ComponentID, Int?>(repeating: nil, count: cellCounts.count)
    for component in all where isWanted(component) {
      slotOfComponent[component] = members.count
      slots[component] = members.count
      var cells: [CellID] = []
      cells.reserveCapacity(Int(cellCounts[component]))
      members.append(cells)
    }
    guard !members.isEmpty else { return [:] }
    for cell in cells {
      if let component = component(ofCell: cell), let slot = slotOfComponent[component] {
        members[slot].append(cell)
      }
    }
    return slots.mapValues { members[$0] }
  }

  /// The cells of the component that a cell belongs to, in ascending order.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells of the component.
  package func cells(with cell: CellID) -> [CellID] {
    let component = components[cell]
    var found = [cell]
    var isFound: Set<CellID> = [cell]
    var head = 0
    while head < found.count {
      for neighbour in topology.neighbours(ofCell: found[head])
      where components[neighbour] == component && isFound.insert(neighbour).inserted {
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
  package func outlines(where isWanted: (ComponentID) -> Bool) -> [ComponentID: [[HalfEdge]]] {
    var outlines: [ComponentID: [[HalfEdge]]] = [:]
    // Asked once for each component: there are far fewer of them than half-edges at borders.
    let wanted = IndexedArray<ComponentID, Bool>(
      cellCounts.indices.map { cellCounts[$0] > 0 && isWanted($0) })
    guard wanted.contains(true) else { return [:] }
    var isTraced = IndexedArray<HalfEdge, Bool>(repeating: false, count: topology.halfEdges.count)
    for half in borders where !isTraced[half] {
      guard let component = component(leftOf: half), wanted[component] else { continue }
      let ring = topology.edges.ring(from: half) { self.component(leftOf: $0) }
      for half in ring { isTraced[half] = true }
      outlines[component, default: []].append(ring)
    }
    return outlines
  }

  fileprivate func component(leftOf half: HalfEdge) -> ComponentID? {
    topology.cell(leftOf: half).flatMap { component(ofCell: $0) }
  }

  /// Looks again whether the half-edges around some cells are at borders.
  private mutating func refreshBorders(around cells: [CellID]) {
    for cell in cells {
      for half in topology.halves(ofCell: cell) {
        for side in [half, half.twin] {
          let label = labelLeft(of: side)
          let isAtBorder = label != nil && label != labelLeft(of: side.twin)
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

  private func labelLeft(of half: HalfEdge) -> Int32? {
    topology.cell(leftOf: half).flatMap { label(ofCell: $0) }
  }
}
