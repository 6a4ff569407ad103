/// Why SQLite did not do something.
public struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was attempted.
  public let operation: String
  /// What SQLite said.
  public let message: String

  init(operation: String, message: String) {
    self.operation = operation
    self.message = message
  }

  /// One sentence.
  public var description: String { "SQLite: \(operation) failed: \(message)" }
}
