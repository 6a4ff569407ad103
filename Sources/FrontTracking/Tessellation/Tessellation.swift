internal import GEOS
internal import Geodesy
internal import Geometry
public import Theatre

/// The theatre divided into cells, one around each ground, none across a barrier.
///
/// A cell is the part of its bank nearer to its ground than to any other of that bank (Voronoi).
/// A bank without a ground is a cell of its own. The cells are proved before anything is made of
/// them: see `proveCells`.
public struct Tessellation: Sendable {
  /// A connected piece of the theatre that has one state at a time.
  public struct Cell: Hashable, Sendable {
    /// The ground whose cell it is; nil on a bank without any.
    public let ground: Int?
    /// Whether the ground lies in it. A part that the outline cuts off from its ground is a cell
    /// too: it has the ground's state, and nothing connects the two.
    public let holdsGround: Bool
    /// The bank it lies on, by number from west to east.
    public let bank: Int
  }

  /// The cells: those of grounds in the order of the grounds, then parts of banks without any.
  public let cells: [Cell]

  /// The edges of the cells.
  let topology: Topology

  /// The grounds in the plane, by ground; nil for one outside the theatre.
  let sites: [PlanarPosition?]

  /// How many banks there are.
  let bankCount: Int

  /// The plane that everything is worked in.
  let plane: Plane

  /// Which grounds lie on which bank.
  let settlement: Settlement

  /// The lines that divide the theatre, as segments of the grid.
  let lines: [GridSegment]

  /// The cells that have the state of each ground, the one it lies in first; none for a ground outside.
  private let cellsOfGround: [Range<Int32>]
  let homes: [Int32]

  /// Divides a theatre, and proves the result.
  ///
  /// - Throws: `FrontTrackingError` if the projection fails, GEOS fails, or a proof does.
  /// - Complexity: O(*n* log *n*), for *n* sites and vertices of the outline.
  public init(_ theatre: Theatre, grounds: Grounds) throws(FrontTrackingError) {
    let plane = try Plane(theatre.settings)
    let banks = try Banks(theatre, barriers: theatre.barriers, in: plane)
    let sites = try Self.sites(of: grounds, inside: theatre.boundary, in: plane)
    let settlement = Settlement(sites, on: banks)
    let lines = settlement.lines()
    let division = try withGEOS { () throws(GEOSError) in
      try Division(Subdivision(lines), of: settlement)
    }
    let topology = try Topology(division, in: plane)
    try proveCells(division.cells, topology, of: settlement) {
      theatre.name(ofGround: $0, in: grounds)
    }
    self.init(
      cells: division.cells.map {
        Cell(ground: $0.ground, holdsGround: $0.holdsGround, bank: $0.bank)
      }, topology: topology, sites: sites, plane: plane, settlement: settlement, lines: lines)
  }

  /// The same theatre divided into other cells, those of one ground behind each other.
  init(_ other: Tessellation, cells: [Cell], topology: Topology) {
    self.init(
      cells: cells, topology: topology, sites: other.sites, plane: other.plane,
      settlement: other.settlement, lines: other.lines)
  }

  private init(
    cells: [Cell], topology: Topology, sites: [PlanarPosition?], plane: Plane,
    settlement: Settlement, lines: [GridSegment]
  ) {
    var cellsOfGround = [Range<Int32>](repeating: 0..<0, count: sites.count)
    var homes = [Int32](repeating: -1, count: sites.count)
    for (index, cell) in cells.enumerated() {
      guard let ground = cell.ground else { continue }
      let start = cellsOfGround[ground].isEmpty ? Int32(index) : cellsOfGround[ground].lowerBound
      cellsOfGround[ground] = start..<Int32(index + 1)
      if cell.holdsGround { homes[ground] = Int32(index) }
    }
    self.cells = cells
    self.topology = topology
    self.sites = sites
    self.plane = plane
    self.settlement = settlement
    self.lines = lines
    self.cellsOfGround = cellsOfGround
    self.homes = homes
    bankCount = settlement.banks.banks.count
  }

  /// The vertices of the cells, of which all outlines are made.
  public var vertices: VertexTable { topology.table }

  /// The cell in which a ground lies; nil if the ground lies outside the theatre.
  public func cell(ofGround ground: Int) -> Int? {
    homes[ground] < 0 ? nil : Int(homes[ground])
  }

  /// The cells that have a ground's state: the one it lies in and the parts that the outline cuts off
  /// from it.
  func cells(ofGround ground: Int) -> Range<Int> {
    Int(cellsOfGround[ground].lowerBound)..<Int(cellsOfGround[ground].upperBound)
  }

  /// The bank on which a ground lies; nil if it lies outside the theatre.
  func bank(ofGround ground: Int) -> Int? { cell(ofGround: ground).map { cells[$0].bank } }

  /// The whole area on the ellipsoid, in square kilometres.
  ///
  /// - Complexity: O(*n*), for *n* edges.
  public var areaInSquareKilometers: Double {
    area(of: cells.indices)
  }

  /// The area of some cells on the ellipsoid, in square kilometres.
  ///
  /// - Complexity: O(*n*), for *n* edges of the cells.
  func area(of cells: some Sequence<Int>) -> Double {
    -cells.reduce(0) { sum, cell in
      topology.halves(ofCell: cell).reduce(sum) {
        $0
          + WGS84.areaBelow(
            from: topology.position(ofOrigin: $1), to: topology.position(ofOrigin: $1 ^ 1))
      }
    } / 1e6
  }

  /// The sites in some cells, by index, in order.
  func sites(on cells: some Sequence<Int>, of grounds: Grounds) -> [Int] {
    cells.map { self.cells[$0] }.filter(\.holdsGround).compactMap(\.ground)
      .flatMap { grounds.sites[$0] }.sorted()
  }
}

extension Tessellation {
  /// The grounds inside the boundary, in the plane. One outside may be where no plane reaches.
  fileprivate static func sites(
    of grounds: Grounds, inside boundary: Boundary, in plane: Plane
  ) throws(FrontTrackingError) -> [PlanarPosition?] {
    let region = RegionIndex(try withGEOS { () throws(GEOSError) in try boundary.ground() })
    let inside = grounds.positions.indices.filter { region.covers(grounds.positions[$0]) }
    var sites = [PlanarPosition?](repeating: nil, count: grounds.count)
    let projected = try plane.project(inside.map { grounds.positions[$0] })
    for (ground, site) in zip(inside, projected) { sites[ground] = site }
    return sites
  }
}

extension Theatre {
  /// The name of the first place on a ground.
  func name(ofGround ground: Int, in grounds: Grounds) -> String {
    places[grounds.sites[ground][0]].name
  }
}
