/// Where something stands in a text file, counted as an editor counts.
public struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int

  /// The character in the line, from 1.
  public let column: Int

  /// Creates a location from a line and a column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders by line, then by column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// The two numbers as compilers print them: `12:34`.
  public var description: String { "\(line):\(column)" }
}
