/// The bytes of a text file, with the way from a byte to its line and column.
public struct SourceText: Sendable {
  /// The bytes, without a byte-order mark.
  public let bytes: [UInt8]

  private let lineStarts: [Int]

  /// How many characters begin before each block of bytes, so that a long line is not walked again for
  /// each place in it.
  private let charactersBeforeBlock: [Int]

  private static let blockSize = 1024

  /// Creates a source from the bytes of a file. A UTF-8 byte-order mark is taken off.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  public init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    var starts = [0]
    self.bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices where buffer[index] == UInt8(ascii: "\n") {
        starts.append(index + 1)
      }
    }
    lineStarts = starts
    charactersBeforeBlock = Self.charactersBeforeBlocks(of: self.bytes)
  }

  private static func charactersBeforeBlocks(of bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      var counts: [Int] = []
      counts.reserveCapacity(buffer.count / blockSize + 1)
      for start in stride(from: 0, through: buffer.count, by: blockSize) {
        counts.append(count)
        let end = min(start + blockSize, buffer.count)
        count += UnsafeBufferPointer(rebasing: buffer[start..<end]).characterCount
      }
      return counts
    }
  }

  /// The line and column of a byte.
  ///
  /// - Complexity: O(log *l*), for *l* lines, however long they are.
  public func location(ofByte offset: Int) -> SourceLocation {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let characters =
      characters(before: min(offset, bytes.count)) - characters(before: lineStarts[low])
    return SourceLocation(line: low + 1, column: characters + 1)
  }

  /// How many characters begin before a byte.
  private func characters(before offset: Int) -> Int {
    let block = offset / Self.blockSize
    return charactersBeforeBlock[block]
      + bytes.withUnsafeBufferPointer {
        UnsafeBufferPointer(rebasing: $0[block * Self.blockSize..<offset]).characterCount
      }
  }

  /// The first byte that is not part of valid UTF-8, or nil if all are.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  public var firstInvalidByte: Int? {
    guard !isValid else { return nil }
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return offset
      }
    }
  }

  /// Whether all bytes are valid UTF-8, looked at piece by piece: the standard library's fast look
  /// copies what it looks at.
  private var isValid: Bool {
    var start = 0
    while start < bytes.count {
      var end = min(start + 1 << 16, bytes.count)
      while end < bytes.count, end > start, bytes[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
      guard end > start, String(validating: bytes[start..<end], as: UTF8.self) != nil else {
        return false
      }
      start = end
    }
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many characters begin in it: every character in UTF-8 has exactly one byte that is not a
  /// continuation byte.
  fileprivate var characterCount: Int {
    reduce(0) { $0 + ($1 & 0b1100_0000 != 0b1000_0000 ? 1 : 0) }
  }
}
