import FrontTracking
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

extension CellStates {
  /// The cells of each connected component, by a plain search.
  ///
  /// - Parameter belongTogether: whether two neighbouring cells are of one component.
  func plainComponents(where belongTogether: (CellID, CellID) -> Bool) -> [[CellID]] {
    var isFound = IndexedArray<CellID, Bool>(repeating: false, count: cells.count)
    return cells.indices.compactMap { start in
      guard !isFound[start] else { return nil }
      var component = [start]
      isFound[start] = true
      var next = 0
      while next < component.count {
        for neighbour in topology.neighbours(ofCell: component[next])
        where !isFound[neighbour] && belongTogether(start, neighbour) {
          isFound[neighbour] = true
          component.append(neighbour)
        }
        next += 1
      }
      return component
    }
  }
}
