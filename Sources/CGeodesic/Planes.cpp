#include "CGeodesic.h"

#include <GeographicLib/AzimuthalEquidistant.hpp>
#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/LambertConformalConic.hpp>
#include <GeographicLib/PolarStereographic.hpp>
#include <GeographicLib/TransverseMercator.hpp>
#include <GeographicLib/TransverseMercatorExact.hpp>

#include <cmath>
#include <limits>

using namespace GeographicLib;

namespace {

const double radius = Constants::WGS84_a();
const double flattening = Constants::WGS84_f();
const double nowhere = std::numeric_limits<double>::quiet_NaN();

/// A position in the plane with the scale there.
struct Image {
  double x, y, scale;
};

}  // namespace

struct geodesic_plane {
  virtual ~geodesic_plane() = default;
  virtual Image forward(double longitude, double latitude) const = 0;
  virtual geodesic_pair reverse(double x, double y) const = 0;
};

namespace {

struct TransverseMercatorPlane : geodesic_plane {
  TransverseMercatorPlane(double longitude, double latitude, double scale)
      : meridian(longitude), scale(scale), series(radius, flattening, scale),
        exact(radius, flattening, scale) {
    north = series_forward(longitude, latitude).y;
  }

  Image series_forward(double longitude, double latitude) const {
    double convergence;
    Image image;
    series.Forward(meridian, latitude, longitude, image.x, image.y, convergence, image.scale);
    return image;
  }

  Image forward(double longitude, double latitude) const override {
    Image image = series_forward(longitude, latitude);
    if (std::fabs(image.x) > reach * scale) {
      double convergence;
      exact.Forward(meridian, latitude, longitude, image.x, image.y, convergence, image.scale);
    }
    image.y -= north;
    return image;
  }

  geodesic_pair reverse(double x, double y) const override {
    geodesic_pair position;
    if (std::fabs(x) > reach * scale) {
      exact.Reverse(meridian, x, y + north, position.second, position.first);
    } else {
      series.Reverse(meridian, x, y + north, position.second, position.first);
    }
    return position;
  }

  /// The series is exact to 5 nanometres so far from the meridian: some 35 degrees. Farther out the exact
  /// form takes over, which takes five times as long.
  static constexpr double reach = 3.9e6;
  const double meridian, scale;
  double north;
  const TransverseMercator series;
  const TransverseMercatorExact exact;
};

struct ConicPlane : geodesic_plane {
  ConicPlane(double longitude, double latitude, double south, double north)
      : meridian(longitude), conic(radius, flattening, south, north, 1) {
    double x, convergence, scale;
    conic.Forward(meridian, latitude, longitude, x, this->north, convergence, scale);
  }

  Image forward(double longitude, double latitude) const override {
    double convergence;
    Image image;
    conic.Forward(meridian, latitude, longitude, image.x, image.y, convergence, image.scale);
    image.y -= north;
    return image;
  }

  geodesic_pair reverse(double x, double y) const override {
    double convergence, scale;
    geodesic_pair position;
    conic.Reverse(meridian, x, y + north, position.second, position.first, convergence, scale);
    return position;
  }

  const double meridian;
  double north;
  const LambertConformalConic conic;
};

struct PolarPlane : geodesic_plane {
  PolarPlane(double longitude, bool isNorth, double scale)
      : meridian(longitude), isNorth(isNorth), polar(radius, flattening, scale) {}

  Image forward(double longitude, double latitude) const override {
    double convergence;
    Image image;
    polar.Forward(
      isNorth, latitude, Math::AngDiff(meridian, longitude), image.x, image.y, convergence,
      image.scale);
    return image;
  }

  geodesic_pair reverse(double x, double y) const override {
    double convergence, scale;
    geodesic_pair position;
    polar.Reverse(isNorth, x, y, position.second, position.first, convergence, scale);
    position.first = Math::AngNormalize(position.first + meridian);
    return position;
  }

  const double meridian;
  const bool isNorth;
  const PolarStereographic polar;
};

struct EquidistantPlane : geodesic_plane {
  EquidistantPlane(double longitude, double latitude)
      : longitude(longitude), latitude(latitude), equidistant(Geodesic::WGS84()) {}

  Image forward(double longitude, double latitude) const override {
    Image image;
    equidistant.Forward(
      this->latitude, this->longitude, latitude, longitude, image.x, image.y);
    image.scale = 1;
    return image;
  }

  geodesic_pair reverse(double x, double y) const override {
    geodesic_pair position;
    equidistant.Reverse(latitude, longitude, x, y, position.second, position.first);
    return position;
  }

  const double longitude, latitude;
  const AzimuthalEquidistant equidistant;
};

/// Runs a body that may throw, and returns what stands for nothing if it does.
template <typename Result, typename Body>
Result guarded(Result nothing, Body body) noexcept {
  try {
    return body();
  } catch (...) {
    return nothing;
  }
}

template <typename Plane, typename... Numbers>
geodesic_plane *make(Numbers... numbers) noexcept {
  return guarded<geodesic_plane *>(nullptr, [&] { return new Plane(numbers...); });
}

}  // namespace

extern "C" geodesic_plane *geodesic_plane_transverse_mercator(
  double longitude, double latitude, double scale) {
  return make<TransverseMercatorPlane>(longitude, latitude, scale);
}

extern "C" geodesic_plane *geodesic_plane_conic(
  double longitude, double latitude, double south_parallel, double north_parallel) {
  return make<ConicPlane>(longitude, latitude, south_parallel, north_parallel);
}

extern "C" geodesic_plane *geodesic_plane_polar(double longitude, int is_north, double scale) {
  return make<PolarPlane>(longitude, is_north != 0, scale);
}

extern "C" geodesic_plane *geodesic_plane_equidistant(double longitude, double latitude) {
  return make<EquidistantPlane>(longitude, latitude);
}

extern "C" void geodesic_plane_delete(geodesic_plane *plane) { delete plane; }

extern "C" geodesic_pair geodesic_plane_forward(
  const geodesic_plane *plane, double longitude, double latitude) {
  return guarded(geodesic_pair{nowhere, nowhere}, [&] {
    Image image = plane->forward(longitude, latitude);
    // Where a metre is more than a hundred times too long or too short, the plane has come to its end:
    // the pole on the far side, or the ends of the equator.
    bool isThere = std::fabs(image.scale) <= 100 && std::fabs(image.scale) >= 0.01;
    return isThere ? geodesic_pair{image.x, image.y} : geodesic_pair{nowhere, nowhere};
  });
}

extern "C" geodesic_pair geodesic_plane_reverse(const geodesic_plane *plane, double x, double y) {
  return guarded(geodesic_pair{nowhere, nowhere}, [&] { return plane->reverse(x, y); });
}

extern "C" double geodesic_plane_scale(
  const geodesic_plane *plane, double longitude, double latitude) {
  return guarded(nowhere, [&] { return plane->forward(longitude, latitude).scale; });
}
