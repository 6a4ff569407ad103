/// The sixteen points of the compass.
public enum CompassPoint: String, CaseIterable, Sendable {
  case north = "N"
  case northNorthEast = "NNE"
  case northEast = "NE"
  case eastNorthEast = "ENE"
  case east = "E"
  case eastSouthEast = "ESE"
  case southEast = "SE"
  case southSouthEast = "SSE"
  case south = "S"
  case southSouthWest = "SSW"
  case southWest = "SW"
  case westSouthWest = "WSW"
  case west = "W"
  case westNorthWest = "WNW"
  case northWest = "NW"
  case northNorthWest = "NNW"

  /// The point nearest to a direction.
  ///
  ///     CompassPoint(azimuthInDegrees: 204)  // .southSouthWest
  ///
  /// - Parameter azimuthInDegrees: degrees clockwise from north; any number is taken around.
  public init(azimuthInDegrees: Double) {
    let points = Self.allCases
    let turn = azimuthInDegrees.truncatingRemainder(dividingBy: 360)
    let steps = Int(((turn < 0 ? turn + 360 : turn) / 22.5).rounded())
    self = points[steps % points.count]
  }
  /// The middle of its sector, in degrees clockwise from north.
  ///
  ///     CompassPoint.southWest.azimuthInDegrees  // 225
  public var azimuthInDegrees: Double {
    Double(Self.allCases.firstIndex(of: self) ?? 0) * 22.5
  }

  /// How far a direction may lie from the middle and still be called so, in degrees: 22.5 for N, NE,
  /// E, …, which divide the circle in eight, 11.25 for those between them.
  public var halfSectorInDegrees: Double { rawValue.utf8.count < 3 ? 22.5 : 11.25 }
}
