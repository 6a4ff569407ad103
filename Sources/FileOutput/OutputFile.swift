#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is written piece by piece beside its target and takes the target's place at the end, so
/// that an interrupted run leaves the old file or the new one, also after a power cut.
///
/// It keeps the mode of the file that it replaces, and its owner where the system lets it.
package struct OutputFile: ~Copyable {
  private let target: OutputTarget
  private var part: PartFile
  /// Whether it takes its place with the other files of its run, later.
  private let isStaged: Bool

  /// Begins a file by itself, and removes what killed runs have left of such files in its folder.
  ///
  /// Where the path is a symbolic link the file that it leads to is written, and the link stays. What is
  /// not a regular file, such as a pipe, is refused: it would be replaced.
  ///
  /// - Parameter path: its path; the folder above it is there.
  /// - Throws: `OutputError` with the system's reason, or if the target is not a regular file.
  /// - Complexity: O(*n*), for *n* files in the folder.
  init(_ path: String) throws(OutputError) {
    let target = try OutputTarget(path)
    AbandonedParts.removeSingle(in: target.folder)
    try self.init(target, Self.part(for: target), isStaged: false)
  }

  private static func part(for target: OutputTarget) throws(OutputError) -> PartFile {
    for _ in 0..<10 {
      let name = PartName.single(token: PartName.token())
      let part = try PartFile.begin("\(target.folder)/\(name)", for: target)
      if part.lock() { return part }
    }
    throw OutputError(path: target.name, reason: "another program locks each file that is begun")
  }

  /// Begins a file of a run.
  ///
  /// - Parameters:
  ///   - target: where it is to be.
  ///   - part: the path that it has until the run ends.
  init(_ target: OutputTarget, part: String) throws(OutputError) {
    try self.init(target, PartFile.begin(part, for: target), isStaged: true)
  }

  private init(_ target: OutputTarget, _ part: consuming PartFile, isStaged: Bool) {
    self.target = target
    self.part = part
    self.isStaged = isStaged
  }

  /// Writes the next bytes.
  ///
  /// - Throws: `OutputError` with the system's reason.
  package mutating func append(_ bytes: [UInt8]) throws(OutputError) {
    try part.append(bytes)
  }

  /// Ends the file. One that is written by itself takes its place, one of a run is ready to.
  ///
  /// - Parameter name: what the file is called in the manifest.
  /// - Throws: `OutputError` with the system's reason.
  package consuming func finish(as name: String) throws(OutputError) -> WrittenFile {
    if isStaged {
      part.beginSynchronizing()
      try part.close()
      return part.keep(as: name, waitingFor: target.path)
    }
    try part.synchronize()
    guard rename(part.path, target.path) == 0 else {
      throw OutputError(path: target.name, systemCode: errno)
    }
    try Path.synchronize(folder: target.folder, for: target.name)
    // The part has its place and nothing more can be lost.
    return part.keep(as: name)
  }
}
