// What a damaged database still gives.

/// What no source can give again: which issues were published, what they printed and quoted, and which
/// were sent.
extension Archive {
  private static let lasting: [(table: String, columns: String)] = [
    ("issue", "slug, title, first_day, end_day, until, summary, content"),
    ("printed_quote", "issue, place, origin, text"),
    ("printed_topic", "issue, slug, label, week, posts, moments, terms, members"),
    ("printed_thread", "issue, thread"),
    ("mail", "issue, message_id, state, at"),
    ("proposal_status", "proposal, since, status"),
  ]

  /// Copies the published issues, the texts that they quote, and their mail out of another database, as
  /// far as it can be read.
  ///
  /// - Returns: How many issues were copied, and why copying ended early; `nil` when it did not.
  package func salvage(from path: String) -> (issues: Int, problem: String?) {
    do {
      let damaged = try Connection(path: path, isReadOnly: true)
      var problem: String?
      for (table, columns) in Self.lasting {
        do {
          try copy(table, columns, from: damaged)
        } catch {
          problem = problem ?? "\(error)"
        }
      }
      salvageQuoted(from: damaged)
      let count = try connection.rows("SELECT count(*) FROM issue") { $0.integer(0) ?? 0 }
      return (Int(count.first ?? 0), problem)
    } catch {
      return (0, "\(error)")
    }
  }

  /// Keeps what the issues quote: the sources may have other words by now, or nothing any more.
  ///
  /// What cannot be read is no fault of its own: `verify` looks for each quote.
  private func salvageQuoted(from damaged: Connection) {
    // A database of an older program has no such tables.
    try? copy("earlier_text", "issue, origin, words", from: damaged)
    try? copy("withdrawn", "issue, end_day, at", from: damaged)
    let origins = try? connection.rows(
      "SELECT DISTINCT origin FROM printed_quote ORDER BY origin"
    ) { $0.text(0) ?? "" }
    // A page that cannot be read leaves the others.
    _ = try? connection.transaction {
      for origin in origins ?? [] {
        if let text = try? Self.text(ofOrigin: origin, in: damaged) {
          try keep(text, ofOrigin: origin)
        }
      }
    }
  }

  private func copy(_ table: String, _ columns: String, from damaged: Connection) throws {
    let marks = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
    var rows: [[SQLValue]] = []
    var failure: SQLiteError?
    do throws(SQLiteError) {
      try damaged.query("SELECT \(columns) FROM \(table)") { rows.append($0.values) }
    } catch {
      failure = error
    }
    try connection.transaction {
      for row in rows {
        // A row whose issue could not be read has nothing to belong to.
        _ = try? connection.run(
          "INSERT OR IGNORE INTO \(table)(\(columns)) VALUES(\(marks))", row)
      }
    }
    if let failure { throw failure }
  }
}
