// Articles.

package import Model

extension Archive {
  /// The articles published inside a window, newest first, then by id.
  package func articles(in window: Window) throws -> [Article] {
    try connection.rows(
      """
      SELECT id, title, url, author, date, words, source, site FROM article
      WHERE date >= ? AND date < ? ORDER BY date DESC, id
      """, [SQLValue(window.from.seconds), SQLValue(window.until.seconds)]
    ) { row in
      Article(
        id: row.text(0) ?? "", title: row.text(1) ?? "", url: row.text(2) ?? "",
        author: row.text(3), date: row.integer(4).map(Timestamp.init), words: row.text(5) ?? "",
        source: row.text(6) ?? "", site: row.text(7) ?? "")
    }
  }

  /// Stores an article; returns 1 if it is new or changed, else 0.
  func store(_ article: Article, by storer: Storer) throws(SQLiteError) -> Int {
    let claimant = Claimant(source: article.source, storer: storer)
    let id = try identity(article.id, keys: article.keys, in: .article, by: claimant)
    switch try claim(of: claimant, on: id, in: .article) {
    case .none: return 0
    case .replace: break
    case .take:
      try connection.run(
        "UPDATE article SET source = ?, site = ? WHERE id = ?",
        [.text(article.source), .text(article.site), .text(id)])
    }
    return try keepingQuoted([id]) { () throws(SQLiteError) in
      try connection.run(
        """
        INSERT INTO article(id, title, url, author, date, words, source, site)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET title = excluded.title, url = excluded.url,
          author = excluded.author, date = coalesce(excluded.date, date), words = excluded.words,
          indexed = 0
          WHERE title <> excluded.title OR url <> excluded.url OR author IS NOT excluded.author
            OR (excluded.date IS NOT NULL AND date IS NOT excluded.date) OR words <> excluded.words
        """,
        [
          .text(id), .text(article.title), .text(article.url), SQLValue(article.author),
          SQLValue(article.date?.seconds), .text(article.words), .text(article.source),
          .text(article.site),
        ])
    }
  }
}
