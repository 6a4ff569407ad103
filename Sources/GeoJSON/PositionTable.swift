public import Geometry
internal import JSON

/// Positions already written as text, for polygons that share their corners.
///
///     let table = PositionTable(corners)
///     writer.append(properties, polygonRings: [[0, 1, 2, 0]], in: table)
///
/// A position takes 32 bytes: its text, the text's length, and its millionths.
public struct PositionTable: Sendable {
  /// 24 bytes of text, of which the last is the length, then longitude and latitude in millionths.
  private let slots: [SIMD4<UInt64>]

  /// Writes each position as a layer has it.
  ///
  /// - Precondition: the longitudes lie within 180 degrees and the latitudes within 90.
  /// - Complexity: O(*n*), for *n* positions.
  public init(_ positions: [Position]) {
    slots = positions.map(Self.slot)
  }

  /// How many positions there are.
  public var count: Int { slots.count }

  /// A position in whole millionths of a degree, as it is written: what a ring's smallest position
  /// and its direction are told from.
  public func millionths(at index: Int) -> (longitude: Int, latitude: Int) {
    let position = slots[index].gridPosition
    return (position.longitude, position.latitude)
  }

  private static func slot(_ position: Position) -> SIMD4<UInt64> {
    precondition(position.isOnEarth, "\(position) is not a longitude and latitude")
    let rounded = GridPosition(position)
    // "-179.999999,-89.999999" has 22 bytes; the writing of a number touches a few more.
    return withUnsafeTemporaryAllocation(byteCount: 96, alignment: 8) { bytes in
      bytes.initializeMemory(as: UInt8.self, repeating: 0)
      // There are 96 bytes, so there is a base address.
      guard let start = bytes.baseAddress else { return .zero }
      let comma = start.writing(millionths: rounded.longitude)
      let end = comma.writing(UInt8(ascii: ",")).writing(millionths: rounded.latitude)
      let length = end - start
      bytes.storeBytes(of: UInt8(length), toByteOffset: 23, as: UInt8.self)
      let longitude = UInt64(UInt32(bitPattern: Int32(rounded.longitude)))
      let latitude = UInt64(UInt32(bitPattern: Int32(rounded.latitude)))
      return SIMD4(
        start.load(as: UInt64.self), start.load(fromByteOffset: 8, as: UInt64.self),
        start.load(fromByteOffset: 16, as: UInt64.self), longitude | latitude << 32)
    }
  }

  /// Looks at some positions one after another.
  func withSlots<Result>(_ body: (UnsafeBufferPointer<SIMD4<UInt64>>) -> Result) -> Result {
    slots.withUnsafeBufferPointer(body)
  }
}

extension SIMD4<UInt64> {
  /// The position of a slot.
  var gridPosition: GridPosition {
    GridPosition(
      longitude: Int(Int32(truncatingIfNeeded: self[3])),
      latitude: Int(Int32(truncatingIfNeeded: self[3] >> 32)))
  }
}

extension UnsafeMutableRawPointer {
  /// Writes the text of a slot and the brackets and the comma before the next, touching 24 bytes
  /// and 4 after the text.
  @inline(__always)
  func writing(slot: SIMD4<UInt64>) -> UnsafeMutableRawPointer {
    storeBytes(of: slot[0], as: UInt64.self)
    storeBytes(of: slot[1], toByteOffset: 8, as: UInt64.self)
    storeBytes(of: slot[2], toByteOffset: 16, as: UInt64.self)
    // The last byte in memory, whichever end of a number comes first there.
    let end = self + Int(slot[2].littleEndian >> 56)
    end.storeBytes(of: UInt32(0x005B_2C5D).littleEndian, as: UInt32.self)  // ],[
    return end + 3
  }
}
