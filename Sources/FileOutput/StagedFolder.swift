internal import CFileSync

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The files of a run that belong together: each is written beside its target, and all take their places at
/// the end. A run that fails before leaves the folder as it was.
///
/// Files may be written from several threads. What was written is committed once, or given up.
public struct StagedFolder: Sendable {
  /// Where the files will be.
  public let folder: OutputFolder
  /// What distinguishes the folder, however its path is written.
  private let owner: String
  /// What distinguishes the parts of this run.
  private let token: String

  /// Begins a run, and removes what killed runs have left in the folder.
  ///
  /// - Parameter lock: the folder's lock; it is held until the run has ended.
  /// - Complexity: O(*n*), for *n* files in the folder and those just below it.
  init(_ lock: borrowing FolderLock) {
    self.init(lock.folder, owner: Path.identity(of: lock.folder.path))
    AbandonedParts.removeAll(of: owner, in: folder.path)
  }

  private init(_ folder: OutputFolder, owner: String) {
    self.folder = folder
    self.owner = owner
    token = PartName.token()
  }

  /// Another run in the same folder under the same lock, which ends by itself.
  public func another() -> StagedFolder { StagedFolder(folder, owner: owner) }

  /// Writes a file, and the folders above it where they are missing.
  ///
  /// - Parameters:
  ///   - bytes: all of the file.
  ///   - name: the file's path below the folder.
  /// - Returns: the file, for the manifest.
  /// - Throws: `OutputError` with the system's reason.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws(OutputError) -> WrittenFile {
    var file = try begin(name)
    try file.append(bytes)
    return try file.finish(as: name)
  }

  /// Begins a file that is written piece by piece, and makes the folders above it where they are
  /// missing.
  ///
  /// - Parameter name: the file's path below the folder.
  /// - Throws: `OutputError` with the system's reason.
  package func begin(_ name: String) throws(OutputError) -> OutputFile {
    try folder.makeFolders(above: name)
    let target = try OutputTarget("\(folder.path)/\(name)")
    let part = PartName.staged(owner: owner, token: token, file: name)
    return try OutputFile(target, part: "\(target.folder)/\(part)")
  }

  /// Has the system put the files on the disk, so that none takes its place without its bytes.
  ///
  /// - Throws: `OutputError` with the system's reason, for the first that cannot be read back.
  public func synchronize(_ files: [WrittenFile]) throws(OutputError) {
    // One call for many files; it also writes what others have left to write, so few have one each.
    if files.count > Self.fewFiles, try synchronizeFileSystem() { return }
    for file in files.compactMap(\.waiting) {
      let descriptor = open(file.part, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { throw OutputError(path: file.name, systemCode: errno) }
      defer { close(descriptor) }
      try Path.synchronize(descriptor, for: file.name)
    }
  }

  private static let fewFiles = 16

  /// Puts all of the folder's file system on the disk.
  ///
  /// - Returns: false where the system has no call for it.
  private func synchronizeFileSystem() throws(OutputError) -> Bool {
    let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    while file_sync_all(descriptor) != 0 {
      switch errno {
      case EINTR: continue
      case ENOSYS, EINVAL: return false
      default: throw OutputError(path: folder.path, systemCode: errno)
      }
    }
    return true
  }

  /// Puts the files into their places, in their order. They are on the disk already.
  ///
  /// - Throws: `OutputError` with the system's reason, for the first that cannot take its place; those
  ///   before it have.
  public func commit(_ files: [WrittenFile]) throws(OutputError) {
    var folders: [String] = []
    for file in files.compactMap(\.waiting) {
      guard rename(file.part, file.target) == 0 else {
        throw OutputError(path: file.name, systemCode: errno)
      }
      let folder = Path.folder(of: file.target)
      if !folders.contains(folder) { folders.append(folder) }
    }
    for folder in folders { try Path.synchronize(folder: folder, for: folder) }
  }

  /// Whether none of the files has its place yet.
  public func isUntouched(_ files: [WrittenFile]) -> Bool {
    guard let first = files.lazy.compactMap(\.waiting).first else { return true }
    return access(first.part, F_OK) == 0
  }

  /// Gives the run up: removes what was written and has no place.
  public func discard() { AbandonedParts.remove(ofRun: token, of: owner, in: folder.path) }

  /// Runs a body that writes files and commits them; if it fails, what has no place is removed.
  ///
  /// - Throws: whatever the body throws.
  public func discardingOnFailure<Result>(
    _ body: (StagedFolder) throws -> Result
  ) throws -> Result {
    do {
      return try body(self)
    } catch {
      discard()
      throw error
    }
  }
}

extension OutputFolder {
  /// Runs a body that writes files which belong together, while nobody else writes such into this folder.
  ///
  /// - Parameters:
  ///   - purpose: what it is done for, for others who want to write meanwhile: `geotrack snapshots`.
  ///   - patience: how long to wait for another run to end, in seconds.
  /// - Throws: `OutputError` that says who is writing, or whatever the body throws.
  public func alone<Value>(
    for purpose: String, patience: Int = 0, _ body: (StagedFolder) throws -> Value
  ) throws -> Value {
    let lock = try FolderLock(self, for: purpose, patience: patience)
    let result = Result { try StagedFolder(lock).discardingOnFailure(body) }
    lock.release()
    return try result.get()
  }

  /// Writes a few files that belong together: all are written and on the disk before the first takes its
  /// place.
  ///
  /// - Parameters:
  ///   - files: their paths below this folder and their bytes.
  ///   - purpose: what it is done for, for others who want to write meanwhile.
  /// - Throws: `OutputError`, for the first that cannot be written.
  public func write(
    together files: [(name: String, bytes: [UInt8])], for purpose: String
  ) throws -> [WrittenFile] {
    try alone(for: purpose, patience: 10) { staged in
      let written = try files.map { try staged.write($0.bytes, to: $0.name) }
      try staged.synchronize(written)
      try staged.commit(written)
      return written
    }
  }
}
