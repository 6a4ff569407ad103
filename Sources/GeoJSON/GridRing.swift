internal import Geometry
internal import JSON

/// A ring as it is written: rounded, without repetitions, in its direction, from its smallest
/// position.
///
/// It is rounded first and put into canonical form then: which position is the smallest may change
/// with the rounding, and what is read must be written again as it was.
struct GridRing {
  /// The positions, the last as the first, in their direction but from anywhere.
  private let positions: [GridPosition]
  /// The index of the smallest.
  private let smallest: Int

  /// An outer ring, counter-clockwise. One smaller than the rounding keeps all its positions.
  init(shell ring: LinearRing<Position>) {
    let positions = [GridPosition](roundingWithoutRepetitions: ring.positions)
    self.init(shell: positions.count < 4 ? [GridPosition](rounding: ring.positions) : positions)
  }

  private init(shell positions: consuming [GridPosition]) {
    // A ring without area has no direction and is left in the one it has.
    if positions.doubledSignedArea < 0 { positions.reverse() }
    self.init(positions)
  }

  /// A hole, clockwise, or nil for one smaller than the rounding.
  init?(hole ring: LinearRing<Position>) {
    self.init(hole: [GridPosition](roundingWithoutRepetitions: ring.positions))
  }

  private init?(hole positions: consuming [GridPosition]) {
    guard positions.count >= 4 else { return nil }
    if positions.doubledSignedArea > 0 { positions.reverse() }
    self.init(positions)
  }

  private init(_ positions: [GridPosition]) {
    self.positions = positions
    var smallest = 0
    for index in positions.indices where positions[index] < positions[smallest] {
      smallest = index
    }
    self.smallest = smallest
  }

  /// The positions from the smallest up to the ring's end, and those from its beginning up to the
  /// smallest again.
  var parts: (ArraySlice<GridPosition>, ArraySlice<GridPosition>) {
    (positions[smallest...].dropLast(), positions[...smallest])
  }

  /// Whether rounded rings, the outer one first, are already as they would be written, but for
  /// positions that equal the one before.
  static func areCanonical(_ rings: [[GridPosition]]) -> Bool {
    guard let shell = rings.first,
      rings.allSatisfy({ $0.count >= 4 && $0.first == $0.last })
    else { return false }
    let holes = rings.dropFirst().map(\.withoutRepetitions).filter { $0.count >= 4 }
    let canonical = holes.compactMap { GridRing(hole: $0) }
    let distinct = shell.withoutRepetitions
    let written = distinct.count < 4 ? shell : distinct
    return GridRing(shell: written).all == written
      && canonical.map(\.all) == holes
      && zip(canonical, canonical.dropFirst()).allSatisfy { !precedes($1, $0) }
  }

  /// The positions as they are written.
  private var all: [GridPosition] { Array(parts.0) + parts.1 }

  /// Orders by the first position in which two rings differ.
  static func precedes(_ left: GridRing, _ right: GridRing) -> Bool {
    left.all.lexicographicallyPrecedes(right.all)
  }
}

extension [GridPosition] {
  /// The positions but for those that equal the one before.
  fileprivate var withoutRepetitions: [GridPosition] {
    reduce(into: []) { distinct, position in
      if position != distinct.last { distinct.append(position) }
    }
  }

  /// Twice the area, positive if counter-clockwise: that of `LinearRing`, to the last bit, so that
  /// a ring almost without area has one direction here and there.
  fileprivate var doubledSignedArea: Double {
    let (originX, originY) = (Double(self[0].longitude), Double(self[0].latitude))
    var (startX, startY, sum) = (0.0, 0.0, 0.0)
    for position in self {
      let (endX, endY) = (Double(position.longitude) - originX, Double(position.latitude) - originY)
      sum = sum + startX * endY - endX * startY
      (startX, startY) = (endX, endY)
    }
    return sum
  }
}

extension ByteBuffer {
  /// Appends a ring and widens the bounds.
  mutating func append(_ ring: GridRing, _ bounds: inout GridBounds) {
    let (start, end) = ring.parts
    var box = GridBounds()
    for position in start { box.include(position) }
    for position in end { box.include(position) }
    bounds.include(box)
    append(UInt8(ascii: "["))
    append(start)
    append(end)
    closeArray()
  }
}
