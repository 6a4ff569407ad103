public import Geometry

/// Which plane a map is worked in: a projection of the WGS 84 ellipsoid with its numbers, in degrees.
///
/// All of them are conformal, so that at each position the scale is the same in every direction.
public enum PlaneDefinition: Hashable, Sendable {
  /// A zone of UTM: transverse Mercator with a scale of 0.9996 on the central meridian, and an origin
  /// 500 km west of it.
  case utm(UTMZone)

  /// Transverse Mercator, true to scale along a meridian.
  ///
  /// - Parameters:
  ///   - meridian: the longitude of that meridian.
  ///   - latitude: the latitude of the origin.
  ///   - scale: the scale on that meridian.
  case transverseMercator(meridian: Double, latitude: Double, scale: Double)

  /// Lambert's conformal conic, true to scale along two parallels.
  ///
  /// Where they lie as far from the equator as each other, it is Mercator's projection.
  ///
  /// - Parameters:
  ///   - meridian: the longitude that is straight up, and of the origin.
  ///   - latitude: the latitude of the origin.
  ///   - south: the latitude of the southern parallel.
  ///   - north: the latitude of the northern parallel.
  case conic(meridian: Double, latitude: Double, south: Double, north: Double)

  /// Polar stereographic, with the pole at the origin.
  ///
  /// - Parameters:
  ///   - isNorth: whether it is the north pole.
  ///   - meridian: the longitude that leads straight down from the north pole, straight up from the south
  ///     pole.
  ///   - scale: the scale at the pole.
  case polarStereographic(isNorth: Bool, meridian: Double, scale: Double)
}

/// The same for other programs.
extension PlaneDefinition {
  /// The definition as a PROJ string, as in `+proj=tmerc +lat_0=36.5 +lon_0=43.5 +k=1 +x_0=0 +y_0=0
  /// +datum=WGS84 +units=m +no_defs`.
  public var projString: String {
    let parameters =
      switch self {
      case .utm(let zone):
        "utm +zone=\(zone.number)" + (zone.isNorth ? "" : " +south")
      case .transverseMercator(let meridian, let latitude, let scale):
        "tmerc +lat_0=\(plain(latitude)) +lon_0=\(plain(meridian)) +k=\(plain(scale)) +x_0=0 +y_0=0"
      case .conic(let meridian, _, let south, let north) where south == -north:
        "merc +lon_0=\(plain(meridian)) +lat_ts=\(plain(north)) +x_0=0 +y_0=0"
      case .conic(let meridian, let latitude, let south, let north):
        "lcc +lat_0=\(plain(latitude)) +lon_0=\(plain(meridian)) +lat_1=\(plain(south)) "
          + "+lat_2=\(plain(north)) +x_0=0 +y_0=0"
      case .polarStereographic(let isNorth, let meridian, let scale):
        "stere +lat_0=\(isNorth ? 90 : -90) +lon_0=\(plain(meridian)) +k=\(plain(scale)) +x_0=0 +y_0=0"
      }
    return "+proj=\(parameters) +datum=WGS84 +units=m +no_defs"
  }

  /// The code in EPSG's register, as in `EPSG:32638`; nil if it has none.
  public var code: String? {
    if case .utm(let zone) = self { zone.code } else { nil }
  }

  /// A zone of UTM as well-known text, for programs that do not look codes up; nil of other planes.
  ///
  /// In the older form that GDAL writes (WKT 1), letter by letter.
  public var wellKnownText: String? {
    guard case .utm(let zone) = self else { return nil }
    func authority(_ code: String) -> String { "AUTHORITY[\"EPSG\",\"\(code)\"]" }
    let ellipsoid = "SPHEROID[\"WGS 84\",6378137,298.257223563,\(authority("7030"))]"
    let degrees =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",\(ellipsoid),\(authority("6326"))],"
      + "PRIMEM[\"Greenwich\",0,\(authority("8901"))],"
      + "UNIT[\"degree\",0.0174532925199433,\(authority("9122"))],\(authority("4326"))]"
    let parameters: KeyValuePairs = [
      "latitude_of_origin": "0", "central_meridian": "\(zone.centralMeridian)",
      "scale_factor": "0.9996", "false_easting": "500000",
      "false_northing": zone.isNorth ? "0" : "10000000",
    ]
    return
      "PROJCS[\"WGS 84 / UTM zone \(zone.number)\(zone.isNorth ? "N" : "S")\",\(degrees),"
      + "PROJECTION[\"Transverse_Mercator\"],"
      + parameters.map { "PARAMETER[\"\($0.key)\",\($0.value)]," }.joined()
      + "UNIT[\"metre\",1,\(authority("9001"))],AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],"
      + "\(authority(String(zone.code.dropFirst(5))))]"
  }
}

/// A number without a decimal point if it is whole.
private func plain(_ number: Double) -> String {
  number == number.rounded() ? "\(Int(number))" : "\(number)"
}
