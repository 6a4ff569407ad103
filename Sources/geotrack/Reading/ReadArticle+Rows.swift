internal import ArticleReading
internal import CSV
internal import Theatre
internal import TypedIndices

/// The tables for which rows are proposed.
enum ProposedTable: String, CaseIterable {
  case reports
  case measures
  case incidents

  /// The columns, as `Documentation/Theatre.md` has them.
  var columns: [String] {
    switch self {
    case .reports:
      [
        "id", "date", "reported", "place", "actor", "status", "source", "paragraph", "credibility",
        "note",
      ]
    case .measures:
      [
        "id", "source", "paragraph", "kind", "subject", "object", "value", "unit", "as_of",
        "value2",
        "unit2", "approx", "bound", "note",
      ]
    case .incidents: ["id", "date", "place", "kind", "source", "paragraph", "note"]
    }
  }
}

extension ReadArticle {
  /// Hands over the rows that are proposed for a table, in the order of the text.
  func forEachRow(
    for table: ProposedTable, _ ids: inout RowIDs,
    _ body: ([String: String]) throws(Failure) -> Void
  ) throws(Failure) {
    switch table {
    case .reports:
      for statement in reading.statements where statement.kind.isProposed {
        try body(row(statement, id: ids.next(of: source)))
      }
    case .measures:
      for measure in reading.measures { try body(measureRow(measure, id: ids.next(of: source))) }
    case .incidents:
      for incident in reading.incidents {
        try body([
          "id": ids.next(of: source), "date": incident.date,
          "place": theatre.places[incident.place].id,
          "kind": incident.kind, "source": source, "paragraph": "\(incident.span.paragraph)",
          "note": "Read by geotrack; put it in your own words.",
        ])
      }
    }
  }

  /// A proposal as a row of `reports.csv`.
  func row(_ statement: Statement, id: String) -> [String: String] {
    [
      "id": id,
      "date": statement.date,
      "place": theatre.places[statement.place].id,
      "actor": theatre.actors[statement.actor].id,
      "status": statement.status.rawValue,
      "source": source,
      "paragraph": "\(statement.mention.paragraph)",
      "credibility": "\(statement.credibility.rawValue)",
      "note": note(statement),
    ]
  }

  /// What a proposal rests on, in short.
  private func note(_ statement: Statement) -> String {
    let unit = statement.unit.isEmpty ? [] : [statement.unit]
    return (unit + statement.reasons).joined(separator: "; ").withoutFormula
  }

  /// A measure as a row of `measures.csv`.
  func measureRow(_ measure: StatedMeasure, id: String) -> [String: String] {
    let subject = words(for: measure.subject)
    let isArea = measure.kind == .area
    return [
      "id": id, "source": source, "paragraph": "\(measure.span.paragraph)",
      "kind": measure.kind.rawValue, "subject": isArea ? "" : subject,
      "object": isArea ? subject : words(for: measure.object), "value": measure.value,
      "unit": measure.unit,
      "as_of": isArea ? reading.published.map { "\($0)" } ?? "" : "",
      "value2": measure.secondValue, "unit2": measure.secondUnit,
    ]
  }

  /// What a measure is about, as the table writes it: the id of a place, or `won_by:` and that of
  /// an actor.
  private func words(for end: StatedEnd?) -> String {
    switch end {
    case nil: ""
    case .place(let place): theatre.places[place].id
    case .groundWon(let actor): "won_by:\(theatre.actors[actor].id)"
    }
  }
}

/// Numbers the rows of articles so that no id is taken already.
struct RowIDs {
  private let letter: String
  private let taken: Set<String>
  /// The last number of each source.
  private var numbers: [String: Int] = [:]

  init(table: ProposedTable, taken: Set<String>) {
    letter = table == .reports ? "" : table == .measures ? "m" : "i"
    self.taken = taken
  }

  /// The next free id of a source: `article-006-01`.
  mutating func next(of source: String) -> String {
    var number = numbers[source] ?? 0
    var id: String
    repeat {
      number += 1
      id = "\(source)-\(letter)" + (number < 10 ? "0\(number)" : "\(number)")
    } while taken.contains(id)
    numbers[source] = number
    return id
  }
}
