// The summary of one thread or one stretch of talk, in its speakers' own sentences.

/// A sentence of a summary.
package struct SummarySentence: Equatable, Sendable {
  /// The sentence.
  package let sentence: Sentence
  /// What it was chosen by; comparable inside one summary.
  package let score: Double
}

/// The summary of one thread or one stretch of talk.
package enum Summarizer {
  /// Sentences of one person in a thread's summary, where several speak.
  package static let sentencesPerPerson = 3

  /// Chooses sentences of a thread.
  ///
  /// - Parameter allowed: Which sentences may be chosen; all count for what the thread is about.
  package static func thread(
    title: String, sentences: [Sentence], words: Int, vocabulary: Vocabulary,
    allowed: (Sentence) -> Bool = { _ in true }
  ) -> [SummarySentence] {
    summarize(
      sentences, genre: .thread, title: title, vocabulary: vocabulary,
      limits: SentenceSelection.Limits(
        words: words, perAuthor: sentencesPerPerson, redundancy: 0.3),
      allowed: allowed)
  }

  /// Chooses sentences of an episode, or of a chapter of one.
  package static func episode(
    title: String, sentences: [Sentence], words: Int, vocabulary: Vocabulary,
    allowed: (Sentence) -> Bool = { _ in true }
  ) -> [SummarySentence] {
    summarize(
      sentences, genre: .episode, title: title, vocabulary: vocabulary,
      limits: SentenceSelection.Limits(words: words, redundancy: 0.6), allowed: allowed)
  }

  private static func summarize(
    _ sentences: [Sentence], genre: SentenceSalience.Genre, title: String, vocabulary: Vocabulary,
    limits: SentenceSelection.Limits, allowed: (Sentence) -> Bool
  ) -> [SummarySentence] {
    let (weights, vectors) = SentenceSalience.weights(
      sentences, genre: genre, title: title, vocabulary: vocabulary)
    return SentenceSelection.choose(
      sentences, weights: weights, vectors: vectors, limits: limits,
      allowed: { allowed(sentences[$0]) }
    ).map { SummarySentence(sentence: sentences[$0], score: weights[$0]) }
  }
}
