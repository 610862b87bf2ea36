// What is remembered about the sources.

package import Model

extension Archive {
  /// What is remembered about all sources, by address.
  package func sourceHealth() throws -> [String: SourceHealth] {
    let all = try connection.rows(
      """
      SELECT address, title, kind, last_attempt, last_success, failures, last_error, etag,
        last_modified, failing_since, last_full, next_attempt, moved_to, moved_sightings, gone,
        listed_as, language FROM source
      """
    ) { row in
      var health = SourceHealth(
        address: row.text(0) ?? "", title: row.text(1),
        kind: row.text(2).flatMap(Source.Kind.init),
        lastAttempt: row.integer(3).map(Timestamp.init),
        lastSuccess: row.integer(4).map(Timestamp.init),
        failures: Int(row.integer(5) ?? 0), lastError: row.text(6),
        validators: Validators(etag: row.text(7), lastModified: row.text(8)))
      health.failingSince = row.integer(9).map(Timestamp.init)
      health.lastFull = row.integer(10).map(Timestamp.init)
      health.nextAttempt = row.integer(11).map(Timestamp.init)
      health.movedTo = row.text(12)
      health.movedSightings = Int(row.integer(13) ?? 0)
      health.isGone = row.integer(14) == 1
      health.listedAs = row.text(15)
      health.language = row.text(16)
      return health
    }
    return Dictionary(all.map { ($0.address, $0) }) { first, _ in first }
  }

  /// Stores what is known of a source, in place of what was.
  func store(_ health: SourceHealth) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO source(address, title, kind, last_attempt, last_success, failures, last_error,
        etag, last_modified, failing_since, last_full, next_attempt, moved_to, moved_sightings,
        gone, listed_as, language)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(address) DO UPDATE SET title = coalesce(excluded.title, title),
        kind = coalesce(excluded.kind, kind), last_attempt = excluded.last_attempt,
        last_success = excluded.last_success, failures = excluded.failures,
        last_error = excluded.last_error, etag = excluded.etag,
        last_modified = excluded.last_modified, failing_since = excluded.failing_since,
        last_full = excluded.last_full, next_attempt = excluded.next_attempt,
        moved_to = excluded.moved_to, moved_sightings = excluded.moved_sightings,
        gone = excluded.gone, listed_as = excluded.listed_as,
        language = coalesce(excluded.language, language)
      """,
      [
        .text(health.address), SQLValue(health.title), SQLValue(health.kind?.rawValue),
        SQLValue(health.lastAttempt?.seconds), SQLValue(health.lastSuccess?.seconds),
        SQLValue(health.failures), SQLValue(health.lastError), SQLValue(health.validators.etag),
        SQLValue(health.validators.lastModified), SQLValue(health.failingSince?.seconds),
        SQLValue(health.lastFull?.seconds), SQLValue(health.nextAttempt?.seconds),
        SQLValue(health.movedTo), SQLValue(health.movedSightings),
        SQLValue(health.isGone ? 1 : 0), SQLValue(health.listedAs), SQLValue(health.language),
      ])
  }
}
