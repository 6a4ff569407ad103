internal import Theatre

/// What a map is written as.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// A feature collection for each layer and each day (RFC 7946).
  case geojson
  /// The same as sequences of features (RFC 8142).
  case geojsonseq
  /// One file with a folder for each layer, for Google Earth.
  case kml
  /// One table of every place on every date.
  case csv
  /// One GeoPackage with all layers.
  case gpkg
}

extension OutputFormat {
  /// Whether each day gets a file of its own.
  public var hasFileOfDay: Bool { self == .geojson || self == .geojsonseq }

  /// Whether it is one file that holds the layers with their periods, so that no date is singled out.
  public var isOneFile: Bool { self == .kml || self == .gpkg }

  /// The name of a layer's file.
  func fileName(of layer: Layer) -> String { "\(layer.rawValue).\(rawValue)" }

  /// The name of a day's file.
  func fileName(of day: Day) -> String { "snapshots/\(day).\(rawValue)" }

  /// The name of the file of a whole theatre.
  func fileName(of theatre: Theatre) -> String { "\(theatre.fileStem).\(rawValue)" }
}

extension Theatre {
  /// The theatre's name as the name of a file: whatever is no letter, digit, hyphen, underscore or dot
  /// within becomes a hyphen, so that no name leads to another folder.
  var fileStem: String {
    let kept = settings.name.map { character in
      character.isLetter || character.isNumber || "-_.".contains(character) ? character : "-"
    }
    return kept.first == "." ? "-\(String(kept.dropFirst()))" : String(kept)
  }
}
