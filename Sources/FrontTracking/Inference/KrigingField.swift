internal import Geometry
internal import Parallel
internal import Theatre

/// How deep in each side's ground the corners of the cells and the places without a report lie, kept
/// from day to day: only what has other reports nearest to it than before is estimated again. A bank of
/// which a place is reported for the first time is estimated anew, since its spacing changes.
struct KrigingField {
  private let tracker: FrontTracker
  private let topology: Topology
  private let sideCount: Int

  /// The positions that are estimated: the grounds' sites, then the corners of cells, those on a
  /// barrier once for each bank.
  private var targets: [PlanarPosition] = []
  private var banks: [Int32] = []

  /// The target of each half-edge's origin, as its cell sees it; -1 outside.
  private var cornerOfHalf: [Int32]

  /// The estimates of each target, side by side, in spacings.
  private var estimates: [Double]

  /// The nearest reports of each target, as grounds.
  private var neighbours: [[Int32]]

  /// The signed distance of each reported ground from the other sides, side by side.
  private var distances: [Int: [Double]] = [:]

  private var reportedOfBank: [[Int]]
  private var trees: [SiteTree]
  private var spacings: [Double]

  init(_ tracker: FrontTracker) {
    self.tracker = tracker
    topology = tracker.tessellation.topology
    sideCount = max(1, tracker.theatre.sides.count)
    let cells = tracker.tessellation.cells
    let bankCount = (cells.map(\.bank).max() ?? -1) + 1
    for ground in 0..<tracker.grounds.count {
      targets.append(tracker.tessellation.sites[ground] ?? PlanarPosition(x: 0, y: 0))
      banks.append(Int32(tracker.tessellation.bank(ofGround: ground) ?? -1))
    }
    cornerOfHalf = [Int32](repeating: -1, count: topology.cells.count)
    var cornerOfVertex = [Int32](repeating: -1, count: topology.vertices.count)
    var others: [Corner: Int32] = [:]
    for (half, cell) in topology.cells.enumerated() where cell >= 0 {
      let vertex = Int(topology.edges.origins[half])
      let bank = Int32(cells[Int(cell)].bank)
      var corner = cornerOfVertex[vertex]
      if corner < 0 {
        corner = Int32(targets.count)
        cornerOfVertex[vertex] = corner
        targets.append(topology.vertices[vertex])
        banks.append(bank)
      } else if banks[Int(corner)] != bank {
        let key = Corner(vertex: vertex, bank: bank)
        corner = others[key] ?? Int32(targets.count)
        if Int(corner) == targets.count {
          others[key] = corner
          targets.append(topology.vertices[vertex])
          banks.append(bank)
        }
      }
      cornerOfHalf[half] = corner
    }
    estimates = [Double](repeating: 0, count: targets.count * sideCount)
    neighbours = [[Int32]](repeating: [], count: targets.count)
    reportedOfBank = [[Int]](repeating: [], count: bankCount)
    trees = [SiteTree](repeating: SiteTree([]), count: bankCount)
    spacings = [Double](repeating: 1, count: bankCount)
  }

  /// A vertex as a bank sees it.
  private struct Corner: Hashable {
    let vertex: Int
    let bank: Int32
  }

  /// The estimates at a ground's site, by side.
  func estimates(ofGround ground: Int) -> ArraySlice<Double> { estimates(ofTarget: ground) }

  /// The estimates at the corner of a cell from which a half-edge leaves, by side.
  func estimates(ofOrigin half: Int32) -> ArraySlice<Double> {
    estimates(ofTarget: Int(cornerOfHalf[Int(half)]))
  }

  private func estimates(ofTarget target: Int) -> ArraySlice<Double> {
    estimates[(target * sideCount)..<((target + 1) * sideCount)]
  }

  /// Whether a bank has a report that names a holder.
  func hasReports(_ bank: Int) -> Bool { !reportedOfBank[bank].isEmpty }
}

/// Following the reports.
extension KrigingField {
  /// Takes the reports of a day.
  ///
  /// - Parameter mosaic: what is known of the cells.
  /// - Returns: how many targets were estimated again.
  /// - Complexity: O(*r* log *r* + *n* + *k*), for *r* reported grounds and *n* targets, of which *k* have
  ///   other reports nearest to them.
  @discardableResult
  mutating func update(_ mosaic: Mosaic) -> Int {
    let values = values(mosaic)
    var isRenewed = [Bool](repeating: false, count: trees.count)
    for bank in trees.indices {
      let reported = values.keys.filter { banks[$0] == Int32(bank) }.sorted()
      guard reported != reportedOfBank[bank] else { continue }
      reportedOfBank[bank] = reported
      trees[bank] = SiteTree(reported.map { targets[$0] })
      spacings[bank] = tracker.tessellation.spacing(ofBank: bank, reports: reported.count)
      isRenewed[bank] = true
    }
    let before = distances
    distances = signedDistances(values)
    let changed = Set(distances.filter { before[$0.key] != $0.value }.keys)
    let stale = targets.indices.filter { target in
      guard banks[target] >= 0, hasReports(Int(banks[target])) else { return false }
      return isRenewed[Int(banks[target])]
        || neighbours[target].contains { changed.contains(Int($0)) }
    }
    estimate(stale, isRenewed)
    return stale.count
  }

