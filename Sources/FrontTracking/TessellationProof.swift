internal import GEOS
internal import Geometry
internal import TheatreModel

/// Proves that cells are the Voronoi cells of their grounds, bank by bank.
///
/// Voronoi diagrams of GEOS can be wrong without a word on badly conditioned input. A cell is right
/// if its ground is the nearest to each of its vertices: the positions nearest to one ground are a
/// convex set, so they then contain the whole cell. If moreover every ground lies in its own cell
/// and the areas of the cells sum to the area of the theatre, nothing is missing and nothing
/// overlaps.
///
/// - Throws: `FrontTrackingError.unprovedTessellation` with the names of the places concerned.
/// - Complexity: O(*v* log *n*), for *v* vertices and *n* grounds.
func proveCells(
  _ cells: [CellPiece], of settlement: Settlement, theatre: Theatre, grounds: Grounds
) throws(FrontTrackingError) {
  let proof = TessellationProof(
    cells: cells, settlement: settlement, theatre: theatre, grounds: grounds)
  try proof.everyGroundLiesInItsCell()
  try proof.everyVertexIsNearestToItsGround()
  try proof.areasSumToTheTheatre()
}

private struct TessellationProof {
  let cells: [CellPiece]
  let settlement: Settlement
  let theatre: Theatre
  let grounds: Grounds

  /// What moving vertices onto the grid can do to a distance, in metres.
  private static let tolerance = 3 * Plane.grid

  func everyGroundLiesInItsCell() throws(FrontTrackingError) {
    let settled = settlement.groundsOfBank.joined()
    let celled = Set(cells.compactMap(\.ground))
    let homeless = settled.filter { !celled.contains($0) }
    guard homeless.isEmpty else {
      throw refusal("these have no cell", homeless)
    }
    for cell in cells {
      guard let ground = cell.ground else { continue }
      let site = settlement.site(ground)
      let isInside = try withGEOS { () throws(GEOSError) in
        let region = try PreparedRegion(MultiPolygon(cell.polygons))
        return try region.covers(site)
      }
      guard isInside || cell.distance(to: site) <= Self.tolerance else {
        throw refusal("a place lies outside its own cell", [ground])
      }
    }
  }

  func everyVertexIsNearestToItsGround() throws(FrontTrackingError) {
    for (bank, members) in settlement.groundsOfBank.enumerated() where !members.isEmpty {
      let strayed = try withGEOS { () throws(GEOSError) in
        try stray(among: members, bank: bank)
      }
      guard let strayed else { continue }
      throw refusal("a part of one cell is nearer to another place", strayed)
    }
  }

  /// A ground with a vertex that is nearer to another ground of the bank, and that other ground.
  private func stray(among members: [Int], bank: Int) throws(GEOSError) -> [Int]? {
    let index = try PointIndex(members.map(settlement.site))
    for cell in cells where cell.bank == bank {
      guard let ground = cell.ground else { continue }
      for vertex in cell.polygons.flatMap(\.rings).map(\.positions).joined() {
        guard let nearest = try index.nearest(to: vertex) else { continue }
        let distance = vertex.distance(to: settlement.site(ground))
        if distance > nearest.distanceInMeters + Self.tolerance {
          return [ground, members[nearest.index]]
        }
      }
    }
    return nil
  }

  func areasSumToTheTheatre() throws(FrontTrackingError) {
    let sum = cells.reduce(0) { $0 + MultiPolygon($1.polygons).areaInSquareMeters }
    let boundary = settlement.banks.boundary
    let whole = boundary.areaInSquareMeters
    // Bringing the outline onto the grid moves it by less than a step.
    let outline = boundary.polygons.flatMap(\.rings).flatMap(\.segments)
      .reduce(0) { $0 + $1.start.distance(to: $1.end) }
    guard sum > 0, abs(sum - whole) <= Plane.grid * outline else {
      throw refusal(
        "the cells cover \(sum / 1e6) of \(whole / 1e6) square kilometres",
        Array(cells.compactMap(\.ground).prefix(5)))
    }
  }

  private func refusal(_ reason: String, _ members: some Sequence<Int>) -> FrontTrackingError {
    .unprovedTessellation(
      reason: reason, places: members.map { theatre.name(ofGround: $0, in: grounds) })
  }
}

extension CellPiece {
  /// The distance from the cell's outline to a position, in metres.
  fileprivate func distance(to position: PlanarPosition) -> Double {
    polygons.map { $0.distanceFromRings(to: position) }.min() ?? .infinity
  }
}
