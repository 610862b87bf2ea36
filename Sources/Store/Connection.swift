// One connection to a database, its statements and its transactions.

import CSQLite

/// A value of a column or parameter.
enum SQLValue {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }
  init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
  init(_ number: Int64?) { self = number.map(SQLValue.integer) ?? .null }
  init(_ number: Double?) { self = number.map(SQLValue.real) ?? .null }
}

/// A connection.
///
/// Not `Sendable`: it stays with the task that opened it.
final class Connection {
  /// The database's file.
  let path: String
  private var handle: OpaquePointer?
  private var statements: [String: OpaquePointer] = [:]

  /// Opens or creates a database: write-ahead log, foreign keys on, five seconds of patience with
  /// a locked file.
  ///
  /// - Parameter isReadOnly: Only looks at one that is there.
  init(path: String, isReadOnly: Bool = false) throws(SQLiteError) {
    self.path = path
    let access = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = sqlite3_open_v2(path, &handle, access | SQLITE_OPEN_NOMUTEX, nil)
    // What was opened is closed by deinit all the same.
    guard code == SQLITE_OK else { throw failure(code, "open \(path)") }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, 5000)
    guard !isReadOnly else { return }
    try execute("PRAGMA foreign_keys = ON")
    try execute("PRAGMA journal_mode = WAL")
    try execute("PRAGMA synchronous = NORMAL")
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// Runs statements that give nothing back.
  func execute(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code, sql) }
  }

  /// Runs a statement with parameters; returns the number of rows that it changed.
  @discardableResult
  func run(_ sql: String, _ values: [SQLValue] = []) throws(SQLiteError) -> Int {
    try query(sql, values) { _ in }
    return Int(sqlite3_changes64(handle))
  }

  /// Runs a query and hands over each row.
  func query(_ sql: String, _ values: [SQLValue] = [], _ body: (Row) -> Void)
    throws(SQLiteError)
  {
    let statement = try bound(sql, values)
    defer { release(statement) }
    while try step(statement, sql) { body(Row(statement: statement)) }
  }

  /// The same for a body that may fail, which ends the query.
  func each(_ sql: String, _ values: [SQLValue] = [], _ body: (Row) throws -> Void) throws {
    let statement = try bound(sql, values)
    defer { release(statement) }
    while try step(statement, sql) { try body(Row(statement: statement)) }
  }

  /// Runs a query and makes a value of each row.
  func rows<T>(_ sql: String, _ values: [SQLValue] = [], _ make: (Row) -> T) throws(SQLiteError)
    -> [T]
  {
    var result: [T] = []
    try query(sql, values) { result.append(make($0)) }
    return result
  }

  /// Looks at one state of the database, whatever others write meanwhile.
  func snapshot(_ body: () throws -> Void) throws {
    try execute("BEGIN")
    defer {
      // Nothing was written that could be lost.
      try? execute("ROLLBACK")
    }
    try body()
  }

  /// All or nothing; transactions are not nested.
  func transaction<T>(_ body: () throws -> T) throws -> T {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // The cause matters, not whether the rollback was still needed.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// The same, and what was written is on the disk before this returns, whatever happens to the
  /// machine.
  func durably(_ body: () throws -> Void) throws {
    try execute("PRAGMA synchronous = FULL")
    defer {
      // With the usual setting back or not, what is written later is safe.
      try? execute("PRAGMA synchronous = NORMAL")
    }
    try transaction(body)
  }

  private func bound(_ sql: String, _ values: [SQLValue]) throws(SQLiteError) -> OpaquePointer {
    let statement = try prepared(sql)
    for (index, value) in values.enumerated() {
      let code = bind(statement, Int32(index + 1), value)
      guard code == SQLITE_OK else {
        release(statement)
        throw failure(code, sql)
      }
    }
    return statement
  }

  private func step(_ statement: OpaquePointer, _ sql: String) throws(SQLiteError) -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failure(code, sql)
    }
  }

  private func release(_ statement: OpaquePointer) {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  private func prepared(_ sql: String) throws(SQLiteError) -> OpaquePointer {
    if let known = statements[sql] { return known }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw failure(code, sql) }
    statements[sql] = statement
    return statement
  }

  private func bind(_ statement: OpaquePointer, _ index: Int32, _ value: SQLValue) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, number)
    case .real(let number): return sqlite3_bind_double(statement, index, number)
    case .text(var text):
      // With the byte count: a NUL inside would cut the text otherwise.
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          hw_bind_text(statement, index, $0.baseAddress, UInt64($0.count))
        }
      }
    }
  }

  private func failure(_ code: Int32, _ statement: String) -> SQLiteError {
    SQLiteError(
      code: handle.map(sqlite3_extended_errcode) ?? code,
      message: handle.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory",
      statement: statement, path: path)
  }
}

/// The row that a query stands on; valid only while it does.
struct Row {
  fileprivate let statement: OpaquePointer

  /// The text of a column; `nil` for NULL.
  func text(_ column: Int32) -> String? {
    guard let bytes = sqlite3_column_text(statement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// The number in a column; `nil` for NULL.
  func integer(_ column: Int32) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(statement, column)
  }

  /// The number in a column; `nil` for NULL.
  func real(_ column: Int32) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(statement, column)
  }

  /// All columns as they are; blobs, of which there are none, count as NULL.
  var values: [SQLValue] {
    (0..<sqlite3_column_count(statement)).map { column in
      switch sqlite3_column_type(statement, column) {
      case SQLITE_INTEGER: SQLValue(integer(column))
      case SQLITE_FLOAT: SQLValue(real(column))
      case SQLITE_TEXT: SQLValue(text(column))
      default: .null
      }
    }
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }
}
