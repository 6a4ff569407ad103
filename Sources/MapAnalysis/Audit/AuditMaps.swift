internal import ControlHistory
internal import ControlMap
internal import Geodesy
internal import Geometry
internal import Theatre
internal import TypedIndices

/// What judges of statements ask the map for: each day is drawn once, and each answer kept.
///
/// A class, so that all judges of an audit share what was drawn.
final class AuditMaps {
  let drawnFrom: ControlMap
  private var snapshots: [Day: Snapshot] = [:]
  private var states: [Day: [PlaceID: CellState]] = [:]
  private var placesOfRegion: [PlaceID: [PlaceID]] = [:]
  private var frontPoints: [FrontQuestion: MeasuredPoint?] = [:]

  init(_ map: ControlMap) {
    drawnFrom = map
  }

  var theatre: Theatre { drawnFrom.theatre }

  /// The map of a day.
  func map(on day: Day) throws(MapError) -> Snapshot {
    if let map = snapshots[day] { return map }
    let map = try Snapshot(of: drawnFrom, on: day, [.territories, .fronts, .pockets, .places])
    snapshots[day] = map
    return map
  }

  /// What is known of each place on a day, by place.
  func states(on day: Day) throws(MapError) -> [PlaceID: CellState] {
    if let states = states[day] { return states }
    let found = Dictionary(
      try map(on: day).places.map { ($0.place, $0.cell) }, uniquingKeysWith: { first, _ in first })
    states[day] = found
    return found
  }

  /// The days of a measure on which the map may be another than the day before, the first among them.
  func days(of measure: MeasureID) -> [Day] {
    guard let days = theatre.measures[measure].days else { return [] }
    return [days.lowerBound]
      + drawnFrom.days.filter { days.lowerBound < $0 && $0 <= days.upperBound }
  }

  /// The places of a region, or of the theatre if that is nil; of a place itself.
  func places(of region: PlaceID?) -> [PlaceID] {
    guard let region else { return theatre.placesWithGround }
    if let places = placesOfRegion[region] { return places }
    let places = theatre.placesWithGround(in: region)
    placesOfRegion[region] = places
    return places
  }

  /// The places of a region of which something is so on a day of a measure; for what was won or lost
  /// that day is the last.
  func places(
    _ portion: Portion, in region: PlaceID?, on day: Day, of measure: MeasureID
  ) throws(MapError) -> [PlaceID] {
    let places = places(of: region)
    if portion == .all { return places }
    let now = try states(on: day)
    var before: [PlaceID: CellState] = [:]
    if portion.isChange, let first = theatre.measures[measure].days?.lowerBound {
      before = try states(on: first.previous)
    }
    return places.filter { place in
      guard let state = now[place]?.state else { return false }
      return portion.includes(state, before: before[place]?.state ?? .unknown)
    }
  }

  /// The reports of a measure's own source by which the map has what it has on these places on the last
  /// day.
  func ownReports(
    on places: [PlaceID], _ measure: MeasureID
  ) throws(MapError) -> [ReportID] {
    guard let day = theatre.measures[measure].days?.upperBound else { return [] }
    let states = try states(on: day)
    let source = theatre.measures[measure].source
    let reports = places.flatMap { place -> [ReportID] in
      guard let state = states[place], let interval = state.interval,
        let site = state.inference?.site ?? drawnFrom.sites.site(ofPlace: place)
      else { return [] }
      // Who surrounds a place is a mark, which another report than that on its holder may set.
      let marks = drawnFrom.history.decision(of: site, on: day).considered.filter {
        [.joined, .marked].contains($0.verdict)
      }
      return interval.decidedBy + [interval.holderReport].compactMap(\.self) + marks.map(\.report)
    }
    return Set(reports.filter { theatre.reports[$0].source == source }).sorted()
  }

  /// The point of the front of a day that is nearest to a position; nil if there is no front.
  ///
  /// The line is drawn half way between places, and the front was somewhere between them: it may be off
  /// by as much as the nearest place is away.
  func front(nearestTo position: Position, on day: Day) throws(MapError) -> MeasuredPoint? {
    let question = FrontQuestion(position: position, day: day)
    if let known = frontPoints[question] { return known }
    let nearest = try map(on: day).nearestFront(to: position)?.position
    let point = nearest.map { position in
      let distances = drawnFrom.sites.positions.map {
        WGS84.inverse(from: position, to: $0).distanceInMeters / 1_000
      }
      return MeasuredPoint(place: nil, position: position, precision: distances.min())
    }
    frontPoints[question] = .some(point)
    return point
  }
}

/// A position and a day on which the front nearest to it is sought.
private struct FrontQuestion: Hashable {
  let position: Position
  let day: Day
}

extension Portion {
  /// Whether ground is meant, by its state on the last day and on the day before the first.
  func includes(_ now: GroundState, before: GroundState) -> Bool {
    switch self {
    case .all: true
    case .contested: now.isContested
    case .unknown: now.status == .unknown
    case .held(let party): now.isHeld(by: party)
    case .won(let party): now.isHeld(by: party) && !before.isHeld(by: party)
    case .lost(let party): before.isHeld(by: party) && !now.isHeld(by: party)
    }
  }
}

extension GroundState {
  /// Whether a party holds the ground, contested or not.
  func isHeld(by party: Party) -> Bool { holder.map(party.actors.contains) ?? false }
}
