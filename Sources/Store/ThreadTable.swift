// Threads, posts and quotations.

package import Model

extension Archive {
  /// The threads with a post inside a window, by id, each with all posts before the window's end
  /// that are known.
  package func threads(activeIn window: Window) throws -> [DiscussionThread] {
    var threads = try connection.rows(
      """
      SELECT id, title, url, source, site, removed_up_to FROM thread WHERE id IN
        (SELECT thread FROM post WHERE date >= ? AND date < ?) ORDER BY id
      """, [SQLValue(window.from.seconds), SQLValue(window.until.seconds)]
    ) { row in
      DiscussionThread(
        id: row.text(0) ?? "", title: row.text(1) ?? "", url: row.text(2) ?? "",
        source: row.text(3) ?? "", site: row.text(4) ?? "", posts: [],
        removedUpTo: Int(row.integer(5) ?? 0))
    }
    for index in threads.indices {
      threads[index].posts = try posts(of: threads[index].id, before: window.until)
    }
    return threads
  }

  private func posts(of thread: String, before end: Timestamp) throws -> [Post] {
    var quotations: [String: [Quotation]] = [:]
    try connection.query(
      """
      SELECT post.id, quotation.author, quotation.number, quotation.text
      FROM quotation JOIN post ON post.key = quotation.post
      WHERE post.thread = ? ORDER BY quotation.post, quotation.place
      """, [.text(thread)]
    ) { row in
      quotations[row.text(0) ?? "", default: []].append(
        Quotation(
          author: row.text(1), number: row.integer(2).map { Int($0) }, text: row.text(3) ?? ""))
    }
    let posts = try connection.rows(
      """
      SELECT id, number, author, author_key, date, url, words, in_reply_to FROM post
      WHERE thread = ? AND (date IS NULL OR date < ?) ORDER BY number, date, id
      """, [.text(thread), SQLValue(end.seconds)]
    ) { row in
      let id = row.text(0) ?? ""
      return Post(
        id: id, number: row.integer(1).map { Int($0) }, author: row.text(2) ?? "",
        authorKey: row.text(3) ?? "", date: row.integer(4).map(Timestamp.init),
        url: row.text(5) ?? "", words: row.text(6) ?? "", quotations: quotations[id] ?? [],
        inReplyTo: row.text(7))
    }
    return Self.withoutFalseFirst(posts)
  }

  /// A list of topics names the first post that is left, without its number; where the real first
  /// one is gone, that post is stored as number 1 and under its own number too, and the latter is
  /// right.
  private static func withoutFalseFirst(_ posts: [Post]) -> [Post] {
    guard let first = posts.first, first.number == 1,
      posts.dropFirst().contains(where: {
        $0.number != nil && $0.date == first.date && $0.authorKey == first.authorKey
          && $0.words == first.words
      })
    else { return posts }
    return Array(posts.dropFirst())
  }

  /// Stores a thread and its posts; returns how many posts are new or changed.
  func store(_ thread: DiscussionThread, by storer: Storer) throws(SQLiteError) -> Int {
    let claimant = Claimant(source: thread.source, storer: storer)
    try storeHead(of: thread, by: claimant)
    var changed = 0
    for post in thread.posts { changed += try store(post, of: thread.id, by: claimant) }
    return changed
  }

  private func storeHead(of thread: DiscussionThread, by claimant: Claimant) throws(SQLiteError) {
    let other = try connection.rows(
      "SELECT source FROM thread WHERE id = ?", [.text(thread.id)]
    ) { $0.text(0) ?? "" }.first
    if let other {
      switch try claim(of: claimant, on: thread.id, storedBy: other) {
      case .none: return
      case .replace: break
      case .take:
        try connection.run(
          "UPDATE thread SET source = ?, site = ? WHERE id = ?",
          [.text(thread.source), .text(thread.site), .text(thread.id)])
      }
    }
    try connection.run(
      """
      INSERT INTO thread(id, title, url, source, site, removed_up_to) VALUES(?, ?, ?, ?, ?, ?)
      ON CONFLICT(id) DO UPDATE SET title = excluded.title, url = excluded.url,
        removed_up_to = max(removed_up_to, excluded.removed_up_to)
        WHERE title <> excluded.title OR url <> excluded.url
          OR removed_up_to < excluded.removed_up_to
      """,
      [
        .text(thread.id), .text(thread.title), .text(thread.url), .text(thread.source),
        .text(thread.site), SQLValue(thread.removedUpTo),
      ])
  }

  private func store(_ post: Post, of thread: String, by claimant: Claimant) throws(SQLiteError)
    -> Int
  {
    let id = try identity(post.id, keys: post.keys, in: .post, by: claimant)
    switch try claim(of: claimant, on: id, in: .post) {
    case .none: return 0
    case .replace: break
    case .take:
      try connection.run(
        "UPDATE post SET source = ? WHERE id = ?", [.text(claimant.source), .text(id)])
    }
    let known = try connection.rows(
      "SELECT words, author, coalesce(date, 0), in_reply_to FROM post WHERE id = ?", [.text(id)]
    ) { row in
      (
        words: row.text(0) ?? "", author: row.text(1) ?? "", date: row.integer(2) ?? 0,
        inReplyTo: row.text(3)
      )
    }.first
    if let known, known.words == post.words, known.author == post.author,
      known.date == post.date?.seconds ?? 0,
      post.inReplyTo == nil || known.inReplyTo == post.inReplyTo
    {
      return 0
    }
    try keepingQuoted([id]) { () throws(SQLiteError) in
      try connection.run(
        """
        INSERT INTO post(id, thread, number, author, author_key, date, url, words, in_reply_to,
          source) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET author = excluded.author, author_key = excluded.author_key,
          date = coalesce(excluded.date, date), url = excluded.url, words = excluded.words,
          in_reply_to = coalesce(excluded.in_reply_to, in_reply_to), indexed = 0
        """,
        [
          .text(id), .text(thread), SQLValue(post.number), .text(post.author),
          .text(post.authorKey), SQLValue(post.date?.seconds), .text(post.url),
          .text(post.words), SQLValue(post.inReplyTo), .text(claimant.source),
        ])
    }
    try replaceQuotations(of: id, post.quotations)
    return 1
  }

  /// Stores quotations in place of those that were there.
  func replaceQuotations(of post: String, _ quotations: [Quotation]) throws(SQLiteError) {
    try connection.run(
      "DELETE FROM quotation WHERE post = (SELECT key FROM post WHERE id = ?)", [.text(post)])
    for (place, quotation) in quotations.enumerated() {
      try connection.run(
        """
        INSERT INTO quotation(post, place, author, number, text)
        VALUES((SELECT key FROM post WHERE id = ?), ?, ?, ?, ?)
        """,
        [
          .text(post), SQLValue(place), SQLValue(quotation.author), SQLValue(quotation.number),
          .text(quotation.text),
        ])
    }
  }
}
