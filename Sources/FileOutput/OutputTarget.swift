#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where a file is to be written: the path that was asked for, the one that it leads to, and what is there.
struct OutputTarget {
  /// The path that was asked for, for messages.
  let name: String

  /// The path through all symbolic links, also of one that leads to a file which is not there yet.
  let path: String

  /// The status of the file that is there; nil if there is none.
  let existing: stat?

  /// Finds out where a path leads.
  ///
  /// - Throws: `OutputError` if a link belongs to somebody else, who could lead the run to any file of the
  ///   user, or if what is there is not a regular file: it would be lost when a file takes its place.
  init(_ name: String) throws(OutputError) {
    self.name = name
    path = try Self.destination(of: name)
    existing = try Self.status(of: name)
  }

  /// The folder that the file lies in, in the end.
  var folder: String { Path.folder(of: path) }

  /// The path through all links.
  private static func destination(of name: String) throws(OutputError) -> String {
    var path = name
    // As many links as Linux follows.
    for _ in 0..<40 {
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
      try requireOwnLink(status, path, for: name)
      guard let next = destination(ofLink: path) else { return path }
      path = next
    }
    throw OutputError(path: name, systemCode: ELOOP)
  }

  /// Checks that a link was made by the user or the system's administrator.
  static func requireOwnLink(
    _ status: stat, _ path: String, for name: String
  ) throws(OutputError) {
    guard status.st_uid != geteuid(), status.st_uid != 0 else { return }
    throw OutputError(
      path: name,
      reason: "\(path) is a link that another user has made: name the file that it leads to")
  }

  /// What a symbolic link leads to; nil if it cannot be read.
  static func destination(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    let bytes = buffer.prefix(count).map { UInt8(bitPattern: $0) }
    let destination = String(decoding: bytes, as: UTF8.self)
    guard !destination.hasPrefix("/"), let slash = path.lastIndex(of: "/") else {
      return destination
    }
    return path[...slash] + destination
  }

  /// What is there.
  private static func status(of name: String) throws(OutputError) -> stat? {
    var status = stat()
    // The system follows the links, including those of Linux that are not paths, such as an open pipe's.
    guard stat(name, &status) == 0 else {
      if errno == ELOOP { throw OutputError(path: name, systemCode: ELOOP) }
      return nil
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status
    case S_IFDIR: throw OutputError(path: name, systemCode: EISDIR)
    default:
      throw OutputError(path: name, reason: "is not a regular file: name another with --out")
    }
  }
}
