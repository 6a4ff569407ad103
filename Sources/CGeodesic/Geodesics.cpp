#include "CGeodesic.h"

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/PolygonArea.hpp>

using GeographicLib::Geodesic;
using GeographicLib::PolygonArea;

extern "C" geodesic_way geodesic_inverse(
  double latitude1, double longitude1, double latitude2, double longitude2) {
  geodesic_way way;
  double azimuthAtEnd;
  Geodesic::WGS84().Inverse(
    latitude1, longitude1, latitude2, longitude2, way.distance, way.azimuth, azimuthAtEnd);
  return way;
}

extern "C" double geodesic_area(const double *latitudes, const double *longitudes, long count) {
  PolygonArea polygon(Geodesic::WGS84());
  for (long index = 0; index < count; ++index) {
    polygon.AddPoint(latitudes[index], longitudes[index]);
  }
  double perimeter, area;
  polygon.Compute(false, true, perimeter, area);
  return area;
}

extern "C" double geodesic_area_below(
  double latitude1, double longitude1, double latitude2, double longitude2) {
  double area, unused;
  Geodesic::WGS84().GenInverse(
    latitude1, longitude1, latitude2, longitude2, Geodesic::AREA, unused, unused, unused, unused,
    unused, unused, area);
  return area;
}
