internal import MapFeatures

/// The value of the attribute `d` of an SVG path, to a tenth of a unit.
///
/// Each vertex is rounded by itself, so that lines which share vertices share them on the paper too.
struct PathData {
  private(set) var text = ""

  var isEmpty: Bool { text.isEmpty }

  /// Adds a line through points, or a ring. One that shrinks to less than its kind needs is left out.
  mutating func add(_ points: [PaperPoint], closed: Bool) {
    var vertices: [(x: Int, y: Int)] = []
    for point in points {
      let vertex = (x: point.x.tenths, y: point.y.tenths)
      if let last = vertices.last, last == vertex { continue }
      vertices.append(vertex)
    }
    if closed, let first = vertices.first, let last = vertices.last, vertices.count > 1,
      first == last
    {
      vertices.removeLast()
    }
    guard vertices.count >= (closed ? 3 : 2) else { return }
    text += "M\(tenths: vertices[0].x) \(tenths: vertices[0].y)l"
    var separator = ""
    for (from, to) in zip(vertices, vertices.dropFirst()) {
      for step in [to.x - from.x, to.y - from.y] {
        text += (step < 0 ? "" : separator) + "\(tenths: step)"
        separator = " "
      }
    }
    if closed { text += "z" }
  }
}

extension Double {
  /// The number of tenths, rounded.
  fileprivate var tenths: Int { Int((self * 10).rounded()) }

  /// The number to a tenth, as short as it can be written.
  var paperText: String { "\(tenths: tenths)" }
}

extension DefaultStringInterpolation {
  /// A number of tenths, as in `-.5` and `12`.
  fileprivate mutating func appendInterpolation(tenths: Int) {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let text = rest == 0 ? "\(whole)" : (whole == 0 ? "" : "\(whole)") + ".\(rest)"
    appendLiteral(tenths < 0 ? "-" + text : text)
  }
}
