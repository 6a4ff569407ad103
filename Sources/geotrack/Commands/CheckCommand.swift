internal import ArgumentParser
internal import ControlMap
internal import Diagnostics
internal import FrontTracking
internal import JSON
internal import Theatre

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Everything that is wrong or odd in a theatre's files, in one run.",
    discussion: """
      Errors stop every other command; warnings and notes do not. Exit code 1 if there is an error, \
      with --strict if there is a warning too.

      EXAMPLE: geotrack check --theatre my-theatre
      """)

  @Flag(help: "Count warnings as findings.")
  var strict = false

  @Flag(help: "List only the ground that is presumed taken, and why.")
  var remnants = false

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var theatre: TheatreOptions

  func run() throws {
    guard !remnants else {
      let found = try theatre.tracker(of: theatre.read(), inference: .nearest, evidence)
        .remnantFindings()
      try theatre.reply(json: Self.json(found), text: Self.text(found, folder: theatre.folder))
      return
    }
    let reading = Theatre.read(folder: theatre.folder, allowingOutside: theatre.allowOutside)
    var diagnostics = reading.diagnostics
    if let theatre = reading.theatre {
      diagnostics += try findings(theatre)
    } else if let boundary = reading.boundary {
      diagnostics += try self.theatre.drawing { () throws(MapError) in
        try boundary.geometricDiagnostics(of: reading.places)
      }
    }
    if diagnostics.contains(where: { $0.file == theatre.folder && $0.isMissingFile }) {
      throw Failure.badTheatre(diagnostics, folder: theatre.folder)
    }
    let found = diagnostics.sortedByPlace
    try theatre.reply(json: Self.json(found), text: Self.text(found, folder: theatre.folder))
    let gravest = found.map(\.severity).min()
    if gravest == .error || (strict && gravest == .warning) { throw ExitCode(1) }
  }

  /// What only the map can tell.
  private func findings(_ theatre: Theatre) throws -> [Diagnostic] {
    let perspective = try evidence.perspective(on: theatre, in: self.theatre.folder)
    do throws(MapError) {
      return try FrontTracker(theatre, seenFrom: perspective).findings()
    } catch {
      guard let faults = error.diagnostics(in: theatre) else { throw Failure.drawing(error) }
      return faults
    }
  }

  private static func text(_ diagnostics: [Diagnostic], folder: String) -> String {
    let counts = Diagnostic.Severity.allCases.map { severity in
      let count = diagnostics.filter { $0.severity == severity }.count
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return (diagnostics.map { "\($0.inFolder(folder))" } + [counts.joined(separator: ", ")])
      .joined(separator: "\n")
  }

  private static func json(_ diagnostics: [Diagnostic]) -> JSON {
    .array(
      diagnostics.map {
        [
          "file": .string($0.file),
          "line": $0.location.map { .int($0.line) } ?? .null,
          "column": $0.location.map { .int($0.column) } ?? .null,
          "severity": .string($0.severity.rawValue),
          "message": .string($0.message),
        ]
      })
  }
}
