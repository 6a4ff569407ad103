internal import ArticleReading
internal import Diagnostics
internal import Theatre
internal import TypedIndices

/// Marks for a terminal; empty where the output is none.
struct TextMarks: Sendable {
  let place: String
  let verb: String
  let faint: String
  let end: String

  /// Colours and weights of an ANSI terminal (ECMA-48, SGR).
  static let terminal = TextMarks(
    place: "\u{1B}[1;36m", verb: "\u{1B}[4;33m", faint: "\u{1B}[2m", end: "\u{1B}[0m")
  /// For files and pipes.
  static let none = TextMarks(place: "", verb: "", faint: "", end: "")
}

extension ReadArticle {
  /// Hands over the text, line by line, with places and verbs marked and, under each paragraph, what
  /// is proposed from it.
  func forEachLine(
    all: Bool, _ marks: TextMarks, _ body: (String) throws(Failure) -> Void
  ) throws(Failure) {
    for line in heading { try body(line) }
    var statements = reading.statements[...]
    var mentions = reading.mentions[...]
    let others = others
    for (index, range) in reading.text.paragraphs.enumerated() {
      // Both stand in the order of the text.
      let said = statements.prefix { $0.mention.paragraph == index + 1 }
      let named = mentions.prefix { $0.span.paragraph == index + 1 }
      statements = statements[said.endIndex...]
      mentions = mentions[named.endIndex...]
      let marked = marked(range, places: named.map(\.span), verbs: said.map(\.verb), marks)
      try body("")
      try body("\(index + 1)  \(marked)")
      for statement in said where all || statement.kind.isProposed {
        try body("    → \(words(for: statement).visible)")
      }
      for other in others[index + 1] ?? [] {
        try body("    \(marks.faint)\(other.visible)\(marks.end)")
      }
    }
    try body("")
    try body(summary(all: all))
  }

  private var heading: [String] {
    let published = reading.published.map { ", published \($0)" } ?? ""
    return ["\(reading.title ?? name) (\(source)\(published))".onOneLine.visible]
  }

  /// How much was found, in a line.
  func summary(all: Bool) -> String {
    let proposals = reading.proposals.count
    let others = reading.statements.count - proposals
    var parts = [count(proposals, "proposal")]
    if others > 0 {
      parts.append("\(count(others, "other statement"))\(all ? "" : " (--all lists them)")")
    }
    parts += [
      count(reading.measures.count, "measure"), count(reading.incidents.count, "incident"),
      count(reading.unknownPlaces.count, "unknown place"),
    ]
    return parts.joined(separator: ", ")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A statement in a line: `control  Karama  Iraqi security forces (CTS)  2016-11-04  …`.
  func words(for statement: Statement) -> String {
    let actor = theatre.actors[statement.actor].name
    let unit = statement.unit.isEmpty ? "" : " (\(statement.unit))"
    let kind = statement.kind == .event ? "" : ", \(statement.kind.rawValue)"
    let date = statement.date.isEmpty ? "no date" : statement.date
    return
      "\(theatre.places[statement.place].name): \(statement.status.rawValue), \(actor)\(unit), "
      + "\(date)\(kind); \(statement.certainty): \(statement.reasons.joined(separator: "; "))"
  }

  /// What is neither statement nor mention, in lines, by paragraph.
  private var others: [Int: [String]] {
    var lines: [Int: [String]] = [:]
    for place in reading.unknownPlaces {
      let kind = place.kind.isEmpty ? "" : " (\(place.kind))"
      lines[place.span.paragraph, default: []].append(
        "? \(place.name)\(kind): no row of places.csv")
    }
    for measure in reading.measures {
      let row = measureRow(measure, id: "")
      let ends = [row["subject"], row["object"]].compactMap(\.self).filter { !$0.isEmpty }
      let second =
        measure.secondValue.isEmpty ? "" : " = \(measure.secondValue) \(measure.secondUnit)"
      lines[measure.span.paragraph, default: []].append(
        "= \(measure.kind.rawValue) \(ends.joined(separator: " to ")): \(measure.value) "
          + "\(measure.unit)\(second)")
    }
    for incident in reading.incidents {
      let date = incident.date.isEmpty ? "no date" : incident.date
      lines[incident.span.paragraph, default: []].append(
        "! \(incident.kind) at \(theatre.places[incident.place].name), \(date)")
    }
    return lines
  }

  /// A paragraph in one line with its places and the words that say who holds them marked.
  func marked(
    _ range: Range<Int>, places: [TextSpan], verbs: [TextSpan], _ marks: TextMarks
  ) -> String {
    let places = places.map(\.range).filter(range.contains).map { ($0, marks.place) }
    let verbs = verbs.map(\.range).filter(range.contains).map { ($0, marks.verb) }
    var position = range.lowerBound
    var line = ""
    for (span, mark) in (places + verbs).sorted(by: { $0.0.lowerBound < $1.0.lowerBound })
    where span.lowerBound >= position {
      line += plain(position..<span.lowerBound)
      line += mark + plain(span) + marks.end
      position = span.upperBound
    }
    line += plain(position..<range.upperBound)
    return line.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension ReadArticle {
  /// Some of the text without control characters, which a terminal would obey.
  fileprivate func plain(_ range: Range<Int>) -> String {
    let scalars = reading.text.text(range).unicodeScalars.map { scalar -> Unicode.Scalar in
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      return isControl && scalar != "\n" && scalar != "\r" ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars)).visible
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
