public import FileOutput
internal import FrontTracking
public import MapFeatures
public import Theatre

/// The audit as a table for people, in Markdown; no file where the theatre has no measures.
public struct AuditTableExporter: SingleFileExporter {
  /// `audit`.
  public var name: String { "audit" }
  /// `md`.
  public var fileEnding: String { "md" }

  /// The format has nothing to choose.
  public init() {}

  /// `audit.md`, whatever the theatre is called.
  public func fileName(of theatre: Theatre) -> String { "audit.md" }

  /// The table.
  public func bytes(
    _ request: ExportRequest, progress: (_ daysDone: Int) -> Void
  ) throws -> [UInt8] {
    AuditTable(request.theatre, try request.tracker.audit()).bytes
  }

  /// Writes the table if there is something to compare with the map.
  public func write(
    _ request: ExportRequest, to folder: StagedFolder, progress: ExportProgress
  ) throws -> [WrittenFile] {
    guard !request.theatre.measures.isEmpty else { return [] }
    return try writeFile(request, to: folder, progress: progress)
  }
}
