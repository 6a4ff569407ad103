internal import Geometry
internal import Theatre

/// What the numbers of a day stand for.
extension SteadyMap {
  /// Returns the ground that numbers of the last day stand for, in its own order.
  ///
  /// - Parameters:
  ///   - numbers: numbers of territories that are on the map.
  ///   - longestList: how many sites a territory may have for its sites and reports to be listed.
  /// - Complexity: O(*n* + *b*), for *n* cells and *b* half-edges at borders.
  mutating func territories(
    _ numbers: [Int], longestList: Int = .max
  ) -> [(number: Int, item: Territory)] {
    let wanted = territories.pieceOf(numbers)
    guard !wanted.isEmpty else { return [] }
    let rings = territories.pieces.outlines { wanted[$0] != nil }
    let confidences = confidenceSums(of: wanted.keys)
    var drawn: [(number: Int, item: Territory)] = []
    for (piece, number) in wanted {
      guard let rings = rings[piece] else { continue }
      drawn.append((number, territory(piece, rings, longestList, confidences[piece] ?? 0)))
    }
    return drawn.sorted { $0.item < $1.item }
  }

  private mutating func territory(
    _ piece: Int32, _ rings: [[Int32]], _ longestList: Int, _ confidence: Double
  ) -> Territory {
    let mosaic = mosaic
    let (outline, ordered) = mosaic.topology.outline(of: rings)
    let area = measures.area(inside: ordered)
    let placeCount = Int(territories.pieces.weights[Int(piece)])
    let isListed = placeCount <= longestList
    let first = Int(mosaic.topology.cells[Int(ordered[0][0])])
    // The cells of a large piece are looked at only where something of them is wanted.
    let isWanted = isListed || !mosaic.isEveryCellReported
    let cells = isWanted ? territories.pieces.cells(with: first) : []
    let inferred = measures.area(ofCells: cells.lazy.filter { mosaic.isInferred($0) })
    let state = mosaic.groundState(ofCell: first).inferred
    return Territory(
      state: state, outline: outline,
      areaInSquareKilometers: area, placeCount: placeCount, isListed: isListed,
      places: isListed ? cells.flatMap(mosaic.sites(inCell:)).sorted() : [],
      reports: isListed ? mosaic.reports(behind: cells) : [],
      inferredShare: area > 0 ? min(1, max(0, inferred / area)) : 0,
      probability: probability(ofCells: cells),
      isDateUncertain: mosaic.isDateUncertain(first),
      confidence: state.status == .unknown || area <= 0 ? nil : min(1, confidence / area))
  }

  /// How probable the state of cells is on average over the area of those where it is estimated.
  private mutating func probability(ofCells cells: [Int]) -> Double? {
    var (sum, whole) = (0.0, 0.0)
    for cell in cells {
      guard let probability = mosaic.probability(ofCell: cell) else { continue }
      let area = measures.area(ofCells: CollectionOfOne(cell))
      sum += probability * area
      whole += area
    }
    return whole > 0 ? sum / whole : nil
  }

  /// Returns the lines that numbers of the last day stand for, in their own order.
  ///
  /// - Complexity: O(*n*), for *n* vertices of all lines.
  mutating func fronts(_ numbers: [Int]) -> [(number: Int, item: FrontLine)] {
    let keys = fronts.keys
    var drawn: [(number: Int, item: FrontLine)] = []
    for number in numbers {
      guard let stretch = keys[number], let last = stretch.halves.last else { continue }
      let topology = mosaic.topology
      let positions = stretch.halves.map(topology.position(ofOrigin:))
      let line = LineString(positions + [topology.position(ofOrigin: last ^ 1)])
      drawn.append(
        (
          number,
          FrontLine(
            holders: stretch.holders, reports: stretch.reports, line: line,
            lengthInKilometers: measures.length(of: stretch.halves))
        ))
    }
    return drawn.sorted { $0.item < $1.item }
  }

  /// Returns the pockets that numbers of the last day stand for, in their own order.
  ///
  /// - Complexity: O(*n* + *b*), for *n* cells and *b* half-edges at borders.
  mutating func pockets(_ numbers: [Int]) -> [(number: Int, item: Pocket)] {
    let keys = pockets.keys
    let pieceOf = sideGround.roll.keys
    var wanted: [Int32: (number: Int, holder: Int)] = [:]
    for number in numbers {
      guard let key = keys[number], let piece = pieceOf[key.piece] else { continue }
      wanted[piece] = (number, key.holder)
    }
    let rings = sideGround.pieces.outlines { wanted[$0] != nil }
    let cells = sideGround.pieces.cells { wanted[$0] != nil }
    var drawn: [(number: Int, item: Pocket)] = []
    for (piece, key) in wanted {
      guard let rings = rings[piece], let cells = cells[piece] else { continue }
      let (outline, ordered) = mosaic.topology.outline(of: rings)
      let pocket = Pocket(
        holder: key.holder, outline: outline,
        areaInSquareKilometers: measures.area(inside: ordered),
        places: cells.flatMap(mosaic.sites(inCell:)).sorted(),
        besiegers: besiegers(along: ordered))
      drawn.append((key.number, pocket))
    }
    return drawn.sorted { $0.item < $1.item }
  }

