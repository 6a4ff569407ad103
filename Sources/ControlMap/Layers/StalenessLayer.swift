internal import ControlHistory
public import PlanarSubdivision
public import Theatre
internal import TypedIndices

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
  package static let turns = allCases.compactMap(\.days).map(\.lowerBound).filter { $0 > 0 }

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

extension MapLayers {
  /// How old the last report of the ground is.
  public static let staleness = MapLayers(StalenessLayer.self)
}

extension Snapshot {
  /// How old the last report of the ground is, in connected pieces of one class. They cover the theatre.
  public var staleness: [StaleGround] { items(of: StalenessLayer.self) }
}

extension Timeline {
  /// The ground by the age of its last report.
  public var staleness: [Span<StaleGround>] { spans(of: StalenessLayer.self) }
}

/// The ground by the age of its last report.
public final class StalenessLayer: MapLayer {
  /// How the layer is called among layers of the map.
  public static let name = "staleness"
  /// Whether the layer may change on days on which no cell does.
  public static let changesWithTime = true

  private var components: ComponentIDs

  /// Begins with nothing on the map.
  public init(_ canvas: MapCanvas) {
    components = ComponentIDs(DynamicComponents(canvas.states.topology))
  }

  /// The days on which the last report of some site goes on to another class of age, or a cell changes, in
  /// order.
  ///
  /// - Complexity: O(*n* log *n*), for *n* intervals.
  public static func days(of map: ControlMap) -> [Day] {
    let period = map.settings.period
    var found = Set(map.days)
    for intervals in map.history.intervals {
      for (index, interval) in intervals.enumerated() {
        let next =
          index + 1 < intervals.count
          ? min(intervals[index + 1].day, period.upperBound) : period.upperBound
        for turn in StalenessClass.turns {
          let day = interval.lastReport.advanced(by: turn)
          if period.lowerBound < day, interval.day <= day, day < next { found.insert(day) }
        }
      }
    }
    return found.sorted()
  }

  /// Moves on to the canvas' day; see `MapLayer`.
  public func advance(_ cells: [CellDelta], on canvas: MapCanvas) -> LayerDelta {
    let isFirst = components.isEmpty
    var changes: [(cell: CellID, label: Int32?)] = []
    for cell in canvas.states.cells.indices {
      let age = Int32(canvas.age(ofCell: cell).rawValue)
      if isFirst || components.components.label(ofCell: cell) != age { changes.append((cell, age)) }
    }
    guard isFirst || !changes.isEmpty else { return LayerDelta() }
    components.relabel(changes)
    return components.turn()
  }

  /// Returns what numbers stand for, in the items' own order; see `MapLayer`.
  ///
  /// - Complexity: O(*b*), for *b* half-edges at borders.
  public func items(
    _ numbers: [Int], on canvas: MapCanvas, longestList: Int
  ) -> [Numbered<StaleGround>] {
    let wanted = components.components(numbered: numbers)
    let rings = components.components.outlines { wanted[$0] != nil }
    let topology = canvas.states.topology
    var drawn: [Numbered<StaleGround>] = []
    for (component, number) in wanted {
      guard let rings = rings[component] else { continue }
      let (outline, ordered) = topology.outline(of: rings)
      let label = topology.cell(leftOf: ordered[0][0])
        .flatMap(components.components.label(ofCell:))
      let ground = StaleGround(
        age: label.flatMap { StalenessClass(rawValue: Int($0)) } ?? .none,
        outline: outline, areaInSquareKilometers: canvas.area(inside: ordered))
      drawn.append((number, ground))
    }
    return drawn.sorted { $0.item < $1.item }
  }
}

extension MapCanvas {
  /// How old the last report behind a cell's state is.
  fileprivate func age(ofCell cell: CellID) -> StalenessClass {
    guard let source = states.source(ofCell: cell),
      let interval = states.intervalIndex(ofSite: source)
    else { return .none }
    let lastReport = map.beliefs[source, interval].lastReport
    return StalenessClass(days: max(0, lastReport.distance(to: day)))
  }
}
