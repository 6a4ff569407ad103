#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Why a file could not be written, or what is there already not be read.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String

  /// What the system said, or why geotrack refuses to write there.
  public let reason: String

  private let isReading: Bool

  init(path: String, reason: String, isReading: Bool = false) {
    self.path = path
    self.reason = reason
    self.isReading = isReading
  }

  /// Creates an error from what the system left in `errno`.
  init(path: String, systemCode code: Int32, isReading: Bool = false) {
    self.init(
      path: path, reason: String(cString: strerror(code)).lowercased(), isReading: isReading)
  }

  /// One sentence.
  public var description: String { "cannot \(isReading ? "read" : "write") \(path): \(reason)" }
}
