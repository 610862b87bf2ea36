// Subjects that the community has names for, found by alias and number.

package import Model
import Text

/// Finds the subjects that the community has names for.
package struct KnownTopics {
  /// A known topic with its aliases as stemmed words.
  private struct Entry {
    let topic: KnownTopic
    let phrases: [[String]]
  }

  private let entries: [Entry]
  private let registries: [Registry]
  private let vocabulary: Vocabulary

  /// Prepares the topics' aliases for comparison.
  package init(_ topics: [KnownTopic], registries: [Registry], vocabulary: Vocabulary) {
    self.registries = registries
    self.vocabulary = vocabulary
    entries = topics.map { topic in
      let spelled = [topic.label] + topic.aliases
      var phrases: [[String]] = []  // "free threading" and "free-threaded" are one
      for phrase in spelled.map({ vocabulary.stemmedWords(in: $0) })
      where !phrase.isEmpty && !phrases.contains(phrase) {
        phrases.append(phrase)
      }
      return Entry(topic: topic, phrases: phrases)
    }
  }

  /// How often a text mentions each topic: mentions by number and by an alias of several words
  /// count in full, an alias of one word counts half, so that a passing word alone does not make
  /// a text one about the topic.
  ///
  /// - Returns: By slug; topics that are not mentioned are absent.
  package func mentions(in text: String) -> [String: Double] {
    if entries.isEmpty { return [:] }
    let words = vocabulary.stemmedWords(in: text)
    let compounds = vocabulary.compounds(in: text)
    let refs = ProposalReferences.find(in: text, registries: registries)
    var result: [String: Double] = [:]
    for entry in entries {
      var score = 0.0
      for (id, count) in refs where entry.topic.refs.contains(id) { score += Double(count) }
      for phrase in entry.phrases {
        // "lock files" for "lockfiles": two words, so no passing one.
        if phrase.count == 1 { score += Double(Self.count(phrase, in: compounds)) }
        score += Double(Self.count(phrase, in: words)) * (phrase.count > 1 ? 1 : 0.5)
      }
      if score > 0 { result[entry.topic.slug] = score }
    }
    return result
  }

  private static func count(_ phrase: [String], in words: [String]) -> Int {
    guard let first = phrase.first, words.count >= phrase.count else { return 0 }
    var count = 0
    for at in 0...(words.count - phrase.count) where words[at] == first {
      if words[at..<(at + phrase.count)].elementsEqual(phrase) { count += 1 }
    }
    return count
  }
}
