internal import ControlHistory
public import Geometry
internal import PlanarSubdivision
public import Theatre
public import TypedIndices

/// A stretch of line between the ground of two actors of different sides.
public struct FrontLine: Hashable, Sendable, Comparable {
  /// The two actors, in the order of the table.
  public let holders: [ActorID]
  /// The reports that support it: those behind the state of the ground on either side.
  public let reports: [ReportID]
  /// Its positions, in degrees; a closed one ends where it begins.
  public let line: LineString<Position>
  /// Its length on the ellipsoid, in kilometres.
  public let lengthInKilometers: Double

  /// Orders by the actors, then by position.
  public static func < (left: FrontLine, right: FrontLine) -> Bool {
    if left.holders != right.holders {
      return left.holders.lexicographicallyPrecedes(right.holders)
    }
    return left.line.positions.lexicographicallyPrecedes(right.line.positions)
  }
}

extension MapLayers {
  /// The lines between the sides.
  public static let fronts = MapLayers(FrontLayer.self)
}

extension Snapshot {
  /// The lines between the sides.
  public var fronts: [FrontLine] { items(of: FrontLayer.self) }

  /// The length of all front lines on the ellipsoid, in kilometres.
  public var frontInKilometers: Double {
    fronts.reduce(0) { $0 + $1.lengthInKilometers }
  }
}

extension Timeline {
  /// The lines between the sides.
  public var fronts: [Span<FrontLine>] { spans(of: FrontLayer.self) }
}

/// A stretch of line between the ground of two actors, as the vertices it runs through.
private struct Stretch: Hashable {
  /// The two actors, in the order of the table.
  let holders: [ActorID]

  /// The reports behind the ground on either side of it, in order.
  let reports: [ReportID]

  /// Its half-edges, in the order of the line.
  let halves: [HalfEdge]
}

extension CellStates {
  /// The stretches of line between cells whose holders are of different sides, in order.
  ///
  /// - Parameter borders: half-edges, those between sides among them.
  /// - Complexity: O(*n* log *n*), for *n* half-edges.
  fileprivate func stretches(along borders: [HalfEdge]) -> [Stretch] {
    var halves: [[ActorID]: [HalfEdge]] = [:]
    for half in borders {
      guard half.isForward, let (left, right) = topology.cells(beside: half),
        let one = groundState(ofCell: left).holder, let other = groundState(ofCell: right).holder,
        map.sideOfActor[one] != map.sideOfActor[other]
      else { continue }
      halves[[min(one, other), max(one, other)], default: []].append(half)
    }
    return halves.keys.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { holders in
      topology.chains(of: halves[holders] ?? [])
        .sorted { $0.lexicographicallyPrecedes($1) }
        .map { Stretch(holders: holders, reports: reports(beside: $0), halves: $0) }
    }
  }

  /// The reports behind the cells on either side of a line.
  private func reports(beside halves: [HalfEdge]) -> [ReportID] {
    reports(
      behind: halves.lazy.flatMap { [$0, $0.twin] }.compactMap { topology.cell(leftOf: $0) })
  }
}

/// The lines between the sides.
public final class FrontLayer: MapLayer {
  /// How the layer is called among layers of the map.
  public static let name = "fronts"

  private var ids = FeatureIDs<Stretch>()

  /// Begins with nothing on the map.
  public init(_ canvas: MapCanvas) {}

  /// Moves on to the canvas' day; see `MapLayer`.
  public func advance(_ cells: [CellDelta], on canvas: MapCanvas) -> LayerDelta {
    guard !cells.isEmpty else { return LayerDelta() }
    return ids.turn(to: canvas.states.stretches(along: canvas.sideGround.borders))
  }

  /// Returns what numbers stand for, in the items' own order; see `MapLayer`.
  ///
  /// - Complexity: O(*n*), for *n* vertices of all lines.
  public func items(
    _ numbers: [Int], on canvas: MapCanvas, longestList: Int
  ) -> [Numbered<FrontLine>] {
    let keys = ids.keys
    let topology = canvas.states.topology
    var drawn: [Numbered<FrontLine>] = []
    for number in numbers {
      guard let stretch = keys[number], let last = stretch.halves.last else { continue }
      let positions = stretch.halves.map(topology.position(ofOrigin:))
      let line = LineString(positions + [topology.position(ofOrigin: last.twin)])
      drawn.append(
        (
          number,
          FrontLine(
            holders: stretch.holders, reports: stretch.reports, line: line,
            lengthInKilometers: canvas.measures.length(of: stretch.halves))
        ))
    }
    return drawn.sorted { $0.item < $1.item }
  }
}
