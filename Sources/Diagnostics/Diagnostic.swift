/// Something that is wrong or odd in a theatre's files.
public struct Diagnostic: Hashable, Sendable {
  /// How severe it is.
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// The theatre cannot be used.
    case error
    /// It can be used, and probably not as meant.
    case warning
    /// Worth knowing.
    case note

    /// Orders by severity, the most severe first.
    public static func < (left: Severity, right: Severity) -> Bool {
      let order = Self.allCases
      return order.firstIndex(of: left) ?? 0 < order.firstIndex(of: right) ?? 0
    }
  }

  /// The file's name, relative to the theatre's folder.
  public let file: String

  /// Where in the file; nil if it concerns the file as a whole.
  public let location: SourceLocation?

  /// How severe it is.
  public let severity: Severity

  /// One sentence: what is wrong, and the remedy.
  public let message: String

  /// Whether the fault is that the file is not there.
  public let isMissingFile: Bool

  /// Creates a diagnostic.
  public init(
    file: String, location: SourceLocation?, severity: Severity, message: String,
    isMissingFile: Bool = false
  ) {
    self.file = file
    self.location = location
    self.severity = severity
    self.message = message
    self.isMissingFile = isMissingFile
  }
}

extension Diagnostic: CustomStringConvertible {
  /// One line as compilers print it: `places.csv:12:34: error: …`.
  public var description: String {
    let place = location.map { "\(file):\($0)" } ?? file
    return "\(place): \(severity.rawValue): \(message)".onOneLine
  }
}

extension [Diagnostic] {
  /// The same diagnostics by file and line, the order in which a person mends them.
  public var sortedByPlace: [Diagnostic] {
    sorted {
      let origin = SourceLocation(line: 0, column: 0)
      let left = ($0.file, $0.location ?? origin, $0.severity, $0.message)
      return left < ($1.file, $1.location ?? origin, $1.severity, $1.message)
    }
  }

  /// Whether one of them is an error.
  public var containsError: Bool { contains { $0.severity == .error } }
}
