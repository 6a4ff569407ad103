/// Collects what is wrong while files are read, so that one run finds everything.
@usableFromInline
package struct DiagnosticLog: Sendable {
  /// What was found so far, in the order in which it was found.
  package private(set) var diagnostics: [Diagnostic] = []

  private var suggestionsLeft = mostSuggestions

  private static let mostSuggestions = 50

  /// Creates an empty log.
  package init() {}

  /// Enters an error: what is wrong in a file, where, and the remedy.
  package mutating func error(_ file: String, _ location: SourceLocation?, _ message: String) {
    diagnostics.append(
      Diagnostic(file: file, location: location, severity: .error, message: message))
  }

  /// Enters what was found elsewhere.
  package mutating func append(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Enters that a file is missing or cannot be read.
  package mutating func missing(_ file: String, _ message: String) {
    diagnostics.append(
      Diagnostic(
        file: file, location: nil, severity: .error, message: message, isMissingFile: true))
  }

  /// Takes what was found meanwhile in another file.
  package mutating func append(_ other: DiagnosticLog) {
    diagnostics += other.diagnostics
    suggestionsLeft -= Self.mostSuggestions - other.suggestionsLeft
  }

  /// Whether one more message may suggest names, which this counts.
  ///
  /// A suggestion costs a look at every known name, so only the first faults get one.
  package mutating func takeSuggestion() -> Bool {
    guard suggestionsLeft > 0 else { return false }
    suggestionsLeft -= 1
    return true
  }

  /// What was read, unless there is an error, and all that was found, by file and line.
  package func judged<Value>(_ value: Value?) -> (value: Value?, diagnostics: [Diagnostic]) {
    (diagnostics.containsError ? nil : value, diagnostics.sortedByPlace)
  }
}
