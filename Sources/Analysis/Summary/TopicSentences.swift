// The sentences of a text that speak of a topic.

package import Model

/// The sentences of a text that speak of a topic.
package struct TopicSentences {
  private let topic: KnownTopic
  private let finder: KnownTopics
  private let vocabulary: Vocabulary

  /// Prepares a found topic: a known one is looked for by its aliases and numbers, another by its
  /// terms.
  package init(_ found: FoundTopic, registries: [Registry], vocabulary: Vocabulary) {
    topic =
      found.known
      ?? KnownTopic(slug: found.slug, label: found.label, refs: found.refs, aliases: found.terms)
    finder = KnownTopics([topic], registries: registries, vocabulary: vocabulary)
    self.vocabulary = vocabulary
  }

  /// The best sentences that name the topic, in reading order, within a number of words.
  package func best(_ sentences: [Sentence], limit: Int, words: Int) -> [Sentence] {
    let named = sentences.indices.filter {
      finder.mentions(in: sentences[$0].text)[topic.slug] != nil
    }
    let text = SentenceSalience.weigh(
      sentences, genre: .thread, title: topic.label, vocabulary: vocabulary)
    let allowed = Set(named)
    var limits = Summarizer.limits(.thread, words: words)
    limits.sentences = limit
    return SentenceSelection.choose(
      text, limits: limits,
      allowed: { allowed.contains($0) && sentences[$0].words >= 7 }
    ).map { sentences[$0] }
  }
}
