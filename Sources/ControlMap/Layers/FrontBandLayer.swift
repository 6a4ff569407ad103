public import PlanarSubdivision

/// A connected piece of ground along the line on which it is uncertain which side holds it: the
/// probability of either lies between a quarter and three quarters.
public struct FrontBand: Hashable, Sendable, Comparable {
  /// The probabilities between which a side's lies in the band.
  public static let probabilities = 0.25...0.75

  /// Its outline, in degrees.
  public let outline: Outline
  /// Its area on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double

  /// Whether two bands are the same ground.
  public static func == (left: FrontBand, right: FrontBand) -> Bool {
    left.outline == right.outline
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(outline)
  }

  /// Orders by the western end of the outline.
  public static func < (left: FrontBand, right: FrontBand) -> Bool {
    left.outline < right.outline
  }
}

extension MapLayers {
  /// The ground on which it is uncertain which side holds it.
  public static let bands = MapLayers(FrontBandLayer.self)
}

extension Snapshot {
  /// The ground on which it is uncertain which side holds it; none where nothing is estimated.
  public var bands: [FrontBand] { items(of: FrontBandLayer.self) }
}

extension Timeline {
  /// The ground on which it is uncertain which side holds it.
  public var bands: [Span<FrontBand>] { spans(of: FrontBandLayer.self) }
}

/// The ground on which it is uncertain which side holds it. Only kriging says how uncertain; on a map that
/// is not drawn again from day to day there is none.
public final class FrontBandLayer: MapLayer {
  /// How the layer is called among layers of the map.
  public static let name = "bands"

  private var ids = ItemIDs<FrontBand>()

  /// Begins with nothing on the map.
  public init(_ canvas: MapCanvas) {}

  /// Moves on to the canvas' day; see `MapLayer`.
  public func advance(
    _ cells: [CellDelta], on canvas: MapCanvas
  ) throws(MapError) -> LayerDelta {
    guard let refinement = canvas.refinement else { return LayerDelta() }
    return ids.turn(to: try refinement.bands())
  }

  /// Returns what numbers stand for, in the items' own order; see `MapLayer`.
  ///
  /// - Complexity: O(*n*), for *n* pieces.
  public func items(
    _ numbers: [Int], on canvas: MapCanvas, longestList: Int
  ) -> [Numbered<FrontBand>] { ids.items(numbers) }
}
