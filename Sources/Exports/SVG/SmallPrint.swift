internal import MapFeatures

/// The attribution as the small print of a picture.
extension Attribution {
  private static let size = 10.5

  /// Writes the sentences, each on its own lines.
  ///
  /// - Returns: where the last line ends.
  func draw(x: Double, y: Double, width: Double, on canvas: inout SVGCanvas) -> Double {
    var y = y
    for sentence in sentences {
      for line in Lettering.wrapped(sentence, size: Self.size, width: width, atMost: 6) {
        y += 14
        canvas.xml.letters(line, x: x, y: y, size: Self.size, [("fill", "#555555")])
      }
    }
    return y
  }
}
