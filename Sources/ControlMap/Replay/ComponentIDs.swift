internal import PlanarSubdivision
internal import TypedIndices

/// The connected components of cells of one label, and their numbers on the map.
struct ComponentIDs {
  private(set) var components: DynamicComponents
  private(set) var ids = FeatureIDs<ComponentID>()
  private(set) var isEmpty = true

  init(_ components: DynamicComponents) {
    self.components = components
  }

  mutating func relabel(_ changes: [(cell: CellID, label: Int32?)]) {
    isEmpty = false
    components.relabel(changes)
  }

  /// Gives new numbers to the components that changed, and to some others.
  mutating func turn(alsoNew others: [ComponentID] = []) -> LayerDelta {
    var delta = LayerDelta()
    for component in (components.touched + others).sorted() {
      if components.cellCounts[component] > 0 {
        ids.renew(component, &delta)
      } else {
        ids.end(component, &delta)
      }
    }
    delta.ended.sort()
    return delta
  }

  /// The number of each of some components that have one of some numbers.
  func components(numbered numbers: [Int]) -> [ComponentID: Int] {
    let keys = ids.keys
    var numberOfComponent: [ComponentID: Int] = [:]
    for number in numbers {
      if let component = keys[number] { numberOfComponent[component] = number }
    }
    return numberOfComponent
  }
}
