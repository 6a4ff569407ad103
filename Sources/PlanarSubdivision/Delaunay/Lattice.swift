package import Geometry

/// A position in whole steps of a lattice.
package struct LatticePoint: Hashable, Sendable {
  package let x: Int64
  package let y: Int64

  package static func - (left: LatticePoint, right: LatticePoint) -> LatticePoint {
    LatticePoint(x: left.x - right.x, y: left.y - right.y)
  }

  /// The square of the distance from the origin.
  package var square: Int64 { x * x + y * y }

  /// The cross product, as vectors.
  package func cross(_ other: LatticePoint) -> Int64 { x * other.y - y * other.x }
}

/// A lattice fine enough to tell places apart and coarse enough for exact arithmetic.
///
/// Within a frame of 2²⁹ steps to either side a difference has 30 bits and a product of four of them
/// 122, so the in-circle determinant fits into 128.
package struct Lattice: Sendable {
  private let middle: PlanarPosition
  private let stepsPerMeter: Double
  private let reach: Double

  private static let limit = 0x1p29
  private static let finest = 0x1p10

  /// How many times as far as the bounds the frame reaches. A position in the bounds is at most
  /// 2√2 half-widths from a site and at least √2 (4 - 1) from a corner of the frame.
  private static let frameFactor = 4.0

  package init(_ bounds: Box<PlanarPosition>) {
    middle = PlanarPosition(
      x: (bounds.minimum.x + bounds.maximum.x) / 2, y: (bounds.minimum.y + bounds.maximum.y) / 2)
    let half = max(bounds.maximum.x - middle.x, bounds.maximum.y - middle.y, 1)
    reach = Self.frameFactor * half
    var steps = Self.finest
    while reach * steps >= Self.limit { steps /= 2 }
    stepsPerMeter = steps
  }

  package func point(_ position: PlanarPosition) -> LatticePoint {
    LatticePoint(
      x: Int64(((position.x - middle.x) * stepsPerMeter).rounded()),
      y: Int64(((position.y - middle.y) * stepsPerMeter).rounded()))
  }

  /// The position of a point in steps, in the plane, in metres.
  package func position(x: Double, y: Double) -> PlanarPosition {
    PlanarPosition(x: middle.x + x / stepsPerMeter, y: middle.y + y / stepsPerMeter)
  }

  /// The corners of the frame, counter-clockwise.
  package var frame: [LatticePoint] {
    let far = Int64((reach * stepsPerMeter).rounded(.up))
    return [(-far, -far), (far, -far), (far, far), (-far, far)].map {
      LatticePoint(x: $0.0, y: $0.1)
    }
  }

  /// The indices of points in the order in which a Hilbert curve meets them.
  package func hilbertOrder(_ points: ArraySlice<LatticePoint>) -> [Int] {
    let far = Int64((reach * stepsPerMeter).rounded(.up))
    var scale: Int64 = 1
    while (2 * far) / scale >= 1 << 16 { scale *= 2 }
    let keys = points.indices.map { index in
      let point = points[index]
      return Self.hilbert(
        x: UInt64((point.x + far) / scale), y: UInt64((point.y + far) / scale)) << 32
        | UInt64(index)
    }
    return keys.sorted().map { Int($0 & 0xFFFF_FFFF) }
  }

  /// The indices of points in an order in which they are well inserted: a few at random first, then in
  /// each round about three times as many as in all before, within a round as a Hilbert curve meets them.
  ///
  /// The curve makes each point near the last. The rounds are there for points that lie in an order by
  /// themselves, as on a line or an arc: inserted from one end to the other each would change nearly all
  /// triangles (N. Amenta, S. Choi and G. Rote, "Incremental constructions con BRIO", 2003).
  package func insertionOrder(_ points: ArraySlice<LatticePoint>) -> [Int] {
    var rounds = [[Int]](repeating: [], count: Self.roundCount)
    for index in hilbertOrder(points) { rounds[Self.round(of: points[index])].append(index) }
    return Array(rounds.joined())
  }

  private static let roundCount = 12

  /// Three of four points are in the last round, three of four of the others in that before. Points on
  /// one spot are in one round.
  private static func round(of point: LatticePoint) -> Int {
    // The finalizer of SplitMix64: the same bits on every machine.
    var bits = UInt64(bitPattern: point.x) << 32 ^ UInt64(bitPattern: point.y)
    bits = bits &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return max(0, roundCount - 1 - bits.trailingZeroBitCount / 2)
  }

  /// How far along a Hilbert curve over 2¹⁶ by 2¹⁶ squares a square lies.
  private static func hilbert(x: UInt64, y: UInt64) -> UInt64 {
    var (x, y) = (x, y)
    var distance: UInt64 = 0
    var side: UInt64 = 1 << 15
    while side > 0 {
      let right: UInt64 = x & side > 0 ? 1 : 0
      let upper: UInt64 = y & side > 0 ? 1 : 0
      distance += side * side * ((3 * right) ^ upper)
      if upper == 0 {
        if right == 1 {
          x = (1 << 16) - 1 - x
          y = (1 << 16) - 1 - y
        }
        swap(&x, &y)
      }
      side /= 2
    }
    return distance
  }
}
