package import ControlHistory
internal import Geometry
internal import Parallel
package import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// How deep in each side's ground the corners of the cells and the places without a report lie, kept
/// from day to day: only what has other reports nearest to it than before is estimated again. A compartment of
/// which a place is reported for the first time is estimated again, since its spacing changes.
package struct KrigingField {
  private let map: ControlMap
  private let topology: Topology
  private let sideCount: Int

  /// The positions that are estimated: the sites, then the corners of cells, those on a
  /// barrier once for each compartment.
  private var targets: [PlanarPosition] = []
  /// The compartment of each target; nil for a site outside the theatre.
  private var compartments: [CompartmentID?] = []

  /// The number of the target of each half-edge's origin, as its cell sees it; -1 outside.
  private var cornerOfHalf: IndexedArray<HalfEdge, Int32>

  /// The estimates of each target, side by side, in spacings.
  private var estimates: [Double]

  /// The nearest reports of each target, as sites.
  private var neighbours: [[SiteID]]

  /// The signed distance of each reported site from the other sides, side by side.
  private var distances: [SiteID: [Double]] = [:]

  private var reportedOfCompartment: IndexedArray<CompartmentID, [SiteID]>
  private var trees: IndexedArray<CompartmentID, KDTree>
  private var spacings: IndexedArray<CompartmentID, Double>

  package init(_ map: ControlMap) {
    self.map = map
    topology = map.tessellation.topology
    sideCount = max(1, map.theatre.sides.count)
    let cells = map.tessellation.cells
    let compartmentCount = map.tessellation.compartmentCount
    for site in map.sites.places.indices {
      targets.append(map.tessellation.sitePositions[site] ?? PlanarPosition(x: 0, y: 0))
      compartments.append(map.tessellation.compartment(ofSite: site))
    }
    cornerOfHalf = IndexedArray(repeating: -1, count: topology.halfEdges.count)
    var cornerOfVertex = [Int?](repeating: nil, count: topology.vertices.count)
    var others: [Corner: Int] = [:]
    for half in topology.halfEdges {
      guard let cell = topology.cell(leftOf: half) else { continue }
      let vertex = Int(topology.edges.origins[half])
      let compartment = cells[cell].compartment
      let key = Corner(vertex: vertex, compartment: compartment)
      let first = cornerOfVertex[vertex]
      var known = first
      if let first, compartments[first] != compartment { known = others[key] }
      let corner = known ?? targets.count
      if known == nil {
        if first == nil { cornerOfVertex[vertex] = corner } else { others[key] = corner }
        targets.append(topology.vertices[vertex])
        compartments.append(compartment)
      }
      cornerOfHalf[half] = Int32(corner)
    }
    estimates = [Double](repeating: 0, count: targets.count * sideCount)
    neighbours = [[SiteID]](repeating: [], count: targets.count)
    reportedOfCompartment = IndexedArray(repeating: [], count: compartmentCount)
    trees = IndexedArray(repeating: KDTree([]), count: compartmentCount)
    spacings = IndexedArray(repeating: 1, count: compartmentCount)
  }

  /// A vertex as a compartment sees it.
  private struct Corner: Hashable {
    let vertex: Int
    let compartment: CompartmentID
  }

  /// The estimates at a site, by side.
  package func estimates(ofSite site: SiteID) -> ArraySlice<Double> {
    estimates(ofTarget: site.offset)
  }

  /// The estimates at the corner of a cell from which a half-edge leaves, by side.
  package func estimates(ofOrigin half: HalfEdge) -> ArraySlice<Double> {
    estimates(ofTarget: Int(cornerOfHalf[half]))
  }

  private func estimates(ofTarget target: Int) -> ArraySlice<Double> {
    estimates[(target * sideCount)..<((target + 1) * sideCount)]
  }

  /// Whether a compartment has a report that names a holder.
  package func hasReports(_ compartment: CompartmentID) -> Bool {
    !reportedOfCompartment[compartment].isEmpty
  }
}

/// Following the reports.
extension KrigingField {
  /// Takes the reports of a day.
  ///
  /// - Parameter states: what is known of the cells.
  /// - Returns: how many targets were estimated again.
  /// - Complexity: O(*r* log *r* + *n* + *k*), for *r* reported sites and *n* targets, of which *k* have
  ///   other reports nearest to them.
  @discardableResult
  package mutating func update(_ states: CellStates) -> Int {
    let values = values(states)
    var isRenewed = IndexedArray<CompartmentID, Bool>(repeating: false, count: trees.count)
    for compartment in trees.indices {
      let reported = values.keys.filter { compartments[$0.offset] == compartment }.sorted()
      guard reported != reportedOfCompartment[compartment] else { continue }
      reportedOfCompartment[compartment] = reported
      trees[compartment] = KDTree(reported.map { targets[$0.offset] })
      spacings[compartment] = map.tessellation.spacing(
        ofCompartment: compartment, reports: reported.count)
      isRenewed[compartment] = true
    }
    let before = distances
    distances = signedDistances(values)
    let changed = Set(distances.filter { before[$0.key] != $0.value }.keys)
    let stale = targets.indices.filter { target in
      guard let compartment = compartments[target], hasReports(compartment) else { return false }
      return isRenewed[compartment] || neighbours[target].contains(where: changed.contains)
    }
    estimate(stale, isRenewed)
    return stale.count
  }

