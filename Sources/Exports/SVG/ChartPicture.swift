internal import ControlHistory
internal import FrontTracking
internal import MapFeatures
internal import NumberText
internal import Theatre

/// A chart of how much ground each held over the days: areas on top of each other, so that all of the
/// theatre is always there.
struct ChartPicture {
  private let subject: PictureSubject
  private let options: PictureOptions
  private let version: String
  private let areas: HeldAreas

  private static let margin = 20.0
  /// The room beside the plot for the areas of the last day, which a narrow page does without.
  private var endsWidth: Double { options.width < 640 ? 0 : 186 }

  init(_ subject: PictureSubject, _ options: PictureOptions, version: String) {
    self.subject = subject
    self.options = options
    self.version = version
    areas = HeldAreas(subject)
  }

  private var theatre: Theatre { subject.theatre }

  /// The whole file.
  func bytes() -> [UInt8] {
    let title = options.title ?? theatre.settings.title
    let perspective = subject.tracker.perspective.words
    // A chart stands still: it is the picture of a day as long as the period.
    var canvas = SVGCanvas(FilmClock(subject.period.upperBound...subject.period.upperBound))
    let width = Double(options.width)
    let inner = width - 2 * Self.margin
    var y = 18.0
    for line in Lettering.wrapped(title, size: 21, isBold: true, width: inner, atMost: 2) {
      y += 25
      canvas.xml.letters(
        line, x: Self.margin, y: y, size: 21, isBold: true, [("fill", MapStyle.ink)])
    }
    y += 25
    canvas.xml.letters(
      "Who held how much ground, \(subject.period.words)\(perspective)", x: Self.margin, y: y,
      size: 15, [("fill", "#444444")])
    y = legend.drawRows(x: Self.margin, y: y + 16, width: inner, on: &canvas)

    let left = Self.margin + 62
    let plotWidth = width - left - endsWidth - Self.margin
    let events = subject.events
    let axis = TimeAxis(period: subject.period, left: left, width: plotWidth)
    func labels(_ bottom: Double) -> EventLabels {
      EventLabels(
        events, over: axis, rows: 8, bottom: bottom, right: width - Self.margin, atMost: 16)
    }
    y += labels(0).height(above: 0) + 8
    let plot = PaperBox(
      x: left, y: y + 10, width: plotWidth, height: (width * 0.36).rounded())
    draw(plot, axis, on: &canvas)
    labels(y).draw(down: plot.y, theatre, on: &canvas)
    axis.draw(y: plot.bottom, on: &canvas)
    y = attribution.draw(x: Self.margin, y: plot.bottom + 26, width: inner, on: &canvas)
    return PictureDocument(
      title: "\(title): ground held, \(subject.period.words)\(perspective)",
      description: description, width: width, height: y + 16
    ).bytes(canvas)
  }

  private var legend: Legend {
    Legend(chart: areas, theatre)
  }

  /// Draws the areas, the scale and the values of the last day.
  private func draw(_ plot: PaperBox, _ axis: TimeAxis, on canvas: inout SVGCanvas) {
    let total = areas.layers.reduce(0) { $0 + $1.area.first }
    let top = max(total, 1e-9)
    func level(_ area: Double) -> Double { plot.bottom - plot.height * area / top }
    var base = StepFunction(0.0)
    var ends: [(layer: HeldAreas.Layer, middle: Double)] = []
    for layer in areas.layers {
      let upper = base.combined(with: layer.area) { $0 + $1 }
      var outline = PathData()
      outline.add(
        corners(upper, axis, level) + corners(base, axis, level).reversed(), closed: true)
      let color = theatre.color(ofHolder: layer.holder)
      if !outline.isEmpty {
        for fill in [color] + (layer.isContested ? ["url(#hatch)"] : []) {
          canvas.xml.element("path", ["fill": fill, "d": outline.text])
        }
      }
      ends.append((layer, (level(base.last) + level(upper.last)) / 2))
      base = upper
    }
    drawScale(plot, total: total, level, on: &canvas)
    drawEnds(ends, plot, on: &canvas)
    canvas.xml.frame(plot, width: 1)
    if !subject.isAnythingKnown {
      canvas.xml.letters(
        "No report says who held this ground.", x: plot.middle.x, y: plot.middle.y, size: 15,
        [("text-anchor", "middle"), ("fill", MapStyle.ink)])
    }
  }

  /// The corners of a line that goes on level to each change and then up or down.
  private func corners(
    _ steps: StepFunction<Double>, _ axis: TimeAxis, _ level: (Double) -> Double
  ) -> [PaperPoint] {
    var points = [PaperPoint(x: axis.left, y: level(steps.first))]
    var last = steps.first
    for change in steps.changes {
      let x = axis.x(of: change.day)
      points.append(PaperPoint(x: x, y: level(last)))
      points.append(PaperPoint(x: x, y: level(change.value)))
      last = change.value
    }
    return points + [PaperPoint(x: axis.left + axis.width, y: level(last))]
  }

