internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The folder's files, by name.
///
/// A theatre may come from anybody, so its files lie in its folder, also through links, unless the reader
/// allows others. Only regular files are read: a pipe would never end, and a device would not either.
struct TheatreFolder {
  let path: String
  /// What stands in place of files of the same names.
  var replaced: [InputFile] = []
  /// Whether files outside the folder are read.
  var allowsOutside = false

  /// Why a file is not read.
  enum Fault: Error {
    case missing
    case outside(path: String)
    case unreadable(reason: String)
  }

  var exists: Bool { Self.status(of: path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

  var isFile: Bool { Self.status(of: path) != nil && !exists }

  func contains(_ file: String) -> Bool {
    replaced.contains { $0.name == file } || Self.status(of: "\(path)/\(file)") != nil
  }

  /// The bytes of a file.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  func bytes(of file: String) throws(Fault) -> [UInt8] {
    if let replacement = replaced.first(where: { $0.name == file }) { return replacement.bytes }
    let path = "\(path)/\(file)"
    if !allowsOutside { try requireInside(path) }
    // It does not wait for somebody to write into a pipe.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing : .unreadable(reason: Self.reason(errno))
    }
    defer { close(descriptor) }
    return try Self.bytes(of: descriptor)
  }

  /// Checks that a path leads, through all links, to something below the folder.
  private func requireInside(_ path: String) throws(Fault) {
    guard let root = Self.resolved(self.path), let target = Self.resolved(path) else { return }
    guard target.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
      throw .outside(path: target)
    }
  }

  /// The path without links, `.` and `..`; nil if it leads nowhere.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func bytes(of descriptor: Int32) throws(Fault) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason: reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(reason: "it is not a regular file")
    }
    guard status.st_size <= mostBytes else { throw .unreadable(reason: "it is larger than 4 GiB") }
    var fault: Int32?
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let length = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if length < 0, errno == EINTR { continue }
        if length < 0 { fault = errno }
        if length <= 0 { return }
        count += length
      }
    }
    if let fault { throw .unreadable(reason: reason(fault)) }
    return bytes
  }

  /// What is read at most: a file can say that it is larger than any memory.
  private static let mostBytes = 4 << 30

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }
}
