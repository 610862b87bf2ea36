// What is too old and not quoted goes.

package import Model

extension Archive {
  /// How much was removed.
  package struct Removal: Equatable, Sendable {
    /// Posts.
    package var posts = 0
    /// Articles.
    package var articles = 0
    /// Episodes, with their transcripts.
    package var episodes = 0

    /// All of it.
    package var count: Int { posts + articles + episodes }
  }

  /// Removes what was published before a moment, all of it or nothing; what has no date stays.
  ///
  /// What a published issue quotes stays whole: the post, the article, the episode with all its cues. A
  /// thread stays, even without posts, and remembers up to which number they were removed, so that they do
  /// not count as posts that no feed gave, and it does not count as new when somebody answers. The search index follows at once, the
  /// counts of terms when they are next brought up to date.
  package func remove(before moment: Timestamp) throws -> Removal {
    try connection.transaction {
      try noteQuoted()
      let limit = [SQLValue(moment.seconds)]
      var removal = Removal()
      try connection.run(
        """
        UPDATE thread SET removed_up_to = max(removed_up_to, old.number) FROM (
          SELECT thread, max(coalesce(number, 1)) AS number FROM post
          WHERE date < ? AND id NOT IN (SELECT id FROM temp.quoted) GROUP BY thread) AS old
        WHERE thread.id = old.thread
        """, limit)
      removal.posts = try connection.run(
        "DELETE FROM post WHERE date < ? AND id NOT IN (SELECT id FROM temp.quoted)", limit)
      removal.articles = try connection.run(
        "DELETE FROM article WHERE date < ? AND id NOT IN (SELECT id FROM temp.quoted)", limit)
      removal.episodes = try connection.run(
        "DELETE FROM episode WHERE date < ? AND id NOT IN (SELECT id FROM temp.quoted)", limit)
      if removal.count > 0 {
        try connection.run(
          """
          DELETE FROM known_as WHERE NOT EXISTS (SELECT 1 FROM post WHERE post.id = known_as.id)
            AND NOT EXISTS (SELECT 1 FROM article WHERE article.id = known_as.id)
            AND NOT EXISTS (SELECT 1 FROM episode WHERE episode.id = known_as.id)
          """)
      }
      return removal
    }
  }

  /// The ids of posts, articles and episodes that published issues quote, into a table of this
  /// connection.
  private func noteQuoted() throws(SQLiteError) {
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS quoted(id TEXT PRIMARY KEY) WITHOUT ROWID;
      DELETE FROM temp.quoted;
      INSERT INTO temp.quoted SELECT DISTINCT origin FROM printed_quote;
      """)
    let spoken = try connection.rows("SELECT id FROM temp.quoted") { $0.text(0) ?? "" }
      .compactMap { Self.cue(ofOrigin: $0)?.episode }
    for episode in spoken {
      try connection.run("INSERT OR IGNORE INTO temp.quoted(id) VALUES(?)", [.text(episode)])
    }
  }

  /// Gives the space of what was removed back to the disk, where it is a quarter of the file or more.
  ///
  /// SQLite keeps free pages for what is stored next, which is what they are needed for: where as much
  /// comes as goes, the file stays as it is. To write it anew (`VACUUM`) takes its size once more while
  /// it lasts, so it is done seldom, when much has gone at once. `auto_vacuum` would move pages in every
  /// run, cannot be switched on without a `VACUUM` of old databases, and leaves the rest in
  /// pieces.
  ///
  /// - Returns: Whether it was done.
  @discardableResult
  package func compact() throws -> Bool {
    func number(_ pragma: String) throws(SQLiteError) -> Int64 {
      try connection.rows("PRAGMA \(pragma)") { $0.integer(0) ?? 0 }.first ?? 0
    }
    guard try number("freelist_count") * 4 >= number("page_count") else { return false }
    try connection.execute("INSERT INTO search(search) VALUES('optimize')")
    try connection.execute("VACUUM")
    return true
  }
}
