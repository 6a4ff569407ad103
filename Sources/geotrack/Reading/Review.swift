internal import ArgumentParser
internal import ArticleReading
internal import CSV
internal import ControlMap
internal import Diagnostics
internal import FileOutput
internal import FrontTracking
internal import MapAnalysis
internal import MapFeatures
internal import NumberText
internal import Theatre
internal import TypedIndices

/// Asks of each proposal whether it is to be a row, shows what the rows change on the map, and puts
/// them into the theatre's `reports.csv`.
struct Review {
  let options: TheatreOptions
  let theatre: Theatre
  let marks: TextMarks
  private var answers = LineReader()

  init(_ options: TheatreOptions, _ theatre: Theatre, _ marks: TextMarks) {
    self.options = options
    self.theatre = theatre
    self.marks = marks
  }

  /// Goes through an article's proposals.
  ///
  /// - Throws: `Failure` if the source is not in the theatre, or a table cannot be written.
  mutating func run(_ article: ReadArticle) throws(Failure) {
    let sourceRow = try newSource(article)
    var ids = RowIDs(table: .reports, taken: Set(theatre.reports.map(\.id)))
    var accepted: [[String: String]] = []
    let proposals = article.reading.proposals
    asking: for (number, statement) in proposals.enumerated() {
      try say("")
      try emit(
        "\(marks.faint)\(number + 1) of \(proposals.count), paragraph \(statement.mention.paragraph)\(marks.end)"
      )
      try emit(
        article.marked(
          statement.sentence.range, places: [statement.mention], verbs: [statement.verb], marks))
      try say("→ \(article.words(for: statement))")
      var row = article.row(statement, id: ids.next(of: article.source))
      answering: while true {
        switch try ask("[a]ccept, [e]dit, [s]kip, [q]uit? ") {
        case "a", "accept", "y", "yes":
          if let fault = fault(of: accepted + [row], sourceRow) {
            try say(fault)
            continue answering
          }
          accepted.append(row)
          break answering
        case "e", "edit":
          try edit(&row)
        case "s", "skip", "n", "no":
          break answering
        case nil, "q", "quit":
          break asking
        default: continue answering
        }
      }
    }
    try finish(accepted, sourceRow)
  }

  // MARK: Questions

  /// The answer to a question in small letters; nil at the end of the input.
  ///
  /// - Throws: `Failure` if the question cannot be shown or the answer not be read, so that a fault is
  ///   never taken for an answer.
  private mutating func ask(_ question: String) throws(Failure) -> String? {
    try say(question, terminator: "")
    guard let line = try answers.next() else {
      try say("")
      return nil
    }
    return String(decoding: line, as: UTF8.self).trimmedLine.lowercased()
  }

  /// Changes values of a row: `status=entered date=2016-11-04`.
  private mutating func edit(_ row: inout [String: String]) throws(Failure) {
    let columns = ["date", "place", "actor", "status", "credibility", "note"]
    try say("  " + columns.map { "\($0)=\(row[$0] ?? "")" }.joined(separator: "  "))
    try say("  type what to change, one column a line (status=entered); an empty line ends it")
    while true {
      try say("  > ", terminator: "")
      guard let line = try answers.next() else { return }
      let text = String(decoding: line, as: UTF8.self).trimmedLine
      if text.isEmpty { return }
      let parts = text.split(separator: "=", maxSplits: 1).map { $0.trimmedLine }
      guard parts.count == 2, columns.contains(parts[0]) else {
        try say(
          "  no column of that name: write one of \(columns.joined(separator: ", ")), then = and the value"
        )
        continue
      }
      row[parts[0]] = parts[1]
    }
  }

  // MARK: Rows

  /// A row for `sources.csv` if the theatre does not have the article's source and it is to be
  /// added.
  private mutating func newSource(_ article: ReadArticle) throws(Failure) -> [String: String]? {
    guard !theatre.sources.contains(where: { $0.id == article.source }) else { return nil }
    let published = article.reading.published.map { "\($0)" } ?? ""
    let row = [
      "id": article.source,
      "title": (article.reading.title ?? article.source).withoutFormula,
      "publisher": (article.reading.text["publisher"] ?? article.reading.text["domain"] ?? "")
        .withoutFormula,
      "published": published, "reliability": "F",
    ]
    try say("sources.csv has no \"\(article.source)\". Its row would be:")
    try say(
      "  "
        + (TableRows([row]).csv(columns: ["id", "title", "publisher", "published", "reliability"])
          .split(separator: "\n").last ?? ""))
    try say("  (reliability F: it cannot be judged yet)")
    let answer = try ask("Add it with the first report? [y/n] ") ?? ""
    guard ["y", "yes", "a", "accept"].contains(answer) else {
      throw .usage(
        "the rows need a source: name one of sources.csv with --source, or let the row be added")
    }
    return row
  }

