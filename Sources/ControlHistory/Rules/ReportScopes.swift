package import Theatre
internal import TypedIndices

/// Which reports reach which site: those on its places, and those on the regions above that speak of all of it.
///
/// That there is fighting in a region says nothing of any place there, so such a report reaches no site: see
/// `RegionFights`.
///
/// The reports on a region and the regions above it are kept once, however many sites lie below. A site
/// refers to them and has only the reports on its own places for itself, so that *n* reports on a region
/// of *n* places take room for *n* of them. Sites without a report of their own that refer to the same
/// region are of one class: whatever follows from the reports alone is the same for all of them.
package struct ReportScopes: Sendable {
  /// Sites that the same reports on regions reach, and none else.
  package struct ClassID: Hashable, Sendable {
    fileprivate let number: Int32
  }

  /// The reports on the places of each site, by day.
  private var own: IndexedArray<SiteID, [ReportInScope]>
  /// Where the reports on regions are that reach each site; -1 if none do.
  private var shared: IndexedArray<SiteID, Int32>
  /// The reports on a region and the regions above it, by day.
  private var scopes: [[ReportInScope]] = []

  /// Finds the reports that reach each site.
  ///
  /// - Parameters:
  ///   - theatre: the theatre.
  ///   - sites: the theatre's sites.
  ///   - kept: the sites that reports may reach; all if nil.
  ///   - isSeen: which reports are seen.
  /// - Complexity: O(*p* + *r* log *r*) for *p* places and *r* reports, and for each region that has
  ///   reports and sites below the number of reports on it and above.
  package init(
    of theatre: Theatre, reaching sites: Sites, keeping kept: Set<SiteID>? = nil,
    where isSeen: (ReportID) -> Bool
  ) {
    own = IndexedArray(repeating: [], count: sites.count)
    shared = IndexedArray(repeating: -1, count: sites.count)
    var finder = ScopeFinder(theatre, where: isSeen)
    var scopeOfAnchor: [PlaceID: Int32] = [:]
    for (site, places) in sites.places.indexed() where kept?.contains(site) ?? true {
      guard let anchor = finder.commonAnchor(above: places) else {
        own[site] = finder.reports(reaching: places)
        continue
      }
      own[site] = finder.ownReports(of: places)
      guard let place = anchor.place else { continue }
      if let known = scopeOfAnchor[place] {
        shared[site] = known
      } else {
        scopeOfAnchor[place] = Int32(scopes.count)
        shared[site] = Int32(scopes.count)
        scopes.append(finder.reports(onAndAbove: place))
      }
    }
  }

  /// The reports that reach a site, by day.
  ///
  /// - Complexity: O(1) for a site that only its own reports reach, or only those on regions; else
  ///   O(*r* log *r*), for *r* reports.
  package subscript(site: SiteID) -> [ReportInScope] {
    guard shared[site] >= 0 else { return own[site] }
    let above = scopes[Int(shared[site])]
    return own[site].isEmpty ? above : (own[site] + above).sorted()
  }

  /// The class of a site; nil if it has reports of its own, or no report reaches it.
  package func sharedClass(of site: SiteID) -> ClassID? {
    own[site].isEmpty && shared[site] >= 0 ? ClassID(number: shared[site]) : nil
  }

  /// How many pairs of a site and a report have to be looked at: those of a class count once.
  package var pairCount: Int {
    scopes.reduce(0) { $0 + $1.count }
      + own.indices.reduce(0) {
        $0 + (own[$1].isEmpty || shared[$1] < 0 ? own[$1].count : self.count(at: $1))
      }
  }

  private func count(at site: SiteID) -> Int { own[site].count + scopes[Int(shared[site])].count }
}

/// Looks for reports on places and on the regions above.
private struct ScopeFinder {
  private let theatre: Theatre
  private var reportsOfPlace: IndexedArray<PlaceID, [ReportID]>
  /// The region at or above each place that has reports, once it has been looked for.
  private var anchors: IndexedArray<PlaceID, Anchor?>

  /// The nearest region with reports; no place if there is none.
  struct Anchor: Hashable {
    let place: PlaceID?
  }

  init(_ theatre: Theatre, where isSeen: (ReportID) -> Bool) {
    self.theatre = theatre
    reportsOfPlace = IndexedArray(repeating: [], count: theatre.places.count)
    anchors = IndexedArray(repeating: nil, count: theatre.places.count)
    for (index, report) in theatre.reports.indexed()
    where isSeen(index) && !(report.isOfFighting && theatre.places[report.place].isRegion) {
      reportsOfPlace[report.place].append(index)
    }
  }

  /// The nearest region with reports above all of some places; nil if it is not the same for all.
  mutating func commonAnchor(above places: [PlaceID]) -> Anchor? {
    var common: Anchor?
    for place in places {
      let anchor = theatre.places[place].parent.map { self.anchor(of: $0) } ?? Anchor(place: nil)
      guard common == nil || common == anchor else { return nil }
      common = anchor
    }
    return common
  }

  /// The nearest region with reports at or above a place. Each region is climbed once.
  private mutating func anchor(of place: PlaceID) -> Anchor {
    var climbed: [PlaceID] = []
    var here: PlaceID? = place
    while let region = here, anchors[region] == nil, reportsOfPlace[region].isEmpty {
      climbed.append(region)
      here = theatre.places[region].parent
    }
    let found = here.map { anchors[$0] ?? Anchor(place: $0) } ?? Anchor(place: nil)
    for region in climbed { anchors[region] = found }
    return found
  }

  func ownReports(of places: [PlaceID]) -> [ReportInScope] {
    let found = places.flatMap { scoped(reportsOfPlace[$0], levelsAbove: 0) }
    return found.count > 1 ? found.sorted() : found
  }

  /// The reports on a region and the regions above it. How many levels above the sites they are counts
  /// only by comparison, so the region itself is one level above them.
  func reports(onAndAbove place: PlaceID) -> [ReportInScope] {
    var found: [ReportInScope] = []
    var here: PlaceID? = place
    var level = 1
    while let region = here {
      found += scoped(reportsOfPlace[region], levelsAbove: level)
      here = theatre.places[region].parent
      level += 1
    }
    return found.sorted()
  }

  /// The reports on some places and on all regions above them. A report on a region counts once, as
  /// many levels above as the nearest of the places has it.
  func reports(reaching places: [PlaceID]) -> [ReportInScope] {
    var found: [ReportInScope] = []
    var visited: Set<PlaceID> = []
    // A region is first reached from the place with the fewest levels above it.
    for place in places.map({ (depth: depth(of: $0), place: $0) }).sorted(by: <).map(\.place) {
      var here: PlaceID? = place
      var level = 0
      while let region = here, visited.insert(region).inserted {
        found += scoped(reportsOfPlace[region], levelsAbove: level)
        here = theatre.places[region].parent
        level += 1
      }
    }
    return found.sorted()
  }

  private func depth(of place: PlaceID) -> Int {
    var depth = 0
    var here = theatre.places[place].parent
    while let region = here {
      depth += 1
      here = theatre.places[region].parent
    }
    return depth
  }

  private func scoped(_ reports: [ReportID], levelsAbove level: Int) -> [ReportInScope] {
    reports.map {
      ReportInScope(
        report: $0, levelsAbove: level, day: theatre.reports[$0].date.effectiveDay)
    }
  }
}
