// Terms as numbers.

import Text

/// Terms as numbers.
///
/// A term is the stem of a word in lower case. Stop words, numbers alone and single letters are
/// no terms. Not `Sendable`: it grows, so it stays with one task.
package final class Vocabulary {
  /// The language of the texts (BCP 47 tag).
  package let language: String
  private var table: TermTable

  /// Creates an empty vocabulary for texts in a language.
  package init(language: String) {
    self.language = language
    table = TermTable(language: language)
  }

  /// How many terms there are; ids are below it.
  package var count: Int { table.names.count }

  /// A term as a stem.
  package func name(of term: Int32) -> String { table.names[term] }

  /// The terms of a text, in order, repeated as often as they stand there.
  package func terms(in text: String) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(text.utf8.count / 8)
    appendTerms(of: text.utf8Span.span, to: &result)
    return result
  }

  /// Appends the terms of UTF-8 text to a list.
  ///
  /// - Complexity: Linear; a token that was met before costs a look into a hash table.
  package func appendTerms(of text: Span<UInt8>, to result: inout [Int32]) {
    table.appendTerms(of: text, to: &result)
  }

  /// The stems of a text's words, stop words kept: what phrases are compared by.
  package func stemmedWords(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Tokenizer.tokens(in: bytes).map { table.stemmer.stem(Tokenizer.term(bytes[$0])) }
  }

  /// The stems of neighbouring words written as one: "lock files" as `lockfiles`.
  package func compounds(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    let words = Tokenizer.tokens(in: bytes).map { Tokenizer.term(bytes[$0]) }
    return zip(words, words.dropFirst()).map { table.stemmer.stem($0 + $1) }
  }

  /// The term of one token; `nil` for what is none.
  package func term(_ token: ArraySlice<UInt8>) -> Int32? {
    table.term(of: 0..<token.count, in: token.span)
  }

  /// Whether a word in lower case tells subjects apart.
  package static func isContent(_ word: String) -> Bool { ContentWords.contains(word) }

  /// Takes over the terms of another text's shard, in its order.
  ///
  /// - Returns: For each term of the shard its id here.
  func merge(_ shard: TermNames) -> [Int32] { table.merge(shard) }
}
