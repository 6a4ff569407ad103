internal import MapFeatures
internal import Theatre

/// The days of a period from left to right.
struct TimeAxis {
  let period: ClosedRange<Day>
  let left: Double
  let width: Double

  private var dayCount: Double { Double(period.lowerBound.distance(to: period.upperBound) + 1) }

  /// Where a day begins.
  func x(of day: Day) -> Double {
    left + width * Double(period.lowerBound.distance(to: day)) / dayCount
  }

  /// The days at which a tick stands, with their words: the first days of months or years, as close as
  /// there is room for, or single days if the period is short.
  var ticks: [(day: Day, words: String)] {
    let room = 58.0
    if dayCount <= 45 {
      let step = [1, 2, 5, 10].first { Double($0) * width / dayCount >= room } ?? 10
      return stride(from: period.lowerBound, through: period.upperBound, by: step).map {
        ($0, $0.shortWords)
      }
    }
    let months = period.filter { $0.components.day == 1 }
    let step =
      [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].first {
        Double($0) * 30.4 * width / dayCount >= room
      } ?? 1200
    let shown = months.filter { day in
      let (year, month, _) = day.components
      return (year * 12 + month - 1).isMultiple(of: step)
    }
    return shown.map { day in
      let isYearNamed = day.components.month == 1 || step >= 12 || day == shown.first
      let month = "\(day.monthName.prefix(3))"
      return (day, isYearNamed ? "\(month) \(day.components.year)" : month)
    }
  }

  /// Draws the ticks downwards from a line, with their words.
  func draw(y: Double, on canvas: inout SVGCanvas) {
    for (day, words) in ticks {
      let x = x(of: day)
      canvas.xml.element(
        "path",
        ["d": "M\(x.paperText) \(y.paperText)v5", "stroke": "#888888", "stroke-width": "1"])
      guard x + Lettering.width(words, size: 11) / 2 <= left + width + 14 else { continue }
      canvas.xml.letters(
        words, x: max(x, left), y: y + 17, size: 11,
        [("text-anchor", x - left < 20 ? "start" : "middle"), ("fill", "#555555")])
    }
  }
}

/// The names of events above a time axis, each with a line down to its day: none covers another, and
/// no line runs through a name.
struct EventLabels {
  struct Label {
    let event: PictureEvent
    let words: String
    let x: Double
    let box: PaperBox
  }

  private(set) var labels: [Label] = []
  static let size = 11.5
  static let rowHeight = 16.0

  /// Places as many as there is room for.
  ///
  /// - Parameters:
  ///   - events: the most important first.
  ///   - rows: how many names may stand above each other.
  ///   - bottom: where the lowest row ends.
  ///   - right: how far to the right a name may reach.
  ///   - most: how many names there may be.
  /// - Complexity: O(*n* *m*²), for *n* events and *m* names.
  init(
    _ events: [PictureEvent], over axis: TimeAxis, rows: Int, bottom: Double, right: Double,
    atMost most: Int
  ) {
    var chosen: [PictureEvent] = []
    for event in events where chosen.count < most {
      let more = chosen + [event]
      guard let placed = Self.place(more, axis, rows, bottom: bottom, right: right) else {
        continue
      }
      (chosen, labels) = (more, placed)
    }
  }

  /// Places names from right to left, each in the lowest row in which it is free; nil if one finds none.
  private static func place(
    _ events: [PictureEvent], _ axis: TimeAxis, _ rows: Int, bottom: Double, right: Double
  ) -> [Label]? {
    var placed: [(label: Label, row: Int)] = []
    for event in events.sorted(by: { ($1.day, $0.place) < ($0.day, $1.place) }) {
      let x = axis.x(of: event.day)
      let words = "\(event.day.shortWords) \(event.name)"
      let width = Lettering.width(words, size: size) + 6
      let left = min(x - 3, right - width)
      let span = left...(left + width)
      guard left >= 0,
        let row = (0..<rows).first(where: { row in
          placed.allSatisfy { other in
            let theirs = (other.label.box.x - 4)...(other.label.box.right + 4)
            // A line runs down from its name, so a name that it would run through lies above.
            if span.contains(other.label.x), row <= other.row { return false }
            if theirs.contains(x), row >= other.row { return false }
            return row != other.row || !span.overlaps(theirs)
          }
        })
      else { return nil }
      let box = PaperBox(
        x: left, y: bottom - Double(row + 1) * rowHeight, width: width, height: rowHeight)
      placed.append((Label(event: event, words: words, x: x, box: box), row))
    }
    return placed.map(\.label)
  }

  /// How much room the names take above the bottom of the lowest row.
  func height(above bottom: Double) -> Double { bottom - (labels.map(\.box.y).min() ?? bottom) }

  /// Draws the names and the lines down to a level.
  func draw(down y: Double, _ theatre: Theatre, on canvas: inout SVGCanvas) {
    for label in labels.sorted(by: { $0.x < $1.x }) {
      canvas.xml.element(
        "path",
        [
          "d": "M\(label.x.paperText) \((label.box.bottom - 2).paperText)V\(y.paperText)",
          "stroke": "#888888", "stroke-width": ".8",
        ])
      canvas.xml.element(
        "circle",
        [
          "cx": label.x.paperText, "cy": y.paperText, "r": "3.4",
          "fill": theatre.color(ofHolder: label.event.holder), "stroke": "#ffffff",
        ])
      canvas.xml.letters(
        label.words, x: label.box.x + 3, y: label.box.bottom - 4.5, size: Self.size,
        [("fill", MapStyle.ink)])
    }
  }
}
