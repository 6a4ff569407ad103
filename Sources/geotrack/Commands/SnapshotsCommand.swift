internal import ArgumentParser
internal import ControlMap
internal import Exports
internal import FileOutput
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapFeatures
internal import Theatre

struct SnapshotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshots",
    abstract: "Writes the map: layers over time and a file for each date, or other formats.",
    discussion: """
      Each layer is a file whose features carry start and end, ready for QGIS' temporal controller. \
      snapshots/DATE.geojson holds all features of a day; manifest.json lists every file. Files that \
      an earlier run wrote into the same folder and this one does not are removed. With --format kml or \
      gpkg there is one file with all layers, with csv one table of every place on every date.

      EXAMPLE: geotrack snapshots --out GeoJSON
      EXAMPLE: geotrack snapshots --since 2016-10-17 --until 2016-11-30 --every day --out november
      EXAMPLE: geotrack snapshots --format gpkg --out map
      """)

  /// Which days get a file.
  enum Rhythm: String, ExpressibleByArgument, CaseIterable {
    case change
    case day
  }

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "What to write it as: \(Self.formatWords). (default: \(Self.formats[0].name))",
      valueName: "name"),
    transform: Self.parseFormat)
  var typedFormat: (any Exporter)?

  @OptionGroup var days: PeriodOptions

  @Option(
    name: .customLong("every"),
    help: ArgumentHelp(
      "The dates to write: each day on which the map changes (change), or every day (day). "
        + "(default: change)"))
  var rhythm: Rhythm?

  @Option(
    help: ArgumentHelp(
      "The layers to write, separated by commas: \(Self.allLayers.map(\.name).joined(separator: ",")).",
      valueName: "names"))
  var layers: String?

  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(
      "The folder to write into; by default one named after the format, as GeoJSON, for the whole "
        + "map, and for a part of it a folder beside it that names the part.", valueName: "folder"))
  var typedOut: String?

  @Flag(
    inversion: .prefixedNo,
    help:
      "With --format csv, mark texts as texts that a spreadsheet would take for formulas and run.")
  var quoteFormulas = true

  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  /// The formats and layers that can be chosen.
  private static let formats = ExportRegistry.all
  private static let allLayers = LayerKind.all

  /// The formats in a sentence: `geojson, kml, csv (the state of each place on each date) or gpkg`.
  private static var formatWords: String {
    let words = formats.map { format in
      format.name + (format.note.map { " (\($0))" } ?? "")
    }
    return words.dropLast().joined(separator: ", ") + " or \(words[words.count - 1])"
  }

  /// The format that was typed, else the first.
  private var format: any Exporter { typedFormat ?? Self.formats[0] }

  private static func parseFormat(_ text: String) throws -> any Exporter {
    if let format = formats.first(where: { $0.name == text }) { return format }
    let known = formats.map(\.name).joined(separator: ", ")
    throw ValidationError("there is no format \"\(text)\"; the formats are \(known)")
  }

  func validate() throws {
    if typedOut?.isEmpty == true {
      throw ValidationError("--out needs the path of a folder.")
    }
    if let typedOut { try requireName(typedOut, ofA: "folder") }
    if let why = format.options.whyNoDays, rhythm != nil {
      throw ValidationError("--format \(format.name) \(why): leave --every out.")
    }
    if let why = format.options.whyNoLayers, layers != nil {
      throw ValidationError("--format \(format.name) \(why): leave --layers out.")
    }
    if !quoteFormulas, !format.options.isForSpreadsheets {
      throw ValidationError(
        "--format \(format.name) has no formulas: leave --no-quote-formulas out.")
    }
    _ = try selectedLayers()
  }

  func run() throws {
    let tracker = try theatre.tracker(map)
    let request = try request(for: tracker)
    try requireOwnFolder(of: tracker.theatre)
    try theatre.warn(about: tracker)
    let bar = ProgressBar("writing")
    try output {
      let result = try MapWriter().write(
        request, as: format, with: isWhole(request) ? ExportRegistry.companions : [],
        to: OutputFolder(path: out), progress: bar.show)
      try report(result, request)
    }
  }

  /// What is to be written, with every default resolved.
  private func request(for tracker: FrontTracker) throws -> ExportRequest {
    let period = try self.days.period(of: tracker.theatre)
    let days =
      self.days.on != nil || rhythm == .day
      ? Array(period) : tracker.days.filter(period.contains)
    return ExportRequest(
      tracker, version: Geotrack.version, layers: try selectedLayers(), among: Self.allLayers,
      period: period, days: days, quotesFormulas: quoteFormulas)
  }

  /// Whether the map is written whole, with all that goes with it.
  private func isWhole(_ request: ExportRequest) -> Bool {
    let settings = request.theatre.settings
    return format.options.hasFileOfDay && layers == nil
      && request.period == settings.start..<settings.end
  }

  private func selectedLayers() throws -> [LayerKind] {
    let method = map.inference.method
    guard let layers else { return Self.allLayers.of(mapInferredBy: method) }
    return try layers.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let layer = Self.allLayers.first(where: { $0.name == name }) else {
        let known = Self.allLayers.map(\.name).joined(separator: ", ")
        throw ValidationError("There is no layer \"\(name)\"; the layers are \(known).")
      }
      if !layer.isOn(mapInferredBy: method) {
        throw ValidationError("The layer \(layer.name) needs probabilities: add --infer kriging.")
      }
      return layer
    }
  }

  /// Checks that the folder was named, or does not hold the map of another theatre.
  private func requireOwnFolder(of theatre: Theatre) throws(Failure) {
    guard typedOut == nil,
      let manifest = try output({ try OutputFolder(path: out).read(Manifest.fileName) }),
      let owner = Manifest.theatre(in: manifest), owner != theatre.settings.name
    else { return }
    throw .usage(
      "\(out) holds the map of \"\(owner)\", not of \"\(theatre.settings.name)\": name a folder "
        + "with --out")
  }

  /// The folder to write into. A part of the map does not replace the whole one unless it is told.
  private var out: String {
    if let typedOut { return typedOut }
    var parts = [format.folderName]
    if let on = days.on { parts.append("\(on.day)") }
    if days.since != nil || days.until != nil {
      let ends = [days.since, days.until].map { end in end.map { "\($0.day)" } ?? "" }
      parts.append(ends.joined(separator: ".."))
    }
    if map.inference.method != .nearest { parts.append(map.inference.method.rawValue) }
    parts += map.evidence.nameParts
    if let layers { parts.append(layers.split(separator: ",").joined(separator: "+")) }
    return parts.joined(separator: "-")
  }

  private func report(_ result: MapWriter.Result, _ request: ExportRequest) throws(Failure) {
    let files = result.files
    let size = WrittenFile.words(forSize: files.reduce(0) { $0 + $1.size })
    if theatre.json {
      try emit(Self.json(result, out: out).indented)
    } else if !format.options.hasFileOfDay {
      let names = files.map(\.path).joined(separator: ", ")
      try say("\(out): \(names); \(size), listed in manifest.json")
      try reportRemoved(result)
    } else {
      let layers = request.layers.map { "\($0.name).\(format.fileEnding)" }
        .joined(separator: ", ")
      try say("\(out): \(layers)")
      try say(
        "\(out)/snapshots: \(request.days.count) \(request.days.count == 1 ? "day" : "days"); "
          + "\(size) in all, listed in manifest.json")
      try reportRemoved(result)
    }
  }

  private func reportRemoved(_ result: MapWriter.Result) throws(Failure) {
    guard !result.removed.isEmpty else { return }
    let count = result.removed.count
    try say("\(out): removed \(count) \(count == 1 ? "file" : "files") of an earlier run")
  }

  private static func json(_ result: MapWriter.Result, out: String) -> JSON {
    [
      "out": .string(out),
      "removed": .strings(result.removed),
      "files": .array(result.files.map(\.entry)),
    ]
  }
}
