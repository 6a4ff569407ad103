internal import Diagnostics
internal import Geometry
internal import JSON

/// `theatre.json` as it was typed: the settings and the names of the files it refers to.
struct SettingsFile {
  let settings: TheatreSettings
  let boundary: Reference
  let barriers: [Reference]
  let exits: Reference?
  /// Nil if the settings say nothing about crossings.
  let crossings: [CrossingEntry]?

  /// The name of a file and where it stands.
  struct Reference {
    let file: String
    let location: SourceLocation
  }

  /// A file of crossings, or a crossing that stands in the settings themselves.
  enum CrossingEntry {
    case file(Reference)
    case crossing(Crossing)
  }
}

extension TheatreReader {
  mutating func readSettings() -> SettingsFile? {
    guard let input = input(Self.settings) else { return nil }
    let source = SourceText(input.bytes)
    let root: JSONNode
    do throws(JSONError) {
      root = try JSONNode(parsing: source)
    } catch {
      log.error(Self.settings, source.location(ofByte: error.offset), error.message)
      return nil
    }
    guard case .object = root.kind else {
      log.error(
        Self.settings, SourceLocation(line: 1, column: 1),
        "the settings are an object, but this is \(root.kindName)")
      return nil
    }
    var reader = SettingsReader(root: root, source: source, file: Self.settings, log: log)
    let settings = reader.settings()
    log = reader.log
    return settings
  }

  static let settings = "theatre.json"
}

/// Reads the members of the object one by one and goes on after a fault.
struct SettingsReader {
  let root: JSONNode
  let source: SourceText
  let file: String
  var log: DiagnosticLog
  private var oddities: [Diagnostic] = []

  init(root: JSONNode, source: SourceText, file: String, log: DiagnosticLog) {
    self.root = root
    self.source = source
    self.file = file
    self.log = log
  }

  mutating func settings() -> SettingsFile? {
    let name = text("name")
    let title = text("title")
    let start = day("start")
    let end = day("end")
    let timeZone = text("timezone")
    let projection = projection()
    let boundary = text("boundary")
    let barriers = barriers()
    let exits = optionalText("exits")
    let crossings = crossings()
    let reach = kilometers("reach_km")
    let halfLife = halfLife()
    let halfDistance = kilometers("half_distance_km")
    let remnantDays = remnantDays()
    let remnantGrade = remnantGrade()
    let licence = optionalText("licence")
    let credits = optionalText("credits")
    guard let name, let title, let start, let end, let timeZone, let projection, let boundary,
      let barriers, let exits, let crossings, let reach, let halfLife, let halfDistance,
      let remnantDays, let remnantGrade, let licence, let credits
    else { return nil }
    guard start < end else {
      fault(
        root["end"], "the end \(end) is not after the start \(start): end is the day after the last"
      )
      return nil
    }
    return SettingsFile(
      settings: TheatreSettings(
        name: name, title: title, start: start, end: end, timeZone: timeZone,
        projection: projection, projectionLocation: location(root["projection"]),
        oddities: oddities,
        reachInKilometers: reach, halfLifeInDays: halfLife,
        halfDistanceInKilometers: halfDistance ?? TheatreSettings.defaultHalfDistanceInKilometers,
        remnantDays: remnantDays, remnantGrade: remnantGrade, licence: licence ?? "",
        credits: credits ?? ""),
      boundary: SettingsFile.Reference(file: boundary, location: location(root["boundary"])),
      barriers: barriers,
      exits: exits.map {
        SettingsFile.Reference(file: $0, location: location(root["exits"]))
      },
      crossings: crossings)
  }

  func location(_ node: JSONNode?) -> SourceLocation {
    source.location(ofByte: (node ?? root).offset)
  }

  mutating func fault(_ node: JSONNode?, _ message: String) {
    log.error(file, location(node), message)
  }

  private mutating func text(_ key: String) -> String? {
    guard let node = root[key] else {
      fault(nil, "the settings lack \"\(key)\"")
      return nil
    }
    guard let text = node.string, !text.isEmpty else {
      fault(
        node, "\"\(key)\" is a text, but this is \(node.string == nil ? node.kindName : "empty")")
      return nil
    }
    return text.onOneLine
  }

  /// A text that may be left out or null; the outer value is nil if it is something else.
  private mutating func optionalText(_ key: String) -> String?? {
    guard let node = root[key], !node.isNull else { return .some(nil) }
    return text(key).map(Optional.some)
  }

  private mutating func day(_ key: String) -> Day? {
    guard let text = text(key) else { return nil }
    guard let day = Day(text) else {
      fault(root[key], "\"\(key)\" is a day, as in 2016-10-16, but this is \"\(text)\"")
      return nil
    }
    return day
  }

  /// The zone that the projection names; the inner value is nil if it names none, the outer if it is
  /// something else.
  private mutating func projection() -> UTMZone?? {
    guard let text = optionalText("projection") else { return nil }
    guard let text else { return .some(nil) }
    if let zone = UTMZone(code: text) { return zone }
    if text.hasPrefix("+proj=") {
      let oddity = Diagnostic(
        file: file, location: location(root["projection"]), severity: .warning,
        message: "\"projection\" is not followed, since PROJ strings are no longer read: the plane "
          + "is chosen from the boundary. Take the line out, or name a zone of UTM, EPSG:32601 to "
          + "32660 or EPSG:32701 to 32760")
      oddities.append(oddity)
      log.append(oddity)
      return .some(nil)
    }
    fault(
      root["projection"],
      "\"projection\" is a zone of UTM, EPSG:32601 to 32660 or EPSG:32701 to 32760, but this is "
        + "\"\(text)\": take the line out, and the plane is chosen from the boundary")
    return nil
  }

  private mutating func barriers() -> [SettingsFile.Reference]? {
    guard let node = root["barriers"], !node.isNull else { return [] }
    guard let elements = node.array else {
      fault(node, "\"barriers\" is an array of file names, but this is \(node.kindName)")
      return nil
    }
    var references: [SettingsFile.Reference] = []
    for element in elements {
      guard let name = element.string, !name.isEmpty else {
        fault(element, "a barrier is the name of a GeoJSON file, but this is \(element.kindName)")
        return nil
      }
      references.append(SettingsFile.Reference(file: name, location: location(element)))
    }
    return references
  }
}
