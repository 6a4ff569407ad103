internal import ControlHistory
internal import ControlMap
internal import Geodesy
internal import Geometry
internal import NumberText
internal import Theatre
internal import TypedIndices

/// Judges whether a place is surrounded.
struct EncirclementJudge {
  let maps: AuditMaps

  private var theatre: Theatre { maps.theatre }

  func finding(
    _ measure: MeasureID, of place: PlaceID, by besieger: Besieger?, isSo: Bool
  ) throws(MapError) -> AuditFinding {
    switch besieger {
    case .region(let region): enclosure(measure, of: place, in: region, isSo: isSo)
    case .party(let party): try siege(measure, of: place, by: party, isSo: isSo)
    case nil: try siege(measure, of: place, by: nil, isSo: isSo)
    }
  }

  /// A place is cut off if a report has it surrounded by the party, or if it lies in a pocket, ground that
  /// touches no exit of its side, around which there is nobody but the party's side. What the besieger's own side holds there does not count.
  private func siege(
    _ measure: MeasureID, of place: PlaceID, by party: Party?, isSo: Bool
  ) throws(MapError) -> AuditFinding {
    let places = maps.places(of: place)
    let allies = Set((party?.actors ?? []).map { theatre.actors[$0].side })
    var trial: (cutOff: [PlaceID], held: [PlaceID]) = ([], [])
    for day in maps.days(of: measure) {
      let states = try maps.states(on: day)
      let held = places.filter { place in
        guard let holder = states[place]?.state.holder else { return false }
        return !allies.contains(theatre.actors[holder].side)
      }
      let pockets = Set(
        try maps.map(on: day).pockets.filter { isClosed($0, by: allies, orAnybody: party == nil) }
          .flatMap(\.places))
      let cutOff = held.filter { place in
        let encirclers = states[place]?.state.encirclers ?? []
        let isNamed = encirclers.contains { party?.actors.contains($0) ?? true }
        return isNamed || pockets.contains(place)
      }
      trial = (cutOff, held)
      if !held.isEmpty, isSo == (cutOff.count == held.count) { break }
    }
    let name = theatre.places[place].name
    guard !trial.held.isEmpty else {
      let whom = party.map { " but \(theatre.name(of: $0)) and its side" } ?? ""
      return .open(
        measure, unit: "places",
        because: "nobody\(whom) is known to hold a place in \(name) in that time")
    }
    let (count, all) = (trial.cutOff.count, trial.held.count)
    let agrees = isSo == (count == all)
    return AuditFinding(
      measure: measure, computed: Double(count), range: nil, unit: "places", tolerance: nil,
      toleranceReason: "", words: "\(count) of \(all) places cut off",
      verdict: agrees ? .agrees : .differs,
      reading: agrees
        ? nil
        : count > 0 && isSo ? "true of \(count) of the \(all) places" : "no reading fits",
      obstacle: nil, places: trial.cutOff,
      ownReports: try maps.ownReports(on: trial.cutOff, measure))
  }

  /// Whether a pocket lies in ground of some sides and of no other, nor in ground of nobody known.
  private func isClosed(
    _ pocket: Pocket, by allies: Set<String>, orAnybody isAnybody: Bool
  ) -> Bool {
    pocket.besiegers.allSatisfy { besieger in
      besieger.map { isAnybody || allies.contains(theatre.actors[$0].side) } ?? false
    }
  }

  /// A region surrounds a place if its other places do: seen from there, no gap between them is
  /// half a turn or more.
  private func enclosure(
    _ measure: MeasureID, of place: PlaceID, in region: PlaceID, isSo: Bool
  ) -> AuditFinding {
    let ends = MeasuredEnds(maps: maps)
    guard case .found(let center) = ends.end(ofPlace: place, isEdge: false) else {
      return .open(measure, unit: "degrees", because: "the place has no point")
    }
    let inside = Set(maps.places(of: place))
    let azimuths = maps.places(of: region).filter { !inside.contains($0) }
      .map { MeasuredWay(from: center.point, to: ends.spot($0)).azimuth }.sorted()
    guard let first = azimuths.first, let last = azimuths.last, azimuths.count >= 3 else {
      return .open(
        measure, unit: "degrees",
        because: "the table has fewer than three other places in \(theatre.places[region].name)")
    }
    let gaps = zip(azimuths.dropFirst(), azimuths).map { $0 - $1 } + [first + 360 - last]
    let gap = gaps.max() ?? 360
    let agrees = isSo == (gap < 180)
    return AuditFinding(
      measure: measure, computed: gap, range: nil, unit: "degrees", tolerance: nil,
      toleranceReason: "",
      words: "its \(azimuths.count) other places leave no gap of more than "
        + "\(gap.text(decimals: 0))°",
      verdict: agrees ? .agrees : .differs, reading: agrees ? nil : "no reading fits",
      obstacle: nil, places: [], ownReports: [])
  }
}
