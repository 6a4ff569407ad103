internal import ArgumentParser
internal import ArticleReading
internal import CSV
internal import Diagnostics
internal import GeoJSON
internal import JSON
internal import MapAnalysis
internal import Parallel
internal import Theatre

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Reads news texts and proposes rows for the tables, for a person to accept.",
    discussion: """
      ARTICLE is a text, an HTML page, a folder of them, or - for standard input. Its first lines may be \
      a header (title: …, date: …, source: …) up to an empty line. Nothing that is read changes the map \
      until a row is in reports.csv: --review asks for each, --csv prints rows, --json everything.

      EXAMPLE: geotrack read article.txt --published 2016-11-04 --source article-002
      EXAMPLE: geotrack read article.txt --source article-002 --review
      EXAMPLE: geotrack read articles --csv > rows.csv
      EXAMPLE: geotrack read --ndjson < articles.ndjson > proposals.ndjson
      EXAMPLE: geotrack read corpus --score corpus/gold.csv
      """)

  @Argument(help: "The article, a folder of articles, or - for standard input.")
  var article: String?

  @Option(
    help: ArgumentHelp(
      "The day of publication; it overrules the header's date.", valueName: "date"),
    transform: TypedDay.parse)
  var published: TypedDay?

  @Option(
    help: ArgumentHelp(
      "The id of the article in sources.csv; by default the header's source, else the file's name.",
      valueName: "id"))
  var source: String?

  @Flag(help: "Also list what is planned, denied, doubtful or conditional.")
  var all = false

  @Flag(help: "Print rows for a table.")
  var csv = false

  @Option(
    help: ArgumentHelp("The table for --csv: reports, measures or incidents.", valueName: "name"))
  var table: ProposedTable?

  @Flag(name: .customLong("geojson"), help: "Print the places named, as GeoJSON points.")
  var geojson = false

  @Flag(help: "Ask for each proposal, then put the accepted rows into reports.csv.")
  var review = false

  @Flag(
    name: .customLong("ndjson"),
    help: "Read articles as JSON, one a line, from standard input; print what is read, one a line.")
  var ndjson = false

  @Option(
    help: ArgumentHelp(
      "Compare the proposals with a table of labelled statements.", valueName: "gold file"))
  var score: String?

  @Option(
    help: ArgumentHelp(
      "Places about which nothing is stated, for --score; by default traps.csv beside the gold file.",
      valueName: "file"))
  var traps: String?

  @OptionGroup var theatre: TheatreOptions

  func validate() throws {
    let forms = [csv, geojson, review, ndjson, score != nil, theatre.json && score == nil]
    if forms.count(where: { $0 }) > 1, !(theatre.json && ndjson) {
      throw ValidationError(
        "--csv, --json, --geojson, --review, --ndjson and --score exclude each other: choose one.")
    }
    if table != nil, !csv { throw ValidationError("--table belongs to --csv.") }
    if traps != nil, score == nil { throw ValidationError("--traps belongs to --score.") }
    if ndjson, article != nil, article != "-" {
      throw ValidationError("--ndjson reads standard input: leave the article out.")
    }
    if !ndjson, article == nil || article?.isEmpty == true {
      throw ValidationError("Name the article to read, or a folder, or - for standard input.")
    }
    if review, article == "-" {
      throw ValidationError("--review takes its answers from standard input: name a file.")
    }
    if source?.isEmpty == true { throw ValidationError("--source needs an id.") }
  }

  func run() throws {
    let read = try theatre.read()
    let ready = ReadingTheatre(read)
    if ndjson { return try stream(ready) }
    let input = try ReadingInput(article ?? "-")
    if input.isFolder, source != nil {
      throw Failure.usage(
        "--source names one article, and \(article ?? "") is a folder: put \"source: id\" into the header "
          + "of each")
    }
    if let score {
      try printScore(input, against: score, read, ready)
    } else if review {
      try reviewAll(input, read, ready)
    } else {
      try printAll(input, ready)
    }
  }

  // MARK: Reading

  /// Reads one file.
  private func read(
    _ path: String, _ theatre: ReadingTheatre, mayBePipe: Bool = true
  ) throws(Failure) -> ReadArticle {
    let bytes = try ReadingInput.bytes(of: path, mayBePipe: mayBePipe)
    let reading = theatre.reader.read(bytes, published: published?.day)
    return ReadArticle(
      theatre, name: ReadingInput.name(of: path), source: source, reading: reading)
  }

  /// Reads files on all cores and hands them over in order, some at a time; a bar shows how far it
  /// has come.
  private func forEach(
    _ input: ReadingInput, _ theatre: ReadingTheatre, _ body: (ReadArticle) throws -> Void
  ) throws -> Int {
    let bar = ProgressBar("reading")
    var unreadable = 0
    let most = 64
    for start in stride(from: 0, to: input.paths.count, by: most) {
      let paths = Array(input.paths[start..<min(start + most, input.paths.count)])
      let articles = concurrently(paths.count) { index in
        Result { () throws(Failure) in
          try read(paths[index], theatre, mayBePipe: !input.isFolder)
        }
      }
      for (path, article) in zip(paths, articles) {
        guard case .failure(let failure) = article, input.isFolder else {
          let article = try article.get()
          warn(article, path)
          try body(article)
          continue
        }
        standardError(failure.message)
        unreadable += 1
      }
      if input.isFolder { bar.show(start + paths.count, of: input.paths.count) }
    }
    return unreadable
  }

  /// Says on standard error what a reader should know of a text.
  private func warn(_ article: ReadArticle, _ path: String) {
    for notice in article.reading.notices {
      standardError("\(path == "-" ? "standard input" : path): \(notice.message)")
    }
  }

  // MARK: Output

  private func printAll(_ input: ReadingInput, _ theatre: ReadingTheatre) throws {
    var unreadable = 0
    if self.theatre.json {
      var articles: [JSON] = []
      unreadable = try forEach(input, theatre) { articles.append($0.json(all: all)) }
      let value: JSON = input.isFolder ? ["articles": .array(articles)] : articles[0]
      try emit(value.indented)
    } else if csv {
      let table = table ?? .reports
      var ids = RowIDs(table: table, taken: theatre.rowIDs[table] ?? [])
      var output = BufferedOutput()
      try output.emit(TableRows([]).csv(columns: table.columns), terminator: "")
      unreadable = try forEach(input, theatre) { article in
        try article.forEachRow(for: table, &ids) { row throws(Failure) in
          try output.emit(TableRows.line(of: row, columns: table.columns))
        }
      }
      try output.finish()
    } else if geojson {
      var writer = FeatureWriter(name: "mentions")
      unreadable = try forEach(input, theatre) { $0.addMentions(to: &writer) }
      try emit(String(decoding: writer.finish(), as: UTF8.self), terminator: "")
    } else {
      let marks: TextMarks = outputIsTerminal() ? .terminal : .none
      var output = BufferedOutput()
      unreadable = try forEach(input, theatre) { article in
        try article.forEachLine(all: all, marks) { line throws(Failure) in try output.emit(line) }
        if input.isFolder { try output.emit("") }
      }
      try output.finish()
    }
    if unreadable > 0 {
      throw Failure(
        code: ExitCode(66), message: "files that could not be read: \(unreadable)")
    }
  }

  private func reviewAll(
    _ input: ReadingInput, _ theatre: Theatre, _ ready: ReadingTheatre
  ) throws {
    guard input.paths.count == 1, !input.isFolder else {
      throw Failure.usage("--review goes through one article at a time: name its file")
    }
    let article = try read(input.paths[0], ready)
    warn(article, input.paths[0])
    var review = Review(self.theatre, theatre, outputIsTerminal() ? .terminal : .none)
    try review.run(article)
  }

  /// Answers each line of standard input before the next one is read.
  private func stream(_ theatre: ReadingTheatre) throws(Failure) {
    let stream = ReadingStream(
      theatre: theatre, published: published?.day, source: source, all: all)
    var lines = LineReader()
    var number = 0
    while let line = try lines.next() {
      number += 1
      guard let record = stream.record(for: line, number: number) else { continue }
      try emit(record)
    }
  }

  // MARK: Score

  private func printScore(
    _ input: ReadingInput, against file: String, _ theatre: Theatre, _ ready: ReadingTheatre
  ) throws {
    let gold = GoldStatement.read(
      InputFile(name: file, bytes: try ReadingInput.bytes(of: file)))
    let traps = trapsReading(beside: file)
    let faults = gold.diagnostics + traps.diagnostics
    if faults.containsError { throw Failure.badTruth(faults) }
    let scorer = ReadingScorer(
      ready.reader, places: theatre.places, actors: theatre.actors, gold: gold.rows,
      traps: traps.rows)
    var readings: [(article: String, reading: ArticleReading)] = []
    _ = try forEach(input, ready) { readings.append(($0.name, $0.reading)) }
    guard readings.contains(where: { scorer.labels($0.article) }) else {
      throw Failure.usage(
        "\(file) labels none of these articles: its column \"article\" has the names of their files "
          + "without the ending")
    }
    let reply = ReadingScoreReply(score: scorer.score(readings))
    try self.theatre.reply(json: reply.json, text: reply.text)
  }

  private func trapsReading(beside gold: String) -> GoldReading<GoldTrap> {
    let folder = gold.lastIndex(of: "/").map { String(gold[...$0]) } ?? ""
    let path = traps ?? folder + "traps.csv"
    guard let bytes = try? ReadingInput.bytes(of: path) else {
      guard traps != nil else { return GoldReading(rows: [], diagnostics: []) }
      return GoldReading(
        rows: [],
        diagnostics: [
          Diagnostic(
            file: path, location: nil, severity: .error, message: "the file cannot be read",
            isMissingFile: true)
        ])
    }
    return GoldTrap.read(InputFile(name: path, bytes: bytes))
  }
}

extension ProposedTable: ExpressibleByArgument {}
