internal import ArgumentParser
internal import FileOutput
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapFeatures
internal import Theatre
internal import WebPage

struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Writes the map as one page that opens in any browser and needs no network.",
    discussion: """
      The page plays the days, tells why each place is drawn as it is, compares two dates, finds places \
      by any of their names and saves pictures. It is one file: send it, or put it on any web server.

      EXAMPLE: geotrack map --out map.html
      """)

  @Option(
    name: .customLong("out"),
    help: ArgumentHelp("The file to write.", valueName: "file"))
  var out = "map.html"

  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func validate() throws {
    if out.isEmpty || out.hasSuffix("/") {
      throw ValidationError("--out needs the path of a file.")
    }
    try requireName(out, ofA: "file")
  }

  func run() throws {
    let tracker = try theatre.tracker(map)
    try theatre.warn(about: tracker)
    let request = ExportRequest(tracker, version: Geotrack.version)
    let file = try output {
      // A map may take minutes to draw, so a path that cannot be written to is refused first.
      try OutputFolder.check(file: out)
      return try OutputFolder.write(PageExporter().bytes(request) { _ in }, toFile: out)
    }
    try theatre.reply(json: file.entry, text: file.sentence)
  }
}
