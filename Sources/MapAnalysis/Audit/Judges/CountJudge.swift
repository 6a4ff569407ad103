internal import ControlHistory
internal import ControlMap
internal import Theatre
internal import TypedIndices

/// Judges counts of places and of compartments.
struct CountJudge {
  let maps: AuditMaps

  private var theatre: Theatre { maps.theatre }

  func finding(
    _ measure: MeasureID, _ portion: Portion, in region: PlaceID?, of counted: Counted,
    _ number: StatedNumber
  ) throws(MapError) -> AuditFinding {
    let unit = counted.unit
    guard !counted.filter(maps.places(of: region), theatre).isEmpty else {
      let name = region.map { theatre.places[$0].name } ?? theatre.settings.title
      return .open(measure, unit: unit, because: "the table has no \(counted.noun) in \(name)")
    }
    // What was won or lost is counted on the last day; all places are there on every day.
    let all = maps.days(of: measure)
    let days = portion.isChange || all.isEmpty ? all.suffix(1) : all[...]
    var counts: [Double] = []
    var places: [PlaceID] = []
    for day in days.isEmpty ? [theatre.settings.start] : days {
      places = counted.filter(try maps.places(portion, in: region, on: day, of: measure), theatre)
      counts.append(Double(counted == .banks ? compartments(of: places).count : places.count))
    }
    let computed = counts[counts.count - 1]
    let range = (counts.min() ?? computed)...(counts.max() ?? computed)
    var tolerance = Tolerance()
    if let approximation = number.approximation {
      tolerance.add(approximation, "", for: "the \"about\" before \(number.value.plain)")
    }
    let agrees = number.agrees(with: range, within: tolerance.amount)
    let named = portion == .all ? [] : places
    let finding = AuditFinding(
      measure: measure, computed: computed,
      range: range.lowerBound < range.upperBound ? range : nil, unit: unit,
      tolerance: tolerance.amount, toleranceReason: tolerance.reason,
      words: counted.words(for: range), verdict: agrees ? .agrees : .differs,
      reading: agrees
        ? nil
        : try reading(
          of: number, range, portion, in: region, counted, tolerance.amount, named, measure),
      obstacle: nil, places: named, ownReports: try maps.ownReports(on: named, measure))
    guard !agrees, range.upperBound < number.value, portion == .all || portion.isChange,
      counted != .banks
    else { return finding }
    // A stated number larger than the table's does not contradict it.
    return AuditFinding(
      open: finding,
      because: portion == .all
        ? "the table may not have every \(counted.noun)"
        : "the map has only those that are in the table and that reports of these days name, and a "
          + "larger number does not contradict it")
  }

  /// How a count that differs may have come about.
  private func reading(
    of number: StatedNumber, _ range: ClosedRange<Double>, _ portion: Portion, in region: PlaceID?,
    _ counted: Counted, _ tolerance: Double, _ places: [PlaceID], _ measure: MeasureID
  ) throws(MapError) -> String {
    if case .kind(let kind) = counted, portion == .all {
      let count = Double(maps.places(of: region).count)
      if number.agrees(with: count...count, within: tolerance) {
        return "possibly places of every kind, of which the table has \(count.plain), and not "
          + "\(kind) only"
      }
    }
    guard portion.isReported, number.bound == nil else { return "no reading fits" }
    if range.upperBound < number.value {
      return "possibly more than was reported place by place: the map counts only what reports name"
    }
    var own = 0
    for place in places where !(try maps.ownReports(on: [place], measure).isEmpty) { own += 1 }
    guard own > 0, Double(own) <= number.value + tolerance, counted != .banks else {
      return "no reading fits"
    }
    return
      "possibly without those that only others report: \(own) of the \(places.count) rest on this "
      + "source's own reports"
  }

  /// The compartments in which places lie.
  private func compartments(of places: [PlaceID]) -> Set<CompartmentID> {
    Set(
      places.compactMap { maps.drawnFrom.sites.site(ofPlace: $0) }
        .compactMap(maps.drawnFrom.tessellation.compartment(ofSite:)))
  }
}

extension Portion {
  /// Whether it is decided by reports on places, so that what nobody reported is missing from it.
  var isReported: Bool {
    switch self {
    case .all, .unknown: false
    default: true
    }
  }
}

extension Counted {
  /// What is counted, in a word.
  var unit: String {
    switch self {
    case .places: "places"
    case .banks: "banks"
    case .kind(let kind): kind
    }
  }

  /// The places that count.
  func filter(_ places: [PlaceID], _ theatre: Theatre) -> [PlaceID] {
    guard case .kind(let kind) = self else { return places }
    return places.filter { theatre.places[$0].kind == kind }
  }

  /// One of what is counted.
  var noun: String {
    switch self {
    case .places, .banks: "place"
    case .kind(let kind): "place of kind \(kind)"
    }
  }

  func words(for range: ClosedRange<Double>) -> String {
    range.lowerBound < range.upperBound
      ? "\(range.lowerBound.plain) to \(range.upperBound.plain)" : range.lowerBound.plain
  }
}
