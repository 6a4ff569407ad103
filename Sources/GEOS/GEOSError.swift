/// A failure inside GEOS: what was attempted and what GEOS said about it.
public struct GEOSError: Error, Hashable, CustomStringConvertible {
  /// What was attempted, as in "union of a coverage".
  public let operation: String

  /// GEOS' own message. Its wording changes between versions.
  public let message: String

  /// Creates an error for an operation and GEOS' message about it.
  public init(operation: String, message: String) {
    self.operation = operation
    self.message = message
  }

  /// The operation and the message in one line.
  public var description: String { "GEOS could not do the \(operation): \(message)" }
}
