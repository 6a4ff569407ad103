#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Why a file could not be written.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String

  /// What the system said.
  public let reason: String

  init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// Creates an error from what the system left in `errno`.
  init(path: String, systemCode code: Int32) {
    self.init(path: path, reason: String(cString: strerror(code)).lowercased())
  }

  /// One sentence.
  public var description: String { "cannot write \(path): \(reason)" }
}

/// A folder that files are written into, each whole or not at all: a file is written beside its
/// target and then renamed, so an interrupted run leaves the old file or the new one.
public struct OutputFolder: Sendable {
  /// The path of the folder.
  public let path: String

  /// Names a folder. It is made when the first file is written.
  public init(path: String) {
    self.path = path
  }

  /// The folder of a file, as it was typed, and the file's name in it without its ending.
  ///
  ///     OutputFolder.target(ofFile: "map/box.qgs")  // the folder "map" and "box"
  public static func target(ofFile path: String) -> (folder: OutputFolder, stem: String) {
    let stem = URL(filePath: path).deletingPathExtension().lastPathComponent
    guard let slash = path.lastIndex(of: "/") else { return (OutputFolder(path: "."), stem) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (OutputFolder(path: folder), stem)
  }

  /// Writes a file, and the folders above it where they are missing.
  ///
  /// - Parameters:
  ///   - bytes: all of the file.
  ///   - name: the file's path below this folder.
  /// - Returns: the file, for the manifest.
  /// - Throws: `OutputError` with the system's reason.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws(OutputError) -> WrittenFile {
    var file = try begin(name)
    try file.append(bytes)
    return try file.finish(as: name)
  }

  /// Writes a single file, and the folders above it where they are missing.
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
    var file = try begin(target: path)
    try file.append(bytes)
    return try file.finish(as: path)
  }

  /// Writes files that belong together: none takes its place before all are written.
  ///
  /// - Returns: the files, under the paths given.
  /// - Throws: `OutputError` with the system's reason, for the first that cannot be written.
  public static func write(
    together files: [(path: String, bytes: [UInt8])]
  ) throws(OutputError) -> [WrittenFile] {
    guard let first = files.first else { return [] }
    var file = try begin(target: first.path)
    try file.append(first.bytes)
    try file.close()
    // The others are written before this one takes its place.
    let others = try write(together: Array(files.dropFirst()))
    return [try file.finish(as: first.path)] + others
  }

  /// Checks that a file can be written, before what is to be in it is made: begins it, and gives it up.
  ///
  /// - Throws: `OutputError` with the system's reason.
  public static func check(file path: String) throws(OutputError) {
    _ = try begin(target: path)
  }

  /// Begins a file that is written piece by piece, and makes the folders above it where they are
  /// missing.
  ///
  /// - Parameter name: the file's path below this folder.
  /// - Throws: `OutputError` with the system's reason.
  package func begin(_ name: String) throws(OutputError) -> OutputFile {
    try Self.begin(target: "\(path)/\(name)")
  }

  private static func begin(target: String) throws(OutputError) -> OutputFile {
    let parent = URL(filePath: target).deletingLastPathComponent().path
    do {
      if !FileManager.default.fileExists(atPath: parent) {
        try FileManager.default.createDirectory(
          atPath: parent, withIntermediateDirectories: true)
      }
    } catch {
      throw OutputError(path: target, reason: reason(error))
    }
    return try OutputFile(target)
  }

  /// The bytes of a file, or nil if there is none that can be read.
  public func read(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))).map { [UInt8]($0) }
  }

  /// Removes a file if it is there.
  ///
  /// - Throws: `OutputError` with the system's reason.
  public func remove(_ name: String) throws(OutputError) {
    let target = "\(path)/\(name)"
    guard FileManager.default.fileExists(atPath: target) else { return }
    do {
      try FileManager.default.removeItem(atPath: target)
    } catch {
      throw OutputError(path: target, reason: Self.reason(error))
    }
  }

  /// The words of the system's own error, where one lies beneath.
  private static func reason(_ error: any Error) -> String {
    guard let cocoa = error as? CocoaError else { return "\(error)" }
    if let system = cocoa.underlying as? POSIXError {
      return String(cString: strerror(system.code.rawValue)).lowercased()
    }
    switch cocoa.code {
    case .fileWriteOutOfSpace: return "no space is left on the device"
    case .fileWriteNoPermission: return "permission denied"
    case .fileWriteVolumeReadOnly: return "the file system is read-only"
    case .fileWriteFileExists: return "there is a file where a folder is needed"
    default: return "\(cocoa)"
    }
  }
}
