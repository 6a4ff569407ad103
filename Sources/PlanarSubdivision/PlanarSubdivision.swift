// PlanarSubdivision divides a part of the plane into faces. The way goes from sites to lines
// (`Delaunay`, `voronoiLines`), from lines to noded segments (`SnapRoundingNoder`), from segments to
// faces (`Subdivision`), and from faces that were joined to cells to their edges and connected
// components (`Topology`, `DynamicComponents`). This module knows nothing of places, reports or sides.
//
// What it guarantees:
//
// - Sides and circles are decided exactly. `Delaunay` works on whole numbers within 2²⁹ steps of the
//   middle of its bounds, so that the in-circle determinant fits into 128 bits. Sites in a line or on a
//   circle are cases like others. The centres of the circles are exact up to the last rounding and division.
// - Segments lie on a grid with a step of 0.5 m (`GridPoint.step`). The side of a segment that a grid
//   point lies on is decided in 64-bit whole numbers, without rounding.
// - Noding bends a segment by less than a step. A noded segment meets another only at its ends, and
//   nothing that was apart crosses afterwards. There is no bound on how near a vertex may come to an edge
//   that does not end in it. So that outlines rounded to six decimals of a degree do not cross themselves
//   is tested, not proved.
// - Each half-edge of a subdivision has one face on its left; nil stands for the one around everything.
//   The two half-edges of an edge have different faces: segments that enclose nothing are left out. No
//   edge of a topology has the same cell on both sides.
// - Noded segments come once each and in ascending order, and so do the vertices of a subdivision.
//   Components that meet take the number of the larger one, so that the numbers in `DynamicComponents`
//   depend on all changes so far, not on the labels alone.
//
// What it costs, for *n* sites, segments or edges:
//
// - Triangles and Voronoi lines: O(*n* log *n*), if the sites are spread without malice.
// - Noding: O((*n* + *k*) log *n*), for *k* pairs of segments that come near each other.
// - Faces: O(*n* log *n* + *f* *h*), for *f* faces and *h* rings that lie loose in others.
// - A change of labels: O(*k*), for *k* cells that change and those of the smaller parts of components
//   that are cut or joined.
