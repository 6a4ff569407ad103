internal import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Everything on standard input.
///
/// - Throws: `Failure` with exit code 66 if it cannot be read to its end.
func standardInput() throws(Failure) -> [UInt8] {
  do throws(ReadingError) {
    return try bytes(of: STDIN_FILENO)
  } catch {
    throw .standardInput(error)
  }
}

/// The lines of standard input, one at a time, as soon as each has come.
struct LineReader {
  private var pending: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// The next line without its line break; nil at the end.
  ///
  /// - Throws: `Failure` with exit code 66 if the input cannot be read on; what came of a line before
  ///   that is not a line.
  mutating func next() throws(Failure) -> [UInt8]? {
    var searched = position
    while true {
      if let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        return Array(pending[position..<end])
      }
      searched = pending.count
      if isAtEnd {
        guard position < pending.count else { return nil }
        defer { position = pending.count }
        return Array(pending[position...])
      }
      let before = position
      try fill()
      searched -= before - position
    }
  }

  /// Reads what has arrived, and drops the lines that were already returned.
  private mutating func fill() throws(Failure) {
    pending.removeFirst(position)
    position = 0
    do throws(ReadingError) {
      isAtEnd = try !append(some: 1 << 16, of: STDIN_FILENO, to: &pending)
    } catch {
      throw .standardInput(error)
    }
  }
}

extension Failure {
  /// Standard input ended before its end.
  fileprivate static func standardInput(_ error: ReadingError) -> Failure {
    Failure(code: ExitCode(66), message: "standard input cannot be read: \(error.reason)")
  }
}
