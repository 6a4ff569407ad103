public import ControlHistory
public import PlanarSubdivision
public import Theatre
public import TypedIndices

/// The maps of all days on cells that are the same on every day: each edge once, and of each cell from
/// when on it was in which state.
///
///     let history = try CellHistory(of: map)
///     history.runs[cell].last { $0.day <= day }?.state.state.holder
///
/// So instead of a picture for each day there is one topology and a few numbers for what changes. Where lines
/// run inside cells, with a reach or with kriging, the cells are divided by the lines of all days.
public struct CellHistory: Sendable {
  /// A connected piece of ground that is in one state at a time.
  public struct Cell: Hashable, Sendable {
    /// The site whose cell it is a part of; nil in a compartment without any.
    public let site: SiteID?
    /// Whether the site lies in it.
    public let holdsSite: Bool
    /// Its area on the ellipsoid, in square kilometres.
    public let areaInSquareKilometers: Double
  }

  /// A piece of line between two cells, or at the edge of the theatre.
  public struct Edge: Hashable, Sendable {
    /// The vertex it begins at.
    public let start: Int32
    /// The vertex it ends at.
    public let end: Int32
    /// The cell on its left; nil for none.
    public let left: CellID?
    /// The cell on its right; nil for none.
    public let right: CellID?
  }

  /// From when on a cell is in a state.
  public struct Run: Hashable, Sendable {
    /// The first day.
    public let day: Day
    /// What is known of it.
    public let state: CellState
  }

  /// The days on which some cell changes, the theatre's first day among them.
  public let days: [Day]

  /// The cells.
  public let cells: IndexedArray<CellID, Cell>

  /// The runs of each cell, by day; the first begins on the theatre's first day.
  public let runs: IndexedArray<CellID, [Run]>

  private let topology: Topology

  /// Measures the cells.
  package init(
    _ cells: IndexedArray<CellID, (site: SiteID?, holdsSite: Bool)>, _ topology: Topology,
    days: [Day], runs: IndexedArray<CellID, [Run]>
  ) {
    var measures = EdgeMeasures(topology)
    self.cells = IndexedArray(
      cells.indexed().map { number, cell in
        Cell(
          site: cell.site, holdsSite: cell.holdsSite,
          areaInSquareKilometers: measures.area(ofCells: CollectionOfOne(number)))
      })
    self.topology = topology
    self.days = days
    self.runs = runs
  }

  /// The vertices of the edges, in degrees.
  public var vertices: VertexTable { topology.table }

  /// The edges.
  public var edges: [Edge] {
    topology.edges.forward.map { half in
      Edge(
        start: topology.edges.origins[half], end: topology.edges.target(half),
        left: topology.cell(leftOf: half), right: topology.cell(leftOf: half.twin))
    }
  }

  /// The outlines of the connected pieces of cells that have one label, by label.
  ///
  /// - Parameter labels: a label for each cell, from 0 on; a cell without one is in no piece.
  /// - Returns: for each label its pieces, in order.
  /// - Complexity: O(*n* log *n*), for *n* cells and edges.
  public func outlines(labelled labels: IndexedArray<CellID, Int?>) -> [[Outline]] {
    let labelCount = labels.lazy.compactMap { $0 }.max().map { $0 + 1 } ?? 0
    var outlines = [[Outline]](repeating: [], count: labelCount)
    var components = DynamicComponents(topology)
    components.relabel(
      labels.indexed().map { (cell: $0, label: $1.map { Int32($0) }) })
    for rings in components.outlines(where: { _ in true }).values {
      guard let label = topology.cell(leftOf: rings[0][0]).flatMap({ labels[$0] }) else { continue }
      outlines[label].append(topology.outline(of: rings).0)
    }
    return outlines.map { $0.sorted() }
  }

  /// The state of a cell on a day.
  ///
  /// - Precondition: the theatre has that day.
  /// - Complexity: O(*r*), for *r* runs of the cell.
  public func state(ofCell cell: CellID, on day: Day) -> CellState {
    runs[cell].last { $0.day <= day }?.state ?? .unknown
  }
}

extension CellHistory {
  /// The maps of all days, or of some, on cells that are the same on every day.
  ///
  /// - Parameters:
  ///   - map: what the maps are drawn from.
  ///   - period: the days wanted; all of the map's if nil. The first run of each cell begins on the first
  ///     of them.
  /// - Precondition: the map has the days.
  /// - Throws: `MapError` if lines that run inside cells cannot be drawn.
  /// - Complexity: O(*n* log *n* + *k*), for *n* cells and *k* changes of cells. With a reach or kriging
  ///   O(*d* *m* log *m*), for *d* days that change and *m* cells that the lines of all days make.
  public init(
    of map: ControlMap, during period: ClosedRange<Day>? = nil
  ) throws(MapError) {
    let all = map.settings.period
    let period = period ?? all.lowerBound...all.upperBound.previous
    precondition(
      all.contains(period.lowerBound) && all.contains(period.upperBound), "the map has the days")
    let days =
      [period.lowerBound]
      + map.days.filter { period.lowerBound < $0 && $0 <= period.upperBound }
    if map.settings.linesRunInsideCells {
      try self.init(divided: map, on: days)
    } else {
      self.init(steady: map, on: days)
    }
  }

  private init(steady map: ControlMap, on days: [Day]) {
    var cellReplay = CellStateReplay(map)
    var recorder = RunRecorder(cellCount: map.tessellation.cells.count, from: days[0])
    for day in days {
      for delta in cellReplay.advance(to: day) {
        recorder.record(cellReplay.states.state(ofCell: delta.cell), ofCell: delta.cell, on: day)
      }
    }
    self.init(
      map.tessellation.cells.mapElements { ($0.site, $0.holdsSite) }, map.tessellation.topology,
      days: days, runs: recorder.runs)
  }

  /// The history on the cells that the lines of all days make.
  private init(divided map: ControlMap, on days: [Day]) throws(MapError) {
    var refinement = Refinement(map)
    var cellReplay = CellStateReplay(map)
    var statesOfDays: [CellStates] = []
    for day in days {
      _ = cellReplay.advance(to: day)
      statesOfDays.append(cellReplay.states)
    }
    let common = try refinement.commonCells(of: statesOfDays)
    var recorder = RunRecorder(cellCount: common.cellCount, from: days[0])
    for (index, day) in days.enumerated() {
      let states = common.states(statesOfDays[index], on: index)
      for cell in states.cells.indices {
        recorder.record(states.state(ofCell: cell), ofCell: cell, on: day)
      }
    }
    self.init(common.cells, common.topology, days: days, runs: recorder.runs)
  }
}

/// Notes from when on each cell was in which state.
private struct RunRecorder {
  private(set) var runs: IndexedArray<CellID, [CellHistory.Run]>

  /// Begins with nothing known of any cell.
  init(cellCount: Int, from start: Day) {
    runs = IndexedArray(
      repeating: [CellHistory.Run(day: start, state: .unknown)], count: cellCount)
  }

  mutating func record(_ state: CellState, ofCell cell: CellID, on day: Day) {
    guard let last = runs[cell].last, last.state != state else { return }
    if last.day == day { runs[cell].removeLast() }
    runs[cell].append(CellHistory.Run(day: day, state: state))
  }
}
