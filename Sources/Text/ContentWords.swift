// Which words tell subjects apart.

/// Words that tell subjects apart: no stop words, numbers alone, single bytes or endless strings.
package enum ContentWords {
  /// Whether a word in lower case is one.
  package static func contains(_ word: String) -> Bool {
    hasContentLength(word.utf8.count) && !StopWords.english.contains(word)
      && word.utf8.contains(where: isTelling)
  }

  /// The same for a word of ASCII letters, digits and the signs that tokens hold.
  static func contains(_ word: Span<UInt8>) -> Bool {
    guard hasContentLength(word.count),
      stopWords.value(of: 0..<word.count, in: word) == nil
    else { return false }
    for at in word.indices where isTelling(word[at]) { return true }
    return false
  }

  private static func hasContentLength(_ count: Int) -> Bool { (2..<40).contains(count) }

  private static func isTelling(_ byte: UInt8) -> Bool {
    !ASCII.isDigit(byte) && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "_")
  }

  private static let stopWords: ByteTable = {
    var table = ByteTable()
    for word in StopWords.english.sorted() {
      let bytes = Array(word.utf8)
      table.set(0, for: bytes.indices, in: bytes.span)
    }
    return table
  }()
}
