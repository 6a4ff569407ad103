#ifndef GEOTRACK_CGEODESIC_H
#define GEOTRACK_CGEODESIC_H

// Geodesics on the WGS 84 ellipsoid, from GeographicLib. Degrees and metres; any thread may call.

#ifdef __cplusplus
extern "C" {
#endif

/// The shortest way between two positions: its length in metres, and its direction at the start in
/// degrees clockwise from north, from -180 to 180.
struct geodesic_way {
  double distance;
  double azimuth;
};

struct geodesic_way geodesic_inverse(
  double latitude1, double longitude1, double latitude2, double longitude2);

/// The area in square metres of the polygon whose edges are geodesics between `count` positions and
/// back to the first; positive if they run counterclockwise.
double geodesic_area(const double *latitudes, const double *longitudes, long count);

/// The area in square metres between a geodesic and the equator; positive if it leads east, north of
/// the equator.
double geodesic_area_below(
  double latitude1, double longitude1, double latitude2, double longitude2);

#ifdef __cplusplus
}
#endif

#endif