  /// Returns the sites that numbers of the last day stand for, in order.
  ///
  /// - Complexity: O(*n*), for *n* sites of the theatre.
  func places(_ numbers: [Int]) -> [(number: Int, item: PlaceState)] {
    let keys = places.keys
    return numbers.compactMap { number in
      guard let place = keys[number], let ground = tracker.grounds.ground(ofPlace: place),
        let cell = mosaic.cell(ofGround: ground)
      else { return nil }
      return (number, PlaceState(place: place, cell: mosaic.state(ofCell: cell)))
    }.sorted { $0.item < $1.item }
  }
}

extension SteadyMap {
  /// Who holds the ground on the other side of some rings, each once and in order; nil stands for nobody known.
  private func besiegers(along rings: [[Int32]]) -> [Int?] {
    var found: Set<Int?> = []
    for half in rings.joined() {
      let cell = mosaic.topology.cells[Int(half ^ 1)]
      if cell >= 0 { found.insert(mosaic.groundState(ofCell: Int(cell)).holder) }
    }
    return found.sorted { ($0 ?? .max) < ($1 ?? .max) }
  }
}

/// What a pocket is known by: the number of a side's piece of ground and who holds most of it.
struct PocketKey: Hashable {
  let piece: Int
  let holder: Int
}

extension SteadyMap {
  /// The pieces of each side's ground that touch no exit of the side and from which no crossing leads to
  /// one that does.
  mutating func closedPieces() -> [PocketKey] {
    // Where nothing is inferred, confirmed places stand alone, and that cuts nobody off.
    guard tracker.infersGround else { return [] }
    let pieces = sideGround.pieces
    let mosaic = mosaic
    let atExits = exits.openPieces(pieces, tracker.theatre.sides, sideOfCell: mosaic.side)
    let open = crossings.pieces(reachedFrom: atExits, pieces, sideOfCell: mosaic.side)
    let closed = pieces.cells { !open.contains($0) }
    var keys: [PocketKey] = []
    for (piece, cells) in closed.sorted(by: { $0.key < $1.key }) {
      guard let number = sideGround.roll.number(of: piece) else { continue }
      let byHolder = Dictionary(grouping: cells) { mosaic.groundState(ofCell: $0).holder }
      var most: (holder: Int, area: Double)?
      for (holder, cells) in byHolder.sorted(by: { ($0.key ?? .max) < ($1.key ?? .max) }) {
        let area = measures.area(ofCells: cells)
        if let holder, area > most?.area ?? -1 { most = (holder, area) }
      }
      if let most { keys.append(PocketKey(piece: number, holder: most.holder)) }
    }
    return keys
  }
}

extension PieceRoll {
  /// The pieces that numbers stand for.
  func pieceOf(_ numbers: [Int]) -> [Int32: Int] {
    let keys = roll.keys
    var pieces: [Int32: Int] = [:]
    for number in numbers {
      if let piece = keys[number] { pieces[piece] = number }
    }
    return pieces
  }
}

extension Topology {
  /// An outline from its rings of half-edges, and the rings in its order.
  func outline(of rings: [[Int32]]) -> (Outline, [[Int32]]) {
    var shells: [(vertices: [Int32], ring: [Int32])] = []
    var holes = shells
    for ring in rings {
      let vertices = vertices(of: ring)
      // From the same vertex always, so that sums over the ring come out the same.
      let start = ring.firstIndex { edges.origins[Int($0)] == vertices[0] } ?? 0
      let ring = Array(ring[start...] + ring[..<start])
      if doubledArea(of: vertices) > 0 {
        shells.append((vertices, ring))
      } else {
        holes.append((vertices, ring))
      }
    }
    precondition(shells.count == 1, "a connected piece has one outer ring")
    holes.sort { $0.vertices.lexicographicallyPrecedes($1.vertices) }
    let all = shells + holes
    return (
      Outline(vertices: table, rings: all.map(\.vertices)), all.map(\.ring)
    )
  }
}
