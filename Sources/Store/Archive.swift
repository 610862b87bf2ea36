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
  /// The database was written by an older program, and is only to be looked at.
  case olderSchema(found: Int, known: Int)
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
    case .olderSchema(let found, let known):
      "the database has schema \(found), this program's is \(known); 'hallway fetch' brings it up to date"
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

  /// Opens a database only to look at it, which changes nothing in it.
  package init(reading path: String) throws(ArchiveError) {
    do {
      connection = try Connection(path: path, isReadOnly: true)
    } catch {
      throw .sqlite(error)
    }
    try Schema.expectCurrent(connection)
  }

  /// The last moment before another at which something was published; `nil`: none is stored.
  package func newestDate(before moment: Timestamp) throws -> Timestamp? {
    try connection.rows(
      """
      SELECT max(date) FROM (
        SELECT max(date) AS date FROM post WHERE date < ?1
        UNION ALL SELECT max(date) FROM article WHERE date < ?1
        UNION ALL SELECT max(date) FROM episode WHERE date < ?1)
      """, [SQLValue(moment.seconds)]
    ) { $0.integer(0).map(Timestamp.init) }.first.flatMap(\.self)
  }

  /// Stores all of what one source gave, or nothing of it; what is another's stays as it is.
  ///
  /// - Parameter storer: By what right something that is stored is replaced.
  /// - Returns: How many posts, articles and episodes are new or changed.
  @discardableResult
  package func remember(
    threads: [DiscussionThread] = [], articles: [Article] = [], episodes: [Episode] = [],
    health: SourceHealth, by storer: Storer = .source()
  ) throws -> Int {
    try connection.transaction {
      try store(health)
      var changed = 0
      for thread in threads { changed += try store(thread, by: storer) }
      for article in articles { changed += try store(article, by: storer) }
      for episode in episodes { changed += try store(episode, by: storer) }
      return changed
    }
  }
}
