// What is remembered about the sources.

package import Model

extension Archive {
  /// What is remembered about all sources, by address.
  package func sourceHealth() throws -> [String: SourceHealth] {
    let all = try connection.rows(
      """
      SELECT address, title, kind, last_attempt, last_success, failures, last_error, etag,
        last_modified FROM source
      """
    ) { row in
      SourceHealth(
        address: row.text(0) ?? "", title: row.text(1),
        kind: row.text(2).flatMap(Source.Kind.init),
        lastAttempt: row.integer(3).map(Timestamp.init),
        lastSuccess: row.integer(4).map(Timestamp.init),
        failures: Int(row.integer(5) ?? 0), lastError: row.text(6),
        validators: Validators(etag: row.text(7), lastModified: row.text(8)))
    }
    return Dictionary(all.map { ($0.address, $0) }) { first, _ in first }
  }

  /// Stores what is known of a source, in place of what was.
  func store(_ health: SourceHealth) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO source(address, title, kind, last_attempt, last_success, failures, last_error,
        etag, last_modified) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(address) DO UPDATE SET title = coalesce(excluded.title, title),
        kind = coalesce(excluded.kind, kind), last_attempt = excluded.last_attempt,
        last_success = excluded.last_success, failures = excluded.failures,
        last_error = excluded.last_error, etag = excluded.etag,
        last_modified = excluded.last_modified
      """,
      [
        .text(health.address), SQLValue(health.title), SQLValue(health.kind?.rawValue),
        SQLValue(health.lastAttempt?.seconds), SQLValue(health.lastSuccess?.seconds),
        SQLValue(health.failures), SQLValue(health.lastError), SQLValue(health.validators.etag),
        SQLValue(health.validators.lastModified),
      ])
  }
}
