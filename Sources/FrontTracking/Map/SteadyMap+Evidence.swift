internal import Theatre

/// How far the map can be trusted, and how old what it rests on is.
extension SteadyMap {
  /// Follows how much the cells add to the confidence in the pieces they belong to.
  private mutating func weigh() {
    weights.advance(to: day)
    let halfDistance = tracker.theatre.settings.halfDistanceInKilometers
    defer { unweighed.removeAll(keepingCapacity: true) }
    for cell in unweighed.lazy.map({ Int($0) }) {
      let entry = mosaic.entryIndex(ofCell: cell)
      guard entry >= 0 else {
        weights.set(cell, confidence: 0, lastReport: day, area: 0)
        continue
      }
      let (belief, lastReport) = tracker.beliefs[Int(mosaic.sources[cell]), Int(entry)]
      let nearness =
        belief > 0 && mosaic.isInferred(cell)
        ? Confidence.discount(
          for: mosaic.state(ofCell: cell).inference, halfDistance: halfDistance) : 1
      weights.set(
        cell, confidence: belief * nearness, lastReport: lastReport,
        area: measures.area(ofCells: CollectionOfOne(cell)))
    }
  }

  /// The confidence in pieces times their area, by piece.
  ///
  /// - Complexity: O(*n*), for *n* cells.
  mutating func confidenceSums(of wanted: some Collection<Int32>) -> [Int32: Double] {
    weigh()
    let pieces = territories.pieces
    var slots = [Int32](repeating: -1, count: pieces.cellCounts.count)
    let order = Array(wanted)
    for (slot, piece) in order.enumerated() { slots[Int(piece)] = Int32(slot) }
    let sums = weights.sums(
      ofPieces: pieces.pieceOfCell, slots: slots, count: order.count, on: day)
    return Dictionary(uniqueKeysWithValues: zip(order, sums))
  }

  /// Follows the ages of the reports.
  mutating func turnAges() -> Turnover {
    let isFirst = ages.isEmpty
    let labels = ages.pieces.labels
    var changes: [(cell: Int, label: Int32)] = []
    for cell in mosaic.cells.indices {
      let age = Int32(mosaic.age(ofCell: cell, on: day, tracker.beliefs).rawValue)
      if isFirst || labels[cell] != age { changes.append((cell, age)) }
    }
    guard isFirst || !changes.isEmpty else { return Turnover() }
    ages.relabel(changes)
    return ages.turn()
  }

  /// Returns the ground that numbers of the last day stand for, in its own order.
  ///
  /// - Complexity: O(*b*), for *b* half-edges at borders.
  mutating func staleGround(_ numbers: [Int]) -> [(number: Int, item: StaleGround)] {
    let wanted = ages.pieceOf(numbers)
    let rings = ages.pieces.outlines { wanted[$0] != nil }
    let topology = mosaic.topology
    var drawn: [(number: Int, item: StaleGround)] = []
    for (piece, number) in wanted {
      guard let rings = rings[piece] else { continue }
      let (outline, ordered) = topology.outline(of: rings)
      let first = Int(topology.cells[Int(ordered[0][0])])
      let ground = StaleGround(
        age: StalenessClass(rawValue: Int(ages.pieces.labels[first])) ?? .none, outline: outline,
        areaInSquareKilometers: measures.area(inside: ordered))
      drawn.append((number, ground))
    }
    return drawn.sorted { $0.item < $1.item }
  }
}