  private func drawScale(
    _ plot: PaperBox, total: Double, _ level: (Double) -> Double, on canvas: inout SVGCanvas
  ) {
    var step = 1e-3
    var factors = [2.0, 2.5, 2].makeIterator()
    while total / step > 6 {
      guard let factor = factors.next() else {
        factors = [2.0, 2.5, 2].makeIterator()
        continue
      }
      step *= factor
    }
    let decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3
    for index in 0...Int(total / step) {
      let value = Double(index) * step
      let y = level(value)
      canvas.xml.element(
        "path",
        [
          "d": "M\((plot.x - 5).paperText) \(y.paperText)h5", "stroke": "#888888",
          "stroke-width": "1",
        ])
      canvas.xml.element(
        "path",
        [
          "d": "M\(plot.x.paperText) \(y.paperText)h\(plot.width.paperText)", "stroke": "#ffffff",
          "stroke-width": ".6", "stroke-opacity": ".45",
        ])
      canvas.xml.letters(
        value.text(decimals: decimals), x: plot.x - 8, y: y + 4, size: 11,
        [("text-anchor", "end"), ("fill", "#555555")])
    }
    canvas.xml.letters(
      "km²", x: plot.x - 8, y: plot.y - 6, size: 11, [("text-anchor", "end"), ("fill", "#555555")])
  }

  /// Writes the areas of the last day beside the plot, moved apart where they would meet.
  private func drawEnds(
    _ ends: [(layer: HeldAreas.Layer, middle: Double)], _ plot: PaperBox, on canvas: inout SVGCanvas
  ) {
    guard endsWidth > 0 else { return }
    let shown = ends.filter { !$0.layer.isContested && $0.layer.area.last >= 0.5 }
    let step = 30.0
    var rows: [Double] = []
    for end in shown { rows.append(min(end.middle, (rows.last ?? plot.bottom + step / 2) - step)) }
    // What was pushed out at the top pushes the others down again.
    var limit = plot.y + 8
    for index in rows.indices.reversed() {
      rows[index] = max(rows[index], limit)
      limit = rows[index] + step
    }
    for (row, end) in zip(rows, shown) {
      let contested = areas.layers.first { $0.isContested && $0.holder == end.layer.holder }
      let disputed = contested.map(\.area.last).flatMap { $0 >= 0.5 ? $0.text(decimals: 0) : nil }
      let words = "\(end.layer.area.last.text(decimals: 0)) km²"
      let x = plot.right + 10
      canvas.xml.letters(
        Lettering.shortened(end.layer.name, size: 11.5, width: endsWidth - 10), x: x, y: row,
        size: 11.5, [("fill", MapStyle.ink)])
      canvas.xml.letters(
        words, x: x, y: row + 13.5, size: 11.5, isBold: true, [("fill", MapStyle.ink)])
      if let disputed {
        canvas.xml.letters(
          "and \(disputed) contested",
          x: x + Lettering.width(words, size: 11.5, isBold: true) + 5, y: row + 13.5, size: 11.5,
          [("fill", "#555555")])
      }
    }
  }

  private var attribution: Attribution {
    Attribution(
      subject.tracker, version: version,
      nature:
        "Areas on the WGS 84 ellipsoid of the ground around reported places. Towns and cities that changed sides are named as far as there is room, the largest first."
    )
  }

  private var description: String {
    let held = areas.layers.map {
      "\($0.name) \($0.area.first.text(decimals: 0)) km² at the beginning and "
        + "\($0.area.last.text(decimals: 0)) km² at the end"
    }
    return
      "Chart of the ground held over time, from dated reports: \(held.joined(separator: "; "))."
  }
}

extension Legend {
  /// The entries of a chart.
  fileprivate init(chart areas: HeldAreas, _ theatre: Theatre) {
    var entries: [Entry] = []
    for layer in areas.layers where !layer.isContested && layer.holder != nil {
      entries.append(Entry(words: layer.name, sign: .ground(theatre.color(ofHolder: layer.holder))))
    }
    if let contested = areas.layers.first(where: \.isContested) {
      entries.append(
        Entry(
          words: "contested, over the colour of the holder",
          sign: .pattern("hatch", over: theatre.color(ofHolder: contested.holder))))
    }
    if areas.layers.contains(where: { $0.holder == nil }) {
      entries.append(Entry(words: "not known", sign: .ground(MapStyle.unknown)))
    }
    self.init(entries: entries)
  }

  private init(entries: [Entry]) {
    self.entries = entries
  }
}
