/// Why SQLite did not do something.
public struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was attempted.
  public let operation: String
  /// What SQLite or the loader said.
  public let message: String

  /// One sentence.
  public var description: String { "SQLite: \(operation) failed: \(message)" }
}
