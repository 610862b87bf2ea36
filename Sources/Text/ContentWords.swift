// Which words tell subjects apart.

/// Words of a language that tell subjects apart: no stop words, numbers alone, single bytes or
/// endless strings.
package struct ContentWords: Sendable {
  /// The language's bit in ``FunctionWords``; none for a language that has no list.
  private let language: UInt32

  /// Those of a language.
  ///
  /// - Parameter language: A language tag. Of a language that ``StopWords`` has not, all words
  ///   are taken that look like some.
  package init(language: String) {
    let code = Language.code(of: language)
    self.language = StopWords.languages.firstIndex(of: code).map { 1 << UInt32($0) } ?? 0
  }

  /// Whether a word in lower case is one.
  package func contains(_ word: String) -> Bool { contains(word.utf8Span.span) }

  /// The same for the word's bytes.
  func contains(_ word: Span<UInt8>) -> Bool {
    guard (2..<40).contains(word.count),
      FunctionWords.all.languages(of: 0..<word.count, in: word) & language == 0
    else { return false }
    for at in word.indices where Self.isTelling(word[at]) { return true }
    return false
  }

  private static func isTelling(_ byte: UInt8) -> Bool {
    !ASCII.isDigit(byte) && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "_")
  }
}
