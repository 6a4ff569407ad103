public import Geometry
internal import JSON

/// Positions as text apart from JSON, as KML has them: longitude, comma, latitude, and a space before the
/// next, rounded as a layer has them.
///
///     coordinateText(line.positions)    // "43.118889,36.335 43.2,36.4"
///
/// - Complexity: O(*n*), for *n* positions.
public func coordinateText(_ positions: [Position]) -> String {
  var bytes = ByteBuffer()
  // A number touches at most 32 bytes.
  bytes.write(atMost: positions.count * 72) {
    var end = $0
    for position in [GridPosition](rounding: positions) {
      end = end.writing(millionths: position.longitude).writing(UInt8(ascii: ","))
      end = end.writing(millionths: position.latitude).writing(UInt8(ascii: " "))
    }
    return end
  }
  return String(decoding: bytes.take().dropLast(), as: UTF8.self)
}
