internal import ControlMap
internal import Geometry

/// Finds the drawn piece of ground that a position lies on.
struct TerritoryIndex {
  private let boxes: [Box<Position>]
  private let regions: [RegionIndex<Position>]

  /// Prepares the pieces of a map.
  init(_ territories: [Territory]) {
    var boxes: [Box<Position>] = []
    var regions: [RegionIndex<Position>] = []
    for territory in territories {
      let shape = territory.shape
      let positions = shape.polygons.lazy.flatMap(\.exterior.positions)
      guard let box = Box(around: positions) else { continue }
      boxes.append(box)
      regions.append(RegionIndex(shape))
    }
    precondition(boxes.count == territories.count, "each piece of ground needs its own box")
    self.boxes = boxes
    self.regions = regions
  }

  /// The first piece that has a position inside or on its edge.
  ///
  /// - Complexity: O(*t* + log *n*), for *t* pieces and *n* vertices.
  func territory(at position: Position) -> Int? {
    boxes.indices.first { boxes[$0].contains(position) && regions[$0].covers(position) }
  }
}
