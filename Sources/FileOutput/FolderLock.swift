#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The right to write files that belong together into a folder, which one run has at a time.
///
/// The system gives a lock back when the process that holds it ends, however it ends. So a dead holder's
/// lock is taken over, and processes in different containers, which may have the same number, see each
/// other's locks. A file in the folder is what is locked; it says who holds it, and goes with the lock.
package struct FolderLock: ~Copyable {
  /// The folder.
  package let folder: OutputFolder
  private let path: String
  private let descriptor: Int32

  /// What the locked file is called.
  package static let fileName = ".geotrack.lock"

  /// Takes the lock of a folder, and makes the folder where it is missing.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - purpose: what it is taken for, for others to read: `geotrack snapshots`.
  ///   - patience: how long to wait for another run to end, in seconds.
  /// - Throws: `OutputError` that says who holds the lock, or with the system's reason.
  package init(
    _ folder: OutputFolder, for purpose: String, patience: Int = 0
  ) throws(OutputError) {
    let path = "\(folder.path)/\(Self.fileName)"
    try Path.makeFolder(folder.path, for: folder.path)
    var waited = 0
    while true {
      let descriptor = try Self.openFile(path, folder)
      if try Self.lock(descriptor, folder) {
        if Self.isFile(descriptor, at: path) {
          (self.folder, self.path, self.descriptor) = (folder, path, descriptor)
          Self.write(LockHolder.current(purpose).line, to: descriptor)
          return
        }
        // The holder before has ended and taken the file away between the two calls.
        close(descriptor)
        continue
      }
      let holder = Self.read(descriptor)
      close(descriptor)
      guard waited < patience * 10 else {
        throw OutputError(
          path: folder.path,
          reason: "another run is writing into this folder"
            + (holder.isEmpty ? "" : " (\(holder))")
            + ": wait until it has ended, or name another folder")
      }
      waited += 1
      usleep(100_000)
    }
  }

  /// Gives the lock back. Whoever waits for it has it next.
  consuming func release() {}

  deinit {
    // Whoever opens the file before it is gone sees that it is no longer the one of that name. Somebody may
    // have removed it, and another run may have made a lock of its own.
    if Self.isFile(descriptor, at: path) { unlink(path) }
    close(descriptor)
  }

  /// Opens the file, whoever has made it, and follows no link.
  private static func openFile(
    _ path: String, _ folder: OutputFolder
  ) throws(OutputError) -> Int32 {
    let flags = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    var descriptor = open(path, O_RDWR | O_CREAT | flags, 0o644)
    // Another user's file cannot be written, but it can be locked.
    if descriptor < 0, errno == EACCES { descriptor = open(path, O_RDONLY | flags) }
    guard descriptor >= 0 else {
      if errno == ELOOP { throw irregular(path) }
      throw OutputError(path: folder.path, systemCode: errno)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_nlink <= 1
    else {
      close(descriptor)
      throw irregular(path)
    }
    return descriptor
  }

  private static func irregular(_ path: String) -> OutputError {
    OutputError(path: path, reason: "this is not a lock that geotrack has made: remove it")
  }

  /// Takes the lock if nobody holds it.
  private static func lock(
    _ descriptor: Int32, _ folder: OutputFolder
  ) throws(OutputError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return false
      default:
        let code = errno
        close(descriptor)
        throw OutputError(
          path: folder.path,
          reason: "the folder cannot be locked (\(String(cString: strerror(code)).lowercased())): "
            + "name one on another file system")
      }
    }
    return true
  }

  /// Whether the open file is the one that has the name now.
  private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    return fstat(descriptor, &opened) == 0 && lstat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  /// Writes who holds the lock. It is a courtesy to others: the lock holds without it.
  private static func write(_ line: String, to descriptor: Int32) {
    guard ftruncate(descriptor, 0) == 0 else { return }
    let bytes = Array(line.utf8)
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// Who holds the lock, in words; empty if the file does not say.
  private static func read(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 400)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    let line = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    // Another user may have written anything.
    return String(
      line.unicodeScalars.filter { $0.isASCII && $0.value >= 32 && $0.value < 127 }
        .map(Character.init))
  }
}

/// Who holds a lock, for others to read.
struct LockHolder {
  /// `geotrack snapshots, process 4242 on desk, since 2026-11-30 02:11 UTC`.
  let line: String

  /// This process, from now on.
  static func current(_ purpose: String) -> LockHolder {
    var host = [CChar](repeating: 0, count: 256)
    let hasHost = gethostname(&host, host.count - 1) == 0
    let name =
      hasHost
      ? " on \(String(decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))"
      : ""
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(1900 + parts.tm_year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min))"
    return LockHolder(
      line: "\(purpose), process \(getpid())\(name), since \(date) \(clock) UTC")
  }
}
