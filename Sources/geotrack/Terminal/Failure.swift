internal import ArgumentParser
internal import ControlMap
internal import Diagnostics
internal import FileOutput
internal import FrontTracking
internal import Geodesy
internal import MapFeatures
internal import Theatre

/// Why a command stops: what it says, and the exit code (the numbers of BSD's sysexits.h).
struct Failure: Error {
  let code: ExitCode
  let message: String

  /// What was typed makes no sense.
  static func usage(_ message: String) -> Failure { Failure(code: ExitCode(64), message: message) }

  /// The theatre's files are at fault, or one is not there.
  static func badTheatre(_ diagnostics: [Diagnostic], folder: String) -> Failure {
    let found = diagnostics.filter { $0.severity == .error }
    // Missing files first: other faults are often references to what would have been in them.
    let errors = found.filter(\.isMissingFile) + found.filter { !$0.isMissingFile }
    let isMissing = errors.first?.isMissingFile == true
    var message = errors.first.map { "\($0.inFolder(folder))" } ?? "\(folder): no theatre"
    if errors.count > 1 {
      message += "\n(and \(errors.count - 1) more: geotrack check lists all)"
    }
    return Failure(code: ExitCode(isMissing ? 66 : 65), message: message)
  }

  /// The file that the map is compared with is at fault, or is not there.
  static func badTruth(_ diagnostics: [Diagnostic]) -> Failure {
    let errors = diagnostics.filter { $0.severity == .error }
    var message = errors.first.map(\.description) ?? "nothing to compare the map with"
    if errors.count > 1 { message += "\n(and \(errors.count - 1) more in this file)" }
    return Failure(
      code: ExitCode(errors.contains(where: \.isMissingFile) ? 66 : 65), message: message)
  }

  /// A theatre that was found right cannot be drawn.
  static func drawing(_ error: MapError) -> Failure {
    Failure(code: ExitCode(70), message: "geotrack: \(error)")
  }

  static func output(_ error: OutputError) -> Failure {
    Failure(code: ExitCode(74), message: "geotrack: \(error)")
  }

  /// The map could not be written.
  static func writing(_ error: ExportError) -> Failure {
    switch error {
    case .drawing(let error): .drawing(error)
    case .output(let error): .output(error)
    case .format(let message): Failure(code: ExitCode(70), message: "geotrack: \(message)")
    case .otherMap(let folder, let reasons):
      .usage(
        "\(folder) holds another map: \(reasons.joined(separator: "; ")).\nWrite the layers anew with "
          + "geotrack snapshots --out \(folder) and the same options, or name another folder with --out."
      )
    case .noSuchDay(let day, let folder, let days):
      .usage(
        "the layers in \(folder) have no \(day), only \(days.lowerBound) to \(days.upperBound.previous)"
      )
    }
  }
}

extension MapError {
  /// What is wrong with the theatre's files; nil if the fault lies elsewhere.
  func diagnostics(in theatre: Theatre) -> [Diagnostic]? {
    switch self {
    case .badTheatre(let diagnostics):
      return diagnostics
    case .geometry:
      return nil
    case .projection:
      return [
        Diagnostic(
          file: "theatre.json", location: theatre.settings.projectionLocation, severity: .error,
          message: description)
      ]
    case .unprovedTessellation:
      return [
        Diagnostic(file: "places.csv", location: nil, severity: .error, message: description)
      ]
    }
  }
}

extension Diagnostic {
  /// The same with the folder before the file, as the user can open it.
  func inFolder(_ folder: String) -> Diagnostic {
    let path = file == folder ? file : "\(folder)/\(file)"
    return Diagnostic(
      file: path, location: location, severity: severity, message: message,
      isMissingFile: isMissingFile)
  }
}
