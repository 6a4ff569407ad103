/// Why SQLite did not do something.
public struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was attempted.
  public let operation: String
  /// What SQLite or the loader said.
  public let message: String
  /// Whether SQLite itself is not on this machine, or is no version that has what is needed.
  public let isMissingLibrary: Bool

  init(operation: String, message: String, isMissingLibrary: Bool = false) {
    self.operation = operation
    self.message = message
    self.isMissingLibrary = isMissingLibrary
  }

  /// One sentence.
  public var description: String { "SQLite: \(operation) failed: \(message)" }
}
