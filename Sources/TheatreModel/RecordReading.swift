internal import GeoJSON

/// The identifiers of one table, with those whose row was faulty: a reference to such a row is no
/// fault of its own, nor is any reference to a table that could not be read.
struct Identifiers {
  private var indices: [String: Int] = [:]
  private var lines: [String: Int] = [:]
  private let lost: Set<String>
  private let isReadable: Bool

  /// Begins with no row of a table that was read, or nil if it could not be.
  init(of table: Table?) {
    lost = table?.lostIDs ?? []
    isReadable = table != nil
  }

  /// All identifiers, faulty rows' too.
  var known: some Collection<String> { lines.keys }

  /// The index of a row that could be read.
  subscript(id: String) -> Int? { indices[id] }

  /// Whether some row has this identifier, or may have.
  func contains(_ id: String) -> Bool { !isReadable || lines[id] != nil || lost.contains(id) }

  /// Takes the identifier of a row; logs an empty one and one that is taken.
  mutating func claim(
    _ record: Table.Record, in file: String, log: inout DiagnosticLog
  ) -> String? {
    let id = record["id"]
    let location = record.location(of: "id")
    guard !id.isEmpty else {
      log.error(file, location, "the id is empty")
      return nil
    }
    guard !id.contains(where: \.isNewline) else {
      log.error(file, location, "the id goes over several lines: an id is one word")
      return nil
    }
    if let line = lines[id] {
      log.error(file, location, "the id \"\(id)\" stands already in line \(line)")
      return nil
    }
    lines[id] = location.line
    return id
  }

  /// Says at which index the row with an identifier was put.
  mutating func place(_ id: String, at index: Int) {
    indices[id] = index
  }
}

extension DiagnosticLog {
  /// A name to show, or nil and an entry if the field is empty.
  mutating func name(of record: Table.Record, in file: String) -> String? {
    let name = record["name"]
    if !name.isEmpty { return name }
    error(file, record.location(of: "name"), "the name is empty: people read it on the map")
    return nil
  }

  /// A number, or nil and an entry if the field holds none.
  mutating func number(
    _ column: String, of record: Table.Record, in file: String
  ) -> Double? {
    let text = record[column]
    let isDecimal = text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    if isDecimal, let number = Double(text), number.isFinite { return number }
    let hint = text.contains(",") ? ": write a point, not a comma" : ""
    error(
      file, record.location(of: column),
      text.isEmpty ? "\(column) is empty" : "\(column) \"\(text)\" is no number\(hint)")
    return nil
  }

  /// A date, or nil and an entry if the field holds none.
  mutating func date(_ column: String, of record: Table.Record, in file: String) -> FuzzyDate? {
    let text = record[column]
    guard !text.isEmpty else {
      error(file, record.location(of: column), "\(column) is empty: write 2016-10-31")
      return nil
    }
    do throws(DateError) {
      return try FuzzyDate(text)
    } catch let fault {
      error(file, record.location(of: column), fault.message)
      return nil
    }
  }

  /// A date that may be left out; the outer value is nil if there is text and it is no date.
  mutating func optionalDay(
    _ column: String, of record: Table.Record, in file: String
  ) -> Day?? {
    guard !record[column].isEmpty else { return .some(nil) }
    return date(column, of: record, in: file).map(\.effectiveDay)
  }

  /// The index of what a field refers to, or nil, with an entry if nothing has that identifier.
  mutating func reference(
    _ column: String, of record: Table.Record, in file: String, to target: String,
    _ identifiers: Identifiers
  ) -> Int? {
    let id = record[column]
    if let index = identifiers[id] { return index }
    guard id.isEmpty || !identifiers.contains(id) else { return nil }
    let hint = suggestion(for: id, among: identifiers.known)
    error(
      file, record.location(of: column),
      id.isEmpty
        ? "\(column) is empty: name an id of \(target)"
        : "unknown \(column) \"\(id)\": \(target) has no such id\(hint)")
    return nil
  }

  /// Logs a side that no actor has; says nothing if the sides are not all known.
  mutating func refuse(
    unknownSide name: String, in file: String, at location: SourceLocation,
    among sides: Set<String>?
  ) {
    guard let sides, !sides.contains(name) else { return }
    let known = sides.isEmpty ? "no side" : sides.sorted().joined(separator: ", ")
    error(file, location, "unknown side \"\(name)\": actors.csv has \(known)")
  }

  /// A word of a vocabulary, or nil and an entry that lists the vocabulary.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ column: String, of record: Table.Record, in file: String
  ) -> Word? where Word.RawValue == String {
    let text = record[column]
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    error(
      file, record.location(of: column), "unknown \(column) \"\(text)\": write one of \(known)")
    return nil
  }
}
