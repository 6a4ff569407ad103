package import ControlHistory
internal import Geometry
package import PlanarSubdivision
package import TypedIndices

/// The cells that the lines of several days make together, for lines that run inside cells.
package struct CommonCells {
  package let map: ControlMap
  package let drafts: IndexedArray<CellID, CellDraft>
  package let topology: Topology
  /// On which side of the lines of each day a piece of ground lies, by the label of its cell.
  package let sides: [[LineSide]]
  package let contours: [Contours?]
  package let cutOfDay: [Int]

  /// How many cells there are.
  package var cellCount: Int { drafts.count }

  /// The site whose cell each cell is a part of, and whether the site lies in it.
  package var cells: IndexedArray<CellID, (site: SiteID?, holdsSite: Bool)> {
    drafts.mapElements { ($0.site, $0.holdsSite) }
  }

  /// A day's knowledge on these cells.
  ///
  /// - Parameter day: the number of the day.
  /// - Complexity: O(*n* log *n*), for *n* cells.
  package func states(_ states: CellStates, on day: Int) -> CellStates {
    let cut = cutOfDay[day]
    return CellStates(states, on: drafts, topology, contours[cut], map) { sides[$0][cut] }
  }
}

extension CellStates {
  /// A day on cells that lines divide: each with the site whose state it has.
  ///
  /// - Parameter side: on which side of the day's lines ground with a label lies.
  /// - Complexity: O(*n* log *n*), for *n* cells.
  init(
    _ states: CellStates, on drafts: IndexedArray<CellID, CellDraft>, _ topology: Topology,
    _ contours: Contours?, _ map: ControlMap, side: (_ label: Int) -> LineSide
  ) {
    let sources = SideSources(map, states)
    self.init(
      states,
      drafts.mapElements { draft in
        let cell = Tessellation.Cell(
          site: draft.site, holdsSite: draft.holdsSite, compartment: draft.compartment)
        // Ground of a compartment without a site has no label.
        guard let site = draft.site else { return (cell, nil, nil) }
        let ground = side(Int(draft.label))
        let source = sources.source(of: draft, on: ground)
        var probability: Double?
        if case .side(let side) = ground, source != nil, source != site {
          probability = contours?.probability(of: draft, side: side)
        }
        return (cell, source, probability)
      }, topology)
  }
}
