internal import FrontTracking
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// What the colours, patterns and marks of a picture mean; only what there is in it.
struct Legend {
  /// A line of the legend.
  struct Entry {
    let words: String
    let sign: Sign
  }

  /// What stands before the words.
  enum Sign {
    case ground(String)
    case pattern(String, over: String)
    case halves(String, String)
    case line(String, width: Double)
    case frame
    case place, surrounded, contested
  }

  let entries: [Entry]

  /// The entries of a map.
  init(_ subject: PictureSubject, _ ground: GroundDrawing, _ places: [PlaceMarks], hasInset: Bool) {
    let theatre = subject.theatre
    let looks = Set(subject.looks.flatMap(\.values))
    var entries = Self.holders(looks, theatre)
    // Patterns are shown over the colour that most of their cells have.
    func sample(_ isWanted: (GroundLook) -> Bool) -> String {
      var counts: [ActorID?: Int] = [:]
      for look in subject.looks.flatMap(\.values) where isWanted(look) {
        counts[look.holder, default: 0] += 1
      }
      let most = counts.max {
        ($0.value, $1.key?.offset ?? -1) < ($1.value, $0.key?.offset ?? -1)
      }
      return theatre.color(ofHolder: most?.key ?? nil)
    }
    if ground.hasContests {
      entries.append(
        Entry(
          words: LegendWords.contested,
          sign: .pattern("hatch", over: sample { $0.isContested })))
    }
    if looks.contains(where: \.isInferred) {
      let color = sample { $0.isInferred }
      entries.append(
        Entry(
          words: "lighter: inferred, no report on it",
          sign: .halves(color, MapStyle.lighter(color, keeping: MapStyle.inferredShare))))
    }
    if ground.hasPresumptions {
      entries.append(
        Entry(
          words: LegendWords.presumed,
          sign: .pattern("dots", over: sample { $0.isPresumed })))
    }
    if ground.hasRegionFights {
      entries.append(
        Entry(
          words: LegendWords.fightingInRegion, sign: .pattern("fighting", over: MapStyle.paper)))
    }
    if ground.hasFronts {
      entries.append(
        Entry(words: "front between the sides", sign: .line(MapStyle.front, width: 2.4)))
    }
    if places.contains(where: { !$0.marks.isEmpty }) {
      entries.append(Entry(words: "place", sign: .place))
    }
    if places.contains(where: \.hasSurrounded) {
      entries.append(Entry(words: "surrounded", sign: .surrounded))
    }
    if places.contains(where: \.hasContested) {
      entries.append(Entry(words: "fought over", sign: .contested))
    }
    if !theatre.barriers.isEmpty {
      // A line without a name would be called by its file's name, which means nothing to a reader.
      var rivers: [String] = []
      for barrier in theatre.barriers
      where !rivers.contains(barrier.name) && barrier.name != barrier.file {
        rivers.append(barrier.name)
      }
      let names = rivers.filter { !$0.isEmpty }.prefix(3).joined(separator: ", ")
      entries.append(
        Entry(words: names.isEmpty ? "river" : names, sign: .line(MapStyle.barrier, width: 3.2)))
    }
    entries.append(
      Entry(words: "edge of the map", sign: .line(MapStyle.boundary, width: 1.2)))
    if hasInset { entries.append(Entry(words: "shown larger at the side", sign: .frame)) }
    self.entries = entries
  }

  /// The holders that there are, in the order of the table, and what nobody is known to hold.
  static func holders(_ looks: Set<GroundLook>, _ theatre: Theatre) -> [Entry] {
    let holders = Set(looks.map(\.holder))
    var entries = theatre.actors.indices.filter { holders.contains($0) }.map {
      Entry(words: theatre.actors[$0].name, sign: .ground(theatre.actors[$0].color))
    }
    if holders.contains(nil) {
      entries.append(Entry(words: "not known", sign: .ground(MapStyle.unknown)))
    }
    return entries
  }
}

/// Drawing.
extension Legend {
  private static let size = 12.5
  private static let step = 21.0
  private static let indent = 36.0

  /// Draws the entries below each other.
  ///
  /// - Returns: where the last one ends.
  func drawColumn(x: Double, y: Double, width: Double, on canvas: inout SVGCanvas) -> Double {
    var y = y
    for entry in entries {
      let lines = Lettering.wrapped(
        entry.words, size: Self.size, width: width - Self.indent, atMost: 2)
      canvas.draw(entry.sign, in: PaperBox(x: x, y: y, width: 28, height: 15))
      for (index, line) in lines.enumerated() {
        canvas.xml.letters(
          line, x: x + Self.indent, y: y + 12 + Double(index) * 15, size: Self.size,
          [("fill", MapStyle.ink)])
      }
      y += Self.step + Double(max(0, lines.count - 1)) * 15
    }
    return y
  }

  /// Draws the entries beside each other, on as many lines as it takes.
  ///
  /// - Returns: where the last line ends.
  func drawRows(x: Double, y: Double, width: Double, on canvas: inout SVGCanvas) -> Double {
    var (left, top) = (x, y)
    for entry in entries {
      let words = Lettering.shortened(entry.words, size: Self.size, width: width - Self.indent)
      let needed = Self.indent + Lettering.width(words, size: Self.size) + 16
      if left > x, left + needed > x + width + 16 { (left, top) = (x, top + Self.step) }
      canvas.draw(entry.sign, in: PaperBox(x: left, y: top, width: 28, height: 15))
      canvas.xml.letters(
        words, x: left + Self.indent, y: top + 12, size: Self.size, [("fill", MapStyle.ink)])
      left += needed
    }
    return top + (entries.isEmpty ? 0 : Self.step)
  }
}

extension SVGCanvas {
  fileprivate mutating func draw(_ sign: Legend.Sign, in box: PaperBox) {
    switch sign {
    case .ground(let color): fill(box, color)
    case .pattern(let pattern, let color):
      fill(box, color)
      fill(box, "url(#\(pattern))")
    case .halves(let left, let right):
      var half = box
      half.width /= 2
      fill(half, left)
      half.x += half.width
      fill(half, right)
    case .line(let color, let width):
      xml.element(
        "path",
        [
          "d": "M\(box.x.paperText) \(box.middle.y.paperText)h\(box.width.paperText)",
          "stroke": color, "stroke-width": width.paperText, "stroke-linecap": "round",
        ])
    case .frame:
      var frame = box.grown(by: -2)
      (frame.x, frame.width) = (box.x + 6, 16)
      xml.frame(frame, width: 1.4)
    case .place, .surrounded, .contested:
      group([("fill", "#ffffff"), ("stroke", MapStyle.ink), ("stroke-width", "1.2")]) { canvas in
        if case .surrounded = sign { canvas.ring(box.middle) }
        canvas.dot(box.middle)
        if case .contested = sign { canvas.clash(box.middle) }
      }
    }
  }

  private mutating func fill(_ box: PaperBox, _ color: String) {
    xml.element("rect", attributes: box.attributes + [("fill", color)])
  }
}

extension PaperBox {
  /// The attributes of a rectangle.
  var attributes: [(String, String)] {
    [
      ("x", x.paperText), ("y", y.paperText), ("width", width.paperText),
      ("height", height.paperText),
    ]
  }
}

extension XMLWriter {
  /// Draws the outline of a box.
  mutating func frame(_ box: PaperBox, width: Double) {
    element(
      "rect",
      attributes: box.attributes + [
        ("fill", "none"), ("stroke", MapStyle.ink), ("stroke-width", width.paperText),
      ])
  }
}
