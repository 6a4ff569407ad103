public import MapFeatures

/// The formats that there are. A new one goes into the list of those that have a name on the command line, or
/// gets a command of its own.
public enum ExportRegistry {
  /// Those that `geotrack snapshots --format` writes, the first by default.
  public static let all: [any Exporter] = [
    GeoJSONExporter(), GeoJSONExporter(.sequence), KMLExporter(), StatusTableExporter(),
    GeoPackageExporter(),
  ]

  /// What is written beside a whole map.
  public static let companions: [any Exporter] = [AuditTableExporter()]
}

extension String {
  /// Why no days can be chosen of a format that holds the layers with their periods.
  static var allDaysInOneFile: String { "has all days in one file, each feature with its period" }
}
