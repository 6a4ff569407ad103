internal import CFileSync
internal import Crypto

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file under a name that nobody can guess, which is removed unless it is kept.
struct PartFile: ~Copyable {
  /// Its path.
  let path: String
  /// The path that was asked for, for messages.
  private let name: String
  private let descriptor: Int32
  private var hash = SHA256()
  private(set) var size = 0
  private var isOpen = true
  private var isKept = false

  /// Makes the file. It can be read by nobody who could not read the file whose place it takes.
  ///
  /// - Parameters:
  ///   - path: its path; nothing is there.
  ///   - target: the file that it becomes.
  /// - Throws: `OutputError` with the system's reason; whatever lies at the path stays as it is.
  static func begin(
    _ path: String, for target: borrowing OutputTarget
  ) throws(OutputError) -> PartFile {
    let mode: mode_t = target.existing == nil ? 0o666 : 0o600
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    // There is no part yet, so what lies there is not removed as one that was not kept.
    if descriptor < 0 { throw OutputError(path: target.name, systemCode: errno) }
    let part = PartFile(path: path, name: target.name, descriptor: descriptor)
    if let existing = target.existing { try part.inherit(existing) }
    return part
  }

  private init(path: String, name: String, descriptor: Int32) {
    self.path = path
    self.name = name
    self.descriptor = descriptor
  }

  /// Locks the file, so that nobody takes it for one that a killed run has left.
  ///
  /// - Returns: false if somebody who looks for such files was faster.
  func lock() -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      // Where locks are unknown nobody can tell that a part is abandoned, so it stays.
      return errno != EWOULDBLOCK
    }
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  /// Takes over owner, group and mode of the file that it replaces, as far as the system lets it. Bits for a
  /// group that cannot be kept are not given to another one.
  private func inherit(_ existing: stat) throws(OutputError) {
    var mode = existing.st_mode & 0o777
    if fchown(descriptor, existing.st_uid, existing.st_gid) != 0,
      fchown(descriptor, uid_t.max, existing.st_gid) != 0
    {
      let others = mode & 0o007
      mode = mode & 0o707 | (others << 3 & mode)
    }
    if fchmod(descriptor, mode) != 0 { throw OutputError(path: name, systemCode: errno) }
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
          failure = written < 0 ? errno : EIO
          return
        }
        rest = rest.dropFirst(written)
      }
    }
    if let failure { throw OutputError(path: name, systemCode: failure) }
    size += bytes.count
  }

  /// Has the system put the bytes on the disk, and waits until they are.
  func synchronize() throws(OutputError) {
    try Path.synchronize(descriptor, for: name)
  }

  /// Asks the system to begin to put the bytes on the disk, so that there is less to wait for at the end.
  func beginSynchronizing() {
    file_sync_begin(descriptor)
  }

  /// Hands the file to the system, which may refuse it only now.
  ///
  /// - Throws: `OutputError` with the system's reason.
  mutating func close() throws(OutputError) {
    guard isOpen else { return }
    isOpen = false
    // The system has closed it, also where it says that it was interrupted.
    if closeDescriptor(descriptor) != 0, errno != EINTR {
      throw OutputError(path: name, systemCode: errno)
    }
  }

  /// Lets the file lie where it is, or where it was moved to.
  ///
  /// - Parameters:
  ///   - path: what it is called in the manifest.
  ///   - target: where it will be moved to with the other files of its run; nil if it was moved already.
  consuming func keep(as path: String, waitingFor target: String? = nil) -> WrittenFile {
    isKept = true
    return WrittenFile(
      path: path, size: size, digest: hash.finalize(),
      waiting: target.map { StagedPart(part: self.path, name: name, target: $0) })
  }

  deinit {
    if !isKept { unlink(path) }
    if isOpen { _ = closeDescriptor(descriptor) }
  }
}

/// The system's `close`, which a method of that name hides.
private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
