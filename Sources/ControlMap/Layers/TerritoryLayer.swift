public import ControlHistory
public import Geometry
public import PlanarSubdivision
public import Theatre
public import TypedIndices

/// A connected piece of ground in one state.
public struct Territory: Sendable {
  /// Who holds it, by whom it is contested; its encirclers are left out.
  public let state: GroundState
  /// Its outline, in degrees.
  public let outline: Outline
  /// Its area on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double
  /// How many places lie on it.
  public let placeCount: Int
  /// Whether its places and reports are listed; if not, nobody asked for so long a list.
  public let isListed: Bool
  /// The places on it.
  public let places: [PlaceID]
  /// The reports that support its state.
  public let reports: [ReportID]
  /// The share of its area whose state is inferred, from 0 to 1.
  public let inferredShare: Double
  /// How probable its holder's side is on the ground where that is estimated, on average over its area;
  /// nil if it is nowhere.
  public let probability: Double?
  /// Whether it may be in another state, because the day of a report is not known.
  public let isDateUncertain: Bool
  /// How far its state can be trusted on the day on which it was drawn, from 0 to 1, on average over its
  /// area; nil if nobody is known to hold it.
  public let confidence: Double?

  /// Its shape, in degrees.
  public var shape: MultiPolygon<Position> { outline.shape }
}

extension Territory {
  /// The same without its places and reports if it has more places than wanted.
  package func listing(atMost longestList: Int) -> Territory {
    guard placeCount > longestList else { return self }
    return Territory(
      state: state, outline: outline, areaInSquareKilometers: areaInSquareKilometers,
      placeCount: placeCount, isListed: false, places: [], reports: [],
      inferredShare: inferredShare, probability: probability, isDateUncertain: isDateUncertain,
      confidence: confidence)
  }
}

extension Territory: Hashable, Comparable {
  // The measures follow from the outline, so they need not be compared; nor need the confidence, which
  // follows from the reports and the day.

  /// Whether two pieces are the same ground in the same state for the same reasons.
  public static func == (left: Territory, right: Territory) -> Bool {
    left.state == right.state && left.isDateUncertain == right.isDateUncertain
      && left.reports == right.reports
      && left.probability == right.probability && left.outline == right.outline
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(state)
    hasher.combine(outline)
  }

  /// Orders by holder, then by the western end of the outline.
  public static func < (left: Territory, right: Territory) -> Bool {
    let (one, other) = (left.state.holder.offsetOrLast, right.state.holder.offsetOrLast)
    return one != other ? one < other : left.outline < right.outline
  }
}

extension MapLayers {
  /// The ground, in connected pieces of one state.
  public static let territories = MapLayers(TerritoryLayer.self)
}

extension Snapshot {
  /// The ground, in connected pieces of one state. They cover the theatre and do not overlap.
  public var territories: [Territory] { items(of: TerritoryLayer.self) }
}

extension Timeline {
  /// The ground, in connected pieces of one state.
  public var territories: [Span<Territory>] { spans(of: TerritoryLayer.self) }
}

/// The ground, in connected pieces of one state.
public final class TerritoryLayer: MapLayer {
  /// How the layer is called among layers of the map.
  public static let name = "territories"

  private var states = StateInterner()
  private var components: ComponentIDs
  private var weights: CellWeights

  /// The cells of which something else is known than when they were weighed. A replay that draws
  /// nothing never weighs them.
  private var unweighed: [CellID] = []

  /// Begins with nothing on the map.
  public init(_ canvas: MapCanvas) {
    let cells = canvas.states
    let placeCounts = IndexedArray<CellID, Int32>(
      cells.cells.indices.map { Int32(cells.placeCount(inCell: $0)) })
    components = ComponentIDs(DynamicComponents(cells.topology, weights: placeCounts))
    weights = CellWeights(canvas.map.settings, cellCount: cells.cells.count)
  }

  /// Moves on to the canvas' day; see `MapLayer`.
  public func advance(_ cells: [CellDelta], on canvas: MapCanvas) -> LayerDelta {
    unweighed += cells.map(\.cell)
    let known = canvas.states
    var changes: [(cell: CellID, label: Int32?)] = []
    changes.reserveCapacity(cells.count)
    for delta in cells {
      let label = states.label(
        of: known.groundState(ofCell: delta.cell),
        isDateUncertain: known.isDateUncertain(delta.cell))
      changes.append((delta.cell, label))
    }
    if components.isEmpty {
      // Cells of which nothing is known are ground too.
      let changed = Set(changes.map(\.cell))
      let unknown = states.label(of: .unknown, isDateUncertain: false)
      for cell in known.cells.indices where !changed.contains(cell) {
        changes.append((cell, unknown))
      }
      components.relabel(changes.sorted { $0.cell < $1.cell })
    } else {
      components.relabel(changes)
    }
    let reports = ReportChanges(cells, known, canvas.map)
    return components.turn(alsoNew: reports.componentsWithOthers(components.components))
  }

