/// A zone of the Universal Transverse Mercator system on WGS 84: six degrees of longitude, north or south
/// of the equator.
public struct UTMZone: Hashable, Sendable {
  /// The number of the zone, from 1 to 60, eastwards from the antimeridian.
  public let number: Int

  /// Whether it lies north of the equator.
  public let isNorth: Bool

  /// Creates a zone.
  ///
  /// - Precondition: the number is from 1 to 60.
  public init(number: Int, isNorth: Bool) {
    precondition((1...60).contains(number), "the zones are numbered from 1 to 60")
    self.number = number
    self.isNorth = isNorth
  }

  /// Creates a zone from its code, `EPSG:32601` to `EPSG:32660` north and `EPSG:32701` to `EPSG:32760`
  /// south of the equator; nil if it is another.
  public init?(code: String) {
    let digits = code.utf8.dropFirst(5)
    guard code.utf8.prefix(5).elementsEqual("EPSG:".utf8), digits.count == 5,
      digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      let code = Int(code.dropFirst(5)), [326, 327].contains(code / 100),
      (1...60).contains(code % 100)
    else { return nil }
    self.init(number: code % 100, isNorth: code / 100 == 326)
  }

  /// The code, as in `EPSG:32638`.
  public var code: String {
    "EPSG:\((isNorth ? 32_600 : 32_700) + number)"
  }

  /// The longitude of its central meridian, in degrees.
  public var centralMeridian: Int { 6 * number - 183 }
}
