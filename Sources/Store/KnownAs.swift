// Under which identity things are known that come again by another name.

import Model

extension Archive {
  /// A table of things that come again.
  enum Kept: String { case post, article, episode }

  /// The identity that a thing has in the archive, and its keys remembered with it.
  ///
  /// Where its own identity is not stored, but one of its keys leads to something that is, it is
  /// that: its page, its host or its scheme have changed, or it was published again. A key that leads
  /// to what the source may not replace is another's.
  func identity(_ own: String, keys: [String], in table: Kept, by claimant: Claimant)
    throws(SQLiteError) -> String
  {
    guard !keys.isEmpty else { return own }
    var id = own
    var isKnown = try source(of: own, in: table) != nil
    var others: Set<String> = []
    for key in keys {
      let known = try connection.rows("SELECT id FROM known_as WHERE key = ?", [.text(key)]) {
        $0.text(0) ?? ""
      }.first
      guard let known, known != id, try source(of: known, in: table) != nil else { continue }
      if case .none = try claim(of: claimant, on: known, in: table) {
        others.insert(key)
      } else if !isKnown {
        (id, isKnown) = (known, true)
      }
    }
    for key in keys where !others.contains(key) {
      try connection.run(
        """
        INSERT INTO known_as(key, id) VALUES(?, ?)
        ON CONFLICT(key) DO UPDATE SET id = excluded.id WHERE id <> excluded.id
        """, [.text(key), .text(id)])
    }
    return id
  }

  /// Whether any thread of a site is stored: its identities begin with the host.
  package func hasThreads(onHost host: String) throws -> Bool {
    try connection.rows(
      "SELECT 1 FROM thread WHERE id >= ?1 || '/' AND id < ?1 || '0' LIMIT 1", [.text(host)]
    ) { _ in true }.first ?? false
  }

  /// How many posts each thread lacks of those that its site has numbered and that were not
  /// removed; threads that lack none are left out.
  package func holes() throws -> [(thread: String, count: Int)] {
    try connection.rows(
      """
      SELECT thread, max(number) - removed_up_to - count(DISTINCT number) AS missing
      FROM post JOIN thread ON thread.id = post.thread WHERE number > removed_up_to
      GROUP BY thread HAVING missing > 0 ORDER BY thread
      """
    ) { ($0.text(0) ?? "", Int($0.integer(1) ?? 0)) }
  }
}
