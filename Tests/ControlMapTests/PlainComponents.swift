import FrontTracking
import TrackerTestSupport

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

extension CellStates {
  /// The cells of each connected piece, by a plain search.
  ///
  /// - Parameter belongTogether: whether two neighbouring cells are of one piece.
  func plainPieces(where belongTogether: (Int, Int) -> Bool) -> [[Int]] {
    var isFound = [Bool](repeating: false, count: cells.count)
    return cells.indices.compactMap { start in
      guard !isFound[start] else { return nil }
      var piece = [start]
      isFound[start] = true
      var next = 0
      while next < piece.count {
        for neighbour in topology.neighbours(ofCell: piece[next])
        where !isFound[neighbour] && belongTogether(start, neighbour) {
          isFound[neighbour] = true
          piece.append(neighbour)
        }
        next += 1
      }
      return piece
    }
  }
}
