internal import ArgumentParser
internal import FrontTracking
internal import GeoJSON
internal import Publishing
internal import TheatreModel

struct PictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture",
    abstract: "Draws a finished map or chart as SVG, animated if it is of several days.",
    discussion: """
      With --on it is the map of a day, with --since and --until an animation that plays wherever a \
      page shows it as an image, with --chart the ground held over time. --png also writes what does \
      not move as PNG.

      EXAMPLE: geotrack picture --on 2016-11-04 --out day.svg --png
      EXAMPLE: geotrack picture --since 2016-10-16 --until 2017-07-31 --out battle.svg
      EXAMPLE: geotrack picture --chart --out chart.svg
      """)

  @Option(
    help: ArgumentHelp("The day of a map, as in 2016-11-04.", valueName: "date"),
    transform: TypedDay.parse)
  var on: TypedDay?

  @Option(
    help: ArgumentHelp("The first day; by default the theatre's.", valueName: "date"),
    transform: TypedDay.parse)
  var since: TypedDay?

  @Option(
    help: ArgumentHelp("The last day; by default the theatre's.", valueName: "date"),
    transform: TypedDay.parse)
  var until: TypedDay?

  @Flag(help: "Draw how much ground each held over time, with the events named.")
  var chart = false

  @Option(help: ArgumentHelp("The file to write; it ends in .svg.", valueName: "file"))
  var out: String

  @Flag(help: "Also write a PNG beside it, twice as large, by rsvg-convert.")
  var png = false

  @Option(
    help: ArgumentHelp(
      "How wide the page is; letters keep their size. (\(PictureWriter.Options.widths.lowerBound) to "
        + "\(PictureWriter.Options.widths.upperBound))", valueName: "pixels"))
  var width = 960

  @Option(help: ArgumentHelp("The title; by default the theatre's.", valueName: "text"))
  var title: String?

  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func validate() throws {
    if on != nil, since != nil || until != nil {
      throw ValidationError("Name one day with --on, or a period with --since and --until.")
    }
    if chart, on != nil {
      throw ValidationError("A chart is of a period: use --since and --until in place of --on.")
    }
    if on == nil, since == nil, until == nil, !chart {
      throw ValidationError(
        "Name a day with --on, a period with --since and --until, or ask for a --chart.")
    }
    if let since, let until, until.day < since.day {
      throw ValidationError("The period ends on \(until.day), before it begins on \(since.day).")
    }
    let name = out.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard name.hasSuffix(".svg"), name.count > 4 else {
      throw ValidationError("--out needs the name of a file that ends in .svg, not \"\(out)\".")
    }
    if !PictureWriter.Options.widths.contains(width) {
      throw ValidationError(
        "--width goes from \(PictureWriter.Options.widths.lowerBound) to "
          + "\(PictureWriter.Options.widths.upperBound).")
    }
    if png, !chart, on == nil, since?.day != until?.day {
      throw ValidationError(
        "A PNG does not move: name one day with --on, or leave --png out.")
    }
  }

  func run() throws {
    let tracker = try theatre.tracker(map)
    let period = try period(in: tracker.theatre)
    try theatre.warn(about: tracker)
    let svg = try draw(tracker, period)
    // Both before anything is written: a picture without its PNG would be half of what was asked for.
    let raster = png ? try Rasterizer.png(of: svg) : nil
    let folder = OutputFolder(path: folderPath)
    do throws(OutputError) {
      var files = [try folder.write(svg, to: fileName)]
      if let raster { files.append(try folder.write(raster, to: pngName)) }
      report(files, period)
    } catch {
      throw Failure.output(error)
    }
  }

  private func period(in theatre: Theatre) throws(Failure) -> ClosedRange<Day> {
    let first = on?.day ?? since?.day ?? theatre.settings.start
    let last = on?.day ?? until?.day ?? theatre.settings.end.previous
    try theatre.requireDay(first)
    try theatre.requireDay(last)
    return first...last
  }

  private func draw(_ tracker: FrontTracker, _ period: ClosedRange<Day>) throws(Failure) -> [UInt8]
  {
    let writer = PictureWriter(
      tracker, version: Geotrack.version, PictureWriter.Options(width: width, title: title))
    return try theatre.drawing { () throws(FrontTrackingError) in
      chart ? try writer.chart(of: period) : try writer.film(of: period)
    }
  }

  /// The folder of the file that was typed, and the file's name in it.
  private var folderPath: String {
    guard let slash = out.lastIndex(of: "/") else { return "." }
    return slash == out.startIndex ? "" : String(out[..<slash])
  }
  private var fileName: String {
    out.lastIndex(of: "/").map { String(out[out.index(after: $0)...]) } ?? out
  }
  private var pngName: String { fileName.dropLast(4) + ".png" }

  private func report(_ files: [WrittenFile], _ period: ClosedRange<Day>) {
    guard !theatre.json else {
      let reply: JSON = [
        "since": .string("\(period.lowerBound)"), "until": .string("\(period.upperBound)"),
        "folder": .string(folderPath), "files": .array(files.map(\.entry)),
      ]
      print(reply.indented)
      return
    }
    for file in files {
      let kilobytes = (Double(file.size) / 1000).text(decimals: 0)
      print("\(file.path == pngName ? out.dropLast(4) + ".png" : out): \(kilobytes) kB")
    }
  }
}
