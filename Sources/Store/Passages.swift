// What the full text finds, with what there is to show of it.

import FoundationEssentials
package import Model

/// What is looked for.
package struct PassageSearch: Sendable {
  /// An expression of FTS5 over titles and words.
  package var expression: String
  /// An expression of FTS5 for any of the words that are looked for.
  ///
  /// Every post has its thread's title: one that has none of the words itself is found only when
  /// it opens the thread.
  package var anyWord: String
  /// Addresses of sources and names of sites; `nil`: all.
  package var sources: [String]?
  /// Names of people; `nil`: all.
  package var people: [String]?
  /// The first moment; `nil`: any.
  package var from: Timestamp?
  /// The first moment after; `nil`: any.
  package var until: Timestamp?

  /// Creates a search that nothing narrows.
  package init(expression: String, anyWord: String) {
    (self.expression, self.anyWord) = (expression, anyWord)
  }
}

/// A place that was found.
package struct Passage: Sendable {
  /// What it is.
  package enum Kind: Sendable {
    /// A post of a thread.
    case post
    /// An article.
    case article
    /// An episode by its title or notes.
    case episode(Episode)
    /// A stretch of an episode, with the place of its first cue.
    case stretch(Episode, first: Int, [Cue])
  }

  /// What marks the beginning of a found word in ``marked``.
  package static let opening: UInt8 = 2
  /// What marks its end.
  package static let closing: UInt8 = 3

  /// What it is.
  package let kind: Kind
  /// The id of the post, article or episode.
  package let id: String
  /// The title of the thread, article or episode.
  package let title: String
  /// Where to read it; `nil` when no address is known.
  package let url: String?
  /// Who wrote it; `nil` when not known, and for what is spoken.
  package let author: String?
  /// When it was published; `nil` when not known.
  package let date: Timestamp?
  /// The name of the site, blog or show.
  package let site: String
  /// Its words, what was found between ``opening`` and ``closing``; a stretch's are those of its cues
  /// with a blank between.
  package let marked: String
}

extension Archive {
  /// The keys of passages, best first (Okapi BM25, titles twice), newer first among equals.
  package func passages(_ search: PassageSearch, limit: Int) throws -> [Int64] {
    try connection.rows(
      """
      WITH opening AS MATERIALIZED (SELECT key FROM (
        SELECT key, row_number() OVER (PARTITION BY thread
          ORDER BY number IS NULL, number, date IS NULL, date, id) AS place FROM post)
        WHERE place = 1)
      SELECT search.rowid, bm25(search, 2.0, 1.0) AS score,
        coalesce(post.date, article.date, episode.date) AS published,
        coalesce(post.id, article.id, episode.id) AS identity
      FROM search JOIN passage ON passage.key = search.rowid
        LEFT JOIN post ON post.key = passage.post LEFT JOIN thread ON thread.id = post.thread
        LEFT JOIN article ON article.key = passage.article
        LEFT JOIN episode ON episode.id = passage.episode
      WHERE search MATCH ?1 AND (
        search.rowid IN (SELECT rowid FROM search WHERE search MATCH ?2)
        OR passage.post IS NULL AND passage.first IS NULL
        OR passage.post IN (SELECT key FROM opening))
      AND (?3 IS NULL OR published >= ?3) AND (?4 IS NULL OR published < ?4)
      AND (?5 IS NULL
        OR coalesce(thread.source, article.source, episode.source)
          IN (SELECT value FROM json_each(?5))
        OR coalesce(thread.site, article.site, episode.show) IN (SELECT value FROM json_each(?5)))
      AND (?6 IS NULL
        OR coalesce(post.author, article.author) IN (SELECT value FROM json_each(?6))
        OR post.author_key IN (SELECT value FROM json_each(?6))
        OR EXISTS (SELECT 1 FROM cue WHERE cue.episode = passage.episode
          AND place >= passage.first AND place < passage.until
          AND speaker IN (SELECT value FROM json_each(?6))))
      ORDER BY score, published IS NULL, published DESC, identity, passage.first LIMIT ?7
      """,
      [
        .text(search.expression), .text(search.anyWord), SQLValue(search.from?.seconds),
        SQLValue(search.until?.seconds), SQLValue(try search.sources.map(Self.list)),
        SQLValue(try search.people.map(Self.list)), SQLValue(limit),
      ]
    ) { $0.integer(0) ?? 0 }
  }

  /// One of the passages that were found.
  package func passage(_ key: Int64, of search: PassageSearch) throws -> Passage? {
    let found = try connection.rows(
      """
      SELECT passage.title, highlight(search, 1, char(2), char(3)),
        coalesce(post.id, article.id, passage.episode), coalesce(post.url, article.url),
        coalesce(post.author, article.author), coalesce(post.date, article.date),
        coalesce(thread.site, article.site), post.key, article.key, passage.first, passage.until
      FROM search JOIN passage ON passage.key = search.rowid
        LEFT JOIN post ON post.key = passage.post LEFT JOIN thread ON thread.id = post.thread
        LEFT JOIN article ON article.key = passage.article
      WHERE search MATCH ?1 AND search.rowid = ?2
      """, [.text(search.expression), .integer(key)]
    ) { row in
      (
        passage: Passage(
          kind: row.integer(7) == nil ? .article : .post, id: row.text(2) ?? "",
          title: row.text(0) ?? "", url: row.text(3),
          author: row.text(4).flatMap { $0.isEmpty ? nil : $0 },
          date: row.integer(5).map(Timestamp.init), site: row.text(6) ?? "",
          marked: row.text(1) ?? ""),
        isRead: row.integer(7) != nil || row.integer(8) != nil,
        first: row.integer(9).map { Int($0) }, until: row.integer(10).map { Int($0) }
      )
    }.first
    guard let found else { return nil }
    if found.isRead { return found.passage }
    guard let episode = try episode(found.passage.id) else { return nil }
    var kind = Passage.Kind.episode(episode)
    if let first = found.first, let until = found.until {
      kind = .stretch(episode, first: first, try cues(of: episode.id, first..<until))
    }
    return Passage(
      kind: kind, id: episode.id, title: episode.title, url: episode.url ?? episode.audio,
      author: nil, date: episode.date, site: episode.show, marked: found.passage.marked)
  }

  /// Everybody who wrote or spoke, by the names and keys under which they are stored, in order.
  package func people() throws -> [(name: String, key: String)] {
    try connection.rows(
      """
      SELECT author, author_key FROM post UNION SELECT author, author FROM article
      UNION SELECT speaker, speaker FROM cue ORDER BY 1, 2
      """
    ) { ($0.text(0) ?? "", $0.text(1) ?? "") }.filter { !$0.0.isEmpty }
  }

  /// The sources of what is stored, with the names of their sites and their own titles, in order.
  package func sites() throws -> [(address: String, site: String, title: String?)] {
    try connection.rows(
      """
      SELECT address, site, source.title FROM (
        SELECT source AS address, site FROM thread UNION SELECT source, site FROM article
        UNION SELECT source, show FROM episode) JOIN source USING (address) ORDER BY 1, 2
      """
    ) { ($0.text(0) ?? "", $0.text(1) ?? "", $0.text(2)) }
  }

  private static func list(_ names: [String]) throws -> String {
    String(decoding: try JSONEncoder().encode(names), as: UTF8.self)
  }
}
