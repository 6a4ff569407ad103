#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A folder that files are written into, each whole or not at all.
public struct OutputFolder: Hashable, Sendable {
  /// The path of the folder.
  public let path: String

  /// Names a folder. It is made when the first file is written.
  public init(path: String) {
    self.path = path
  }

  /// The folder of a file, as it was typed, and the file's name in it.
  ///
  ///     OutputFolder.target(ofFile: "map/box.qgs")  // the folder "map" and "box.qgs"
  public static func target(ofFile path: String) -> (folder: OutputFolder, name: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (OutputFolder(path: Path.folder(of: path)), name)
  }

  /// Writes a single file by itself, and the folders above it where they are missing.
  ///
  /// - Parameters:
  ///   - bytes: all of the file.
  ///   - name: the file's path below this folder.
  /// - Returns: the file, for the manifest.
  /// - Throws: `OutputError` with the system's reason.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws(OutputError) -> WrittenFile {
    try makeFolders(above: name)
    var file = try OutputFile("\(path)/\(name)")
    try file.append(bytes)
    return try file.finish(as: name)
  }

  /// Writes a single file by itself, and the folders above it where they are missing.
  ///
  /// - Parameters:
  ///   - bytes: all of the file.
  ///   - path: its path.
  /// - Returns: the file, under the path given.
  /// - Throws: `OutputError` with the system's reason.
  @discardableResult
  public static func write(
    _ bytes: [UInt8], toFile path: String
  ) throws(OutputError) -> WrittenFile {
    var file = try begin(path)
    try file.append(bytes)
    return try file.finish(as: path)
  }

  /// Checks that a file can be written, before what is to be in it is made: begins it, and gives it up.
  ///
  /// - Throws: `OutputError` with the system's reason.
  public static func check(file path: String) throws(OutputError) {
    _ = try begin(path)
  }

  private static func begin(_ path: String) throws(OutputError) -> OutputFile {
    try Path.makeFolder(Path.folder(of: path), for: path)
    return try OutputFile(path)
  }

  /// Makes the folders above a file where they are missing.
  ///
  /// - Throws: `OutputError` with the system's reason, or if one below this folder is a link that another
  ///   user has made.
  func makeFolders(above name: String) throws(OutputError) {
    let target = "\(path)/\(name)"
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      var status = stat()
      if lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
        try OutputTarget.requireOwnLink(status, folder, for: target)
      }
    }
    try Path.makeFolder(folder, for: target)
  }

  /// What is read at most: a file can say that it is larger than any memory.
  private static let mostBytes = 4 << 30

  /// The bytes of a file; nil if there is none.
  ///
  /// - Throws: `OutputError` if it is there and cannot be read, is not a regular file, or is larger than 4 GiB.
  public func read(_ name: String) throws(OutputError) -> [UInt8]? {
    let target = "\(path)/\(name)"
    let descriptor = open(target, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw OutputError(path: target, systemCode: errno, isReading: true)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw OutputError(path: target, reason: "is not a regular file", isReading: true)
    }
    guard status.st_size <= Self.mostBytes else {
      throw OutputError(path: target, reason: "is larger than 4 GiB", isReading: true)
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBytes { pointer in
        pread(
          descriptor, pointer.baseAddress.map { $0 + count }, pointer.count - count, off_t(count))
      }
      if read < 0, errno == EINTR { continue }
      if read < 0 { throw OutputError(path: target, systemCode: errno, isReading: true) }
      if read == 0 { break }
      count += read
    }
    return Array(bytes.prefix(count))
  }

  /// Whether there is something of that name.
  public func contains(_ name: String) -> Bool {
    var status = stat()
    return stat("\(path)/\(name)", &status) == 0
  }

  /// Removes a file if it is there.
  ///
  /// - Throws: `OutputError` with the system's reason.
  public func remove(_ name: String) throws(OutputError) {
    let target = "\(path)/\(name)"
    guard unlink(target) != 0, errno != ENOENT, errno != ENOTDIR else { return }
    throw OutputError(path: target, systemCode: errno)
  }
}
