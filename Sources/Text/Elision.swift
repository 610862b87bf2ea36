// What an apostrophe ties to a word, in the languages whose stemmers leave it there.

/// What an apostrophe ties to a word: "l'été", "dell'anno", "Python'da".
///
/// The French, Italian and Catalan stemmers of libstemmer 2.2 keep an article before the word, the
/// Turkish one an ending behind a name.
enum Elision {
  /// Cuts off what is tied to a word with small ASCII letters.
  ///
  /// - Parameter language: A code of ``Language``.
  static func cut(_ word: inout [UInt8], language: String) {
    guard let mark = word.firstIndex(of: UInt8(ascii: "'")) else { return }
    if language == "tr" {
      word.removeSubrange(mark...)
    } else if heads[language]?.contains(where: { $0.utf8.elementsEqual(word[..<mark]) }) ?? false {
      word.removeSubrange(...mark)
    }
  }

  private static let heads = [
    "fr": [
      "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    ],
    "it": [
      "l", "d", "un", "dell", "all", "dall", "nell", "sull", "coll", "quell", "quest", "c", "s",
      "m", "t", "v", "n", "tutt", "dov", "com", "cos",
    ],
    "ca": ["l", "d", "m", "t", "s", "n"],
  ]
}
