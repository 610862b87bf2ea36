// Words that a person has typed to an expression of the index.

import Store
import Text

/// Words that a person has typed to an expression of FTS5 (sqlite.org/fts5.html §3).
///
/// The index has words as they stand, so that a phrase means these very words, a beginning means
/// any word that goes on from it, and the publication's own language can be stemmed: a single word
/// stands for all words of the index with its stem.
struct SearchExpression {
  private let archive: Archive
  private let stemmer: Stemmer

  /// Sentences of scripts without blanks in which a word is looked for.
  private static let mostHolders = 500

  init(_ archive: Archive, language: String) {
    (self.archive, stemmer) = (archive, Stemmer(language: language))
  }

  /// The search for what is wanted, without what is unwanted; `nil` when no term has a letter or
  /// a digit.
  func search(for query: SearchQuery) throws -> PassageSearch? {
    let wanted = try query.wanted.compactMap(expression)
    guard !wanted.isEmpty else { return nil }
    var all = wanted.joined(separator: " AND ")
    let unwanted = try query.unwanted.compactMap(expression)
    if !unwanted.isEmpty { all = "(\(all)) NOT (\(unwanted.joined(separator: " OR ")))" }
    return PassageSearch(
      expression: all, anyWord: "{words} : (\(wanted.joined(separator: " OR ")))")
  }

  private func expression(of term: SearchQuery.Term) throws -> String? {
    let words = try archive.indexTerms(of: term.text)
    guard let first = words.first else { return nil }
    if UnspacedScripts.occur(in: first) {
      return try words.map { word in
        let holders = try archive.indexedTerms(containing: word, limit: Self.mostHolders)
        return
          "(\((holders.isEmpty ? [word] : holders).map(Self.quoted).joined(separator: " OR ")))"
      }.joined(separator: " AND ")
    }
    if words.count == 1, !term.isPhrase, !term.isPrefix {
      return "(\(try forms(of: first).map(Self.quoted).joined(separator: " OR ")))"
    }
    return Self.quoted(words.joined(separator: " ")) + (term.isPrefix ? " *" : "")
  }

  /// The word of the index that is nearest to a word that it has in no form; `nil` when it has
  /// that, or none is near.
  func nearest(to term: SearchQuery.Term) throws -> String? {
    let words = try archive.indexTerms(of: term.text)
    // Of short words too many are near.
    guard !term.isPhrase, !term.isPrefix, words.count == 1, let word = words.first,
      word.count >= 4, let first = word.first
    else { return nil }
    let stem = stemmer.stem(word)
    let near = try archive.indexedTerms(beginningWith: String(first)).filter {
      abs($0.utf8.count - word.utf8.count) <= 3
    }
    guard !near.contains(where: { $0 == word || stemmer.stem($0) == stem }) else { return nil }
    return Nearest.name(to: word, in: near)
  }

  /// A word and the words of the index with the same stem.
  private func forms(of word: String) throws -> [String] {
    let stem = stemmer.stem(word)
    // A stem may end otherwise than its words do: "fli" for "fly" and "flies".
    let common = word.commonPrefix(with: stem)
    let beginning = common.count > 2 ? String(common.dropLast()) : common
    guard !beginning.isEmpty else { return [word] }
    let forms = try archive.indexedTerms(beginningWith: beginning).filter {
      $0 != word && stemmer.stem($0) == stem
    }
    return [word] + forms
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\"", with: "\"\""))\""
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
