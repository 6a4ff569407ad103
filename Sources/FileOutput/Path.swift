#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Paths and the folders on them.
enum Path {
  /// The folder of a file, as it was typed: `.` of a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a folder, and those above it, where they are missing.
  ///
  /// - Throws: `OutputError` with the system's reason, under the name of what was to be written.
  static func makeFolder(_ folder: String, for name: String) throws(OutputError) {
    if isFolder(folder) || mkdir(folder, 0o777) == 0 { return }
    var code = errno
    let above = self.folder(of: folder)
    if code == ENOENT, above != folder, above != "." {
      try makeFolder(above, for: name)
      if mkdir(folder, 0o777) == 0 { return }
      code = errno
    }
    // Another run may have made it at the same moment; else there is a file in its place.
    if code == EEXIST, isFolder(folder) { return }
    throw OutputError(path: name, systemCode: code == EEXIST ? ENOTDIR : code)
  }

  /// What distinguishes a folder, however its path is written.
  static func identity(of folder: String) -> String {
    var status = stat()
    guard stat(folder, &status) == 0 else { return PartName.digest(folder) }
    return PartName.digest("\(status.st_dev) \(status.st_ino)")
  }

  /// Whether there is a folder, also through a link.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names of what lies in a folder, in no order; empty if it cannot be read.
  ///
  /// - Complexity: O(*n*), for *n* entries.
  static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Has the system put the entries of a folder on the disk, so that a power cut does not undo a rename.
  ///
  /// - Throws: `OutputError` with the system's reason, under the name of what was written.
  static func synchronize(folder: String, for name: String) throws(OutputError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written into and not read cannot be asked for this.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    try synchronize(descriptor, for: name)
  }

  /// Has the system put all of an open file on the disk.
  ///
  /// - Throws: `OutputError` with the system's reason.
  static func synchronize(_ descriptor: Int32, for name: String) throws(OutputError) {
    while fsync(descriptor) != 0 {
      switch errno {
      case EINTR: continue
      // Some file systems do not know of this.
      case EINVAL, ENOTSUP, ENOSYS: return
      default: throw OutputError(path: name, systemCode: errno)
      }
    }
  }
}
