internal import ArgumentParser
internal import Theatre

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

/// The files that are to be read.
struct ReadingInput {
  /// The paths, in order; `-` is standard input.
  let paths: [String]
  /// Whether a folder was named, so that there may be any number of them.
  let isFolder: Bool

  /// The endings of files that a folder's articles have.
  static let endings = [".txt", ".html", ".htm", ".md"]

  /// Finds the files of a path.
  ///
  /// - Throws: `Failure` if there is no such file, or no article in the folder.
  init(_ path: String) throws(Failure) {
    guard path != "-" else {
      paths = ["-"]
      isFolder = false
      return
    }
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw Failure(code: ExitCode(66), message: "\(path): there is no such file or folder")
    }
    isFolder = isDirectory
    guard isDirectory else {
      paths = [path]
      return
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw Failure(
        code: ExitCode(66), message: "\(path): the folder cannot be read: \(systemReason())")
    }
    paths = names.filter { name in
      !name.hasPrefix(".") && Self.endings.contains { name.lowercased().hasSuffix($0) }
    }.sorted().map { "\(path)/\($0)" }
    if paths.isEmpty {
      throw Failure(
        code: ExitCode(66),
        message: "\(path): this folder has no article (a file that ends in "
          + "\(Self.endings.joined(separator: ", ")))")
    }
  }

  /// The bytes of a file.
  ///
  /// - Parameter mayBePipe: whether it may be a pipe, as a person can type one; what a folder has may be
  ///   anybody's, and a pipe there might never end.
  /// - Throws: `Failure` with exit code 66 if it cannot be read to its end.
  static func bytes(of path: String, mayBePipe: Bool = true) throws(Failure) -> [UInt8] {
    if path == "-" { return try standardInput() }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (mayBePipe ? 0 : O_NONBLOCK))
    defer { if descriptor >= 0 { close(descriptor) } }
    do throws(ReadingError) {
      guard descriptor >= 0 else { throw ReadingError(reason: systemReason()) }
      if !mayBePipe { try requireRegularFile(descriptor) }
      return try geotrack.bytes(of: descriptor)
    } catch {
      throw Failure(
        code: ExitCode(66), message: "\(path): the file cannot be read: \(error.reason)")
    }
  }

  /// A file's name without its folder and ending.
  static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }
}
