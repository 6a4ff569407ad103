package import Diagnostics
public import Theatre
internal import TypedIndices

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Theatre {
  /// Reads who held what by somebody else's account: a table of points (CSV with the columns
  /// `longitude`, `latitude` and `held_by`) or GeoJSON with polygons. A file that begins with a
  /// brace or a bracket is GeoJSON.
  ///
  /// A holder is the id of an actor or the name of a side of this theatre, `contested`, or
  /// `unknown`, which is the same as nothing. A name that is both an actor's and a side's is the
  /// actor's. Features of the layers that `geotrack snapshots` writes are taken for what they are:
  /// one with `start` and `end` counts only on its days, and where there is a layer `control` the
  /// others do not count.
  ///
  /// What needs geometry (a ring that crosses itself, a point outside the theatre) is not looked
  /// at.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: the property, or the column of a table, that holds the holder; if nil `holder` of
  ///     features and `held_by` of a table.
  ///   - day: the day that the truth is for.
  /// - Returns: the truth if there was no error, and all diagnostics.
  /// - Complexity: O(*n*), for *n* bytes.
  public func readTruth(at path: String, holderIn name: String?, on day: Day) -> TruthReading {
    var reader = TruthReader(theatre: self, file: path, day: day)
    guard let bytes = reader.bytes() else {
      return TruthReading(truth: nil, diagnostics: reader.log.diagnostics)
    }
    return readTruth(InputFile(name: path, bytes: bytes), holderIn: name, on: day)
  }

  /// Reads the same from the bytes of a file.
  package func readTruth(
    _ input: InputFile, holderIn name: String?, on day: Day
  ) -> TruthReading {
    var reader = TruthReader(theatre: self, file: input.name, day: day)
    let content = reader.read(input, holderIn: name)
    let diagnostics = reader.log.diagnostics
    guard let content, !diagnostics.containsError else {
      return TruthReading(truth: nil, diagnostics: diagnostics)
    }
    return TruthReading(truth: Truth(file: input.name, content: content), diagnostics: diagnostics)
  }
}

/// Reads one file and goes on after a fault.
struct TruthReader {
  let file: String
  let day: Day
  var log = DiagnosticLog()
  private let holders: [String: Truth.Holder]
  private let names: [String]

  init(theatre: Theatre, file: String, day: Day) {
    var holders: [String: Truth.Holder] = ["": .unknown]
    var names: [String] = []
    func add(_ name: String, _ holder: Truth.Holder) {
      guard holders.updateValue(holder, forKey: name) == nil else { return }
      names.append(name)
    }
    for side in theatre.sides { add(side, .side(side)) }
    for (index, actor) in theatre.actors.indexed() { add(actor.id, .actor(index)) }
    add("contested", .contested)
    add("unknown", .unknown)
    self.file = file
    self.day = day
    self.holders = holders
    self.names = names
  }

  mutating func read(_ input: InputFile, holderIn name: String?) -> Truth.Content? {
    let isGeoJSON =
      SourceText(input.bytes).bytes.first { !$0.isSpace }.map { $0.opensJSON } ?? false
    return isGeoJSON
      ? readAreas(input, property: name ?? "holder").map(Truth.Content.areas)
      : readPoints(input, column: name ?? "held_by").map(Truth.Content.points)
  }

  mutating func bytes() -> [UInt8]? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder else {
      log.missing(
        file, isFolder ? "this is a folder: name a CSV or GeoJSON file" : "there is no such file")
      return nil
    }
    guard let data = try? Data(contentsOf: URL(filePath: file)) else {
      log.missing(file, "the file cannot be read")
      return nil
    }
    return [UInt8](data)
  }

  /// Whom a name means, or nil and an entry in the log.
  mutating func holder(
    _ name: String, in field: String, at location: @autoclosure () -> SourceLocation
  ) -> Truth.Holder? {
    if let holder = holders[name] { return holder }
    let hint = log.suggestion(for: name, among: names)
    log.error(
      file, location(),
      "unknown \(field) \"\(name)\": it is neither an actor's id nor a side's name in actors.csv"
        + (hint.isEmpty ? "; write one of \(names.joined(separator: ", "))" : hint))
    return nil
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || (9...13).contains(self) }

  fileprivate var opensJSON: Bool { self == UInt8(ascii: "{") || self == UInt8(ascii: "[") }
}
