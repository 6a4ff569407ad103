internal import ControlHistory
public import PlanarSubdivision
public import Theatre
public import TypedIndices

/// A connected piece of the ground of a region in which there is fighting somewhere: no report says where.
public struct FightingGround: Hashable, Sendable, Comparable {
  /// The region.
  public let region: PlaceID
  /// Who is reported to fight or to have entered, in the order of the table.
  public let actors: [ActorID]
  /// The reports that say so, in the order of the table.
  public let reports: [ReportID]
  /// Its outline, in degrees.
  public let outline: Outline
  /// Its area on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double

  /// Whether two are the same ground with the same actors and reports.
  public static func == (left: Self, right: Self) -> Bool {
    left.region == right.region && left.actors == right.actors && left.reports == right.reports
      && left.outline == right.outline
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(region)
    hasher.combine(reports)
    hasher.combine(outline)
  }

  /// Orders by region, then by the western end of the outline.
  public static func < (left: Self, right: Self) -> Bool {
    left.region != right.region ? left.region < right.region : left.outline < right.outline
  }
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

  private var ids = FeatureIDs<Key>()
  private var pieces: [PlaceID: [ControlMap.Piece]] = [:]

  /// By what a piece on the map is known: the fighting, and which piece of its region.
  private struct Key: Hashable {
    let fight: RegionFight
    let piece: Int
  }

  /// Begins with nothing on the map.
  public init(_ canvas: MapCanvas) {}

  /// Moves on to the canvas' day; see `MapLayer`.
  public func advance(_ cells: [CellDelta], on canvas: MapCanvas) -> LayerDelta {
    // The map itself, not the canvas' one: its cells are the same on every day.
    let map = canvas.states.map
    let fights = map.history.regionFights(on: canvas.day)
    for fight in fights where pieces[fight.region] == nil {
      pieces[fight.region] = map.pieces(ofRegion: fight.region)
    }
    // A region that has no place on the map is on no layer of it.
    return ids.turn(
      to: fights.flatMap { fight in
        (pieces[fight.region] ?? []).indices.map { Key(fight: fight, piece: $0) }
      })
  }

  /// Returns what numbers stand for, in the items' own order; see `MapLayer`.
  ///
  /// - Complexity: O(*n*), for *n* regions.
  public func items(
    _ numbers: [Int], on canvas: MapCanvas, longestList: Int
  ) -> [Numbered<FightingGround>] {
    let keys = ids.keys
    return numbers.compactMap { number in
      guard let key = keys[number], let piece = pieces[key.fight.region]?[key.piece] else {
        return nil
      }
      return (
        number,
        FightingGround(
          region: key.fight.region, actors: key.fight.actors, reports: key.fight.reports,
          outline: piece.outline, areaInSquareKilometers: piece.area)
      )
    }.sorted { $0.item < $1.item }
  }
}

extension ControlMap {
  /// A connected piece of ground: its outline in degrees, and its area in square kilometres.
  fileprivate typealias Piece = (outline: Outline, area: Double)

  /// The connected pieces of the ground of a region's places, in order.
  ///
  /// - Complexity: O(*n*), for *n* places and edges of the map.
  fileprivate func pieces(ofRegion region: PlaceID) -> [Piece] {
    let cells = sites.sites(in: region, of: theatre).flatMap(tessellation.cells(ofSite:))
    let topology = tessellation.topology
    var components = DynamicComponents(topology)
    components.relabel(cells.sorted().map { ($0, 0) })
    var measures = EdgeMeasures(topology)
    return components.outlines { _ in true }.values.map { rings in
      let (outline, ordered) = topology.outline(of: rings)
      return (outline, measures.area(inside: ordered))
    }.sorted { $0.outline < $1.outline }
  }
}
