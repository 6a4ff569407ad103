/// Divides cells into connected pieces of one kind.
///
/// - Parameters:
///   - neighbours: the cells that share an edge with each cell.
///   - key: the kind of a cell; a cell of kind nil is in no piece.
/// - Returns: each piece's kind and cells in ascending order; pieces by their first cell.
/// - Complexity: O(*n*), for *n* cells and pairs of neighbours.
func connectedPieces<Key: Equatable>(
  _ neighbours: [[Int]], key: (Int) -> Key?
) -> [(key: Key, cells: [Int])] {
  var pieces: [(key: Key, cells: [Int])] = []
  var isVisited = [Bool](repeating: false, count: neighbours.count)
  for start in neighbours.indices where !isVisited[start] {
    guard let kind = key(start) else { continue }
    var cells = [start]
    var next = 0
    isVisited[start] = true
    while next < cells.count {
      for neighbour in neighbours[cells[next]]
      where !isVisited[neighbour] && key(neighbour) == kind {
        isVisited[neighbour] = true
        cells.append(neighbour)
      }
      next += 1
    }
    pieces.append((kind, cells.sorted()))
  }
  return pieces
}