  /// What each reported site says: the side that holds it, or nil where it is contested. Ground that
  /// nobody is known to hold says nothing.
  private func values(_ states: CellStates) -> [SiteID: SideID?] {
    var values: [SiteID: SideID?] = [:]
    for site in map.sites.places.indices where compartments[site.offset] != nil {
      guard let state = states.interval(ofSite: site)?.state,
        let holder = state.holder
      else { continue }
      values[site] = .some(state.isContested ? nil : map.sideOfActor[holder])
    }
    return values
  }

  /// How far each reported site is from the nearest of another side, and, negative, from the nearest
  /// of each side that it is not of; zero where it is contested.
  private func signedDistances(_ values: [SiteID: SideID?]) -> [SiteID: [Double]] {
    var distances: [SiteID: [Double]] = [:]
    distances.reserveCapacity(values.count)
    for compartment in trees.indices {
      let bySide = Dictionary(grouping: reportedOfCompartment[compartment]) { values[$0] ?? nil }
      let trees = (0..<sideCount).map { side in
        KDTree((bySide[SideID(side)] ?? []).map { targets[$0.offset] })
      }
      for site in reportedOfCompartment[compartment] {
        guard let side = (values[site] ?? nil)?.offset else {
          distances[site] = [Double](repeating: 0, count: sideCount)
          continue
        }
        let away = trees.map { tree in
          let squared = tree.nearest(to: targets[site.offset])?.squaredDistance ?? .infinity
          return min(SignedDistanceKriging.cap, squared.squareRoot() / spacings[compartment])
        }
        let others = away.indices.filter { $0 != side }.map { away[$0] }
        distances[site] = away.indices.map {
          $0 == side ? others.min() ?? SignedDistanceKriging.cap : -away[$0]
        }
      }
    }
    return distances
  }

  private mutating func estimate(_ stale: [Int], _ isRenewed: IndexedArray<CompartmentID, Bool>) {
    let share = 256
    let field = self
    let results = concurrently((stale.count + share - 1) / share) { job in
      stale[(job * share)..<min(stale.count, (job + 1) * share)].compactMap { target in
        field.compartments[target].map { compartment in
          let nearest =
            isRenewed[compartment]
            ? field.nearestReports(to: target, in: compartment) : field.neighbours[target]
          return (target, nearest, field.estimates(of: target, in: compartment, nearest))
        }
      }
    }
    for (target, nearest, values) in results.joined() {
      neighbours[target] = nearest
      for (side, value) in values.enumerated() { estimates[target * sideCount + side] = value }
    }
  }

  private func nearestReports(to target: Int, in compartment: CompartmentID) -> [SiteID] {
    trees[compartment].nearest(SignedDistanceKriging.neighbourCount, to: targets[target])
      .map { reportedOfCompartment[compartment][Int($0.index)] }
  }

  /// The estimates at a target, by side. Of two sides one is the other's opposite.
  private func estimates(
    of target: Int, in compartment: CompartmentID, _ nearest: [SiteID]
  ) -> [Double] {
    let spacing = spacings[compartment]
    let here = targets[target]
    func estimate(_ side: Int) -> Double {
      SignedDistanceKriging.estimate(
        nearest.map { site in
          let there = targets[site.offset]
          return SignedDistanceKriging.Neighbour(
            dx: (there.x - here.x) / spacing, dy: (there.y - here.y) / spacing,
            value: distances[site]?[side] ?? 0)
        })
    }
    guard sideCount == 2 else { return (0..<sideCount).map(estimate) }
    let first = estimate(0)
    return [first, -first]
  }
}

extension Tessellation {
  /// The square root of the area that there is to a report in a compartment, in metres in the plane.
  fileprivate func spacing(ofCompartment compartment: CompartmentID, reports: Int) -> Double {
    let area = cells.indices.filter { cells[$0].compartment == compartment }.reduce(0.0) {
      sum, cell in
      let halves = topology.halves(ofCell: cell)
      guard let first = halves.first else { return sum }
      let origin = topology.vertices[Int(topology.edges.origins[first])]
      return halves.reduce(sum) {
        let start = topology.vertices[Int(topology.edges.origins[$1])]
        let end = topology.vertices[Int(topology.edges.target($1))]
        return $0
          + ((start.x - origin.x) * (end.y - origin.y)
            - (end.x - origin.x) * (start.y - origin.y)) / 2
      }
    }
    return (area / Double(max(1, reports))).squareRoot()
  }
}
