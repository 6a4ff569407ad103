public import ControlMap
public import Diagnostics
internal import GEOS

/// Why a map cannot be compared with somebody else's account of a day.
public enum ScoreError: Error, Sendable, CustomStringConvertible {
  /// The file of the account is at fault.
  case badTruth([Diagnostic])

  /// The map cannot be drawn or laid over the account.
  case map(MapError)

  /// One sentence for each fault, with the remedy, where there is one.
  public var description: String {
    switch self {
    case .badTruth(let diagnostics): diagnostics.map(\.description).joined(separator: "\n")
    case .map(let error): error.description
    }
  }
}

/// Runs a part of a comparison that the map may fail in.
func comparing<Result>(_ body: () throws(MapError) -> Result) throws(ScoreError) -> Result {
  do {
    return try body()
  } catch {
    throw .map(error)
  }
}

/// Runs a part of a comparison that GEOS may fail in.
func overlaying<Result>(_ body: () throws(GEOSError) -> Result) throws(ScoreError) -> Result {
  do {
    return try body()
  } catch {
    throw .map(.geometry(error))
  }
}
