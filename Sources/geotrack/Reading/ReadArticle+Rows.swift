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
  /// The rows that are proposed for a table, their ids numbered from one.
  func rows(for table: ProposedTable, after taken: Set<String> = []) -> TableRows {
    var ids = RowIDs(source: source, table: table, taken: taken)
    switch table {
    case .reports:
      return TableRows(reading.proposals.map { row($0, id: ids.next()) })
    case .measures:
      return TableRows(reading.measures.map { measureRow($0, id: ids.next()) })
    case .incidents:
      return TableRows(
        reading.incidents.map { incident in
          [
            "id": ids.next(), "date": incident.date, "place": theatre.places[incident.place].id,
            "kind": incident.kind, "source": source, "paragraph": "\(incident.span.paragraph)",
            "note": "Read by geotrack; put it in your own words.",
          ]
        })
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

/// Numbers the rows of an article so that no id is taken already.
struct RowIDs {
  private let prefix: String
  private let taken: Set<String>
  private var number = 0

  init(source: String, table: ProposedTable, taken: Set<String>) {
    let letter = table == .reports ? "" : table == .measures ? "m" : "i"
    prefix = "\(source)-\(letter)"
    self.taken = taken
  }

  /// The next free id: `article-006-01`.
  mutating func next() -> String {
    var id: String
    repeat {
      number += 1
      id = prefix + (number < 10 ? "0\(number)" : "\(number)")
    } while taken.contains(id)
    return id
  }
}
