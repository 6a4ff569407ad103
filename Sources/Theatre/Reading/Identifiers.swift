internal import CSV
internal import Diagnostics
internal import TypedIndices

/// The identifiers of one table, with those whose row was faulty: a reference to such a row is not a
/// fault of its own, nor is any reference to a table that could not be read.
struct Identifiers<Row> {
  private var claims: [String: Int] = [:]
  private var lines: [Int] = []
  private var indices: [TypedIndex<Row>?] = []
  private let lost: Set<String>
  private let isReadable: Bool

  /// An identifier that a row has taken.
  struct Claim {
    let id: String
    fileprivate let number: Int
  }

  /// Begins with no row of a table that was read, or nil if it could not be.
  init(of table: Table?) {
    lost = table?.lostIDs ?? []
    isReadable = table != nil
    claims.reserveCapacity(table?.count ?? 0)
  }

  /// All identifiers, faulty rows' too.
  var known: some Collection<String> { claims.keys }

  /// The index of a row that could be read.
  subscript(id: String) -> TypedIndex<Row>? { claims[id].flatMap { indices[$0] } }

  /// Whether some row has this identifier, or may have.
  func contains(_ id: String) -> Bool { !isReadable || claims[id] != nil || lost.contains(id) }

  /// Takes the identifier of a row; logs an empty one and one that is taken.
  mutating func claim(_ record: Table.Record, log: inout DiagnosticLog) -> Claim? {
    let column = record.table["id"]
    let id = record[column]
    guard !id.isEmpty else {
      log.error(record, column, "the id is empty")
      return nil
    }
    guard id.utf8.allSatisfy(\.isVisibleASCII) || !id.contains(where: \.isNewline) else {
      log.error(record, column, "the id spans several lines: an id is one word")
      return nil
    }
    let first = entry(of: id)
    guard first == lines.count else {
      log.error(record, column, "the id \"\(id)\" is already used in line \(lines[first])")
      return nil
    }
    lines.append(record.location(of: column).line)
    indices.append(nil)
    return Claim(id: id, number: first)
  }

  /// The number of an identifier, which is the next one if it is new.
  private mutating func entry(of id: String) -> Int {
    // One look-up both asks and inserts: the value is inserted when it is accessed in place.
    func value(_ slot: inout Int) -> Int { slot }
    return value(&claims[id, default: lines.count])
  }

  /// Notes the index of the row with an identifier.
  mutating func place(_ claim: Claim, at index: TypedIndex<Row>) {
    indices[claim.number] = index
  }
}
