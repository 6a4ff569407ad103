internal import GEOS
internal import Geodesy
internal import Geometry
public import TheatreModel

/// The theatre divided into cells, one around each ground, none across a barrier.
///
/// A cell is the part of its bank nearer to its ground than to any other of that bank (Voronoi).
/// A bank without a ground is a cell of its own. The cells are proved before anything is made of
/// them: see `proveCells`.
public struct Tessellation: Sendable {
  /// A piece of the theatre that has one state at a time.
  public struct Cell: Sendable {
    /// The ground whose cell it is; nil on a bank without any.
    public let ground: Int?
    /// Whether the ground lies in it. A part that the outline cuts off from its ground is a cell
    /// too: it has the ground's state, and nothing connects the two.
    public let holdsGround: Bool
    /// The bank it lies on, by number from west to east.
    public let bank: Int
    /// Its area on the ellipsoid, in square kilometres.
    public let areaInSquareKilometers: Double
    /// Its shape in the plane.
    let polygon: Polygon<PlanarPosition>
  }

  /// The cells: those of grounds in the order of the grounds, then parts of banks without any.
  public let cells: [Cell]

  /// The cells that share an edge with each cell.
  public let neighbours: [[Int]]

  /// The edges of the cells.
  let topology: Topology

  /// The grounds in the plane, by ground; nil for one outside the theatre.
  let sites: [PlanarPosition?]

  private let cellOfGround: [Int?]

  /// Divides a theatre, and proves the result.
  ///
  /// - Throws: `FrontTrackingError` if the projection fails, GEOS fails, or a proof does.
  /// - Complexity: O(*n* log *n*), for *n* sites and vertices of the outline.
  public init(_ theatre: Theatre, grounds: Grounds) throws(FrontTrackingError) {
    let plane = try Plane(theatre.settings)
    let banks = try Banks(theatre, barriers: theatre.barriers, in: plane)
    let sites = try Self.sites(of: grounds, inside: theatre.boundary, in: plane)
    let settlement = try withGEOS { () throws(GEOSError) in
      try Settlement(sites, on: banks)
    }
    let pieces = try withGEOS { () throws(GEOSError) in try settlement.cells() }
    try proveCells(pieces, of: settlement, theatre: theatre, grounds: grounds)

    let divided = try withGEOS { () throws(GEOSError) in
      var parts: [CellPart] = []
      for piece in pieces { parts += try piece.parts(of: settlement) }
      return parts
    }
    let topology = try Self.topology(of: divided, in: plane) {
      theatre.name(ofGround: $0, in: grounds)
    }
    let published = Dictionary(uniqueKeysWithValues: zip(topology.vertices, topology.positions))
    var cellOfGround = [Int?](repeating: nil, count: grounds.count)
    for (index, piece) in divided.enumerated() {
      if let ground = piece.ground, piece.holdsGround { cellOfGround[ground] = index }
    }
    self.cells = divided.map { $0.measured(published) }
    self.neighbours = topology.neighbours(count: divided.count)
    self.topology = topology
    self.sites = sites
    self.cellOfGround = cellOfGround
  }

  /// The cell around a ground; nil if the ground lies outside the theatre.
  public func cell(ofGround ground: Int) -> Int? { cellOfGround[ground] }

  /// The whole area on the ellipsoid, in square kilometres.
  public var areaInSquareKilometers: Double {
    area(of: cells.indices)
  }

  /// The area of some cells on the ellipsoid, in square kilometres.
  func area(of cells: some Sequence<Int>) -> Double {
    cells.reduce(0) { $0 + self.cells[$1].areaInSquareKilometers }
  }

  /// The sites in some cells, by index, in order.
  func sites(on cells: some Sequence<Int>, of grounds: Grounds) -> [Int] {
    cells.map { self.cells[$0] }.filter(\.holdsGround).compactMap(\.ground)
      .flatMap { grounds.sites[$0] }.sorted()
  }
}

/// The ground nearer to one site of its bank than to any other, before it is divided into cells.
struct CellPiece {
  let ground: Int?
  let bank: Int
  var polygons: [Polygon<PlanarPosition>]

  /// The connected parts, with long edges divided so that they lie the same in degrees as in the
  /// plane.
  fileprivate func parts(of settlement: Settlement) throws(GEOSError) -> [CellPart] {
    let home = try ground.map { ground throws(GEOSError) in
      try polygons.home(of: settlement.site(ground))
    }
    return polygons.enumerated().map { index, polygon in
      CellPart(
        ground: ground, holdsGround: index == home, bank: bank,
        polygon: polygon.map { $0.densified(limit: Plane.longestStep) })
    }
  }
}

extension [Polygon<PlanarPosition>] {
  /// The polygon that a site lies in; if the grid moved it out of all, the nearest.
  fileprivate func home(of site: PlanarPosition) throws(GEOSError) -> Int? {
    guard count > 1 else { return indices.first }
    for (index, polygon) in enumerated() {
      let region = try PreparedRegion(MultiPolygon([polygon]))
      if try region.covers(site) { return index }
    }
    return indices.min {
      self[$0].distanceFromRings(to: site) < self[$1].distanceFromRings(to: site)
    }
  }
}

/// A cell before it is measured.
private struct CellPart {
  let ground: Int?
  let holdsGround: Bool
  let bank: Int
  let polygon: Polygon<PlanarPosition>

  func measured(_ published: [PlanarPosition: Position]) -> Tessellation.Cell {
    let shape = polygon.map { $0.compactMap { published[$0] } }
    return Tessellation.Cell(
      ground: ground, holdsGround: holdsGround, bank: bank,
      areaInSquareKilometers: WGS84.area(of: shape) / 1e6, polygon: polygon)
  }
}

extension Tessellation {
  /// The grounds inside the boundary, in the plane. One outside may be where no plane reaches.
  fileprivate static func sites(
    of grounds: Grounds, inside boundary: Boundary, in plane: Plane
  ) throws(FrontTrackingError) -> [PlanarPosition?] {
    let inside = try withGEOS { () throws(GEOSError) in
      let region = try PreparedRegion(boundary.ground())
      var inside: [Int] = []
      for (ground, position) in grounds.positions.enumerated() where try region.covers(position) {
        inside.append(ground)
      }
      return inside
    }
    var sites = [PlanarPosition?](repeating: nil, count: grounds.count)
    let projected = try plane.project(inside.map { grounds.positions[$0] })
    for (ground, site) in zip(inside, projected) { sites[ground] = site }
    return sites
  }

  /// The edges of the cells; an overlap is refused with the names of its grounds.
  fileprivate static func topology(
    of cells: [CellPart], in plane: Plane, nameOfGround: (Int) -> String
  ) throws(FrontTrackingError) -> Topology {
    let polygons = cells.map(\.polygon)
    let vertices = Topology.vertices(of: polygons)
    let positions = try plane.publish(vertices)
    do {
      return try Topology(polygons, vertices: vertices, positions: positions)
    } catch {
      throw .unprovedTessellation(
        reason: "two cells overlap",
        places: error.cells.compactMap { cells[$0].ground }.map(nameOfGround))
    }
  }
}

extension Theatre {
  /// The name of the first place on a ground.
  func name(ofGround ground: Int, in grounds: Grounds) -> String {
    places[grounds.sites[ground][0]].name
  }
}
