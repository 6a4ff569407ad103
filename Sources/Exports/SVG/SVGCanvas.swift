internal import MapFeatures
internal import Theatre

/// What a picture is drawn on: the markup so far, and the keyframes of what changes.
struct SVGCanvas {
  /// The markup, without the frame of the document.
  var xml = XMLWriter(indentation: " ")
  /// The time of the film; of a still, one day.
  let clock: FilmClock
  private var names: [String: String] = [:]
  /// The rules of the style sheet, in the order in which they were needed.
  private(set) var rules: [String] = []

  init(_ clock: FilmClock) {
    self.clock = clock
  }

  /// The attributes that give an element the value of a property on the last day, and if it changes,
  /// the class by which it has the values of the other days.
  ///
  /// - Parameter property: a presentation attribute, and the property of CSS of the same name.
  mutating func attributes(
    _ property: String, _ steps: StepFunction<String>
  ) -> [(String, String)] {
    guard !steps.changes.isEmpty else { return [(property, steps.first)] }
    var frames = "0%{\(property):\(steps.first)}"
    for change in steps.changes {
      frames += "\(clock.percent(at: change.day)){\(property):\(change.value)}"
    }
    return [(property, steps.last), ("class", "k \(name(ofFrames: frames))")]
  }

  /// The same for something that is there on some days only.
  mutating func attributes(shownBy steps: StepFunction<Bool>) -> [(String, String)] {
    if steps.changes.isEmpty, steps.first { return [] }
    return attributes("visibility", steps.map { $0 ? "visible" : "hidden" })
  }

  private mutating func name(ofFrames frames: String) -> String {
    if let name = names[frames] { return name }
    let name = "k\(names.count)"
    names[frames] = name
    rules.append(".\(name){animation-name:\(name)}@keyframes \(name){\(frames)}")
    return name
  }

  /// Adds a rule that an element of its own kind needs.
  mutating func add(rule: String) { rules.append(rule) }
}

/// Which moment of a film shows which day.
struct FilmClock: Hashable {
  /// The days shown.
  let period: ClosedRange<Day>

  init(_ period: ClosedRange<Day>) {
    self.period = period
  }

  /// Whether there is more than one day to show.
  var isRunning: Bool { period.lowerBound < period.upperBound }

  /// How many days there are.
  var dayCount: Int { period.lowerBound.distance(to: period.upperBound) + 1 }

  /// How long a day is shown: half a second, and less if there are many.
  private var secondsPerDay: Double { min(0.5, Self.longestRunInSeconds / Double(dayCount)) }

  /// How long all days together take at most.
  private static let longestRunInSeconds = 36.0

  /// How long the last day stands before the film begins again.
  private static let pauseInSeconds = 5.0

  /// When the last day begins.
  private var runInSeconds: Double { Double(dayCount - 1) * secondsPerDay }

  /// How long the film takes from one beginning to the next.
  var durationInSeconds: Double { runInSeconds + Self.pauseInSeconds }

  /// When a day begins, as a share of the film, as in `12.345%`.
  func percent(at day: Day) -> String {
    let days = Double(period.lowerBound.distance(to: day))
    return "\((100 * days * secondsPerDay / durationInSeconds).cssText)%"
  }
}

extension Double {
  /// The number to three decimals, as CSS wants it.
  var cssText: String {
    let thousandths = Int((self * 1000).rounded())
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    let digits = String(rest)
    let fraction = String(repeating: "0", count: 3 - digits.count) + digits
    let trimmed = fraction.lastIndex { $0 != "0" }.map { "." + fraction[...$0] } ?? ""
    return (thousandths < 0 ? "-" : "") + "\(whole)" + trimmed
  }
}
