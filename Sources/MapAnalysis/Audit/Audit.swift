internal import ControlHistory
public import ControlMap
internal import Geometry
public import Theatre
public import TypedIndices

/// Compares what the sources state about the ground with the map, and keeps the maps it has drawn.
public struct Auditor {
  let drawnFrom: ControlMap
  private var maps: [Day: Snapshot] = [:]
  private var states: [Day: [PlaceID: CellState]] = [:]
  private var placesOfRegion: [PlaceID: [PlaceID]] = [:]
  var frontPoints: [FrontQuestion: MeasuredPoint?] = [:]

  /// Prepares to audit a map.
  public init(_ map: ControlMap) {
    drawnFrom = map
  }

  var theatre: Theatre { drawnFrom.theatre }

  /// Compares what the sources state about the ground with the map.
  ///
  /// - Parameter source: the source whose statements are wanted; all if nil.
  /// - Returns: a finding for each measure, in the order of the table.
  /// - Throws: `FrontTrackingError` if a map cannot be drawn.
  /// - Complexity: O(*d n* log *n* + *m p²*), for *d* days that the measures name and on which the map
  ///   changes, *n* cells, *m* measures and *p* places of a region.
  public mutating func findings(
    of source: SourceID? = nil
  ) throws(FrontTrackingError) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    for (index, measure) in theatre.measures.indexed()
    where source == nil || measure.source == source {
      findings.append(try finding(index))
    }
    return findings
  }

  mutating func finding(_ index: MeasureID) throws(FrontTrackingError) -> AuditFinding {
    let measure = theatre.measures[index]
    switch measure.statement {
    case .distance(let start, let end, let number):
      return try distance(index, start, end, number)
    case .direction(let subject, let object, let point):
      return try direction(index, of: subject, from: object, point)
    case .area(let portion, let region, let number):
      return try area(index, portion, in: region, number)
    case .conversion(let first, let second):
      return conversion(index, first, second)
    case .encirclement(let place, let besieger, let isSo):
      return try encirclement(index, of: place, by: besieger, isSo: isSo)
    case .count(let portion, let region, let counted, let number):
      return try count(index, portion, in: region, of: counted, number)
    }
  }

  /// The map of a day.
  mutating func map(on day: Day) throws(FrontTrackingError) -> Snapshot {
    if let map = maps[day] { return map }
    let map = try Snapshot(of: drawnFrom, on: day, [.territories, .fronts, .pockets, .places])
    maps[day] = map
    return map
  }

  /// What is known of each place on a day, by place.
  mutating func states(on day: Day) throws(FrontTrackingError) -> [PlaceID: CellState] {
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
  mutating func places(of region: PlaceID?) -> [PlaceID] {
    guard let region else { return theatre.placesWithGround }
    if let places = placesOfRegion[region] { return places }
    let theatre = theatre
    let places = theatre.placesWithGround.filter { theatre.lineage(of: $0).contains(region) }
    placesOfRegion[region] = places
    return places
  }

  /// The places of a region of which something is so on a day of a measure; for what was won or lost
  /// that day is the last.
  mutating func places(
    _ portion: Portion, in region: PlaceID?, on day: Day, of measure: MeasureID
  ) throws(FrontTrackingError) -> [PlaceID] {
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
