public import FileOutput
public import MapFeatures
public import Theatre

/// CSV: one table of what every place is on every day.
public struct StatusTableExporter: Exporter {
  /// `csv`.
  public var name: String { "csv" }
  /// What is in the table.
  public var note: String? { "the state of each place on each date" }
  /// `CSV`.
  public var folderName: String { "CSV" }
  /// Days can be chosen, layers not.
  public var options: ExportOptions {
    ExportOptions(whyNoLayers: "is one table of the places", isForSpreadsheets: true)
  }

  static let fileName = "status.csv"

  /// The format has nothing to choose.
  public init() {}

  /// Whether the path is that of the table.
  public func writes(_ path: String, of theatre: Theatre, layers: [LayerKind]) -> Bool {
    path == Self.fileName
  }

  /// Goes through the days and writes what each place is on each.
  public func write(
    _ request: ExportRequest, to folder: StagedFolder, progress: ExportProgress
  ) throws -> [WrittenFile] {
    var table = StatusTable(request.tracker, quotesFormulas: request.quotesFormulas)
    var file = try folder.begin(Self.fileName)
    var bytes = StatusTable.header
    for (index, day) in request.days.enumerated() {
      bytes += try table.rows(on: day)
      if bytes.count > 1 << 20 {
        try file.append(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      progress(index + 1, request.days.count)
    }
    try file.append(bytes)
    return [try file.finish(as: Self.fileName)]
  }
}