  /// What each reported ground says: the side that holds it, or nil where it is contested. Ground that
  /// nobody is known to hold says nothing.
  private func values(_ mosaic: Mosaic) -> [Int: Int?] {
    var values: [Int: Int?] = [:]
    for ground in 0..<tracker.grounds.count where mosaic.current[ground] >= 0 && banks[ground] >= 0
    {
      guard let state = mosaic.entry(mosaic.current[ground], of: Int32(ground))?.state,
        let holder = state.holder
      else { continue }
      values[ground] = .some(state.isContested ? nil : Int(tracker.sideOfActor[holder]))
    }
    return values
  }

  /// How far each reported ground is from the nearest of another side, and, negative, from the nearest
  /// of each side that it is not of; zero where it is contested.
  private func signedDistances(_ values: [Int: Int?]) -> [Int: [Double]] {
    var distances: [Int: [Double]] = [:]
    distances.reserveCapacity(values.count)
    for bank in trees.indices {
      let bySide = Dictionary(grouping: reportedOfBank[bank]) { values[$0] ?? nil }
      let trees = (0..<sideCount).map { side in
        SiteTree((bySide[side] ?? []).map { targets[$0] })
      }
      for ground in reportedOfBank[bank] {
        guard let side = values[ground] ?? nil else {
          distances[ground] = [Double](repeating: 0, count: sideCount)
          continue
        }
        let away = trees.map { tree in
          let squared = tree.nearest(to: targets[ground])?.squaredDistance ?? .infinity
          return min(SignedDistanceKriging.cap, squared.squareRoot() / spacings[bank])
        }
        let others = away.indices.filter { $0 != side }.map { away[$0] }
        distances[ground] = away.indices.map {
          $0 == side ? others.min() ?? SignedDistanceKriging.cap : -away[$0]
        }
      }
    }
    return distances
  }

  private mutating func estimate(_ stale: [Int], _ isRenewed: [Bool]) {
    let share = 256
    let field = self
    let results = concurrently((stale.count + share - 1) / share) { job in
      stale[(job * share)..<min(stale.count, (job + 1) * share)].map { target in
        let nearest =
          isRenewed[Int(field.banks[target])]
          ? field.nearestReports(to: target) : field.neighbours[target]
        return (target, nearest, field.estimates(of: target, nearest))
      }
    }
    for (target, nearest, values) in results.joined() {
      neighbours[target] = nearest
      for (side, value) in values.enumerated() { estimates[target * sideCount + side] = value }
    }
  }

  private func nearestReports(to target: Int) -> [Int32] {
    let bank = Int(banks[target])
    return trees[bank].nearest(SignedDistanceKriging.neighbourCount, to: targets[target])
      .map { Int32(reportedOfBank[bank][Int($0.index)]) }
  }

  /// The estimates at a target, by side. Of two sides one is the other's opposite.
  private func estimates(of target: Int, _ nearest: [Int32]) -> [Double] {
    let spacing = spacings[Int(banks[target])]
    let here = targets[target]
    func estimate(_ side: Int) -> Double {
      SignedDistanceKriging.estimate(
        nearest.map { ground in
          let there = targets[Int(ground)]
          return SignedDistanceKriging.Neighbour(
            dx: (there.x - here.x) / spacing, dy: (there.y - here.y) / spacing,
            value: distances[Int(ground)]?[side] ?? 0)
        })
    }
    guard sideCount == 2 else { return (0..<sideCount).map(estimate) }
    let first = estimate(0)
    return [first, -first]
  }
}

extension Tessellation {
  /// The square root of the area that there is to a report on a bank, in metres in the plane.
  fileprivate func spacing(ofBank bank: Int, reports: Int) -> Double {
    let area = cells.indices.filter { cells[$0].bank == bank }.reduce(0.0) { sum, cell in
      let halves = topology.halves(ofCell: cell)
      guard let first = halves.first else { return sum }
      let origin = topology.vertices[Int(topology.edges.origins[Int(first)])]
      return halves.reduce(sum) {
        let start = topology.vertices[Int(topology.edges.origins[Int($1)])]
        let end = topology.vertices[Int(topology.edges.target($1))]
        return $0
          + ((start.x - origin.x) * (end.y - origin.y)
            - (end.x - origin.x) * (start.y - origin.y)) / 2
      }
    }
    return (area / Double(max(1, reports))).squareRoot()
  }
}
