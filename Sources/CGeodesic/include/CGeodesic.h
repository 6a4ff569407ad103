#ifndef GEOTRACK_CGEODESIC_H
#define GEOTRACK_CGEODESIC_H

// Geodesics and planes on the WGS 84 ellipsoid, from GeographicLib. Degrees and metres; any thread may
// call, and no C++ exception leaves.

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

/// A map projection: the way between degrees and the metres of a plane. It does not change once it is
/// made.
typedef struct geodesic_plane geodesic_plane;

/// Each of these makes a plane whose origin is the position given, or null if the numbers describe none
/// or memory is short. `scale` is the scale on the central meridian, or at the pole. A conic whose parallels
/// are the same distance from the equator is Mercator's projection.
geodesic_plane *geodesic_plane_transverse_mercator(
  double longitude, double latitude, double scale);
geodesic_plane *geodesic_plane_conic(
  double longitude, double latitude, double south_parallel, double north_parallel);
geodesic_plane *geodesic_plane_polar(double longitude, int is_north, double scale);
geodesic_plane *geodesic_plane_equidistant(double longitude, double latitude);
void geodesic_plane_delete(geodesic_plane *plane);

/// A pair of numbers: longitude and latitude, or x and y. Neither is a number where there is no image.
struct geodesic_pair {
  double first;
  double second;
};

/// From longitude and latitude to x and y.
struct geodesic_pair geodesic_plane_forward(
  const geodesic_plane *plane, double longitude, double latitude);

/// From x and y to longitude and latitude.
struct geodesic_pair geodesic_plane_reverse(const geodesic_plane *plane, double x, double y);

/// How long a metre is in the plane at a position, in metres; of an equidistant plane, along the way to
/// its centre, so that it is always 1.
double geodesic_plane_scale(const geodesic_plane *plane, double longitude, double latitude);

#ifdef __cplusplus
}
#endif

#endif
