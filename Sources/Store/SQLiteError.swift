// What SQLite refused, with all that is needed to find out why.

/// What SQLite refused.
package struct SQLiteError: Error, CustomStringConvertible {
  /// SQLite's extended result code.
  package let code: Int32
  /// SQLite's own words.
  package let message: String
  /// The statement, or what was done; never bound values.
  package let statement: String

  package var description: String { "\(message) (SQLite \(code), in: \(statement.prefix(80)))" }
}
