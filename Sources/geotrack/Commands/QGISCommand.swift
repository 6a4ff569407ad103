internal import ArgumentParser
internal import Exports
internal import FileOutput
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapFeatures
internal import Theatre

struct QGISCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qgis",
    abstract: "Writes a project for QGIS beside the layers: open it and press play.",
    discussion: """
      The project opens with colours, legend, names, bookmarks, the theatre's plane and the temporal \
      controller set, and has a print layout. Beside it stand a layer definition (.qlr) and the style of \
      each layer (.qml). Paths are relative: the folder can be moved. If the folder has no layers, they \
      are written first; layers that are there are left as they are.

      EXAMPLE: geotrack qgis
      EXAMPLE: geotrack qgis --out /tmp/map/mosul.qgs --on 2016-11-17
      """)

  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(
      "The file to write, ending in .qgs. (default: GeoJSON/NAME.qgs, for the theatre's name)",
      valueName: "file"))
  var typedOut: String?

  @Option(
    help: ArgumentHelp(
      "The day of the print layout; by default the last that the layers have.", valueName: "date"),
    transform: TypedDay.parse)
  var on: TypedDay?

  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func validate() throws {
    if let typedOut,
      !typedOut.hasSuffix(".qgs") || typedOut.hasSuffix("/.qgs") || typedOut == ".qgs"
    {
      throw ValidationError(
        "--out needs the path of a file that ends in .qgs, as in GeoJSON/mosul.qgs.")
    }
  }

  func run() throws {
    let tracker = try theatre.tracker(map)
    if let on { try tracker.theatre.requireDay(on.day) }
    try theatre.warn(about: tracker)
    let out = typedOut ?? "GeoJSON/\(tracker.theatre.fileStem).qgs"
    let bar = ProgressBar("writing")
    let target = OutputFolder.target(ofFile: out)
    let exporter = QGISProjectExporter(
      named: String(target.name.dropLast(".qgs".count)), printing: on?.day)
    let request = ExportRequest(tracker, version: Geotrack.version)
    try output {
      let result = try exporter.write(request, to: target.folder, progress: bar.show)
      try report(result, out)
    }
  }

  private func report(_ result: QGISProjectExporter.Result, _ out: String) throws(Failure) {
    if theatre.json {
      let reply: JSON = [
        "out": .string(out), "layers_written": .bool(result.hasWrittenLayers),
        "files": .array(result.files.map(\.entry)),
      ]
      try emit(reply.indented)
      return
    }
    let layers = result.hasWrittenLayers ? "the layers, written too" : "the layers that were there"
    try say("\(out): a project over \(layers); open it in QGIS 3.22 or newer and press play")
  }
}
