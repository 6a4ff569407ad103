internal import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Takes the numbers of standard streams that are closed, so that no file that is opened later gets one and
/// is read as input or has results written into it. Reading or writing them fails as that of a closed one does.
func holdClosedStreams() {
  for (descriptor, mode) in [
    (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
  ] where fcntl(descriptor, F_GETFD) < 0 {
    // The system gives the lowest number that is free, which is this one.
    _ = open("/dev/null", mode)
  }
}

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

/// Why a file cannot be read, in the words of the system.
struct ReadingError: Error {
  let reason: String
}

/// The bytes of an open file, up to its end; of a pipe too.
///
/// - Throws: `ReadingError` if it cannot be read to its end.
func bytes(of descriptor: Int32) throws(ReadingError) -> [UInt8] {
  var status = stat()
  let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  var bytes: [UInt8] = []
  bytes.reserveCapacity(size + 1)
  // One byte more than there is: only then the end shows.
  while try append(
    some: bytes.count <= size ? size + 1 - bytes.count : 1 << 16, of: descriptor, to: &bytes)
  {}
  return bytes
}

/// Appends what an open file has next.
///
/// - Returns: whether there was more.
private func append(
  some most: Int, of descriptor: Int32, to bytes: inout [UInt8]
) throws(ReadingError) -> Bool {
  let start = bytes.count
  bytes += repeatElement(0, count: most)
  var count = -1
  while count < 0 {
    count = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[start...]).baseAddress, most)
    }
    if count < 0, !mayRetry(descriptor, POLLIN) {
      let reason = systemReason()
      bytes.removeLast(most)
      throw ReadingError(reason: reason)
    }
  }
  bytes.removeLast(most - count)
  return count > 0
}

/// Whether reading or writing failed only for now: a signal came, or nothing is ready yet, for which
/// this waits.
func mayRetry(_ descriptor: Int32, _ event: Int32) -> Bool {
  let code = errno
  if code == EINTR { return true }
  guard code == EAGAIN else { return false }
  var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
  _ = poll(&request, 1, -1)
  return true
}

/// The system's reason for the last failure, in words.
func systemReason() -> String { String(cString: strerror(errno)).lowercased() }

extension Failure {
  /// Standard input ended before its end.
  fileprivate static func standardInput(_ error: ReadingError) -> Failure {
    Failure(code: ExitCode(66), message: "standard input cannot be read: \(error.reason)")
  }
}
