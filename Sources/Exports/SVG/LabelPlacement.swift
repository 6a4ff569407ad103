internal import MapFeatures

/// A name on the map: where it stands, and the room it takes by estimate.
struct PlacedLabel: Hashable {
  let text: String
  /// The point that the text is set from, on its base line.
  let x: Double
  let y: Double
  /// `start`, `middle` or `end`.
  let anchor: String
  let size: Double
  let isBold: Bool
  let box: PaperBox
}

/// Where names go: each as near to its point as there is room for, the most important first. A name
/// that finds no room is left out.
struct LabelPlacement {
  /// The part of the paper in which names may stand.
  let frame: PaperBox
  /// What no name may cover.
  private(set) var taken: [PaperBox]
  private(set) var labels: [PlacedLabel] = []

  init(in frame: PaperBox, around obstacles: [PaperBox]) {
    self.frame = frame.grown(by: -3)
    taken = obstacles
  }

  /// Keeps a part of the paper free of names.
  mutating func keepFree(_ box: PaperBox) { taken.append(box) }

  /// Whether a box is in the frame and covers nothing that is taken.
  func isFree(_ box: PaperBox) -> Bool {
    frame.contains(box) && !taken.contains(where: box.overlaps)
  }

  /// Places a name beside a mark, at the first of eight positions that is free: right, above and below
  /// right, left, above and below left, above, below.
  ///
  /// - Parameter mark: the room of the mark; it may be as large as the frame of an inset.
  /// - Returns: whether there was room for it.
  mutating func place(
    _ text: String, size: Double, isBold: Bool = false, beside mark: PaperBox
  ) -> Bool {
    let width = Lettering.width(text, size: size, isBold: isBold)
    let gap = 2.5
    let middle = mark.middle
    let (ascent, descent) = (0.78 * size, 0.24 * size)
    let level = middle.y + 0.35 * size
    let (above, below) = (mark.y - descent, mark.bottom + ascent)
    let candidates: [(x: Double, y: Double, anchor: String)] = [
      (mark.right + gap, level, "start"), (mark.right, above, "start"),
      (mark.right, below, "start"), (mark.x - gap, level, "end"), (mark.x, above, "end"),
      (mark.x, below, "end"), (middle.x, above - 1, "middle"), (middle.x, below + 1, "middle"),
    ]
    for candidate in candidates {
      let left =
        switch candidate.anchor {
        case "start": candidate.x
        case "end": candidate.x - width
        default: candidate.x - width / 2
        }
      let box = PaperBox(
        x: left, y: candidate.y - ascent, width: width, height: ascent + descent)
      guard isFree(box) else { continue }
      taken.append(box.grown(by: 1.5))
      labels.append(
        PlacedLabel(
          text: text, x: candidate.x, y: candidate.y, anchor: candidate.anchor, size: size,
          isBold: isBold, box: box))
      return true
    }
    return false
  }
}

extension SVGCanvas {
  /// Writes names, each with a halo of the colour of paper.
  mutating func draw(_ labels: [PlacedLabel]) {
    guard !labels.isEmpty else { return }
    xml.element(
      "g",
      [
        "fill": MapStyle.ink, "stroke": "#ffffff", "stroke-width": "3", "stroke-linejoin": "round",
        "paint-order": "stroke",
      ]
    ) { xml in
      for label in labels {
        xml.letters(
          label.text, x: label.x, y: label.y, size: label.size, isBold: label.isBold,
          [("text-anchor", label.anchor)])
      }
    }
  }
}

extension XMLWriter {
  /// Writes a line of text on a base line, without what would turn the rest of it around.
  mutating func letters(
    _ text: String, x: Double, y: Double, size: Double, isBold: Bool = false,
    _ attributes: [(String, String)] = []
  ) {
    element(
      "text",
      attributes: [("x", x.paperText), ("y", y.paperText), ("font-size", size.paperText)]
        + (isBold ? [("font-weight", "bold")] : [])
        + attributes.filter { $0 != ("text-anchor", "start") },
      text: text.withoutDirectionControls)
  }
}
