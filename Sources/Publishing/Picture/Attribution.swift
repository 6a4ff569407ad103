internal import FrontTracking
internal import TheatreModel

/// The small print: who drew it from what, under whose licence, and what it is not.
struct Attribution {
  let sentences: [String]

  /// - Parameter nature: what the picture is not, in a sentence.
  init(_ tracker: FrontTracker, version: String, nature: String) {
    let theatre = tracker.theatre
    let seen = tracker.perspective.words
    var sentences = [
      "Drawn by geotrack \(version) from \(theatre.reports.count) dated reports\(seen). \(nature)"
    ]
    if let reach = theatre.settings.reachInKilometers {
      sentences[0] +=
        " Ground more than \(reach.distanceText) km from any reported place is left grey."
    }
    let origins = Self.origins(theatre)
    if !origins.isEmpty { sentences.append("Coordinates: \(origins.joined(separator: ", ")).") }
    if !theatre.settings.licence.isEmpty { sentences.append(theatre.settings.licence) }
    self.sentences = sentences
  }

  /// Whose the coordinates are, as far as the table says so before a colon, the most frequent first.
  private static func origins(_ theatre: Theatre) -> [String] {
    var counts: [String: Int] = [:]
    for place in theatre.places {
      guard let name = place.source.split(separator: ":").first else { continue }
      counts[String(name), default: 0] += 1
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return sorted.count > 5 ? sorted.prefix(4) + ["\(sorted.count - 4) more"] : sorted
  }

  private static let size = 10.5

  /// Writes the sentences, each on its own lines.
  ///
  /// - Returns: where the last line ends.
  func draw(x: Double, y: Double, width: Double, on sheet: inout Sheet) -> Double {
    var y = y
    for sentence in sentences {
      for line in Lettering.wrapped(sentence, size: Self.size, width: width, atMost: 6) {
        y += 14
        sheet.xml.letters(line, x: x, y: y, size: Self.size, [("fill", "#555555")])
      }
    }
    return y
  }
}

extension Double {
  /// A distance without needless decimals.
  fileprivate var distanceText: String { self == rounded() ? text(decimals: 0) : text(decimals: 1) }
}
