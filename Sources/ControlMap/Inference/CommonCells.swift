package import ControlHistory
internal import Geometry
package import PlanarSubdivision
internal import TypedIndices

/// The cells that the lines of several days make together, for lines that run inside cells.
package struct CommonCells {
  package let map: ControlMap
  package let drafts: [CellDraft]
  package let topology: Topology
  /// What the lines of each day say of a piece of ground, by the label of its cell.
  package let sayings: [[Int32]]
  package let contours: [Contours?]
  package let cutOfDay: [Int]

  /// How many cells there are.
  package var cellCount: Int { drafts.count }

  /// The site whose cell each cell is a part of, and whether the site lies in it.
  package var cells: [(site: SiteID?, holdsSite: Bool)] { drafts.map { ($0.site, $0.holdsSite) } }

  /// A day's knowledge on these cells.
  ///
  /// - Parameter day: the number of the day.
  /// - Complexity: O(*n* log *n*), for *n* cells.
  package func states(_ states: CellStates, on day: Int) -> CellStates {
    let cut = cutOfDay[day]
    let drafts = drafts.map { draft in
      var draft = draft
      draft.label = draft.site == nil ? 0 : sayings[Int(draft.label)][cut]
      return draft
    }
    return CellStates(states, on: drafts, topology, contours[cut], map)
  }
}

extension CellStates {
  /// A day on cells that lines divide: each with the site whose state it has.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells.
  init(
    _ states: CellStates, on drafts: [CellDraft], _ topology: Topology, _ contours: Contours?,
    _ map: ControlMap
  ) {
    let sources = SideSources(map, states)
    self.init(
      states,
      drafts.map { draft in
        let cell = Tessellation.Cell(
          site: draft.site, holdsSite: draft.holdsSite, compartment: draft.compartment)
        let source = sources.source(of: draft)
        let isInferred = source != nil && draft.site.map { $0 != source } ?? true
        let probability =
          isInferred && draft.label >= 0
          ? contours?.probability(of: draft, side: Int(draft.label)) : nil
        return (cell, source, probability)
      }, topology)
  }
}
