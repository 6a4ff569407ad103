public import ControlHistory
internal import Geodesy
internal import PlanarSubdivision
public import Theatre
internal import TypedIndices

/// A theatre's ground divided into cells, and what of its terrain belongs to them: exits and
/// crossings. Nothing here depends on who holds what.
public struct TheatreCells: Sendable {
  /// The theatre.
  public let theatre: Theatre

  /// The sites that the cells lie around.
  public let sites: Sites

  /// The cells.
  public let tessellation: Tessellation

  /// Which cells lie at an exit.
  package let exits: ExitTable

  /// Which cells the theatre's crossings join.
  package let crossings: CrossingTable

  /// The ways over the crossings from compartment to compartment; nil if there is no crossing.
  package let crossingWays: CrossingWays?

  /// Divides a theatre's ground into cells and proves them.
  ///
  /// - Throws: `MapError` if the plane does not reach a place, GEOS fails, or a proof does.
  /// - Complexity: O(*n* log *n*), for *n* sites and vertices of the outline.
  public init(_ theatre: Theatre, sites: Sites) throws(MapError) {
    self.theatre = theatre
    self.sites = sites
    tessellation = try Tessellation(theatre, sites: sites)
    exits = try ExitTable(theatre, tessellation.topology, tessellation.plane)
    crossings = try CrossingTable(theatre, tessellation.cells, tessellation.topology)
    crossingWays = try CrossingWays(crossings, theatre, tessellation)
  }

  /// The same ground on the cells of a day's map, which lines of that day divide further.
  package func divided(as states: CellStates) throws(MapError) -> TheatreCells {
    try TheatreCells(
      self,
      tessellation: Tessellation(tessellation, cells: states.cells, topology: states.topology))
  }

  private init(
    _ other: TheatreCells, tessellation: Tessellation
  ) throws(MapError) {
    theatre = other.theatre
    sites = other.sites
    self.tessellation = tessellation
    exits = try ExitTable(theatre, tessellation.topology, tessellation.plane)
    crossings = try CrossingTable(theatre, tessellation.cells, tessellation.topology)
    crossingWays = other.crossingWays
  }
}

extension TheatreCells {
  /// How far a site is from another, on the ellipsoid, in kilometres; if the two lie in different
  /// compartments, by way of the crossings, if there is one.
  ///
  /// - Complexity: O(1); over crossings O(*c*²), for *c* crossings.
  func distanceInKilometers(from site: SiteID, in compartment: CompartmentID, to other: SiteID)
    -> Double
  {
    let meters =
      distanceOverCrossings(from: site, in: compartment, to: other)
      ?? WGS84.inverse(from: sites.positions[other], to: sites.positions[site]).distanceInMeters
    return meters / 1_000
  }

  /// The length of the way to a site in another compartment, in metres; nil if it lies in the same, or
  /// if there is no way.
  private func distanceOverCrossings(
    from site: SiteID, in compartment: CompartmentID, to other: SiteID
  ) -> Double? {
    guard let crossingWays, let end = tessellation.compartment(ofSite: other), end != compartment,
      let here = tessellation.sitePositions[site], let there = tessellation.sitePositions[other]
    else { return nil }
    return crossingWays.distanceInMeters(
      from: (sites.positions[site], here, compartment), to: (sites.positions[other], there, end))
  }
}

extension TheatreCells {
  /// The components of the sides' ground from which a way leads out of the theatre: those that lie at an
  /// exit open to their side, and those from which crossings lead to one.
  ///
  /// - Parameters:
  ///   - components: connected components of cells that are held by one side.
  ///   - sideOfCell: the side that holds a cell; nil for none.
  /// - Complexity: O(*n* + *c*), for *n* components and cells at exits and *c* crossings.
  func componentsWithAWayOut(
    _ components: DynamicComponents, sideOfCell: (CellID) -> SideID?
  ) -> Set<ComponentID> {
    let atExits = exits.openComponents(components, theatre.sides, sideOfCell: sideOfCell)
    return crossings.components(reachedFrom: atExits, components, sideOfCell: sideOfCell)
  }
}
