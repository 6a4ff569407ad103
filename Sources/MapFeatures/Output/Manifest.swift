internal import ControlHistory
internal import ControlMap
internal import Crypto
internal import Diagnostics
package import FrontTracking
internal import GeoJSON
public import JSON
package import Theatre

/// A file that was written, for the manifest.
public struct WrittenFile: Hashable, Sendable {
  /// Its path below the output folder.
  public let path: String
  /// Its size in bytes.
  public let size: Int
  /// Its SHA-256, in hexadecimal digits.
  public let sha256: String

  private init(path: String, size: Int, sha256: String) {
    self.path = path
    self.size = size
    self.sha256 = sha256
  }

  /// Describes a file by its path and its bytes.
  public init(path: String, bytes: [UInt8]) {
    self.init(path: path, size: bytes.count, digest: SHA256.hash(data: bytes))
  }

  /// Describes a file by its path, its size and its digest.
  init(path: String, size: Int, digest: SHA256.Digest) {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    self.init(path: path, size: size, sha256: String(decoding: text, as: UTF8.self))
  }
}

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

extension WrittenFile {
  /// The file and its size, for people: `map.html: 412 kB`.
  public var sentence: String { "\(path): \(Self.words(forSize: size))" }

  /// A number of bytes, for people: `412 kB`, `1.2 MB`.
  public static func words(forSize size: Int) -> String {
    let tenths = (size + 50_000) / 100_000
    return size < 1_000_000
      ? "\((size + 500) / 1_000) kB" : "\(tenths / 10).\(tenths % 10) MB"
  }
}
