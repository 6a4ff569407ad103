internal import ControlHistory
public import Geometry
public import PlanarSubdivision
public import Theatre
public import TypedIndices

/// A piece of a side's ground that touches no exit of that side.
public struct Pocket: Sendable {
  /// The actor that holds most of it.
  public let holder: ActorID
  /// Its outline, in degrees.
  public let outline: Outline
  /// Its area on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double
  /// The places on it.
  public let places: [PlaceID]
  /// Who holds the ground around it on the day on which it was drawn, in order; nil stands for
  /// ground of nobody known.
  public let besiegers: [ActorID?]

  /// Its shape, in degrees.
  public var shape: MultiPolygon<Position> { outline.shape }
}

extension Pocket: Hashable, Comparable {
  /// Whether two pockets are the same ground in the same hands.
  public static func == (left: Pocket, right: Pocket) -> Bool {
    left.holder == right.holder && left.outline == right.outline
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(holder)
    hasher.combine(outline)
  }

  /// Orders by holder, then by the western end of the outline.
  public static func < (left: Pocket, right: Pocket) -> Bool {
    left.holder != right.holder ? left.holder < right.holder : left.outline < right.outline
  }
}

extension MapLayers {
  /// The ground cut off from every exit.
  public static let pockets = MapLayers(PocketLayer.self)
}

extension Snapshot {
  /// The pieces of a side's ground that are cut off from every exit.
  public var pockets: [Pocket] { items(of: PocketLayer.self) }
}

extension Timeline {
  /// The ground cut off from every exit.
  public var pockets: [Span<Pocket>] { spans(of: PocketLayer.self) }
}

/// The ground cut off from every exit.
public final class PocketLayer: MapLayer {
  /// How the layer is called among layers of the map.
  public static let name = "pockets"
  /// Whether the layer looks at exits and crossings.
  public static let looksAtExits = true

  private var ids = FeatureIDs<Key>()

  /// What a pocket is known by: the number of a component of a side's ground and who holds most of it.
  private struct Key: Hashable {
    let component: Int
    let holder: ActorID
  }

  /// Begins with nothing on the map.
  public init(_ canvas: MapCanvas) {}

  /// Moves on to the canvas' day; see `MapLayer`.
  public func advance(_ cells: [CellDelta], on canvas: MapCanvas) -> LayerDelta {
    guard !cells.isEmpty else { return LayerDelta() }
    return ids.turn(to: closedComponents(on: canvas))
  }

  /// The components of each side's ground that touch no exit of the side and from which no crossing leads
  /// to one that does.
  private func closedComponents(on canvas: MapCanvas) -> [Key] {
    // Where nothing is inferred, confirmed places stand alone, and that cuts nobody off.
    guard canvas.map.settings.infersGround else { return [] }
    let components = canvas.sideGround
    let states = canvas.states
    let open = canvas.map.cells.componentsWithAWayOut(components, sideOfCell: states.side)
    let closed = components.cells { !open.contains($0) }
    var keys: [Key] = []
    for (component, cells) in closed.sorted(by: { $0.key < $1.key }) {
      guard let number = canvas.number(ofSideComponent: component) else { continue }
      let byHolder = Dictionary(grouping: cells) { states.groundState(ofCell: $0).holder }
      var most: (holder: ActorID, area: Double)?
      for (holder, cells) in byHolder.sorted(by: { $0.key.offsetOrLast < $1.key.offsetOrLast }) {
        let area = canvas.area(ofCells: cells)
        if let holder, most.map({ area > $0.area }) ?? true { most = (holder, area) }
      }
      if let most { keys.append(Key(component: number, holder: most.holder)) }
    }
    return keys
  }

  /// Returns what numbers stand for, in the items' own order; see `MapLayer`.
  ///
  /// - Complexity: O(*n* + *b*), for *n* cells and *b* half-edges at borders.
  public func items(
    _ numbers: [Int], on canvas: MapCanvas, longestList: Int
  ) -> [Numbered<Pocket>] {
    let keys = ids.keys
    let componentOf = canvas.sideComponents
    var wanted: [ComponentID: (number: Int, holder: ActorID)] = [:]
    for number in numbers {
      guard let key = keys[number], let component = componentOf[key.component] else { continue }
      wanted[component] = (number, key.holder)
    }
    let states = canvas.states
    let rings = canvas.sideGround.outlines { wanted[$0] != nil }
    let cells = canvas.sideGround.cells { wanted[$0] != nil }
    var drawn: [Numbered<Pocket>] = []
    for (component, key) in wanted {
      guard let rings = rings[component], let cells = cells[component] else { continue }
      let (outline, ordered) = states.topology.outline(of: rings)
      let pocket = Pocket(
        holder: key.holder, outline: outline,
        areaInSquareKilometers: canvas.area(inside: ordered),
        places: cells.flatMap(states.places(inCell:)).sorted(),
        besiegers: besiegers(along: ordered, states))
      drawn.append((key.number, pocket))
    }
    return drawn.sorted { $0.item < $1.item }
  }

  /// Who holds the ground on the other side of some rings, each once and in order; nil stands for nobody known.
  private func besiegers(along rings: [[HalfEdge]], _ states: CellStates) -> [ActorID?] {
    var found: Set<ActorID?> = []
    for half in rings.joined() {
      guard let cell = states.topology.cell(leftOf: half.twin) else { continue }
      found.insert(states.groundState(ofCell: cell).holder)
    }
    return found.sorted { $0.offsetOrLast < $1.offsetOrLast }
  }
}
