internal import ControlHistory
package import FrontTracking
internal import NumberText
internal import Theatre

/// What stands below a map: who drew it from what, under whose licence, and what it is not.
package struct Attribution {
  package let sentences: [String]

  /// What a map that can be played is not.
  package static let cells =
    "Cells around places, not trenches. Not fit for any decision about safety."

  /// - Parameter nature: what the map is not, in a sentence.
  package init(_ tracker: FrontTracker, version: String, nature: String) {
    let theatre = tracker.theatre
    var sentences = [
      "Drawn by geotrack \(version) from \(Self.reports(of: tracker))\(tracker.perspective.words). "
        + nature
    ]
    if let reach = theatre.settings.reachInKilometers {
      sentences[0] +=
        " Ground more than \(reach.distanceText) km from any reported place is left grey."
    }
    sentences += Self.credits(theatre)
    if !theatre.settings.licence.isEmpty { sentences.append(theatre.settings.licence) }
    self.sentences = sentences
  }

  /// How many reports are seen, in words.
  private static func reports(of tracker: FrontTracker) -> String {
    let (theatre, perspective) = (tracker.theatre, tracker.perspective)
    switch theatre.reports.indices.count(where: { perspective.sees($0, of: theatre) }) {
    case 0: return "no dated report"
    case 1: return "1 dated report"
    case let count: return "\(count) dated reports"
    }
  }

  /// Whose work the map rests on: as the theatre says, otherwise whose coordinates they are.
  private static func credits(_ theatre: Theatre) -> [String] {
    if !theatre.settings.credits.isEmpty { return [theatre.settings.credits] }
    let origins = origins(theatre)
    return origins.isEmpty ? [] : ["Coordinates: \(origins.joined(separator: ", "))."]
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
}

extension Double {
  /// A distance without needless decimals.
  fileprivate var distanceText: String { self == rounded() ? text(decimals: 0) : text(decimals: 1) }
}
