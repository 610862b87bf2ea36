// Words too common to tell one subject from another.

/// Words too common to tell one subject from another, of each language that has a stemmer.
package enum StopWords {
  /// The languages that have a list (ISO 639-1), in the order of ``Language``.
  package static let languages = LanguageTable.stemmed.map(\.code)

  /// A language's function words in lower case, in English spoken fillers too.
  ///
  /// - Parameter code: As in ``languages``; for another one the set is empty.
  /// - Complexity: Linear in the list: the set is made anew each time.
  package static func of(_ code: String) -> Set<String> {
    guard let entry = LanguageTable.stemmed.first(where: { $0.code == code }) else { return [] }
    return Set(entry.words.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
