internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapAnalysis
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// The states of a place, as they were believed at the time and as they are known now.
struct TwofoldHistory {
  private let theatre: Theatre
  private let place: PlaceID
  private let periods: [BitemporalComparison]

  /// - Throws: `Failure` for a region, or a place without ground on the map.
  init(_ tracker: FrontTracker, of place: PlaceID) throws(Failure) {
    theatre = tracker.theatre
    self.place = place
    let name = theatre.places[place].name
    guard let site = tracker.sites.site(ofPlace: place) else {
      throw .usage("\(name) is a region: --both is for one place, so name a place in it")
    }
    guard tracker.tessellation.cell(ofSite: site) != nil else {
      throw .usage("\(name) has no ground on the map: it lies outside the boundary")
    }
    periods = tracker.bitemporalComparison(of: site)
  }

  var text: String {
    var table = TextTable()
    table.add("from", "until", "believed at the time", "by", "known now", "by")
    for row in rows {
      let until =
        row.period.upperBound == theatre.settings.end ? "" : "\(row.period.upperBound.previous)"
      let now = words(for: row.now) == words(for: row.then) ? "the same" : words(for: row.now)
      table.add(
        "\(row.period.lowerBound)", until, words(for: row.then), report(row.then), now,
        now == "the same" && report(row.now) == report(row.then) ? "" : report(row.now))
    }
    return "\(theatre.places[place].name): \(theatre.terrain.describe(place))\n\n\(table.lines())"
  }

  /// The periods in which neither state changes, whatever further reports say the same.
  private var rows: [BitemporalComparison] { merged { $0?.state == $1?.state } }

  /// The periods in which neither side changes in what is asked for.
  private func merged(
    where isSame: (ControlInterval?, ControlInterval?) -> Bool
  ) -> [BitemporalComparison] {
    var rows: [BitemporalComparison] = []
    for next in periods {
      if let last = rows.last, isSame(last.then, next.then), isSame(last.now, next.now) {
        rows[rows.count - 1] = BitemporalComparison(
          period: last.period.lowerBound..<next.period.upperBound, then: last.then, now: last.now)
      } else {
        rows.append(next)
      }
    }
    return rows
  }

  private func words(for interval: ControlInterval?) -> String {
    interval.map { theatre.words(for: $0.state) } ?? "nothing known"
  }

  private func report(_ interval: ControlInterval?) -> String {
    interval?.decidedBy.first.map { theatre.reports[$0].id } ?? ""
  }

  var json: JSON {
    let periods = merged {
      $0?.state == $1?.state && $0?.decidedBy.first == $1?.decidedBy.first
    }
    return [
      "place": .string(theatre.places[place].id),
      "name": .string(theatre.places[place].name),
      "periods": .array(
        periods.map { period in
          [
            "start": .string("\(period.period.lowerBound)"),
            "end": .string("\(period.period.upperBound)"),
            "then": json(period.then),
            "now": json(period.now),
          ]
        }),
    ]
  }

  private func json(_ interval: ControlInterval?) -> JSON {
    guard let interval else { return .null }
    return .object(theatre.members(of: interval.state) + [theatre.reportMember(of: interval)])
  }
}