  /// Returns what numbers stand for, in the items' own order; see `MapLayer`.
  ///
  /// - Complexity: O(*n* + *b*), for *n* cells and *b* half-edges at borders.
  public func items(
    _ numbers: [Int], on canvas: MapCanvas, longestList: Int
  ) -> [Numbered<Territory>] {
    let wanted = components.components(numbered: numbers)
    guard !wanted.isEmpty else { return [] }
    let rings = components.components.outlines { wanted[$0] != nil }
    weigh(on: canvas)
    let confidences = weights.sums(of: wanted.keys, in: components.components, on: canvas.day)
    var drawn: [Numbered<Territory>] = []
    for (component, number) in wanted {
      guard let rings = rings[component] else { continue }
      drawn.append(
        (number, territory(component, rings, longestList, confidences[component] ?? 0, canvas)))
    }
    return drawn.sorted { $0.item < $1.item }
  }

  /// The same item without lists that are longer than wanted.
  public static func abridged(_ item: Territory, to longestList: Int) -> Territory {
    item.listing(atMost: longestList)
  }

  private func territory(
    _ component: ComponentID, _ rings: [[HalfEdge]], _ longestList: Int, _ confidence: Double,
    _ canvas: MapCanvas
  ) -> Territory {
    let known = canvas.states
    let (outline, ordered) = known.topology.outline(of: rings)
    let area = canvas.area(inside: ordered)
    let placeCount = Int(components.components.weights[component])
    let isListed = placeCount <= longestList
    guard let first = known.topology.cell(leftOf: ordered[0][0]) else {
      preconditionFailure("a component's outline has a cell on its left")
    }
    // The cells of a large piece are looked at only where something of them is wanted.
    let isWanted = isListed || !known.isEveryCellReported
    let cells = isWanted ? components.components.cells(with: first) : []
    let inferred = canvas.area(ofCells: cells.lazy.filter { known.isInferred($0) })
    let state = known.groundState(ofCell: first).inferred
    return Territory(
      state: state, outline: outline,
      areaInSquareKilometers: area, placeCount: placeCount, isListed: isListed,
      places: isListed ? cells.flatMap(known.places(inCell:)).sorted() : [],
      reports: isListed ? known.reports(behind: cells) : [],
      inferredShare: area > 0 ? min(1, max(0, inferred / area)) : 0,
      probability: probability(ofCells: cells, on: canvas),
      isDateUncertain: known.isDateUncertain(first),
      confidence: state.status == .unknown || area <= 0 ? nil : min(1, confidence / area))
  }

  /// How probable the state of cells is on average over the area of those where it is estimated.
  private func probability(ofCells cells: [CellID], on canvas: MapCanvas) -> Double? {
    var (sum, whole) = (0.0, 0.0)
    for cell in cells {
      guard let probability = canvas.states.probability(ofCell: cell) else { continue }
      let area = canvas.area(ofCells: CollectionOfOne(cell))
      sum += probability * area
      whole += area
    }
    return whole > 0 ? sum / whole : nil
  }

  /// Follows how much the cells add to the confidence in the components they belong to.
  private func weigh(on canvas: MapCanvas) {
    let known = canvas.states
    let halfDistance = canvas.map.settings.halfDistanceInKilometers
    weights.advance(to: canvas.day)
    defer { unweighed.removeAll(keepingCapacity: true) }
    for cell in unweighed {
      guard let source = known.source(ofCell: cell),
        let interval = known.intervalIndex(ofSite: source)
      else {
        weights.set(cell, confidence: 0, lastReport: canvas.day, area: 0)
        continue
      }
      let (belief, lastReport) = canvas.map.beliefs[source, interval]
      let nearness =
        belief > 0 && known.isInferred(cell)
        ? Confidence.discount(
          for: known.state(ofCell: cell).inference, halfDistance: halfDistance) : 1
      weights.set(
        cell, confidence: belief * nearness, lastReport: lastReport,
        area: canvas.area(ofCells: CollectionOfOne(cell)))
    }
  }
}
