package import PlanarSubdivision
public import Theatre
internal import TypedIndices

/// What all layers of a map look at: the cells, what is known of them on a day, and what was measured.
///
/// A class, so that layers share it. A replay owns it and goes from day to day; one thread uses it at
/// a time.
public final class MapCanvas {
  /// What the map is drawn from.
  public let map: ControlMap

  /// The day.
  public internal(set) var day: Day

  /// What is known of the cells on the day.
  package internal(set) var states: CellStates

  /// The lengths and areas of the cells' edges.
  var measures: EdgeMeasures

  /// Where lines run inside cells, what finds these lines; else nil.
  let refinement: Refinement?

  /// The cells that changed since the sides' ground was last asked for.
  private var turned: [CellID] = []
  private var sides: ComponentIDs
  private var isNumbered = true

  /// Begins with nothing known.
  init(_ map: ControlMap, _ states: CellStates, _ refinement: Refinement? = nil) {
    self.map = map
    self.states = states
    self.refinement = refinement
    day = map.settings.period.lowerBound
    measures = EdgeMeasures(states.topology)
    sides = ComponentIDs(DynamicComponents(states.topology))
  }

  /// Moves on to a day.
  func advance(_ cells: [CellDelta], _ states: CellStates, to day: Day) {
    self.states = states
    self.day = day
    turned += cells.map(\.cell)
  }

  /// The ground of each side in connected components, as it is on the day.
  ///
  /// - Complexity: that of `DynamicComponents.relabel`, once a day.
  var sideGround: DynamicComponents {
    refreshSides()
    return sides.components
  }

  /// The number of a component of `sideGround`; the same for as long as nothing of it changes. Nil for
  /// one that is gone.
  func number(ofSideComponent component: ComponentID) -> Int? {
    refreshSides()
    numberSides()
    return sides.ids.number(of: component)
  }

  /// The component of `sideGround` with each number.
  var sideComponents: [Int: ComponentID] {
    refreshSides()
    numberSides()
    return sides.ids.keys
  }

  private func refreshSides() {
    guard !turned.isEmpty else { return }
    numberSides()
    isNumbered = false
    sides.relabel(Set(turned).sorted().map { ($0, states.groundLabel(ofCell: $0)) })
    turned.removeAll(keepingCapacity: true)
  }

  private func numberSides() {
    guard !isNumbered else { return }
    _ = sides.turn()
    isNumbered = true
  }
}

extension MapCanvas {
  /// The area of some cells on the ellipsoid, in square kilometres.
  ///
  /// - Complexity: O(*n*), for *n* edges of the cells.
  package func area(ofCells cells: some Sequence<CellID>) -> Double {
    measures.area(ofCells: cells)
  }

  /// The area inside rings of half-edges, in square kilometres.
  func area(inside rings: [[HalfEdge]]) -> Double { measures.area(inside: rings) }
}
