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
struct OutputFile: ~Copyable {
  private let target: String
  private let temporary: String
  private let descriptor: Int32
  private var size = 0
  private var hash = SHA256()
  private var isOpen = true

  /// Begins a file.
  ///
  /// - Parameter target: its path; the folder above it is there.
  /// - Throws: `OutputError` with the system's reason.
  init(_ target: String) throws(OutputError) {
    self.target = target
    temporary = "\(target).part-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw OutputError(path: target, systemCode: errno) }
    self.descriptor = descriptor
  }

  /// Writes the next bytes.
  ///
  /// - Throws: `OutputError` with the system's reason.
  mutating func append(_ bytes: [UInt8]) throws(OutputError) {
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
    if let failure { throw OutputError(path: target, systemCode: failure) }
    size += bytes.count
  }

  /// Puts the file into its place.
  ///
  /// - Parameter path: what the file is called in the manifest.
  /// - Throws: `OutputError` with the system's reason.
  consuming func finish(as path: String) throws(OutputError) -> WrittenFile {
    isOpen = false
    guard close(descriptor) == 0, rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw OutputError(path: target, systemCode: code)
    }
    return WrittenFile(path: path, size: size, digest: hash.finalize())
  }

  deinit {
    guard isOpen else { return }
    close(descriptor)
    unlink(temporary)
  }
}
