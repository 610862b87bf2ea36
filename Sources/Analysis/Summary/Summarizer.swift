// The summary of one thread or one stretch of talk, in its speakers' own sentences.

/// The summary of one thread or one stretch of talk.
package enum Summarizer {
  /// Sentences of one person in a thread's summary of some words, where several speak.
  package static func sentencesPerPerson(words: Int) -> Int { max(3, words / 25) }

  /// The indices of a summary's sentences, in reading order.
  ///
  /// - Parameters:
  ///   - words: The most words in all.
  ///   - sentences: The most sentences in all; `nil`: as many as the words allow.
  ///   - allowed: Which sentences may be chosen.
  package static func summarize(
    _ text: WeighedSentences, genre: SentenceSalience.Genre, words: Int, sentences: Int? = nil,
    allowed: (Sentence) -> Bool = { _ in true }
  ) -> [Int] {
    var limits = limits(genre, words: words)
    limits.sentences = sentences
    return SentenceSelection.choose(text, limits: limits) { allowed(text.sentences[$0]) }
  }

  /// How such a summary came about.
  package static func explain(
    _ text: WeighedSentences, genre: SentenceSalience.Genre, words: Int, sentences: Int? = nil,
    allowed: (Sentence) -> Bool = { _ in true }
  ) -> SelectionExplanation {
    var limits = limits(genre, words: words)
    limits.sentences = sentences
    return SentenceSelection.explain(text, limits: limits) { allowed(text.sentences[$0]) }
  }

  /// The limits of a genre.
  package static func limits(_ genre: SentenceSalience.Genre, words: Int)
    -> SentenceSelection.Limits
  {
    switch genre {
    case .thread:
      SentenceSelection.Limits(
        words: words, perAuthor: sentencesPerPerson(words: words), redundancy: 0.5, coverage: 0.3,
        newAuthor: 0.3)
    case .episode:
      SentenceSelection.Limits(words: words, redundancy: 0.4, coverage: 1.5, newAuthor: 0)
    }
  }
}
