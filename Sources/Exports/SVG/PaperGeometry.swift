internal import Geometry
internal import MapFeatures

/// A point on the paper: units of the picture from its upper left corner.
struct PaperPoint: Hashable {
  var x: Double
  var y: Double
}

/// An upright rectangle on the paper.
struct PaperBox: Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }
  var middle: PaperPoint { PaperPoint(x: x + width / 2, y: y + height / 2) }

  /// Whether two boxes have more than an edge in common.
  func overlaps(_ other: PaperBox) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  /// Whether another box lies within this one.
  func contains(_ other: PaperBox) -> Bool {
    x <= other.x && other.right <= right && y <= other.y && other.bottom <= bottom
  }

  func contains(_ point: PaperPoint) -> Bool {
    x <= point.x && point.x <= right && y <= point.y && point.y <= bottom
  }

  /// The box with a margin added on all sides; a negative one makes it smaller.
  func grown(by margin: Double) -> PaperBox {
    PaperBox(
      x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }
}

/// A part of the plane as it is drawn on a part of the paper: north of the plane is up, and a metre has
/// one length everywhere.
struct PaperView {
  /// Where on the paper.
  let frame: PaperBox
  /// Units of the paper per metre of the plane.
  let scale: Double
  private let center: PlanarPosition

  /// Fits a box of the plane into a frame, in its middle.
  init(_ box: Box<PlanarPosition>, in frame: PaperBox) {
    self.frame = frame
    let width = max(1, box.maximum.x - box.minimum.x)
    let height = max(1, box.maximum.y - box.minimum.y)
    scale = min(frame.width / width, frame.height / height)
    center = Segment(box.minimum, box.maximum).midpoint
  }

  /// Where on the paper a position lies.
  func point(_ position: PlanarPosition) -> PaperPoint {
    PaperPoint(
      x: frame.middle.x + (position.x - center.x) * scale,
      y: frame.middle.y - (position.y - center.y) * scale)
  }

  /// What lies at a point of the paper.
  func position(_ point: PaperPoint) -> PlanarPosition {
    PlanarPosition(
      x: center.x + (point.x - frame.middle.x) / scale,
      y: center.y - (point.y - frame.middle.y) / scale)
  }
}

extension PaperView {
  /// A closed ring as far as it lies in the frame and a little around it, where nobody sees how it was cut
  /// (I. E. Sutherland and G. W. Hodgman, Communications of the ACM 17, 1974). Empty if it lies outside.
  func clipped(ring: [PaperPoint]) -> [PaperPoint] {
    let box = frame.grown(by: 12)
    var ring = ring
    for side in BoxSide.allCases {
      var kept: [PaperPoint] = []
      var last = ring.last
      for point in ring {
        if let last, side.keeps(last, in: box) != side.keeps(point, in: box) {
          kept.append(side.crossing(last, point, in: box))
        }
        if side.keeps(point, in: box) { kept.append(point) }
        last = point
      }
      ring = kept
    }
    return ring
  }

  /// The pieces of a line whose segments may be seen in the frame.
  func clipped(line: [PaperPoint]) -> [[PaperPoint]] {
    let box = frame.grown(by: 12)
    var pieces: [[PaperPoint]] = []
    var piece: [PaperPoint] = []
    for (start, end) in zip(line, line.dropFirst()) {
      let isOutside = BoxSide.allCases.contains {
        !$0.keeps(start, in: box) && !$0.keeps(end, in: box)
      }
      if isOutside {
        if !piece.isEmpty { pieces.append(piece) }
        piece = []
      } else {
        piece += piece.isEmpty ? [start, end] : [end]
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}

/// The side of a box at which something is cut off.
private enum BoxSide: CaseIterable {
  case left, right, top, bottom

  func keeps(_ point: PaperPoint, in box: PaperBox) -> Bool {
    switch self {
    case .left: point.x >= box.x
    case .right: point.x <= box.right
    case .top: point.y >= box.y
    case .bottom: point.y <= box.bottom
    }
  }

  func crossing(_ start: PaperPoint, _ end: PaperPoint, in box: PaperBox) -> PaperPoint {
    let share =
      switch self {
      case .left: (box.x - start.x) / (end.x - start.x)
      case .right: (box.right - start.x) / (end.x - start.x)
      case .top: (box.y - start.y) / (end.y - start.y)
      case .bottom: (box.bottom - start.y) / (end.y - start.y)
      }
    return PaperPoint(
      x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
  }
}
