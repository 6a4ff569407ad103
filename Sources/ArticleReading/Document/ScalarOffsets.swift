/// Counts the characters (Unicode code points) before a byte of a text, as Python and JavaScript's
/// iterators count.
///
/// - Complexity: O(*n*) to make, for *n* bytes; O(1) to ask.
public struct ScalarOffsets: Sendable {
  private let bytes: [UInt8]
  /// The count before each block.
  private let counts: [Int]
  private static let block = 1_024

  /// Counts a text in UTF-8.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var counts = [0]
    var count = 0
    for start in stride(from: 0, to: bytes.count, by: Self.block) {
      count += Self.count(bytes[start..<min(start + Self.block, bytes.count)])
      counts.append(count)
    }
    self.counts = counts
  }

  /// The number of code points before a byte.
  public func offset(ofByte byte: Int) -> Int {
    let block = byte / Self.block
    return counts[block] + Self.count(bytes[block * Self.block..<byte])
  }

  private static func count(_ bytes: ArraySlice<UInt8>) -> Int {
    // Every character has exactly one byte that is not a continuation byte.
    bytes.count { $0 & 0b1100_0000 != 0b1000_0000 }
  }
}
