// Terms as numbers.

import Text

/// Terms as numbers.
///
/// A term is the stem of a word in lower case. Stop words, numbers alone and single letters are
/// no terms. Each text is read in its own language, or in the vocabulary's where none is said; the
/// same stem is the same term in all. Not `Sendable`: it grows, so it stays with one task.
package final class Vocabulary {
  /// The language of texts of which no other is said (a code of `Language`).
  package let language: String
  private var table: TermTable

  /// Creates an empty vocabulary.
  ///
  /// - Parameter language: A language tag.
  package init(language: String) {
    self.language = Language.code(of: language)
    table = TermTable(language: language)
  }

  /// How many terms there are; ids are below it.
  package var count: Int { table.names.count }

  /// A term as a stem.
  package func name(of term: Int32) -> String { table.names[term] }

  /// The terms of a text, in order, repeated as often as they stand there.
  package func terms(in text: String, language: String? = nil) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(text.utf8.count / 8)
    appendTerms(of: text.utf8Span.span, language: language, to: &result)
    return result
  }

  /// Appends the terms of UTF-8 text to a list.
  ///
  /// - Complexity: Linear; a token that was met before costs a look into a hash table.
  package func appendTerms(
    of text: Span<UInt8>, language: String? = nil, to result: inout [Int32]
  ) {
    use(language)
    table.appendTerms(of: text, to: &result)
  }

  /// The stems of a text's words, stop words kept: what phrases are compared by.
  package func stemmedWords(in text: String, language: String? = nil) -> [String] {
    words(in: text, language).map(table.stemmer.stem)
  }

  /// The stems of neighbouring words written as one: "lock files" as `lockfiles`.
  package func compounds(in text: String, language: String? = nil) -> [String] {
    let words = words(in: text, language)
    return zip(words, words.dropFirst()).map { table.stemmer.stem($0 + $1) }
  }

  /// The term of one token; `nil` for what is none.
  package func term(_ token: ArraySlice<UInt8>, language: String? = nil) -> Int32? {
    use(language)
    return table.term(of: 0..<token.count, in: token.span)
  }

  /// Takes over the terms of another text's shard, in its order.
  ///
  /// - Returns: For each term of the shard its id here.
  func merge(_ shard: TermNames) -> [Int32] { table.merge(shard) }

  private func use(_ language: String?) { table.use(language: language ?? self.language) }

  private func words(in text: String, _ language: String?) -> [String] {
    use(language)
    let bytes = Array(text.utf8)
    return Tokenizer.tokens(in: bytes).map { Tokenizer.term(bytes[$0], language: table.language) }
  }
}
