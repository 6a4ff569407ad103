internal import Geometry
internal import JSON

/// Writes a feature collection (RFC 7946) feature by feature, one on a line.
///
/// Longitude first, at most six decimals (about 0.1 m), outer rings counter-clockwise, no `crs`,
/// and a `bbox` at the end, where it is known. The same features give the same bytes.
///
///     var writer = FeatureWriter(name: "control")
///     writer.append(feature)
///     let bytes = writer.finish()
///
/// A large collection need not fit into memory: take the bytes out as they come.
///
///     for feature in features {
///       writer.append(feature)
///       if writer.byteCount > 1 << 20 { try file.write(writer.takeBytes()) }
///     }
///     try file.write(writer.finish())
public struct FeatureWriter {
  /// How many decimals of a degree are written.
  public static let decimals = 6

  private(set) var bytes = ByteBuffer()
  private(set) var bounds = GridBounds()
  private let isSequence: Bool

  /// How many features have been written.
  public private(set) var count = 0

  /// How many bytes have been written and not yet been taken out.
  public var byteCount: Int { bytes.count }

  /// Begins a collection. Readers built on GDAL take `name` for the layer's name.
  public init(name: String) {
    isSequence = false
    bytes.append(literal: "{\"type\":\"FeatureCollection\",\"name\":")
    bytes.append(quoted: name)
    bytes.append(literal: ",\"features\":[")
  }

  private init(isSequence: Bool) {
    self.isSequence = isSequence
  }

  /// Begins a sequence (RFC 8142): each feature a text of its own, with a record separator (0x1E) before
  /// and a line feed after it, and nothing around them.
  public static func sequence() -> FeatureWriter { FeatureWriter(isSequence: true) }

  /// Writes one feature.
  ///
  /// - Complexity: O(*n*), for *n* positions.
  public mutating func append(_ feature: Feature) {
    append(feature.properties) { (bytes, bounds) in
      if let shape = feature.shape {
        bytes.append(shape, &bounds)
      } else {
        bytes.append(literal: "null")
      }
    }
  }

  /// Writes one feature, whose geometry is written by a function.
  mutating func append(
    _ properties: [JSONMember], geometry write: (inout ByteBuffer, inout GridBounds) -> Void
  ) {
    appendFeature { bytes, bounds in
      bytes.append(literal: "{\"type\":\"Feature\",\"properties\":")
      bytes.append(object: properties)
      bytes.append(literal: ",\"geometry\":")
      write(&bytes, &bounds)
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Writes one feature on a line of its own, by a function.
  mutating func appendFeature(_ write: (inout ByteBuffer, inout GridBounds) -> Void) {
    if isSequence {
      bytes.append(0x1E)
    } else {
      bytes.append(literal: count == 0 ? "\n" : ",\n")
    }
    count += 1
    write(&bytes, &bounds)
    if isSequence { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Takes out what was written since the last time. What is taken out and what `finish()` returns
  /// is together the whole text.
  ///
  /// - Complexity: O(1); what is taken out is not copied.
  public mutating func takeBytes() -> [UInt8] { bytes.take() }

  /// Ends the collection and returns the text, or what is left of it if some was taken out.
  public consuming func finish() -> [UInt8] {
    var finished = bytes
    if isSequence { return finished.take() }
    finished.append(literal: count == 0 ? "]" : "\n]")
    if let numbers = bounds.numbers {
      finished.append(literal: ",\"bbox\":[")
      for number in numbers {
        finished.write(atMost: 40) {
          $0.writing(millionths: number).writing(UInt8(ascii: ","))
        }
      }
      finished.closeArray()
    }
    finished.append(literal: "}\n")
    return finished.take()
  }
}
