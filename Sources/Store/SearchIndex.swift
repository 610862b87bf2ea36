// The full-text index: which passages are in it, and its words.

/// What the full text finds is a passage: a post, an article, an episode's notes, or a stretch of a
/// transcript.
///
/// A single cue is too short for a phrase; stretches overlap, so that no phrase lies across a border.
extension Archive {
  /// Brings the full-text index up to date with what was stored since the last call: in bulk,
  /// which is eight times faster than row by row.
  package func updateSearchIndex() throws {
    try connection.transaction {
      let last = try connection.rows("SELECT coalesce(max(key), 0) FROM passage") {
        $0.integer(0) ?? 0
      }.first
      try connection.execute(
        """
        INSERT INTO passage(title, post) SELECT thread.title, post.key FROM post
          JOIN thread ON thread.id = post.thread WHERE post.indexed = 0 ORDER BY post.key;
        UPDATE post SET indexed = 1 WHERE indexed = 0;
        INSERT INTO passage(title, article) SELECT title, key FROM article WHERE indexed = 0
          ORDER BY key;
        UPDATE article SET indexed = 1 WHERE indexed = 0;
        INSERT INTO passage(title, episode) SELECT title, id FROM episode WHERE indexed = 0
          ORDER BY id;
        UPDATE episode SET indexed = 1 WHERE indexed = 0;
        """)
      let spoken = try connection.rows(
        """
        SELECT id, title FROM episode WHERE id IN (SELECT episode FROM cue WHERE indexed = 0)
        ORDER BY id
        """
      ) { (id: $0.text(0) ?? "", title: $0.text(1) ?? "") }
      for episode in spoken {
        for stretch in try stretches(of: episode.id) {
          try connection.run(
            "INSERT INTO passage(title, episode, first, until) VALUES(?, ?, ?, ?)",
            [
              .text(episode.title), .text(episode.id), SQLValue(stretch.lowerBound),
              SQLValue(stretch.upperBound),
            ])
        }
      }
      try connection.execute("UPDATE cue SET indexed = 1 WHERE indexed = 0")
      try connection.run(
        """
        INSERT INTO search(rowid, title, words)
        SELECT key, title, words FROM passage_text WHERE key > ? ORDER BY key
        """, [.integer(last ?? 0)])
    }
  }

  /// Whether anything stored is not in the index yet.
  package func isSearchIndexBehind() throws -> Bool {
    try connection.rows(
      """
      SELECT EXISTS (SELECT 1 FROM post WHERE indexed = 0)
        OR EXISTS (SELECT 1 FROM article WHERE indexed = 0)
        OR EXISTS (SELECT 1 FROM episode WHERE indexed = 0)
        OR EXISTS (SELECT 1 FROM cue WHERE indexed = 0)
      """
    ) { $0.integer(0) == 1 }.first ?? false
  }

  /// The words of a text as the index has them: small letters without marks.
  package func indexTerms(of text: String) throws -> [String] {
    try connection.execute(
      """
      CREATE VIRTUAL TABLE IF NOT EXISTS temp.typed USING fts5(
        words, tokenize='unicode61 remove_diacritics 2');
      CREATE VIRTUAL TABLE IF NOT EXISTS temp.typed_terms USING fts5vocab(
        'temp', 'typed', 'instance');
      DELETE FROM temp.typed;
      """)
    try connection.run("INSERT INTO temp.typed(words) VALUES(?)", [.text(text)])
    return try connection.rows("SELECT term FROM temp.typed_terms ORDER BY offset") {
      $0.text(0) ?? ""
    }
  }

  /// The words in the index that have a text in them, in order, so many at most.
  ///
  /// To the index a whole sentence is one word in scripts that set no blanks.
  ///
  /// - Complexity: O(*n*) in the words of the index.
  package func indexedTerms(containing text: String, limit: Int) throws -> [String] {
    try listTerms()
    return try connection.rows(
      "SELECT term FROM temp.search_terms WHERE instr(term, ?) > 0 LIMIT ?",
      [.text(text), SQLValue(limit)]
    ) { $0.text(0) ?? "" }
  }

  private func listTerms() throws {
    try connection.execute(
      """
      CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab('main', 'search', 'row');
      """)
  }

  /// The words in the index that begin with a text, in order.
  package func indexedTerms(beginningWith prefix: String) throws -> [String] {
    try listTerms()
    return try connection.rows(
      "SELECT term FROM temp.search_terms WHERE term >= ?1 AND term <= ?1 || char(1114111)",
      [.text(prefix)]
    ) { $0.text(0) ?? "" }
  }

  /// The stretches of an episode's transcript, as places of cues.
  private func stretches(of episode: String) throws -> [Range<Int>] {
    let sizes = try connection.rows(
      "SELECT length(CAST(text AS BLOB)) FROM cue WHERE episode = ? ORDER BY place",
      [.text(episode)]
    ) { Int($0.integer(0) ?? 0) + 1 }
    return Stretches.ranges(sizes)
  }
}

/// How a transcript is cut into stretches.
enum Stretches {
  /// Bytes of a stretch: one to two minutes of talk.
  private static let size = 1200
  /// Bytes that two neighbours share: more than the longest phrase that is looked for.
  private static let shared = 400

  /// Overlapping ranges over cues of so many bytes; each has at least one that its predecessor
  /// lacks.
  static func ranges(_ sizes: [Int]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var first = 0
    var end = 0
    while end < sizes.count {
      var bytes = sizes[first..<end].reduce(0, +)
      repeat {
        bytes += sizes[end]
        end += 1
      } while end < sizes.count && bytes < size
      result.append(first..<end)
      first = end
      var tail = 0
      while first > 0, tail < shared {
        first -= 1
        tail += sizes[first]
      }
    }
    return result
  }
}
