internal import ControlMap
internal import GEOS
internal import Geometry

/// Finds the drawn piece of ground that a position lies on.
struct TerritoryIndex {
  private let boxes: [Box<Position>]
  private let regions: [PreparedRegion<Position>]

  /// Prepares the pieces of a map.
  init(_ territories: [Territory]) throws(GEOSError) {
    var boxes: [Box<Position>] = []
    var regions: [PreparedRegion<Position>] = []
    for territory in territories {
      let shape = territory.shape
      let positions = shape.polygons.lazy.flatMap(\.exterior.positions)
      guard let box = Box(around: positions) else { continue }
      boxes.append(box)
      regions.append(try PreparedRegion(shape))
    }
    precondition(boxes.count == territories.count, "a piece of ground has a shape")
    self.boxes = boxes
    self.regions = regions
  }

  /// The first piece that has a position inside or on its edge.
  ///
  /// - Complexity: O(*t* + log *n*), for *t* pieces and *n* vertices.
  func territory(at position: Position) throws(GEOSError) -> Int? {
    for index in boxes.indices where boxes[index].contains(position) {
      if try regions[index].covers(position) { return index }
    }
    return nil
  }
}