  /// What is wrong with rows, as the theatre's checks say it; nil if nothing is.
  private func fault(of rows: [[String: String]], _ source: [String: String]?) -> String? {
    let reading = Theatre.read(
      folder: options.folder, replacing: files(with: rows, source),
      allowingOutside: options.allowOutside)
    guard reading.theatre == nil else { return nil }
    return reading.diagnostics.first { $0.severity == .error }.map {
      "\($0.inFolder(options.folder))"
    }
  }

  /// The tables with the rows at their ends.
  private func files(
    with rows: [[String: String]], _ source: [String: String]?
  ) -> [InputFile] {
    func file(_ name: String, _ rows: [[String: String]]) -> InputFile? {
      theatre.files.first { $0.name == name }.flatMap { file in
        TableRows(rows).appended(to: file.bytes).map { InputFile(name: name, bytes: $0) }
      }
    }
    // The source takes its place first: a theatre may have a source without reports.
    return [source.flatMap { file("sources.csv", [$0]) }, file("reports.csv", rows)]
      .compactMap(\.self)
  }

  // MARK: The end

  private mutating func finish(
    _ rows: [[String: String]], _ source: [String: String]?
  ) throws(Failure) {
    guard !rows.isEmpty else {
      try say("\nNo row was accepted; nothing is written.")
      return
    }
    let files = files(with: rows, source)
    try say("")
    try showChanges(files, count: rows.count)
    let answer = try ask(
      "Write \(rows.count == 1 ? "this row" : "these \(rows.count) rows") to \(options.folder)/reports.csv? [y/n] "
    )
    guard ["y", "yes", "a"].contains(answer ?? "") else {
      try say("Nothing is written.")
      return
    }
    let folder = options.folder
    try output {
      try OutputFolder(path: folder).alone(for: "geotrack read --review", patience: 10) { staged in
        try requireUnchanged(files.map(\.name))
        let written = try files.map { try staged.write($0.bytes, to: $0.name) }
        try staged.synchronize(written)
        try staged.commit(written)
      }
    }
    try say("\(folder)/reports.csv has \(rows.count) more row\(rows.count == 1 ? "" : "s").")
  }

  /// Checks that the tables are as they were read: a review takes minutes, and somebody may edit them
  /// meanwhile.
  private func requireUnchanged(_ names: [String]) throws {
    for name in names {
      let now = try OutputFolder(path: options.folder).read(name)
      guard now == theatre.files.first(where: { $0.name == name })?.bytes else {
        throw Failure(
          code: ExitCode(74),
          message:
            "\(options.folder)/\(name) was changed in the meantime: nothing is written, review "
            + "again")
      }
    }
  }

  /// What the rows change on the map, on the last day that one of them tells of.
  private func showChanges(_ files: [InputFile], count: Int) throws(Failure) {
    let reading = Theatre.read(
      folder: options.folder, replacing: files, allowingOutside: options.allowOutside)
    guard let changed = reading.theatre else {
      throw .badTheatre(reading.diagnostics, folder: options.folder)
    }
    let added = Set(theatre.reports.endIndex..<changed.reports.endIndex)
    let days = added.map { changed.reports[$0].date.effectiveDay }.filter(changed.contains)
    guard let day = days.max() else {
      try say("The rows lie outside the days of the map; it stays as it is.")
      return
    }
    let tracker = try options.tracker(of: changed)
    let withdrawal = try options.drawing { () throws(MapError) in
      try tracker.withdrawal(of: added, on: day)
    }
    try say(changes(withdrawal.comparison, changed, day))
  }

  /// What is different with the rows: the comparison goes from the map with them to the map without.
  private func changes(_ comparison: Comparison, _ theatre: Theatre, _ day: Day) -> String {
    guard !comparison.changes.isEmpty else {
      return "On \(day) the map stays as it is: other reports say the same, or later ones decide."
    }
    var lines = ["With \(comparison.changes.count == 1 ? "the row" : "the rows"), on \(day):"]
    for balance in comparison.balances
    where balance.wonInSquareKilometers > 0 || balance.lostInSquareKilometers > 0 {
      lines.append(
        "  \(balance.side): \(balance.lostInSquareKilometers.text(decimals: 1)) km² more, "
          + "\(balance.wonInSquareKilometers.text(decimals: 1)) km² less")
    }
    for change in comparison.changes.prefix(20) {
      lines.append(
        "  \(theatre.places[change.place].name): \(theatre.words(for: change.after)) → "
          + "\(theatre.words(for: change.before))")
    }
    if comparison.changes.count > 20 {
      lines.append("  and \(comparison.changes.count - 20) more places")
    }
    return lines.joined(separator: "\n")
  }
}

extension StringProtocol {
  /// The text without the blanks at its ends.
  fileprivate var trimmedLine: String {
    let start = drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
