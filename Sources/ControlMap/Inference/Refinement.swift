internal import ControlHistory
internal import GEOS
internal import Geometry
internal import PlanarSubdivision
internal import Theatre

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
  package mutating func refine(_ states: CellStates) throws(FrontTrackingError) -> CellStates {
    let isSame = try turn(to: states)
    if parts == nil || !isSame {
      let cut = cut()
      let (assignment, topology) = try divided(by: cut.lines, label: cut.label)
      parts = Parts(drafts: assignment.cells, topology: topology, contours: cut.contours)
    }
    guard let parts else { preconditionFailure("the day's lines have not been drawn") }
    return CellStates(states, on: parts.drafts, parts.topology, parts.contours, map)
  }

  /// Takes the lines of a day.
  ///
  /// - Returns: whether they are the same as those before.
  private mutating func turn(to states: CellStates) throws(FrontTrackingError) -> Bool {
    field?.update(states)
    contours = field.map { Contours(map, $0, states) }
    let before = reach
    reach = try withGEOS { () throws(GEOSError) in try Reach(map, states, after: before) }
    return field == nil && before?.isSame(as: reach) == true
  }

  /// The cells that the day's lines make.
  private struct Parts {
    let drafts: [CellDraft]
    let topology: Topology
    let contours: Contours?
  }

  /// The lines of a day, and what they say of the ground between them.
  private struct Cut {
    let lines: [GridSegment]
    let reach: Reach?
    let contours: Contours?

    func label(_ middle: PlanarPosition, _ site: SiteID) -> Int32 {
      if let reach, !reach.covers(middle) { return Refinement.unreached }
      return contours?.side(of: middle, inCellOf: site) ?? Contours.own
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
  package mutating func commonCells(of statesOfDays: [CellStates]) throws(FrontTrackingError)
    -> CommonCells
  {
    var cuts: [Cut] = []
    var cutOfDay: [Int] = []
    for states in statesOfDays {
      let isSame = try turn(to: states)
      if !isSame || cuts.isEmpty { cuts.append(cut()) }
      cutOfDay.append(cuts.count - 1)
    }
    // What all days say of a piece of ground, numbered: ground of which all say the same is one cell.
    var numbers: [[Int32]: Int32] = [:]
    var sayings: [[Int32]] = []
    var isNew: Set<GridSegment> = []
    let lines = cuts.flatMap(\.lines).filter { isNew.insert($0).inserted }
    let (assignment, topology) = try divided(by: lines) { middle, site in
      let saying = cuts.map { $0.label(middle, site) }
      if let number = numbers[saying] { return number }
      let number = Int32(sayings.count)
      numbers[saying] = number
      sayings.append(saying)
      return number
    }
    return CommonCells(
      map: map, drafts: assignment.cells, topology: topology, sayings: sayings,
      contours: cuts.map(\.contours), cutOfDay: cutOfDay)
  }

  /// The theatre's cells divided further by some lines.
  private func divided(
    by lines: [GridSegment], label: (PlanarPosition, SiteID) -> Int32
  ) throws(FrontTrackingError) -> (CellAssignment, Topology) {
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
  package func bands() throws(FrontTrackingError) -> [FrontBand] {
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
      assignment.cells.enumerated().map { (cell: $0.offset, label: $0.element.label) })
    var measures = EdgeMeasures(topology)
    return components.outlines { _ in true }.values.map { rings in
      let (outline, ordered) = topology.outline(of: rings)
      return FrontBand(outline: outline, areaInSquareKilometers: measures.area(inside: ordered))
    }.sorted()
  }

  /// The labels of ground in the band and outside it; cells outside are in no component.
  private static let uncertain: Int32 = 0
  private static let certain: Int32 = -1

  /// The label of ground that is too far from any report.
  package static let unreached: Int32 = -2
}
