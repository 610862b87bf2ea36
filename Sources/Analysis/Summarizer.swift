// The summary of one thread or one stretch of talk, in its speakers' own sentences.

/// The summary of one thread or one stretch of talk.
package enum Summarizer {
  /// Sentences of one person in a thread's summary, where several speak.
  package static let sentencesPerPerson = 3

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
    var limits =
      switch genre {
      case .thread:
        SentenceSelection.Limits(words: words, perAuthor: sentencesPerPerson, redundancy: 0.3)
      case .episode: SentenceSelection.Limits(words: words, redundancy: 0.6)
      }
    limits.sentences = sentences
    return SentenceSelection.choose(text, limits: limits) { allowed(text.sentences[$0]) }
  }
}
