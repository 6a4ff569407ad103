import Geodesy
import Geometry

/// One plane of each kind, with a box that it is meant for.
let planes: [(plane: PlaneDefinition, box: Box<Position>)] = [
  (.utm(UTMZone(number: 38, isNorth: true)), box(39, 29, 49, 38)),
  (.utm(UTMZone(number: 56, isNorth: false)), box(148, -40, 156, -30)),
  (.transverseMercator(meridian: 43.5, latitude: 36.5, scale: 1), box(42, 35, 45, 38)),
  // Farther from the meridian than the series goes.
  (.transverseMercator(meridian: 0, latitude: 0, scale: 0.9), box(-60, -50, 60, 50)),
  (.conic(meridian: 35, latitude: 48, south: 45.3, north: 50.7), box(15, 44, 55, 52)),
  (.conic(meridian: 100, latitude: 0, south: -7, north: 7), box(80, -10, 120, 10)),
  (.polarStereographic(isNorth: true, meridian: 30, scale: 0.99), box(-180, 70, 180, 90)),
  (.polarStereographic(isNorth: false, meridian: 0, scale: 0.97), box(-180, -90, 180, -60)),
  // Across the antimeridian.
  (.transverseMercator(meridian: 179, latitude: -17, scale: 0.9995), box(176, -20, 180, -14)),
  (.transverseMercator(meridian: 179, latitude: -17, scale: 0.9995), box(-180, -20, -178, -14)),
]

func at(_ longitude: Double, _ latitude: Double) -> Position {
  Position(longitude: longitude, latitude: latitude)
}

func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Box<Position> {
  Box(minimum: at(west, south), maximum: at(east, north))
}
