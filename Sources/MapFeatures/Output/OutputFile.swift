internal import Crypto

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is written piece by piece beside its target and takes the target's place at the end, so
/// that an interrupted run leaves the old file or the new one.
package struct OutputFile: ~Copyable {
  /// The path that was asked for, for messages.
  private let path: String
  private let target: String
  private let temporary: String
  private let descriptor: Int32
  private var size = 0
  private var hash = SHA256()
  private var isOpen = true
  private var isInPlace = false

  /// Begins a file, and removes what interrupted runs have left of it.
  ///
  /// Where the path is a symbolic link the file that it leads to is written, and the link stays. What is
  /// not a regular file, such as a pipe, is refused: it would be replaced.
  ///
  /// - Parameter path: its path; the folder above it is there.
  /// - Throws: `OutputError` with the system's reason, or if the target is not a regular file.
  init(_ path: String) throws(OutputError) {
    let target = OutputTarget(path)
    try target.requireRegularFile()
    target.removeAbandonedParts()
    let temporary = target.part(of: getpid())
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw OutputError(path: path, systemCode: errno) }
    self.path = path
    self.target = target.path
    self.temporary = temporary
    self.descriptor = descriptor
  }

  /// Writes the next bytes.
  ///
  /// - Throws: `OutputError` with the system's reason.
  package mutating func append(_ bytes: [UInt8]) throws(OutputError) {
    var failure: Int32?
    bytes.withUnsafeBytes { buffer in
      hash.update(bufferPointer: buffer)
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else {
          failure = errno
          return
        }
        rest = rest.dropFirst(written)
      }
    }
    if let failure { throw OutputError(path: path, systemCode: failure) }
    size += bytes.count
  }

  /// Hands all that was written to the system, which may refuse it only now.
  ///
  /// - Throws: `OutputError` with the system's reason.
  package mutating func close() throws(OutputError) {
    guard isOpen else { return }
    isOpen = false
    if closeDescriptor(descriptor) != 0 { throw OutputError(path: path, systemCode: errno) }
  }

  /// Puts the file into its place.
  ///
  /// - Parameter name: what the file is called in the manifest.
  /// - Throws: `OutputError` with the system's reason.
  package consuming func finish(as name: String) throws(OutputError) -> WrittenFile {
    try close()
    guard rename(temporary, target) == 0 else { throw OutputError(path: path, systemCode: errno) }
    isInPlace = true
    return WrittenFile(path: name, size: size, digest: hash.finalize())
  }

  deinit {
    if isOpen { _ = closeDescriptor(descriptor) }
    if !isInPlace { unlink(temporary) }
  }
}

/// The system's `close`, which a method of that name hides.
private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
