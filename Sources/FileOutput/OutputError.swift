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

  /// What the system said, or why geotrack refuses to write there.
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
