// New words to document frequencies.

import Analysis
import Store
import Text

/// Keeps the archive's document frequencies up to date with what was stored.
enum TermCounting {
  /// Words that are counted in one transaction.
  private static let batch = 5000

  /// Counts the terms of all words that are new or gone.
  ///
  /// - Complexity: Linear in them, whatever is stored besides.
  static func update(_ archive: Archive, language: String) throws {
    while true {
      let queue = try archive.uncountedWords(limit: batch)
      guard let last = queue.last else { return }
      let vocabulary = Vocabulary(language: language)
      var changes: [Int32: Int] = [:]
      for item in queue {
        for term in Set(
          vocabulary.terms(
            in: item.words, language: Language.check(item.words, declared: language)))
        {
          changes[term, default: 0] += item.change
        }
      }
      try archive.count(
        terms: Dictionary(uniqueKeysWithValues: changes.map { (vocabulary.name(of: $0), $1) }),
        documents: queue.reduce(0) { $0 + $1.change }, upTo: last.key)
    }
  }
}
