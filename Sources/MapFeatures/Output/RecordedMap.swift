internal import Diagnostics
internal import FileOutput
public import FrontTracking
internal import JSON
public import Theatre

/// What the manifest of a folder tells of the map in it.
public struct RecordedMap: Sendable {
  /// The days that it has; nil if the manifest does not say.
  public let period: Range<Day>?
  /// The paths of its files.
  public var paths: Set<String> { Set(files.keys) }
  /// Whether a run was stopped while it put the files into their places, so that they may be of two runs.
  public let isIncomplete: Bool

  /// The SHA-256 of each file, by path; nil where the manifest does not say.
  private let files: [String: String?]
  private let facts: [Fact: String]
  private let input: [String: String]

  /// What distinguishes one map from another. Raw values are the keys of the manifest.
  private enum Fact: String, CaseIterable {
    case generator, theatre, view, infer
    case knownOn = "known_on"
  }

  /// Reads a manifest; nil if it is not one.
  public init?(manifest bytes: [UInt8]) {
    guard let root = try? JSONNode(parsing: SourceText(bytes)), root["files"]?.array != nil else {
      return nil
    }
    isIncomplete = root[Manifest.incompleteKey] != nil
    var files: [String: String?] = [:]
    for file in root["files"]?.array ?? [] {
      if let path = file["path"]?.string { files[path] = .some(file["sha256"]?.string) }
    }
    self.files = files
    var facts: [Fact: String] = [:]
    for fact in Fact.allCases { facts[fact] = root[fact.rawValue]?.string }
    self.facts = facts
    var input: [String: String] = [:]
    for file in root["input"]?.array ?? [] {
      if let path = file["path"]?.string { input[path] = file["sha256"]?.string }
    }
    self.input = input
    if let since = root["since"]?.string.flatMap({ Day($0) }),
      let until = root["until"]?.string.flatMap({ Day($0) }), since <= until
    {
      period = since..<until.next
    } else {
      period = nil
    }
  }

  /// Whether the manifest lists a file with these bytes.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  public func lists(_ path: String, with bytes: [UInt8]) -> Bool {
    guard let digest = files[path] else { return false }
    return digest == WrittenFile(path: path, bytes: bytes).sha256
  }

  /// In what the map of a tracker would differ from this one, in words; empty if it would be the same.
  ///
  /// - Complexity: O(*n*), for *n* bytes of the theatre's files.
  public func differences(from tracker: FrontTracker, version: String) -> [String] {
    guard
      let asked = RecordedMap(
        manifest: Manifest(
          tracker, period: tracker.theatre.settings.days, version: version, files: []
        ).bytes)
    else { return [] }
    var differences: [String] = []
    for fact in Fact.allCases where facts[fact] != asked.facts[fact] {
      differences.append(
        "its \(fact.rawValue) is \(facts[fact] ?? "none") and not \(asked.facts[fact] ?? "none")")
    }
    guard facts[.theatre] == asked.facts[.theatre] else { return differences }
    for name in Set(input.keys).union(asked.input.keys).sorted()
    where input[name] != asked.input[name] {
      differences.append("\(name) has changed")
    }
    return differences
  }
}

extension TheatreSettings {
  /// The days of the map.
  package var days: Range<Day> { start..<end }
}
