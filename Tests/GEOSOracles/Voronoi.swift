internal import CGEOS
public import GEOS
public import Geometry

/// Returns the lines of the Voronoi diagram of `sites`, as far as the box reaches or farther.
///
/// The lines divide the plane so that each part holds one site and the ground nearer to it than
/// to any other. In no particular order; pieces may overlap. Calls `GEOSVoronoiDiagram_r`.
///
/// GEOS can be silently wrong on badly conditioned input (degrees, above all), so the caller
/// proves the cells it makes of these lines.
///
/// - Parameters:
///   - sites: positions in the plane, in metres, no two alike.
///   - box: how far the diagram must reach.
/// - Returns: the lines; none for fewer than two sites.
/// - Throws: `GEOSError` with GEOS' message.
/// - Complexity: O(*n* log *n*), for *n* sites.
public func voronoiLines(
  of sites: [PlanarPosition], reaching box: Box<PlanarPosition>
) throws(GEOSError) -> [LineString<PlanarPosition>] {
  guard sites.count > 1 else { return [] }
  let geos = GEOSContext()
  let points = try geos.encode(points: sites)
  let envelope = try geos.encode(box.asPolygon)
  let diagram = try geos.geometry("Voronoi diagram of \(sites.count) sites") {
    GEOSVoronoiDiagram_r($0, points.pointer, envelope.pointer, 0, 1)
  }
  return try geos.lines(in: diagram)
}
