// The sentence that says what a term is.

import Text

/// A sentence that says what a term is.
package struct Definition: Equatable, Sendable {
  /// The index of the sentence.
  package let sentence: Int
  /// How good a definition it is, above 0 and up to 4.
  package let score: Double
}

/// Finds the sentences that say what terms are.
///
/// English only, and high precision before recall: the term is the subject at the head of the
/// sentence, and what follows is one of a few forms ("is a … that", ", a … for …,", "stands for",
/// "refers to") with a noun that names a kind of thing. Opinions ("is a mess") and events are none.
/// Such patterns go back to M. Hearst, *Automatic Acquisition of Hyponyms from Large Text Corpora*
/// (1992).
package struct Definitions {
  private struct Term {
    let words: [String]
    let spelling: TermNaming.Spelling
    let isAcronym: Bool
  }

  private let terms: [Term]
  /// The terms by the word that they begin with.
  private let byFirst: WordHashes

  /// Prepares to look for terms: topics' labels, `PEP 751`, names of tools, acronyms.
  package init(of terms: [String]) {
    self.terms = terms.map { term in
      let written = CueWords(term).written
      return Term(
        words: DefinitionSubject.words(term), spelling: TermNaming.spelling(written),
        isAcronym: TermNaming.isAcronym(written))
    }
    var byFirst = WordHashes()
    for (index, term) in self.terms.enumerated() {
      // A number alone is the name of nothing: "[40] defines a …".
      guard let first = term.words.first, !term.words.allSatisfy({ Int($0) != nil }) else {
        continue
      }
      // The last word may be a plural.
      let spellings = term.words.count > 1 ? [first] : [first, first + "s", Self.singular(first)]
      for spelling in Set(spellings).sorted() {
        byFirst.add(spelling, number: index)
      }
    }
    self.byFirst = byFirst
  }

  /// The best definition of each term that deserves one, in the order of the terms; `nil` for others
  /// and where no sentence defines it.
  ///
  /// Names deserve one, by their letters (`RBF`, `PyPI`, `PEP 751`) or since they are written with a
  /// capital inside sentences; terms of several words where it is a plain one; a single ordinary word
  /// does not. Of equal definitions the first counts.
  ///
  /// - Complexity: Linear; a sentence that does not begin with a term costs a look at its head.
  package func best(in sentences: [Sentence]) -> [Definition?] {
    var result = [Definition?](repeating: nil, count: terms.count)
    var isName = terms.map { $0.spelling == .name }
    for (index, sentence) in sentences.enumerated() {
      for (term, score, isNamed) in defined(in: sentence) {
        if isNamed { isName[term] = true }
        if score > result[term]?.score ?? 0 {
          result[term] = Definition(sentence: index, score: score)
        }
      }
    }
    let unclear = terms.indices.filter { result[$0] != nil && !isName[$0] }
    let capitalized = TermNaming.areCapitalized(unclear.map { terms[$0].words }, in: sentences)
    for (term, isCapitalized) in zip(unclear, capitalized) where !isCapitalized {
      let isPlain = terms[term].words.count > 1 && result[term]?.score ?? 0 >= Self.plain
      if !isPlain { result[term] = nil }
    }
    return result
  }

  private static func singular(_ word: String) -> String {
    word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  /// What a definition is worth of a term of several ordinary words.
  private static let plain = 2.6
  /// Below, it is left out.
  private static let least = 1.8
  /// Where a subject ends at the latest.
  private static let reach = 7

  /// The terms that a sentence defines, by their indices, and whether their spelling in it is a
  /// name's.
  func defined(in sentence: Sentence) -> [(term: Int, score: Double, isNamed: Bool)] {
    let candidates = byFirst.numbers(in: sentence.text, first: Self.reach)
    guard !candidates.isEmpty, isPrintable(sentence) else { return [] }
    let words = CueWords(sentence.text)
    return candidates.sorted().reduce(into: []) { result, index in
      let term = terms[index]
      guard result.last?.term != index,
        let subject = DefinitionSubject.find(term.words, in: words),
        let worth = DefinitionForms.worth(of: words, subject: subject.range, subject.form)
      else { return }
      let written = words.written[subject.term]
      guard !term.isAcronym || TermNaming.isAcronym(written) else { return }
      // Only a name that is so written may begin a sentence small: "uv is a …".
      let beginsSmall = sentence.text.utf8.first.map(ASCII.isLower) ?? true
      guard !beginsSmall || subject.term.lowerBound == 0 else { return }
      let score = worth + Self.manner(of: sentence, words)
      guard score >= Self.least else { return }
      let isNamed =
        beginsSmall && written.count == 1 || TermNaming.spelling(written) == .name
      result.append((index, score, isNamed))
    }
  }

  private func isPrintable(_ sentence: Sentence) -> Bool {
    guard Quotability.isQuotable(sentence, atLeast: 5), SentenceTraits.isFinished(sentence.text),
      !sentence.text.hasSuffix("..."), !sentence.text.hasSuffix("…"),
      !sentence.text.utf8.suffix(2).contains(UInt8(ascii: "?"))
    else { return false }
    return !StandsAlone.leans(sentence.text, isTalk: sentence.isSpoken)
  }

  /// What its length and its persons add or take.
  private static func manner(of sentence: Sentence, _ words: CueWords) -> Double {
    var sum = (9...32).contains(sentence.words) ? 0.3 : 0
    if sentence.words > 45 { sum -= 0.4 }
    if words.words.contains(where: persons.contains) { sum -= 0.4 }
    if sentence.isSpoken { sum -= 0.2 }
    return sum
  }

  private static let persons: Set<String> = ["i", "we", "my", "our", "me", "you", "your"]
}
