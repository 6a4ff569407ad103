internal import Foundation
public import Geometry

/// Random shapes that are valid by the way they are made.
extension SeededGenerator {
  /// A position in a box, every one as likely as every other.
  public mutating func position<C: Coordinate>(in box: Box<C>) -> C {
    C(
      first: Double.random(in: box.minimum.first...box.maximum.first, using: &self),
      second: Double.random(in: box.minimum.second...box.maximum.second, using: &self))
  }

  /// A counter-clockwise ring, every corner of which is seen from the centre, so that it never
  /// crosses itself.
  ///
  /// - Precondition: there are at least four corners, so that no gap between two of them reaches
  ///   half a turn.
  public mutating func star<C: Coordinate>(
    around center: C, radius: ClosedRange<Double>, corners: Int
  ) -> LinearRing<C> {
    precondition(corners >= 4, "a star has at least four corners")
    let open = (0..<corners).map { corner in
      let turn = (Double(corner) + Double.random(in: 0..<0.9, using: &self)) / Double(corners)
      let length = Double.random(in: radius, using: &self)
      return C(
        first: center.first + length * cos(2 * .pi * turn),
        second: center.second + length * sin(2 * .pi * turn))
    }
    return LinearRing(open + open.prefix(1))
  }
}

extension LinearRing {
  /// The same ring beginning `steps` positions later.
  public func rotated(by steps: Int) -> LinearRing {
    let open = positions.dropLast()
    let start = steps % open.count
    return LinearRing(Array(open[start...] + open[..<start]) + [open[start]])
  }
}

extension Box {
  /// The outline, counter-clockwise.
  public var outline: LinearRing<C> {
    LinearRing([
      minimum,
      C(first: maximum.first, second: minimum.second),
      maximum,
      C(first: minimum.first, second: maximum.second),
      minimum,
    ])
  }
}
