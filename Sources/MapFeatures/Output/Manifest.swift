internal import ControlHistory
internal import ControlMap
internal import Diagnostics
public import FileOutput
package import FrontTracking
internal import GeoJSON
public import JSON
package import Theatre

/// The list of what was written, from what, and under whose licence: what somebody needs to cite a
/// map and to check that it is the one cited.
public struct Manifest: Sendable {
  /// The manifest's own name below the output folder.
  public static let fileName = "manifest.json"

  /// Describes a run.
  ///
  /// - Parameters:
  ///   - tracker: what was read, which reports the map was drawn from, and how ground is inferred.
  ///   - period: the days that the map has.
  ///   - version: the tool's version.
  ///   - files: what was written.
  package init(_ tracker: FrontTracker, period: Range<Day>, version: String, files: [WrittenFile]) {
    let (theatre, perspective) = (tracker.theatre, tracker.perspective)
    let settings = theatre.settings
    json = [
      "generator": .string("geotrack \(version)"),
      "theatre": .string(settings.name),
      "title": .string(settings.title),
      "start": .string("\(settings.start)"),
      "end": .string("\(settings.end)"),
      "view": .string(perspective.view.name),
      "known_on": .optional(perspective.knownOn.map { "\($0)" }),
      "infer": .string(tracker.inference.rawValue),
      "since": .string("\(period.lowerBound)"),
      "until": .string("\(period.upperBound.previous)"),
      "licence": .string(settings.licence),
      "files": .array(files.sorted { $0.path < $1.path }.map(\.entry)),
      "input": .array(theatre.files.map { WrittenFile(path: $0.name, bytes: $0.bytes).entry }),
      "sources": .array(theatre.sources.map(\.entry)),
    ]
  }

  private init(_ json: JSON) {
    self.json = json
  }

  /// What stands in the manifest's place while files take theirs: that the folder holds no whole map, and
  /// which files are geotrack's own.
  ///
  /// - Parameter paths: the files of the earlier run and of this one.
  package static func incomplete(_ theatre: Theatre, version: String, paths: [String]) -> Manifest {
    Manifest([
      "generator": .string("geotrack \(version)"),
      "theatre": .string(theatre.settings.name),
      Self.incompleteKey: .string(
        "A run is putting these files into their places, or was stopped while it did. If none is "
          + "running, the files are of two runs: write the map again."),
      "files": .array(paths.map { ["path": .string($0)] }),
    ])
  }

  static let incompleteKey = "incomplete"

  private let json: JSON

  /// The text of the file.
  public var bytes: [UInt8] { Array((json.indented + "\n").utf8) }

  /// The name of the theatre whose map an earlier manifest describes; nil if it is not a manifest.
  public static func theatre(in bytes: [UInt8]) -> String? {
    (try? JSONNode(parsing: SourceText(bytes)))?["theatre"]?.string
  }

  /// The paths of the files that an earlier manifest lists; none if it is not a manifest.
  public static func paths(in bytes: [UInt8]) -> [String] {
    guard let root = try? JSONNode(parsing: SourceText(bytes)) else { return [] }
    return (root["files"]?.array ?? []).compactMap { $0["path"]?.string }
  }
}

extension WrittenFile {
  /// The file as a manifest lists it.
  public var entry: JSON {
    ["path": .string(path), "bytes": .int(size), "sha256": .string(sha256)]
  }
}

extension Source {
  fileprivate var entry: JSON {
    [
      "id": .string(id), "title": .string(title), "publisher": .string(publisher),
      "licence": .string(licence),
    ]
  }
}
