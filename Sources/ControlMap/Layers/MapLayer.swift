public import Theatre

/// A layer of the map: what it shows, on which days that changes, and how it is drawn.
///
/// A layer is one file: its item, and a class that conforms to this protocol. What the layer keeps from
/// day to day is in the class; what all layers look at, the cells and what is known of them, is in the
/// `MapCanvas` that it is handed. What stays the same from one day to the next keeps its number.
///
///     final class SiegeLayer: MapLayer {
///       static let name = "sieges"
///       init(_ canvas: MapCanvas) {}
///       func advance(_ cells: [CellDelta], on canvas: MapCanvas) -> LayerDelta { … }
///       func items(_ numbers: [Int], on canvas: MapCanvas, longestList: Int) -> [Numbered<Siege>] { … }
///     }
public protocol MapLayer: AnyObject, ShareableType {
  /// What the layer shows.
  associatedtype Item: Hashable & Comparable & Sendable

  /// The name by which it is told from other layers.
  static var name: String { get }

  /// Whether it looks at exits and crossings, which are then found again where lines divide the cells.
  static var looksAtExits: Bool { get }

  /// The days on which it may change, in order; by default those on which some cell does.
  static func days(of map: ControlMap) -> [Day]

  /// Whether it may change on days on which no cell does.
  static var changesWithTime: Bool { get }

  /// Begins with nothing on the map.
  init(_ canvas: MapCanvas)

  /// Moves on to the canvas' day.
  ///
  /// - Parameter cells: the cells of which something else is known than before, in order.
  /// - Returns: the numbers of what has ended and of what has begun.
  func advance(
    _ cells: [CellDelta], on canvas: MapCanvas
  ) throws(MapError) -> LayerDelta

  /// Returns what numbers of the last day stand for, in the items' own order.
  ///
  /// - Parameter longestList: how many places an item may have for them and its reports to be listed.
  func items(_ numbers: [Int], on canvas: MapCanvas, longestList: Int) -> [Numbered<Item>]

  /// The same item without lists that are longer than wanted.
  static func abridged(_ item: Item, to longestList: Int) -> Item
}

extension MapLayer {
  /// Whether the layer looks at exits and crossings.
  public static var looksAtExits: Bool { false }
  /// Whether the layer may change on days on which no cell does.
  public static var changesWithTime: Bool { false }
  /// The days on which some cell changes.
  public static func days(of map: ControlMap) -> [Day] { map.days }
  /// The same item without lists that are longer than wanted.
  public static func abridged(_ item: Item, to longestList: Int) -> Item { item }
}

/// An item of a layer and its number.
public typealias Numbered<Item> = (number: Int, item: Item)

#if compiler(>=6.2)
  /// A type that may be handed to any thread, though its instances may not.
  public typealias ShareableType = SendableMetatype
#else
  /// A type that may be handed to any thread, though its instances may not; up to Swift 6.1 all may.
  public protocol ShareableType {}
#endif
