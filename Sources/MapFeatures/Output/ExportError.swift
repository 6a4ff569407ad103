public import ControlMap
public import FileOutput
internal import FrontTracking
public import Theatre

/// Why a map could not be written.
public enum ExportError: Error {
  /// It could not be drawn.
  case drawing(MapError)
  /// A file could not be written.
  case output(OutputError)
  /// A format could not be made; in words.
  case format(String)
  /// The folder holds another map than the one asked for; why, in words.
  case otherMap(folder: String, reasons: [String])
  /// The layers of the folder do not have a day, only these.
  case noSuchDay(Day, folder: String, days: Range<Day>)

  /// Takes whatever an exporter threw.
  public init(_ error: any Error) {
    self =
      switch error {
      case let error as ExportError: error
      case let error as MapError: .drawing(error)
      case let error as OutputError: .output(error)
      default: .format("\(error)")
      }
  }

  /// Runs a body that draws and writes; this is the one place where its errors become one type.
  public static func wrapping<Result>(
    _ body: () throws -> Result
  ) throws(ExportError) -> Result {
    do {
      return try body()
    } catch {
      throw ExportError(error)
    }
  }
}
