internal import GeoJSON

/// Collects what is wrong while a theatre is read, so that one run finds everything.
struct DiagnosticLog {
  private(set) var diagnostics: [Diagnostic] = []

  /// Suggestions cost a look at every identifier, so only the first faults get one.
  private var suggestionsLeft = 50

  mutating func error(_ file: String, _ location: SourceLocation?, _ message: String) {
    diagnostics.append(
      Diagnostic(file: file, location: location, severity: .error, message: message))
  }

  mutating func missing(_ file: String, _ message: String) {
    diagnostics.append(
      Diagnostic(
        file: file, location: nil, severity: .error, message: message, isMissingFile: true))
  }

  /// The end of a sentence about an unknown identifier: the nearest known ones.
  mutating func suggestion(for id: String, among known: some Sequence<String>) -> String {
    guard suggestionsLeft > 0 else { return "" }
    suggestionsLeft -= 1
    let nearest = nearestNames(to: id, among: known.sorted(), atMost: 3)
    return nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?"
  }
}
