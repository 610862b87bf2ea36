// In how many posts and articles each term stands.

/// In how many of the stored posts and articles terms stand.
package struct CorpusFrequencies: Equatable, Sendable {
  /// How many posts and articles were counted.
  package let documents: Int
  /// How many of them hold each term; terms that none holds are absent.
  package let frequency: [String: Int]
}

/// Words whose terms are not counted yet.
package struct UncountedWords: Equatable, Sendable {
  /// Its place in the queue.
  package let key: Int64
  /// 1 for words that were added, -1 for words that are gone.
  package let change: Int
  /// The words.
  package let words: String
}

extension Archive {
  /// The first of the words whose terms are not counted yet, in the order in which they changed.
  package func uncountedWords(limit: Int) throws -> [UncountedWords] {
    try connection.rows(
      "SELECT key, change, words FROM to_count ORDER BY key LIMIT ?", [SQLValue(limit)]
    ) {
      UncountedWords(
        key: $0.integer(0) ?? 0, change: Int($0.integer(1) ?? 0), words: $0.text(2) ?? "")
    }
  }

  /// Adds what was counted of the words up to a place in the queue, and takes them out of it.
  ///
  /// - Parameters:
  ///   - terms: By how many documents each term has more, or fewer.
  ///   - documents: By how many the corpus has.
  package func count(terms: [String: Int], documents: Int, upTo key: Int64) throws {
    try connection.transaction {
      for (term, change) in terms.sorted(by: { $0.key < $1.key }) where change != 0 {
        try connection.run(
          """
          INSERT INTO term_frequency(term, documents) VALUES(?1, ?2)
          ON CONFLICT(term) DO UPDATE SET documents = documents + ?2
          """, [.text(term), SQLValue(change)])
      }
      try connection.run("DELETE FROM term_frequency WHERE documents <= 0")
      try connection.run("UPDATE corpus SET documents = documents + ?", [SQLValue(documents)])
      try connection.run("DELETE FROM to_count WHERE key <= ?", [.integer(key)])
    }
  }

  /// What is counted of some terms.
  ///
  /// - Parameter terms: Made of letters, digits and what tokens hold: no quotes, no backslashes.
  package func frequencies(of terms: [String]) throws -> CorpusFrequencies {
    var frequency: [String: Int] = [:]
    try connection.query(
      """
      SELECT term, documents FROM json_each(?) JOIN term_frequency ON term = json_each.value
      """, [.text("[\"\(terms.joined(separator: "\",\""))\"]")]
    ) { frequency[$0.text(0) ?? ""] = Int($0.integer(1) ?? 0) }
    let documents = try connection.rows("SELECT documents FROM corpus") { Int($0.integer(0) ?? 0) }
    return CorpusFrequencies(documents: documents.first ?? 0, frequency: frequency)
  }
}
