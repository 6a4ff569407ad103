public import Theatre
public import TypedIndices

/// How much a place's name matters on a map, from 1 (always shown).
///
/// Taken from its kind: a place of a kind that is not listed here is a village. A name of rank 1 or 2 is
/// drawn on a map of the whole theatre, rank 3 on one of a district, 4 and 5 in towns.
public enum PlaceRank: Int, Sendable, CaseIterable, Comparable {
  /// A city.
  case city = 1
  /// A town.
  case town
  /// A base, an airport, ruins: what news names by itself.
  case site
  /// A village or suburb, and every place of an unknown kind.
  case village
  /// A quarter of a town, a bridge or another landmark in it.
  case quarter

  /// The rank of a kind of place.
  public init(kind: String) {
    self =
      switch kind {
      case "city": .city
      case "town": .town
      case "air_base", "military_base", "airport", "ruins", "dam", "refinery": .site
      case "quarter", "landmark", "bridge", "neighbourhood": .quarter
      default: .village
      }
  }

  /// Orders the most important first.
  public static func < (left: PlaceRank, right: PlaceRank) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Theatre {
  /// The places whose names a map may show: the places with ground of their own, and the cities and towns that are
  /// regions because their quarters are places of their own. The most important come first, and among
  /// equals those with the most reports, then by the order of the table.
  ///
  /// - Complexity: O(*n* log *n* + *r*), for *n* places and *r* reports.
  public var labelled: [(place: PlaceID, rank: PlaceRank)] {
    var reportCounts = IndexedArray<PlaceID, Int>(repeating: 0, count: places.count)
    for report in reports { reportCounts[report.place] += 1 }
    return places.indices
      .filter { !places[$0].isRegion || ["city", "town"].contains(places[$0].kind) }
      .map { (place: $0, rank: PlaceRank(kind: places[$0].kind)) }
      .sorted {
        ($0.rank.rawValue, -reportCounts[$0.place], $0.place)
          < ($1.rank.rawValue, -reportCounts[$1.place], $1.place)
      }
  }
}
