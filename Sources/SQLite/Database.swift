internal import CSQLite

/// A database in memory, to be made and taken out as the bytes of a file.
///
///     let database = try Database()
///     try database.run("CREATE TABLE t (a TEXT)")
///     try database.insert("INSERT INTO t VALUES (?)", [[.text("x")]])
///     let bytes = try database.serialized().bytes
///
/// A class, because it owns a handle that lives on; it belongs to one thread.
public final class Database {
  /// What a column holds.
  public enum Value: Hashable, Sendable {
    /// Nothing.
    case null
    /// A whole number.
    case integer(Int)
    /// A number.
    case real(Double)
    /// A text.
    case text(String)
    /// Bytes.
    case blob([UInt8])
  }

  private let handle: OpaquePointer

  /// Creates an empty database.
  ///
  /// - Throws: `SQLiteError` if there is no memory for it.
  public init() throws(SQLiteError) {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
    guard sqlite3_open_v2(":memory:", &handle, flags, nil) == SQLITE_OK, let handle else {
      throw SQLiteError(operation: "making a database in memory", message: "out of memory")
    }
    self.handle = handle
  }

  deinit { sqlite3_close(handle) }

  /// Runs a statement that takes no values.
  ///
  /// - Throws: `SQLiteError` with SQLite's words.
  public func run(_ sql: String) throws(SQLiteError) {
    try insert(sql, CollectionOfOne([]))
  }

  /// Runs a statement once for each row of values, which stand for its question marks.
  ///
  /// - Throws: `SQLiteError` with SQLite's words, for the first row that fails.
  public func insert(_ sql: String, _ rows: some Sequence<[Value]>) throws(SQLiteError) {
    let statement = try statement(sql)
    for row in rows { try statement.run(row) }
  }

  /// Prepares a statement that is to be run many times.
  ///
  /// - Throws: `SQLiteError` with SQLite's words.
  public func statement(_ sql: String) throws(SQLiteError) -> Statement {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw failure(sql)
    }
    return Statement(self, statement, sql)
  }

  /// A statement that is ready to be run, as often as it is wanted.
  ///
  /// A class, because it owns a handle; it belongs to the thread of its database.
  public final class Statement {
    private let database: Database
    private let handle: OpaquePointer
    private let sql: String

    fileprivate init(_ database: Database, _ handle: OpaquePointer, _ sql: String) {
      self.database = database
      self.handle = handle
      self.sql = sql
    }

    deinit { sqlite3_finalize(handle) }

    /// Runs it with a row of values, which stand for its question marks.
    ///
    /// - Throws: `SQLiteError` with SQLite's words.
    public func run(_ row: [Value]) throws(SQLiteError) {
      for (index, value) in row.enumerated() {
        guard Database.bind(value, to: Int32(index + 1), of: handle) == SQLITE_OK else {
          throw database.failure(sql)
        }
      }
      var step = sqlite3_step(handle)
      while step == SQLITE_ROW { step = sqlite3_step(handle) }
      guard step == SQLITE_DONE, sqlite3_reset(handle) == SQLITE_OK else {
        throw database.failure(sql)
      }
    }
  }

  fileprivate static func bind(
    _ value: Value, to index: Int32, of statement: OpaquePointer
  ) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let number): sqlite3_bind_int64(statement, index, Int64(number))
    case .real(let number): sqlite3_bind_double(statement, index, number)
    case .text(let text): sqlite_bind_text_copy(statement, index, text, Int32(text.utf8.count))
    case .blob(let bytes): sqlite_bind_blob_copy(statement, index, bytes, Int32(bytes.count))
    }
  }

  /// The bytes of the file that this database would be, the same for the same statements.
  ///
  /// A file's header counts how often it was written, and names the version of SQLite that wrote it
  /// last (<https://www.sqlite.org/fileformat.html>, offsets 24, 92 and 96). Neither says anything of
  /// what is in it, so both are set to fixed numbers.
  ///
  /// - Complexity: O(*n*), for *n* bytes, which are in memory beside the database.
  public func serialized() throws(SQLiteError) -> Serialized {
    var size: Int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &size, 0) else {
      throw SQLiteError(operation: "serializing", message: "out of memory")
    }
    let bytes = UnsafeMutableBufferPointer(start: start, count: Int(size))
    if bytes.count >= 100 {
      // SQLite 3.36.0, the oldest that has all that is used here.
      for (offset, number) in [(24, 1), (92, 1), (96, 3_036_000)] {
        for place in 0..<4 {
          bytes[offset + place] = UInt8(truncatingIfNeeded: number >> (24 - 8 * place))
        }
      }
    }
    return Serialized(bytes)
  }

  /// The bytes of a database's file, outside the database.
  ///
  /// A class, because it owns memory of SQLite's.
  public final class Serialized {
    private let buffer: UnsafeMutableBufferPointer<UInt8>

    fileprivate init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    deinit { sqlite3_free(buffer.baseAddress) }

    /// All bytes.
    public var bytes: [UInt8] { Array(buffer) }

    /// The bytes in pieces of at most a mebibyte, to be written one after another.
    public var pieces: some Sequence<[UInt8]> {
      stride(from: 0, to: buffer.count, by: 1 << 20).lazy.map { [self] start in
        Array(buffer[start..<min(start + 1 << 20, buffer.count)])
      }
    }
  }

  fileprivate func failure(_ sql: String) -> SQLiteError {
    SQLiteError(
      operation: String(sql.prefix(60)), message: String(cString: sqlite3_errmsg(handle)))
  }
}
