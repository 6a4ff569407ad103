package import Diagnostics

/// The columns of one kind of table.
///
/// Each is named once. The same name says that the table must have the column and looks it up:
///
///     struct TownColumns: TableColumns {
///       let name: Table.Column
///       let note: Table.Column
///
///       init(_ columns: inout ColumnFinder) {
///         name = columns.required("name")
///         note = columns.optional("note")
///       }
///     }
package protocol TableColumns: Sendable {
  /// Asks for the columns one by one, those that are required in the order in which a message lists
  /// them.
  init(_ columns: inout ColumnFinder)
}

/// Finds the columns of a table by their names and remembers which ones are required.
package struct ColumnFinder {
  private let table: Table?
  fileprivate var required: [String] = []

  fileprivate init(_ table: Table?) { self.table = table }

  /// A column without which the table cannot be used.
  package mutating func required(_ name: String) -> Table.Column {
    required.append(name)
    return optional(name)
  }

  /// A column that the table may lack; its values are empty then.
  package func optional(_ name: String) -> Table.Column {
    table?[name] ?? Table.Column(name: name, index: nil)
  }
}

extension TableColumns {
  /// The names of the columns without which a table cannot be used.
  private static var required: [String] {
    var finder = ColumnFinder(nil)
    _ = Self(&finder)
    return finder.required
  }

  /// Opens a table that has these columns, or nil with an entry in the log; without a file there is
  /// none.
  package static func open(
    _ input: InputFile?, log: inout DiagnosticLog
  ) -> (table: Table, columns: Self)? {
    guard let table = log.table(input, required) else { return nil }
    var finder = ColumnFinder(table)
    return (table, Self(&finder))
  }
}
