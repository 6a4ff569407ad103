internal import ArgumentParser
internal import FrontTracking
internal import JSON
internal import Publishing
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
      "What to write it as: geojson, geojsonseq, kml, csv (the state of each place on each date) or gpkg. "
        + "(default: geojson)", valueName: "name"),
    transform: Self.parseFormat)
  var typedFormat: OutputFormat?

  @OptionGroup var days: PeriodOptions

  @Option(
    name: .customLong("every"),
    help: ArgumentHelp(
      "The dates to write: each day on which the map changes (change), or every day (day). "
        + "(default: change)"))
  var rhythm: Rhythm?

  @Option(
    help: ArgumentHelp(
      "The layers to write, by comma: \(Layer.allCases.map(\.rawValue).joined(separator: ",")).",
      valueName: "names"))
  var layers: String?

  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(
      "The folder to write into; by default one named after the format, as GeoJSON, for the whole "
        + "map, and for a part of it a folder beside it that names the part.", valueName: "folder"))
  var typedOut: String?

  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  /// The format that was typed, else GeoJSON.
  private var format: OutputFormat { typedFormat ?? .geojson }

  private static func parseFormat(_ text: String) throws -> OutputFormat {
    if let format = OutputFormat(rawValue: text) { return format }
    let known = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("there is no format \"\(text)\"; the formats are \(known)")
  }

  func validate() throws {
    if typedOut?.isEmpty == true {
      throw ValidationError("--out needs the path of a folder.")
    }
    if let typedOut { try requireName(typedOut, ofA: "folder") }
    if format.isOneFile, rhythm != nil {
      throw ValidationError(
        "--format \(format.rawValue) has all days in one file, each feature with its period: leave "
          + "--every out.")
    }
    if format == .csv, layers != nil {
      throw ValidationError("--format csv is one table of the places: leave --layers out.")
    }
    _ = try selectedLayers()
  }

  func run() throws {
    let tracker = try theatre.tracker(map)
    let plan = try plan(for: tracker)
    try requireOwnFolder(of: tracker.theatre)
    try theatre.warn(about: tracker)
    let bar = ProgressBar("writing")
    let writer = SnapshotWriter(tracker, version: Geotrack.version)
    do throws(SnapshotWriter.Failure) {
      let result = try writer.write(plan, to: OutputFolder(path: out)) { bar.show($0, of: $1) }
      report(result, plan)
    } catch {
      throw Failure.writing(error)
    }
  }

  /// What is to be written, with every default resolved.
  private func plan(for tracker: FrontTracker) throws -> SnapshotWriter.Plan {
    let settings = tracker.theatre.settings
    let period = try self.days.period(of: tracker.theatre)
    let days =
      self.days.on != nil || rhythm == .day
      ? Array(period) : tracker.days.filter(period.contains)
    let isWhole = format.hasFileOfDay && layers == nil && period == settings.start..<settings.end
    return SnapshotWriter.Plan(
      format, layers: try selectedLayers(), period: period, days: days, isAudited: isWhole)
  }

  private func selectedLayers() throws -> [Layer] {
    guard let layers else { return Layer.all(map.inference.method) }
    return try layers.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let layer = Layer(rawValue: String(name)) else {
        let known = Layer.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("There is no layer \"\(name)\"; the layers are \(known).")
      }
      if layer == .frontband, map.inference.method != .kriging {
        throw ValidationError("The layer frontband needs probabilities: add --infer kriging.")
      }
      return layer
    }
  }

  /// Checks that the folder was named, or does not hold the map of another theatre.
  private func requireOwnFolder(of theatre: Theatre) throws(Failure) {
    guard typedOut == nil,
      let manifest = OutputFolder(path: out).read(Manifest.fileName),
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

  private func report(_ result: SnapshotWriter.Result, _ plan: SnapshotWriter.Plan) {
    let files = result.files
    let size = WrittenFile.words(forSize: files.reduce(0) { $0 + $1.size })
    if theatre.json {
      print(Self.json(result, out: out).indented)
    } else if !format.hasFileOfDay {
      let names = files.map(\.path).joined(separator: ", ")
      print("\(out): \(names); \(size), listed in manifest.json")
      reportRemoved(result)
    } else {
      let layers = plan.layers.map { "\($0.rawValue).\(format.rawValue)" }
        .joined(separator: ", ")
      print("\(out): \(layers)")
      print(
        "\(out)/snapshots: \(plan.days.count) \(plan.days.count == 1 ? "day" : "days"); "
          + "\(size) in all, listed in manifest.json")
      reportRemoved(result)
    }
  }

  private func reportRemoved(_ result: SnapshotWriter.Result) {
    guard !result.removed.isEmpty else { return }
    let count = result.removed.count
    print("\(out): removed \(count) \(count == 1 ? "file" : "files") of an earlier run")
  }

  private static func json(_ result: SnapshotWriter.Result, out: String) -> JSON {
    [
      "out": .string(out),
      "removed": .strings(result.removed),
      "files": .array(result.files.map(\.entry)),
    ]
  }
}

extension OutputFormat {
  /// The folder of a whole map. Each format has its own, as the files in a folder are those of one run.
  fileprivate var folderName: String {
    switch self {
    case .geojson: "GeoJSON"
    case .geojsonseq: "GeoJSONSeq"
    case .kml: "KML"
    case .csv: "CSV"
    case .gpkg: "GeoPackage"
    }
  }
}
