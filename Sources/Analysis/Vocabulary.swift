// Terms as numbers.

import Text

/// Terms as numbers.
///
/// A term is the stem of a word in lower case. Stop words, numbers alone and single letters are
/// no terms. Not `Sendable`: it grows, so it stays with one task.
package final class Vocabulary {
  private var ids: [String: Int32] = [:]
  private let stemmer: Stemmer

  /// Creates an empty vocabulary for texts in a language.
  package init(language: String) { stemmer = Stemmer(language: language) }

  /// How many terms there are; ids are below it.
  package var count: Int { ids.count }

  /// The terms of a text, in order, repeated as often as they stand there.
  package func terms(in text: String) -> [Int32] {
    let bytes = Array(text.utf8)
    return Tokenizer.tokens(in: bytes).compactMap { term(bytes[$0]) }
  }

  /// The stems of a text's words, stop words kept: what phrases are compared by.
  package func stemmedWords(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Tokenizer.tokens(in: bytes).map { stemmer.stem(Tokenizer.term(bytes[$0])) }
  }

  /// The stems of neighbouring words written as one: "lock files" as `lockfiles`.
  package func compounds(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    let words = Tokenizer.tokens(in: bytes).map { Tokenizer.term(bytes[$0]) }
    return zip(words, words.dropFirst()).map { stemmer.stem($0 + $1) }
  }

  /// The term of one token; `nil` for what is none.
  package func term(_ token: ArraySlice<UInt8>) -> Int32? {
    let word = Tokenizer.term(token)
    guard Self.isContent(word) else { return nil }
    let stem = stemmer.stem(word)
    if let known = ids[stem] { return known }
    let id = Int32(ids.count)
    ids[stem] = id
    return id
  }

  /// Whether a word in lower case tells subjects apart.
  package static func isContent(_ word: String) -> Bool {
    guard word.utf8.count > 1, word.utf8.count < 40 else { return false }
    if StopWords.english.contains(word) { return false }
    return word.utf8.contains { !ASCII.isDigit($0) && $0 != UInt8(ascii: ".") }
  }
}
