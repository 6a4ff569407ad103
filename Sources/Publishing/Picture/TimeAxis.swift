internal import TheatreModel

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
    let step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].first {
      Double($0) * 30.4 * width / dayCount >= room
    } ?? 1200
    return months.filter { day in
      let (year, month, _) = day.components
      return (year * 12 + month - 1).isMultiple(of: step)
    }.map { day in
      let isYear = day.components.month == 1 || step >= 12
      return (day, isYear ? "\(day.monthName.prefix(3)) \(day.components.year)" : "\(day.monthName.prefix(3))")
    }
  }

  /// Draws the ticks downwards from a line, with their words.
  func draw(y: Double, on sheet: inout Sheet) {
    for (day, words) in ticks {
      let x = x(of: day)
      sheet.xml.element(
        "path",
        ["d": "M\(x.paperText) \(y.paperText)v5", "stroke": "#888888", "stroke-width": "1"])
      guard x + Lettering.width(words, size: 11) / 2 <= left + width + 14 else { continue }
      sheet.xml.letters(
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
  ///   - bottom: where the lowest row ends.
  init(_ events: [PictureEvent], over axis: TimeAxis, rows: Int, bottom: Double, right: Double) {
    for event in events {
      let x = axis.x(of: event.day)
      let words = "\(event.day.shortWords) \(event.name)"
      let width = Lettering.width(words, size: Self.size) + 6
      var boxes: [PaperBox] = []
      for row in 1...max(1, rows) {
        let top = bottom - Double(row) * Self.rowHeight
        for left in [x - 3, x - width + 3] {
          boxes.append(PaperBox(x: left, y: top, width: width, height: Self.rowHeight))
        }
      }
      let place = boxes.first { box in
        box.x >= axis.left && box.right <= right && isFree(box, line: x)
      }
      if let place { labels.append(Label(event: event, words: words, x: x, box: place)) }
    }
  }

  private func isFree(_ box: PaperBox, line x: Double) -> Bool {
    labels.allSatisfy { other in
      // Lines run down from the bottom of their name.
      let crossesMine =
        other.box.y > box.y && other.box.x - 3 < x && x < other.box.right + 3
      let crossesOther = box.y > other.box.y && box.x - 3 < other.x && other.x < box.right + 3
      return !box.overlaps(other.box) && !crossesMine && !crossesOther
    }
  }

  /// How much room the names take above the bottom of the lowest row.
  func height(above bottom: Double) -> Double { bottom - (labels.map(\.box.y).min() ?? bottom) }

  /// Draws the names and the lines down to a level.
  func draw(down y: Double, _ theatre: Theatre, on sheet: inout Sheet) {
    for label in labels.sorted(by: { $0.x < $1.x }) {
      sheet.xml.element(
        "path",
        [
          "d": "M\(label.x.paperText) \((label.box.bottom - 2).paperText)V\(y.paperText)",
          "stroke": "#888888", "stroke-width": ".8",
        ])
      sheet.xml.element(
        "circle",
        [
          "cx": label.x.paperText, "cy": y.paperText, "r": "3.4",
          "fill": theatre.color(ofHolder: label.event.holder), "stroke": "#ffffff",
        ])
      let isRight = label.box.x + 3 < label.x - 1
      sheet.xml.letters(
        label.words, x: isRight ? label.box.right - 3 : label.box.x + 3, y: label.box.bottom - 4.5,
        size: Self.size, [("text-anchor", isRight ? "end" : "start"), ("fill", MapStyle.ink)])
    }
  }
}
