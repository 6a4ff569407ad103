internal import MapFeatures
internal import Theatre

/// The date of a film, which changes, and the bar that shows how far it has come.
struct FilmHeader {
  let clock: FilmClock

  private static let size = 24.0
  private static let line = 34.0

  /// Draws the dates below each other behind a window as high as one of them. The strip moves up line by
  /// line: one rule for all days.
  func drawDate(x: Double, y: Double, on canvas: inout SVGCanvas) {
    let count = clock.dayCount
    let end = Double(count - 1) * Self.line
    let window = PaperBox(x: x, y: y - 0.8 * Self.size, width: 420, height: Self.line - 4)
    canvas.xml.element("clipPath", ["id": "date"]) {
      $0.element("rect", attributes: window.attributes)
    }
    canvas.xml.element("g", ["clip-path": "url(#date)"]) { xml in
      xml.element(
        "g",
        attributes: [("transform", "translate(0 \((-end).paperText))"), ("class", "s date")]
      ) { xml in
        xml.element(
          "text",
          attributes: [
            ("font-size", Self.size.paperText), ("font-weight", "bold"), ("fill", MapStyle.ink),
          ]
        ) { xml in
          for (index, day) in clock.period.enumerated() {
            xml.element(
              "tspan",
              attributes: [
                ("x", x.paperText), ("y", (y + Double(index) * Self.line).paperText),
              ], text: day.words)
          }
        }
      }
    }
    canvas.add(
      rule: keyframes("date", to: "translateY(\((-end).paperText)px)", from: "translateY(0)"))
  }

  /// Draws the bar with its months, its events, and the marker that moves along.
  func drawBar(
    _ axis: TimeAxis, y: Double, events: EventLabels, _ theatre: Theatre, on canvas: inout SVGCanvas
  ) {
    let end = axis.x(of: clock.period.upperBound)
    let box = PaperBox(x: axis.left, y: y - 2, width: axis.width, height: 4)
    canvas.xml.element("rect", attributes: box.attributes + [("fill", "#dddddd")])
    axis.draw(y: y + 2, on: &canvas)
    events.draw(down: y, theatre, on: &canvas)
    canvas.xml.element(
      "path",
      attributes: [
        ("d", "M\(axis.left.paperText) \((y - 7).paperText)v14"), ("stroke", MapStyle.ink),
        ("stroke-width", "3"), ("transform", "translate(\((end - axis.left).paperText) 0)"),
        ("class", "s bar"),
      ])
    canvas.add(
      rule: keyframes(
        "bar", to: "translateX(\((end - axis.left).paperText)px)", from: "translateX(0)"))
  }

  /// A movement in as many steps as there are days to come, which then stands still.
  private func keyframes(_ name: String, to end: String, from start: String) -> String {
    ".\(name){animation-name:\(name);animation-timing-function:steps(\(clock.dayCount - 1))}"
      + "@keyframes \(name){0%{transform:\(start)}"
      + "\(clock.percent(at: clock.period.upperBound)),100%{transform:\(end)}}"
  }
}
