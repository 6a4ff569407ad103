/// Bytes that are written at the end, many at a time.
///
/// An array that is appended to byte by byte checks for each byte whether it has room. Here that is
/// checked once for a piece of text, which is then written through a pointer.
package struct ByteBuffer: Sendable {
  /// What was written, and after it room.
  @usableFromInline var storage: [UInt8] = []

  @usableFromInline var written = 0

  /// How much was taken out last, which is as much as is likely to come again.
  private var expected = 1 << 12

  /// Begins with nothing written.
  @inlinable
  package init() {}

  /// How many bytes have been written.
  @inlinable package var count: Int { written }

  /// Takes out what was written and begins again.
  ///
  /// - Complexity: O(1), but for the room that is given up.
  package mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &storage)
    taken.removeLast(taken.count - count)
    expected = max(expected, count)
    written = 0
    return taken
  }

  /// Takes out what was written and begins again, in no more memory than it needs: for what is kept.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  package mutating func takeWithoutRoom() -> [UInt8] {
    let taken = Array(storage[..<written])
    written = 0
    return taken
  }

  /// Takes back what was written last.
  ///
  /// - Precondition: so many bytes have been written.
  @inlinable
  package mutating func rewind(to count: Int) {
    precondition((0...self.count).contains(count), "no more can be taken back than was written")
    written = count
  }

  /// Makes room and lets `body` write into it.
  ///
  /// - Parameters:
  ///   - capacity: how many bytes `body` touches at most.
  ///   - body: writes from the pointer on and returns the end of what it wrote.
  @inlinable
  package mutating func write(
    atMost capacity: Int, _ body: (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer
  ) {
    if storage.count - written < capacity { grow(by: capacity) }
    written = storage.withUnsafeMutableBytes { buffer in
      // There is room, so there is a base address.
      guard let base = buffer.baseAddress else { return 0 }
      return body(base + written) - base
    }
  }

  @usableFromInline
  mutating func grow(by capacity: Int) {
    let room = max(capacity, storage.count, expected)
    storage.reserveCapacity(storage.count + room)
    storage.append(contentsOf: repeatElement(0, count: room))
  }

  /// Appends a byte.
  @inlinable
  package mutating func append(_ byte: UInt8) {
    write(atMost: 1) { $0.writing(byte) }
  }

  /// Appends a text that is known beforehand.
  @inlinable
  package mutating func append(literal text: StaticString) {
    write(atMost: text.utf8CodeUnitCount) {
      $0.copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
      return $0 + text.utf8CodeUnitCount
    }
  }

  /// Appends bytes that stand somewhere else.
  @inlinable
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    write(atMost: bytes.count) {
      $0.copyMemory(from: base, byteCount: bytes.count)
      return $0 + bytes.count
    }
  }
}

extension UnsafeMutableRawPointer {
  /// Writes a byte and returns the end of it.
  @inlinable
  package func writing(_ byte: UInt8) -> UnsafeMutableRawPointer {
    storeBytes(of: byte, as: UInt8.self)
    return self + 1
  }
}
