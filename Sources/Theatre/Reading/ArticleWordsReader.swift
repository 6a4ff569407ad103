internal import CSV
package import Diagnostics
internal import TypedIndices

extension TheatreReader {
  /// The theatre's own verbs, if it has a table of them.
  mutating func readVerbs() -> [ControlWord] {
    folder.contains("verbs.csv") ? log.verbs(input("verbs.csv")) : []
  }

  /// The theatre's own names of forces, if it has a table of them.
  mutating func readForces(actors: IndexedArray<ActorID, Actor>) -> [ForceName] {
    guard folder.contains("forces.csv") else { return [] }
    let known = Set(actors.flatMap { [folded($0.id), folded($0.name)] })
    return log.forces(input("forces.csv"), isActor: { known.contains(folded($0)) })
  }
}

extension DiagnosticLog {
  /// The rows of a `verbs.csv`: a theatre's own or the built-in ones.
  package mutating func verbs(_ input: InputFile?) -> [ControlWord] {
    let columns = ["phrase", "part", "past", "participle", "status", "place", "actor", "aspect"]
    guard let table = table(input, columns) else { return [] }
    var words: [ControlWord] = []
    for record in table.records {
      let phrase = name(of: record, table["phrase"])
      let part: ControlWord.Part? = word(table["part"], of: record)
      let actor: ControlWord.ActorPosition? = word(table["actor"], of: record)
      let aspect: ControlWord.Aspect? = word(table["aspect"], of: record)
      let status = status(table["status"], of: record)
      guard let phrase, let part, let actor, let aspect, let status else { continue }
      words.append(
        ControlWord(
          phrase: phrase, part: part, past: record[table["past"]],
          participle: record[table["participle"]], status: status,
          place: placePosition(record[table["place"]]), actor: actor, aspect: aspect,
          location: record.location))
    }
    return words
  }

  /// A status or `none`; the outer value is nil, with an entry, if the word is neither.
  private mutating func status(
    _ column: Table.Column, of record: Table.Record
  ) -> ControlStatus?? {
    record[column] == "none" ? .some(nil) : word(column, of: record)
  }

  private func placePosition(_ text: String) -> ControlWord.PlacePosition {
    switch text {
    case "object", "": .object
    case "subject": .subject
    case "after": .after
    default: .prepositions(text.split(separator: "|").map { $0.trimmed })
    }
  }

  /// The rows of a `forces.csv`; the actors of a theatre's own must be known.
  package mutating func forces(
    _ input: InputFile?, isActor: ((String) -> Bool)?
  ) -> [ForceName] {
    guard let table = table(input, ["name", "actor", "unit", "word"]) else { return [] }
    var names: [ForceName] = []
    for record in table.records {
      let name = name(of: record, table["name"])
      let use: ForceName.Use? = word(table["word"], of: record)
      let actor = record[table["actor"]]
      if let isActor, !actor.isEmpty, !isActor(actor) {
        error(
          record, table["actor"],
          "unknown actor \"\(actor)\": write the id or the name of a row of actors.csv")
        continue
      }
      guard let name, let use else { continue }
      names.append(
        ForceName(
          name: name, actor: actor, unit: record[table["unit"]], use: use,
          location: record.location))
    }
    return names
  }
}
