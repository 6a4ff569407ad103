internal import Theatre

/// How long ago the last report was that the map of a piece of ground rests on, in classes.
public enum StalenessClass: Int, Sendable, CaseIterable, Comparable {
  /// Up to a week.
  case week
  /// Up to a month of 30 days.
  case month
  /// Up to a quarter of 90 days.
  case quarter
  /// Up to half a year of 180 days.
  case halfYear
  /// Up to a year.
  case year
  /// More than a year.
  case older
  /// No report reaches it.
  case none

  /// The class of an age in days.
  public init(days: Int) {
    self = Self.allCases.first { $0.days?.contains(days) == true } ?? .older
  }

  /// The ages that it covers, in days; nil where there is no report.
  public var days: ClosedRange<Int>? {
    switch self {
    case .week: 0...7
    case .month: 8...30
    case .quarter: 31...90
    case .halfYear: 91...180
    case .year: 181...365
    case .older: 366...Int.max
    case .none: nil
    }
  }

  /// The ages at which a report goes on to the next class, in days.
  static let turns = allCases.compactMap(\.days).map(\.lowerBound).filter { $0 > 0 }

  /// Orders from fresh to old.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A connected piece of ground whose last report is of one class of age.
public struct StaleGround: Hashable, Sendable, Comparable {
  /// How old the last report is.
  public let age: StalenessClass
  /// Its outline, in degrees.
  public let outline: Outline
  /// Its area on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double

  /// Whether two pieces are the same ground with reports of the same class.
  public static func == (left: StaleGround, right: StaleGround) -> Bool {
    left.age == right.age && left.outline == right.outline
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(age)
    hasher.combine(outline)
  }

  /// Orders from fresh to old, then by the western end of the outline.
  public static func < (left: StaleGround, right: StaleGround) -> Bool {
    left.age != right.age ? left.age < right.age : left.outline < right.outline
  }
}

extension FrontTracker {
  /// The days on which the last report of some ground goes on to another class of age, or the map
  /// changes, in order.
  ///
  /// - Complexity: O(*n* log *n*), for *n* entries.
  var stalenessDays: [Day] {
    let end = theatre.settings.end
    var found = Set(days)
    for entries in chronicle.entries {
      for (index, entry) in entries.enumerated() {
        let next = index + 1 < entries.count ? min(entries[index + 1].day, end) : end
        for turn in StalenessClass.turns {
          let day = entry.lastReport.advanced(by: turn)
          if theatre.settings.start < day, entry.day <= day, day < next { found.insert(day) }
        }
      }
    }
    return found.sorted()
  }

  /// The days on which some part of the map changes.
  func days(showing parts: MapParts) -> [Day] {
    parts.contains(.staleness) ? stalenessDays : days
  }
}

extension Mosaic {
  /// How old the last report behind a cell's state is.
  func age(ofCell cell: Int, on day: Day, _ beliefs: BeliefTable) -> StalenessClass {
    let entry = entryIndex(ofCell: cell)
    guard entry >= 0 else { return .none }
    let lastReport = beliefs[Int(sources[cell]), Int(entry)].lastReport
    return StalenessClass(days: max(0, lastReport.distance(to: day)))
  }
}
