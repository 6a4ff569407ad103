public import Foundation

/// A folder that is removed with its value.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Where it is, as text.
  public var path: String { url.path }

  /// Makes a new folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "geotrack-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a text into a file below the folder.
  public func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  /// Writes bytes into a file below the folder.
  public func write(_ data: Data, to name: String) throws {
    let target = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: target)
  }

  /// Removes a file or a folder of it.
  public func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: name))
  }

  /// The text of a file below the folder.
  public func text(of name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }
}
