#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where a file is to be written: the path that was asked for, and the one that it leads to.
struct OutputTarget {
  /// The path that was asked for, for messages.
  private let name: String

  /// The path through all symbolic links, also of one that leads to a file which is not there yet.
  let path: String

  init(_ name: String) {
    self.name = name
    var path = name
    // As many links as Linux follows.
    for _ in 0..<40 {
      guard let next = Self.destination(ofLink: path) else { break }
      path = next
    }
    self.path = path
  }

  /// What a symbolic link leads to; nil if the path is not a link.
  private static func destination(ofLink path: String) -> String? {
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

  /// Checks that the target is a regular file or is not there yet: anything else would be lost when a
  /// file takes its place.
  func requireRegularFile() throws(OutputError) {
    var status = stat()
    // The system follows the links, including those of Linux that are not paths, such as an open pipe's.
    guard stat(name, &status) == 0 else {
      if errno == ELOOP { throw OutputError(path: name, systemCode: ELOOP) }
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw OutputError(path: name, systemCode: EISDIR)
    default:
      throw OutputError(path: name, reason: "is not a regular file: name another with --out")
    }
  }
}

/// Unfinished files beside the target.
extension OutputTarget {
  /// The path that a process writes to before the file takes its place.
  func part(of process: pid_t) -> String { "\(path).part-\(process)" }

  /// Removes what runs that were interrupted have left beside the target: regular files of exactly the
  /// name that a process which has ended would have written to.
  ///
  /// - Complexity: O(*n*), for *n* files in the folder.
  func removeAbandonedParts() {
    let (folder, file) = parts
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    let beginning = Array("\(file).part-".utf8CString.dropLast())
    while let entry = readdir(stream) {
      guard let process = Self.process(namedBy: entry, after: beginning), Self.isGone(process)
      else { continue }
      let part = part(of: process)
      if Self.isRegularFile(part) { unlink(part) }
    }
  }

  /// The process whose number is all that follows a beginning in the name of an entry.
  private static func process(
    namedBy entry: UnsafeMutablePointer<dirent>, after beginning: [CChar]
  ) -> pid_t? {
    withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: beginning.count + 1) { name -> pid_t? in
        guard strncmp(name, beginning, beginning.count) == 0 else { return nil }
        let digits = String(cString: name + beginning.count)
        return pid_t(digits).flatMap { $0 > 0 && "\($0)" == digits ? $0 : nil }
      }
    }
  }

  /// The folder of the target and its name in it.
  private var parts: (folder: String, file: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }

  private static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether no process has this number.
  private static func isGone(_ process: pid_t) -> Bool {
    kill(process, 0) != 0 && errno == ESRCH
  }
}
