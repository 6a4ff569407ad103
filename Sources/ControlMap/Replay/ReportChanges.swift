internal import ControlHistory
internal import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// Which reports support other ground than on the day before.
struct ReportChanges {
  private let deltas: [CellDelta]
  private let states: CellStates
  private let map: ControlMap

  init(_ deltas: [CellDelta], _ states: CellStates, _ map: ControlMap) {
    self.deltas = deltas
    self.states = states
    self.map = map
  }

  /// The pieces whose cells are the same as before and whose reports are not, in order.
  ///
  /// - Complexity: O(*k*), for *k* cells that change; where a report speaks for several cells also
  ///   O(*n*), for *n* cells.
  func componentsWithOthers(_ components: DynamicComponents) -> [ComponentID] {
    var suspects: [ComponentID: [CellDelta]] = [:]
    for delta in deltas {
      guard let component = components.component(ofCell: delta.cell),
        !components.isTouched(component)
      else { continue }
      suspects[component, default: []].append(delta)
    }
    guard !suspects.isEmpty else { return [] }
    var doubtful: Set<ComponentID> = []
    var changed: [ComponentID] = []
    for (component, deltas) in suspects {
      let differences = deltas.map { old($0).symmetricDifference(reports(ofCell: $0.cell)) }
      if differences.allSatisfy(\.isEmpty) { continue }
      if differences.joined().contains(where: map.speaksForOneCell) {
        changed.append(component)
      } else {
        doubtful.insert(component)
      }
    }
    let before = Dictionary(uniqueKeysWithValues: deltas.map { ($0.cell, old($0)) })
    for (component, cells) in components.cells(where: doubtful.contains) {
      let now = cells.reduce(into: Set<ReportID>()) { $0.formUnion(reports(ofCell: $1)) }
      let then = cells.reduce(into: Set<ReportID>()) {
        $0.formUnion(before[$1] ?? reports(ofCell: $1))
      }
      if now != then { changed.append(component) }
    }
    return changed.sorted()
  }

  private func old(_ delta: CellDelta) -> Set<ReportID> {
    guard let source = delta.source, let interval = delta.interval else { return [] }
    return Set(map.history.intervals[source][interval].reports)
  }

  private func reports(ofCell cell: CellID) -> Set<ReportID> {
    Set(states.interval(ofCell: cell)?.reports ?? [])
  }
}

extension ControlMap {
  /// Whether a report can support only one cell: it is on a site that has one, and no cell of the
  /// theatre is without a report.
  func speaksForOneCell(_ report: ReportID) -> Bool {
    let place = theatre.reports[report].place
    guard isEveryCellReported, let site = sites.site(ofPlace: place) else {
      return false
    }
    return tessellation.cells(ofSite: site).count == 1
  }
}
