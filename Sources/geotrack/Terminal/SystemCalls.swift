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

/// Why a file cannot be read, in the words of the system.
struct ReadingError: Error {
  let reason: String
}

/// The bytes of an open file, up to its end; of a pipe too.
///
/// - Throws: `ReadingError` if it cannot be read to its end.
func bytes(of descriptor: Int32) throws(ReadingError) -> [UInt8] {
  var status = stat()
  let size = min(fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0, mostBytesOfText)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(size + 1)
  // One byte more than there is: only then the end shows.
  while bytes.count <= mostBytesOfText,
    try append(
      some: bytes.count <= size ? size + 1 - bytes.count : 1 << 16, of: descriptor, to: &bytes)
  {}
  return bytes
}

/// What is read of a file at most: one byte more than a text may have, since a file can say that it is larger
/// than any memory.
private let mostBytesOfText = Int(Int32.max) + 1

/// Checks that an open file is a regular one.
func requireRegularFile(_ descriptor: Int32) throws(ReadingError) {
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw ReadingError(reason: systemReason()) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw ReadingError(reason: "it is not a regular file")
  }
}

/// Appends what an open file has next.
///
/// - Returns: whether there was more.
func append(
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

/// The system's reason for a failure, by default the last one, in words.
func systemReason(_ code: Int32 = errno) -> String {
  String(cString: strerror(code)).lowercased()
}
