internal import ControlHistory
public import Geometry
public import PlanarSubdivision
public import Theatre
public import TypedIndices

/// A region in which there is fighting somewhere: no report says where.
public struct FightingGround: Hashable, Sendable, Comparable {
  /// The region.
  public let region: PlaceID
  /// Who is reported to fight or to have entered, in the order of the table.
  public let actors: [ActorID]
  /// The reports that say so, in the order of the table.
  public let reports: [ReportID]
  /// The outlines of the connected pieces of the ground of its places, in degrees and in order.
  public let outlines: [Outline]
  /// The area of all of it on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double

  /// Its ground, in degrees.
  ///
  /// - Complexity: O(*n*), for *n* vertices.
  public var shape: MultiPolygon<Position> { MultiPolygon(outlines.map(\.polygon)) }

  /// Whether two are of the same region, actors and reports.
  public static func == (left: Self, right: Self) -> Bool {
    left.region == right.region && left.actors == right.actors && left.reports == right.reports
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(region)
    hasher.combine(reports)
  }

  /// Orders by region.
  public static func < (left: Self, right: Self) -> Bool { left.region < right.region }
}

extension MapLayers {
  /// The regions in which there is fighting somewhere.
  public static let fighting = MapLayers(FightingLayer.self)
}

extension Snapshot {
  /// The regions in which there is fighting somewhere.
  public var fighting: [FightingGround] { items(of: FightingLayer.self) }
}

extension Timeline {
  /// The regions in which there is fighting somewhere.
  public var fighting: [Span<FightingGround>] { spans(of: FightingLayer.self) }
}

/// The regions in which there is fighting somewhere. It changes no cell, and lines inside cells do not change it: the
/// ground of a region is that of its places.
public final class FightingLayer: MapLayer {
  /// How the layer is called among layers of the map.
  public static let name = "fighting"
  /// Fighting in a region begins and ends on days on which no cell may change.
  public static let changesWithTime = true

  private var ids = FeatureIDs<RegionFight>()
  private var grounds: [PlaceID: (outlines: [Outline], area: Double)] = [:]

  /// Begins with nothing on the map.
  public init(_ canvas: MapCanvas) {}

  /// Moves on to the canvas' day; see `MapLayer`.
  public func advance(_ cells: [CellDelta], on canvas: MapCanvas) -> LayerDelta {
    let fights = canvas.states.map.history.regionFights.filter { $0.contains(canvas.day) }
    for fight in fights where grounds[fight.region] == nil {
      grounds[fight.region] = canvas.states.map.ground(ofRegion: fight.region)
    }
    // A region that has no place on the map is on no layer of it.
    return ids.turn(to: fights.filter { grounds[$0.region]?.outlines.isEmpty == false })
  }

  /// Returns what numbers stand for, in the items' own order; see `MapLayer`.
  ///
  /// - Complexity: O(*n*), for *n* regions.
  public func items(
    _ numbers: [Int], on canvas: MapCanvas, longestList: Int
  ) -> [Numbered<FightingGround>] {
    let keys = ids.keys
    return numbers.compactMap { number in
      guard let fight = keys[number], let ground = grounds[fight.region] else { return nil }
      return (
        number,
        FightingGround(
          region: fight.region, actors: fight.actors, reports: fight.reports,
          outlines: ground.outlines, areaInSquareKilometers: ground.area)
      )
    }.sorted { $0.item < $1.item }
  }
}

extension ControlMap {
  /// The ground of the places of a region: the outlines of its connected pieces, in order, and its area in square
  /// kilometres.
  ///
  /// - Complexity: O(*n*), for *n* places and edges of the map.
  package func ground(ofRegion region: PlaceID) -> (outlines: [Outline], area: Double) {
    let within = theatre.places.indices.filter { theatre.lineage(of: $0).contains(region) }
    let cells = Set(within.compactMap(sites.site(ofPlace:))).flatMap(tessellation.cells(ofSite:))
    let topology = tessellation.topology
    var pieces = DynamicComponents(topology)
    pieces.relabel(cells.sorted().map { ($0, 0) })
    let outlines = pieces.outlines { _ in true }.values.map { topology.outline(of: $0).0 }
    var measures = EdgeMeasures(topology)
    return (outlines.sorted(), measures.area(ofCells: cells.sorted()))
  }
}
