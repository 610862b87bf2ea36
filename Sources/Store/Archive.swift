// The door to Store: everything that Hallway remembers.
//
// Everything else in this folder is implementation. The only place that knows SQL; may import
// Model; owns SQLite.

package import Model

/// Why the archive cannot be used.
package enum ArchiveError: Error {
  /// SQLite refused something.
  case sqlite(SQLiteError)
  /// The database was written by a newer program.
  case newerSchema(found: Int, known: Int)
  /// The database belongs to another program.
  case foreign(path: String)
}

extension ArchiveError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .sqlite(let error): "\(error)"
    case .foreign(let path):
      "\(path): is the database of another program; name another file as 'database'"
    case .newerSchema(let found, let known):
      "the database has schema \(found), this program knows up to \(known); use a newer hallway"
    }
  }
}

/// What Hallway remembers: one SQLite database.
///
/// Not `Sendable`: it stays with one task.
package final class Archive {
  let connection: Connection

  /// Opens or creates the database and brings its tables up to date.
  ///
  /// - Parameter path: A file's path, or `:memory:`.
  package init(path: String) throws(ArchiveError) {
    do {
      connection = try Connection(path: path)
    } catch {
      throw .sqlite(error)
    }
    try Schema.migrate(connection)
  }

  /// Stores all of what one source gave, or nothing of it.
  ///
  /// - Returns: How many posts, articles and episodes are new or changed.
  @discardableResult
  package func remember(
    threads: [DiscussionThread] = [], articles: [Article] = [], episodes: [Episode] = [],
    health: SourceHealth
  ) throws -> Int {
    try connection.transaction {
      try store(health)
      var changed = 0
      for thread in threads { changed += try store(thread) }
      for article in articles { changed += try store(article) }
      for episode in episodes { changed += try store(episode) }
      return changed
    }
  }

  /// Brings the full-text index up to date with what was stored since the last call: in bulk,
  /// which is eight times faster than row by row.
  package func updateSearchIndex() throws {
    try connection.transaction {
      try connection.execute(
        """
        INSERT INTO post_search(rowid, words) SELECT key, words FROM post WHERE indexed = 0;
        UPDATE post SET indexed = 1 WHERE indexed = 0;
        INSERT INTO cue_search(rowid, text) SELECT key, text FROM cue WHERE indexed = 0;
        UPDATE cue SET indexed = 1 WHERE indexed = 0;
        """)
    }
  }

  /// How many posts and cues the full-text index finds for an FTS5 query.
  package func searchCount(_ query: String) throws -> Int {
    let posts = try connection.rows(
      "SELECT count(*) FROM post_search WHERE post_search MATCH ?", [.text(query)]
    ) { $0.integer(0) ?? 0 }
    let cues = try connection.rows(
      "SELECT count(*) FROM cue_search WHERE cue_search MATCH ?", [.text(query)]
    ) { $0.integer(0) ?? 0 }
    return Int((posts.first ?? 0) + (cues.first ?? 0))
  }
}
