internal import ArgumentParser
internal import Exports
internal import FileOutput
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapFeatures
internal import Theatre

struct PictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture",
    abstract: "Draws a finished map or chart as SVG, animated if it covers several days.",
    discussion: """
      With --on it is the map of a day, with --since and --until an animation that plays wherever a \
      page shows it as an image, with --chart the ground held over time. --png also writes what does \
      not move as PNG.

      EXAMPLE: geotrack picture --on 2016-11-04 --out day.svg --png
      EXAMPLE: geotrack picture --since 2016-10-16 --until 2017-07-31 --out battle.svg
      EXAMPLE: geotrack picture --chart --out chart.svg
      """)

  @OptionGroup var days: PeriodOptions

  @Flag(help: "Draw how much ground each held over time, with the events named.")
  var chart = false

  @Option(help: ArgumentHelp("The file to write; it ends in .svg.", valueName: "file"))
  var out: String

  @Flag(help: "Also write a PNG beside it, twice as large, by rsvg-convert.")
  var png = false

  @Option(
    help: ArgumentHelp(
      "How wide the page is; letters keep their size. (\(PictureOptions.widths.lowerBound) to "
        + "\(PictureOptions.widths.upperBound))", valueName: "pixels"))
  var width = 960

  @Option(help: ArgumentHelp("The title; by default the theatre's.", valueName: "text"))
  var title: String?

  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func validate() throws {
    if chart, days.on != nil {
      throw ValidationError("A chart covers a period: use --since and --until in place of --on.")
    }
    if days.isWhole, !chart {
      throw ValidationError(
        "Name a day with --on, a period with --since and --until, or ask for a --chart.")
    }
    let name = out.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard name.hasSuffix(".svg"), name.count > 4 else {
      throw ValidationError("--out needs the name of a file that ends in .svg, not \"\(out)\".")
    }
    if !PictureOptions.widths.contains(width) {
      throw ValidationError(
        "--width is a number from \(PictureOptions.widths.lowerBound) to "
          + "\(PictureOptions.widths.upperBound).")
    }
  }

  func run() throws {
    let tracker = try theatre.tracker(map)
    let period = try days.period(of: tracker.theatre)
    if png, !chart, period.lowerBound.next != period.upperBound {
      throw Failure.usage("A PNG does not move: name one day with --on, or leave --png out.")
    }
    try theatre.warn(about: tracker)
    let paths = png ? [out, out.dropLast(4) + ".png"] : [out]
    let request = ExportRequest(tracker, version: Geotrack.version, period: period)
    let files = try output {
      for path in paths { try OutputFolder.check(file: path) }
      let svg = try exporter.bytes(request) { _ in }
      let pictures = png ? [svg, try Rasterizer.png(of: svg)] : [svg]
      // Both are whole before either takes its place.
      guard pictures.count > 1 else { return [try OutputFolder.write(svg, toFile: out)] }
      let (folder, name) = OutputFolder.target(ofFile: out)
      let names = [name, name.dropLast(4) + ".png"]
      let files = try folder.write(
        together: zip(names, pictures).map { (name: String($0), bytes: $1) },
        for: "geotrack picture")
      return zip(paths, files).map { $1.named($0) }
    }
    try report(files, period)
  }

  private var exporter: any SingleFileExporter {
    let options = PictureOptions(width: width, title: title)
    return chart ? ChartExporter(options) : PictureExporter(options)
  }

  private func report(_ files: [WrittenFile], _ period: Range<Day>) throws(Failure) {
    guard !theatre.json else {
      let reply: JSON = [
        "since": .string("\(period.lowerBound)"),
        "until": .string("\(period.upperBound.previous)"),
        "files": .array(files.map(\.entry)),
      ]
      try emit(reply.indented)
      return
    }
    for file in files { try say(file.sentence) }
  }
}
