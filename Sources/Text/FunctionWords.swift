// The stop words of all languages in one table.

/// The stop words of all languages in one table, each with the languages that have it.
///
/// One table serves what asks for the words of one language and what asks for the language of
/// words; it takes a millisecond or two to make, once.
struct FunctionWords: Sendable {
  /// Those of ``LanguageTable``.
  static let all = FunctionWords(LanguageTable.stemmed + LanguageTable.strangers)

  /// Words, small and with a capital, each to a number with a bit for each language.
  private(set) var table = ByteTable()
  /// The length of the longest in bytes.
  private(set) var longest = 0
  /// The languages written in each script, by its number, as bits.
  private(set) var languages = [UInt32](repeating: 0, count: Script.allCases.count)

  private init(_ entries: [LanguageTable.Entry]) {
    precondition(entries.count <= 32, "a language more than there are bits")
    for (index, entry) in entries.enumerated() {
      for word in entry.words.utf8.split(whereSeparator: ASCII.isSpace) {
        var bytes = Array(word)
        add(bytes, language: 1 << UInt32(index))
        Self.capitalize(&bytes)
        add(bytes, language: 1 << UInt32(index))
      }
    }
  }

  /// The languages that have a word, as bits.
  func languages(of word: Range<Int>, in text: Span<UInt8>) -> UInt32 {
    guard !word.isEmpty, word.count <= longest else { return 0 }
    return UInt32(bitPattern: table.value(of: word, in: text) ?? 0)
  }

  private mutating func add(_ word: [UInt8], language: UInt32) {
    let known = table.value(of: word.indices, in: word.span) ?? 0
    table.set(known | Int32(bitPattern: language), for: word.indices, in: word.span)
    longest = max(longest, word.count)
    languages[Script.of(word.span, at: 0).rawValue] |= language
  }

  private static func capitalize(_ word: inout [UInt8]) {
    if word[0] < 0x80 {
      if ASCII.isLower(word[0]) { word[0] -= 0x20 }
    } else {
      let text = String(decoding: word, as: UTF8.self)
      word = Array((text.prefix(1).uppercased() + text.dropFirst()).utf8)
    }
  }
}
