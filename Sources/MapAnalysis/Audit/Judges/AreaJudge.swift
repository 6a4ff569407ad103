internal import ControlHistory
internal import ControlMap
internal import Theatre
internal import TypedIndices

/// Judges areas, on the ellipsoid.
struct AreaJudge {
  let maps: AuditMaps

  private var theatre: Theatre { maps.theatre }

  func finding(
    _ measure: MeasureID, _ portion: Portion, in region: PlaceID?, _ number: StatedNumber
  ) throws(MapError) -> AuditFinding {
    let unit = number.unit ?? .squareKilometers
    let all = maps.days(of: measure)
    var amounts: [Double] = []
    var largest = 0.0
    for day in portion.isChange ? all.suffix(1) : all[...] {
      let ground = try ground(portion, in: region, on: day, of: measure)
      amounts.append(ground.area / unit.inKilometers)
      largest = ground.largestCell / unit.inKilometers
    }
    guard let computed = amounts.last else {
      return .open(measure, unit: unit.rawValue, because: "no day is named")
    }
    let range = (amounts.min() ?? computed)...(amounts.max() ?? computed)
    var tolerance = Tolerance()
    tolerance.add(
      largest, " \(unit.symbol)", for: "the largest of the cells, which the map cannot divide")
    number.allow(&tolerance, in: unit)
    let agrees = number.agrees(with: range, within: tolerance.amount)
    let finding = AuditFinding(
      measure: measure, computed: computed,
      range: range.lowerBound < range.upperBound ? range : nil, unit: unit.rawValue,
      tolerance: tolerance.amount, toleranceReason: tolerance.reason,
      words: "\(computed.measured) \(unit.symbol)", verdict: agrees ? .agrees : .differs,
      reading: agrees ? nil : reading(of: number, computed, range, portion, largest),
      obstacle: nil, places: [], ownReports: [])
    if agrees, number.bound == nil, computed > 0, tolerance.amount >= computed {
      return AuditFinding(
        open: finding,
        because:
          "the cells that were counted are too large: the tolerance is no smaller than the area")
    }
    guard !agrees, range.upperBound == 0 else { return finding }
    return AuditFinding(
      open: finding,
      because: portion.isChange
        ? "no report of these days lets any ground there change hands, so that there is nothing to hold "
          + "the statement against"
        : "the map has no such ground in that time")
  }

  private func reading(
    of number: StatedNumber, _ computed: Double, _ range: ClosedRange<Double>, _ portion: Portion,
    _ largest: Double
  ) -> String {
    guard number.bound == nil else { return "no reading fits" }
    let unit = number.unit ?? .squareKilometers
    var readings: [String] = []
    if let other = number.fitting(
      MeasureUnit.areas, straight: computed * unit.inKilometers,
      slack: largest * unit.inKilometers)
    {
      readings.append("possibly \(other.symbol) and not \(unit.symbol)")
    }
    if portion.isReported, range.upperBound < number.value {
      readings.append(
        "possibly more than was reported place by place: the map has only the ground of places that "
          + "reports name")
    }
    return readings.isEmpty ? "no reading fits" : readings.joined(separator: "; or ")
  }

  /// Some ground of a day: its area and that of its largest cell, in square kilometres.
  ///
  /// For the whole theatre, what was won or lost comes from `comparison(from:to:)`. In a region it is the
  /// ground of those places that were, as the later map has it (of what was lost, the earlier).
  private func ground(
    _ portion: Portion, in region: PlaceID?, on day: Day, of measure: MeasureID
  ) throws(MapError) -> (area: Double, largestCell: Double) {
    let now = try maps.map(on: day)
    var (before, shown) = (now, now)
    if portion.isChange, let first = theatre.measures[measure].days?.lowerBound {
      before = try maps.map(on: first.previous)
      if case .lost = portion { shown = before }
    }
    let isInside = Set(
      maps.places(of: region).compactMap { maps.drawnFrom.sites.site(ofPlace: $0) })
    let states = shown.states
    let cells = Tessellation(
      maps.drawnFrom.tessellation, cells: states.cells, topology: states.topology)
    let areas = states.cells.indices.filter { cell in
      let site = states.cells[cell].site
      guard region == nil || site.map(isInside.contains) == true else { return false }
      guard portion.isChange, let site else {
        return portion.includes(states.groundState(ofCell: cell), before: .unknown)
      }
      let (old, new) = (before.state(ofSite: site), now.state(ofSite: site))
      let state = states.groundState(ofCell: cell)
      guard let party = portion.party, state.isHeld(by: party) else { return false }
      return portion.includes(new?.state ?? .unknown, before: old?.state ?? .unknown)
    }.map { cells.area(of: CollectionOfOne($0)) }
    let whole = try region == nil ? change(portion, before, now) : nil
    return (whole ?? areas.reduce(0, +), areas.max() ?? 0)
  }

  /// What a party won or lost in the whole theatre, in square kilometres; nil for other portions.
  private func change(
    _ portion: Portion, _ before: Snapshot, _ after: Snapshot
  ) throws(MapError) -> Double? {
    switch portion {
    case .won(let party):
      try MapComparison(maps.drawnFrom).area(of: after, butNotOf: before) { $0.isHeld(by: party) }
    case .lost(let party):
      try MapComparison(maps.drawnFrom).area(of: before, butNotOf: after) { $0.isHeld(by: party) }
    default: nil
    }
  }
}

extension Portion {
  /// Who holds, won or lost it.
  fileprivate var party: Party? {
    switch self {
    case .held(let party), .won(let party), .lost(let party): party
    default: nil
    }
  }
}
