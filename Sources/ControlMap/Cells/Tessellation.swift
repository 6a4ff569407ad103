public import ControlHistory
internal import GEOS
internal import Geodesy
package import Geometry
public import PlanarSubdivision
public import Theatre
public import TypedIndices

/// The theatre divided into cells, one around each site, none across a barrier.
///
/// A cell is the part of its compartment nearer to its site than to any other of that compartment (Voronoi).
/// A compartment without a site is a cell of its own. The cells are proved before anything is made of
/// them: see `proveCells`.
public struct Tessellation: Sendable {
  /// A connected piece of the theatre that has one state at a time.
  public struct Cell: Hashable, Sendable {
    /// The site whose cell it is; nil in a compartment without any.
    public let site: SiteID?
    /// Whether the site lies in it. A part that the outline cuts off from its site is a cell
    /// too: it has the site's state, and nothing connects the two.
    public let holdsSite: Bool
    /// The compartment it lies in.
    public let compartment: CompartmentID
  }

  /// The cells: those of sites in the order of the sites, then parts of compartments without any.
  public let cells: IndexedArray<CellID, Cell>

  /// The edges of the cells.
  package let topology: Topology

  /// The sites in the plane, by site; nil for one outside the theatre.
  package let sitePositions: IndexedArray<SiteID, PlanarPosition?>

  /// How many compartments there are.
  package let compartmentCount: Int

  /// The plane that everything is worked in.
  package let plane: Plane

  /// Which sites lie in which compartment.
  package let siteAssignment: SiteAssignment

  /// The lines that divide the theatre, as segments of the grid.
  package let lines: [GridSegment]

  /// The cells that have the state of each site, the one it lies in first; none for a site outside.
  private let cellsOfSite: IndexedArray<SiteID, Range<CellID>>

  /// The cell in which each site lies; nil for one outside the theatre.
  package let homes: IndexedArray<SiteID, CellID?>

  /// Divides a theatre, and proves the result.
  ///
  /// - Throws: `MapError` if the projection fails, GEOS fails, or a proof does.
  /// - Complexity: O(*n* log *n*), for *n* places and vertices of the outline.
  public init(_ theatre: Theatre, sites: Sites) throws(MapError) {
    let plane = Plane(theatre)
    let compartments = try Compartments(theatre, barriers: theatre.barriers, in: plane)
    let sitePositions = try Self.sitePositions(of: sites, inside: theatre.boundary, in: plane)
    let siteAssignment = SiteAssignment(sitePositions, in: compartments)
    let lines = siteAssignment.lines()
    let assignment = try withGEOS { () throws(GEOSError) in
      try CellAssignment(Subdivision(lines), of: siteAssignment)
    }
    let topology = try Topology(assignment, in: plane)
    try proveCells(assignment.cells, topology, of: siteAssignment) {
      theatre.name(ofSite: $0, in: sites)
    }
    self.init(
      cells: assignment.cells.mapElements {
        Cell(site: $0.site, holdsSite: $0.holdsSite, compartment: $0.compartment)
      }, topology: topology, sitePositions: sitePositions, plane: plane,
      siteAssignment: siteAssignment, lines: lines)
  }

  /// The same theatre divided into other cells, those of one site one after another.
  package init(
    _ other: Tessellation, cells: IndexedArray<CellID, Cell>, topology: Topology
  ) {
    self.init(
      cells: cells, topology: topology, sitePositions: other.sitePositions, plane: other.plane,
      siteAssignment: other.siteAssignment, lines: other.lines)
  }

  private init(
    cells: IndexedArray<CellID, Cell>, topology: Topology,
    sitePositions: IndexedArray<SiteID, PlanarPosition?>, plane: Plane,
    siteAssignment: SiteAssignment, lines: [GridSegment]
  ) {
    let none = cells.startIndex..<cells.startIndex
    var cellsOfSite = IndexedArray<SiteID, Range<CellID>>(
      repeating: none, count: sitePositions.count)
    var homes = IndexedArray<SiteID, CellID?>(repeating: nil, count: sitePositions.count)
    for (number, cell) in cells.indexed() {
      guard let site = cell.site else { continue }
      let start = cellsOfSite[site].isEmpty ? number : cellsOfSite[site].lowerBound
      cellsOfSite[site] = start..<cells.index(after: number)
      if cell.holdsSite { homes[site] = number }
    }
    self.cells = cells
    self.topology = topology
    self.sitePositions = sitePositions
    self.plane = plane
    self.siteAssignment = siteAssignment
    self.lines = lines
    self.cellsOfSite = cellsOfSite
    self.homes = homes
    compartmentCount = siteAssignment.compartments.compartments.count
  }

  /// The vertices of the cells, of which all outlines are made.
  public var vertices: VertexTable { topology.table }

  /// The cell in which a site lies; nil if the site lies outside the theatre.
  public func cell(ofSite site: SiteID) -> CellID? { homes[site] }

  /// The cells that have a site's state: the one it lies in and the parts that the outline cuts off
  /// from it.
  package func cells(ofSite site: SiteID) -> Range<CellID> { cellsOfSite[site] }

  /// The compartment in which a site lies; nil if it lies outside the theatre.
  package func compartment(ofSite site: SiteID) -> CompartmentID? {
    cell(ofSite: site).map { cells[$0].compartment }
  }

  /// The whole area on the ellipsoid, in square kilometres.
  ///
  /// - Complexity: O(*n*), for *n* edges.
  public var areaInSquareKilometers: Double {
    area(of: cells.indices)
  }

  /// The area of some cells on the ellipsoid, in square kilometres.
  ///
  /// - Complexity: O(*n*), for *n* edges of the cells.
  package func area(of cells: some Sequence<CellID>) -> Double {
    -cells.reduce(0) { sum, cell in
      topology.halves(ofCell: cell).reduce(sum) {
        $0
          + WGS84.areaBelow(
            from: topology.position(ofOrigin: $1), to: topology.position(ofOrigin: $1.twin))
      }
    } / 1e6
  }

  /// The places in some cells, in order.
  package func places(on cells: some Sequence<CellID>, of sites: Sites) -> [PlaceID] {
    cells.map { self.cells[$0] }.filter(\.holdsSite).compactMap(\.site)
      .flatMap { sites.places[$0] }.sorted()
  }
}

extension Tessellation {
  /// The sites inside the boundary, in the plane. One outside may be where no plane reaches.
  fileprivate static func sitePositions(
    of sites: Sites, inside boundary: Boundary, in plane: Plane
  ) throws(MapError) -> IndexedArray<SiteID, PlanarPosition?> {
    let region = RegionIndex(try withGEOS { () throws(GEOSError) in try boundary.ground() })
    let inside = sites.positions.indices.filter { region.covers(sites.positions[$0]) }
    var sitePositions = IndexedArray<SiteID, PlanarPosition?>(
      repeating: nil, count: sites.count)
    let projected = try plane.project(inside.map { sites.positions[$0] })
    for (site, position) in zip(inside, projected) { sitePositions[site] = position }
    return sitePositions
  }
}

extension Theatre {
  /// The name of the first place on a site.
  package func name(ofSite site: SiteID, in sites: Sites) -> String {
    places[sites.places[site][0]].name
  }
}
