internal import ControlHistory
internal import Diagnostics
internal import Theatre
internal import TypedIndices

extension Theatre {
  /// How many pairs of a site and a report may have to be looked at: those of sites without a report of their
  /// own that the same regions reach count once.
  static let mostReaches = 20_000_000

  /// That reports on regions reach so many places with reports of their own that the history of each cannot
  /// be worked out.
  ///
  /// - Complexity: O(*p* + *r*), for *p* places and *r* reports.
  func tooManyReaches(above limit: Int = mostReaches) -> [Diagnostic] {
    // Without that many pairs at all there is nothing to count.
    guard !reports.isEmpty, placesWithGround.count > limit / reports.count else { return [] }
    var counts = IndexedArray<PlaceID, Int>(repeating: 0, count: places.count)
    for report in reports { counts[report.place] += 1 }
    var above = IndexedArray<PlaceID, Int?>(repeating: nil, count: places.count)
    var whole = 0
    for site in Sites(self).places {
      // A site without a report of its own shares its reports, unless its places lie in different regions.
      let parents = Set(site.map { places[$0].parent })
      guard parents.count > 1 || site.contains(where: { counts[$0] > 0 }) else { continue }
      for place in site {
        whole +=
          counts[place]
          + places[place].parent.map { reports(onAndAbove: $0, counts, &above) }.orZero
      }
    }
    guard whole > limit else { return [] }
    // The region whose reports make the most of it is where to begin.
    let busiest = places.indices.filter { places[$0].isRegion }.max { counts[$0] < counts[$1] }
    return [
      Diagnostic(
        file: "reports.csv",
        location: reports.first { $0.place == busiest }?.location, severity: .error,
        message:
          "reports on regions reach places with reports of their own \(whole) times, more than "
          + "\(limit): report on fewer regions with many places, such as "
          + "\"\(busiest.map { places[$0].id } ?? "")\"")
    ]
  }

  /// How many reports on a place and the regions above it may have a day that is not known: each is tried on
  /// each day that makes a difference.
  static let mostDoubts = 1_000

  /// That too many reports of a place have a day that is not known.
  ///
  /// - Complexity: O(*p* + *r*), for *p* places and *r* reports.
  func tooManyDoubts(above limit: Int = mostDoubts) -> [Diagnostic] {
    let open = reports.filter { !$0.date.isExact }
    guard open.count > limit else { return [] }
    var counts = IndexedArray<PlaceID, Int>(repeating: 0, count: places.count)
    for report in open { counts[report.place] += 1 }
    var above = IndexedArray<PlaceID, Int?>(repeating: nil, count: places.count)
    guard
      let place = placesWithGround.first(where: {
        reports(onAndAbove: $0, counts, &above) > limit
      })
    else { return [] }
    let count = above[place].orZero
    return [
      Diagnostic(
        file: "reports.csv", location: open.last?.location, severity: .error,
        message:
          "\(count) reports on \"\(places[place].id)\" and the regions above it have a day that is not "
          + "known, more than \(limit): write the day where it is known")
    ]
  }

  /// How many reports there are on a region and the regions above it.
  private func reports(
    onAndAbove place: PlaceID, _ counts: IndexedArray<PlaceID, Int>,
    _ known: inout IndexedArray<PlaceID, Int?>
  ) -> Int {
    if let count = known[place] { return count }
    let count =
      counts[place] + places[place].parent.map { reports(onAndAbove: $0, counts, &known) }.orZero
    known[place] = count
    return count
  }
}

extension Int? {
  fileprivate var orZero: Int { self ?? 0 }
}
