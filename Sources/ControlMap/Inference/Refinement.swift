internal import ControlHistory
internal import GEOS
internal import Geometry
internal import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// Divides cells by lines that depend on the reports of a day: where kriging finds the line between the
/// sides, and how far from a report the map still says something.
package struct Refinement {
  private let map: ControlMap
  private var field: KrigingField?
  private var reach: Reach?

  /// The day's line between the sides, where it is estimated.
  private var contours: Contours?
  /// The cells of the last day.
  private var parts: Parts?

  package init(_ map: ControlMap) {
    self.map = map
    field = map.settings.inference == .kriging ? KrigingField(map) : nil
  }

  /// The day on cells that these lines divide.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells and edges; O(*n*) while the lines are the same.
  package mutating func refine(_ states: CellStates) throws(MapError) -> CellStates {
    let isSame = try turn(to: states)
    if parts == nil || !isSame {
      let cut = cut()
      var sides = Numbering<LineSide>()
      let (assignment, topology) = try divided(by: cut.lines) { sides.number(of: cut.side($0, $1)) }
      parts = Parts(
        drafts: assignment.cells, topology: topology, sides: sides.sayings, contours: cut.contours)
    }
    guard let parts else { preconditionFailure("the day's lines have not been drawn") }
    return CellStates(states, on: parts.drafts, parts.topology, parts.contours, map) {
      parts.sides[$0]
    }
  }

  /// Takes the lines of a day.
  ///
  /// - Returns: whether they are the same as those before.
  private mutating func turn(to states: CellStates) throws(MapError) -> Bool {
    field?.update(states)
    contours = field.map { Contours(map, $0, states) }
    let before = reach
    reach = try withGEOS { () throws(GEOSError) in try Reach(map, states, after: before) }
    return field == nil && before?.isSame(as: reach) == true
  }

  /// The cells that the day's lines make.
  private struct Parts {
    let drafts: IndexedArray<CellID, CellDraft>
    let topology: Topology
    /// On which side of the lines the ground lies, by the label of its cell.
    let sides: [LineSide]
    let contours: Contours?
  }

  /// The lines of a day, and what they say of the ground between them.
  private struct Cut {
    let lines: [GridSegment]
    let reach: Reach?
    let contours: Contours?

    func side(_ middle: PlanarPosition, _ site: SiteID) -> LineSide {
      if let reach, !reach.covers(middle) { return .unreached }
      return contours?.side(of: middle, inCellOf: site).map(LineSide.side) ?? .own
    }
  }

  private func cut() -> Cut {
    let cut = contours?.lines()
    return Cut(
      lines: (cut?.segments ?? []) + (reach?.lines ?? []), reach: reach, contours: cut?.contours)
  }

  /// The cells that the lines of several days make together.
  ///
  /// - Parameter mosaics: what is known on each day.
  /// - Complexity: O(*d* *n* log *n*), for *d* days and *n* cells and edges.
  package mutating func commonCells(of statesOfDays: [CellStates]) throws(MapError)
    -> CommonCells
  {
    var cuts: [Cut] = []
    var cutOfDay: [Int] = []
    for states in statesOfDays {
      let isSame = try turn(to: states)
      if !isSame || cuts.isEmpty { cuts.append(cut()) }
      cutOfDay.append(cuts.count - 1)
    }
    // Ground of which the lines of all days say the same is one cell.
    var sides = Numbering<[LineSide]>()
    var isNew: Set<GridSegment> = []
    let lines = cuts.flatMap(\.lines).filter { isNew.insert($0).inserted }
    let (assignment, topology) = try divided(by: lines) { middle, site in
      sides.number(of: cuts.map { $0.side(middle, site) })
    }
    return CommonCells(
      map: map, drafts: assignment.cells, topology: topology, sides: sides.sayings,
      contours: cuts.map(\.contours), cutOfDay: cutOfDay)
  }

  /// The theatre's cells divided further by some lines.
  private func divided(
    by lines: [GridSegment], label: (PlanarPosition, SiteID) -> Int32
  ) throws(MapError) -> (CellAssignment, Topology) {
    let tessellation = map.tessellation
    let assignment = try withGEOS { () throws(GEOSError) in
      try CellAssignment(
        Subdivision(SnapRoundingNoder(tessellation.lines + lines).segments),
        of: tessellation.siteAssignment, label: label)
    }
    return (assignment, try Topology(assignment, in: tessellation.plane))
  }

  /// The ground within reach on which it is uncertain which side holds it, after `refine`.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells and edges.
  package func bands() throws(MapError) -> [FrontBand] {
    guard let contours else { return [] }
    let level = SignedDistanceKriging.level(ofProbability: FrontBand.probabilities.upperBound)
    let (segments, cut) = contours.lines(atLevel: level)
    let reach = reach
    let (assignment, topology) = try divided(by: segments + (reach?.lines ?? [])) { middle, site in
      if let reach, !reach.covers(middle) { return Self.certain }
      let greatest = cut.estimates(at: middle, inCellOf: site)?.max() ?? .infinity
      return greatest < level ? Self.uncertain : Self.certain
    }
    var components = DynamicComponents(topology)
    components.relabel(
      assignment.cells.indexed().map {
        (cell: $0, label: $1.label == Self.uncertain ? $1.label : nil)
      })
    var measures = EdgeMeasures(topology)
    return components.outlines { _ in true }.values.map { rings in
      let (outline, ordered) = topology.outline(of: rings)
      return FrontBand(outline: outline, areaInSquareKilometers: measures.area(inside: ordered))
    }.sorted()
  }

  /// The labels of ground in the band and outside it; cells outside are in no component.
  private static let uncertain: Int32 = 0
  private static let certain: Int32 = 1
}
