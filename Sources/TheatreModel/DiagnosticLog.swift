internal import GeoJSON

/// Collects what is wrong while a theatre is read, so that one run finds everything.
struct DiagnosticLog {
  private(set) var diagnostics: [Diagnostic] = []

  /// Suggestions cost a look at every identifier, so only the first faults get one.
  private var suggestionsLeft = mostSuggestions

  private static let mostSuggestions = 50

  mutating func error(_ file: String, _ location: SourceLocation?, _ message: String) {
    diagnostics.append(
      Diagnostic(file: file, location: location, severity: .error, message: message))
  }

  mutating func append(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func missing(_ file: String, _ message: String) {
    diagnostics.append(
      Diagnostic(
        file: file, location: nil, severity: .error, message: message, isMissingFile: true))
  }

  /// Takes what was found meanwhile in another file.
  mutating func append(_ other: DiagnosticLog) {
    diagnostics += other.diagnostics
    suggestionsLeft -= Self.mostSuggestions - other.suggestionsLeft
  }

  /// A table, or nil with an entry if it cannot be used; without a file there is none.
  mutating func table(_ input: InputFile?, _ columns: [String]) -> Table? {
    input.flatMap { Table($0, columns: columns, log: &self) }
  }

  /// The end of a sentence about an unknown identifier: the nearest known ones.
  mutating func suggestion(for id: String, among known: some Sequence<String>) -> String {
    guard suggestionsLeft > 0 else { return "" }
    suggestionsLeft -= 1
    let nearest = nearestNames(to: id, among: known.sorted(), atMost: 3)
    return nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?"
  }
}
