// Subjects that the community has names for, found by alias and number.

package import Model
import Text

/// Finds the subjects that the community has names for.
package struct KnownTopics {
  /// A known topic with its aliases as stemmed words.
  private struct Entry {
    let topic: KnownTopic
    let phrases: [[String]]
    /// The phrases as they are written.
    let names: [String]
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
      var names: [String] = []
      for (name, phrase) in zip(spelled, spelled.map({ vocabulary.stemmedWords(in: $0) }))
      where !phrase.isEmpty && !phrases.contains(phrase) {
        phrases.append(phrase)
        names.append(name)
      }
      return Entry(topic: topic, phrases: phrases, names: names)
    }
  }

  /// How often a text mentions each topic: mentions by number and by an alias of several words
  /// count in full, an alias of one word counts half, so that a passing word alone does not make
  /// a text one about the topic.
  ///
  /// - Returns: By slug; topics that are not mentioned are absent.
  package func mentions(in text: String) -> [String: Double] {
    var result: [String: Double] = [:]
    forEachMention(in: text) { entry, mention in
      result[entries[entry].topic.slug, default: 0] += mention.share
    }
    return result
  }

  /// What in a text mentions a topic: numbers and aliases, with how often each stands there.
  package func mentions(of slug: String, in text: String) -> [Mention] {
    var result: [Mention] = []
    forEachMention(in: text) { entry, mention in
      if entries[entry].topic.slug == slug { result.append(mention) }
    }
    return result
  }

  /// A name of a topic in a text.
  package struct Mention: Equatable, Sendable {
    /// The number of a proposal, or the alias as it is written in the topics file.
    package let name: String
    /// How often it stands there.
    package let count: Int
    /// What each counts.
    package let worth: Double

    /// What they count together.
    package var share: Double { worth * Double(count) }
  }

  private func forEachMention(in text: String, _ body: (Int, Mention) -> Void) {
    if entries.isEmpty { return }
    let words = vocabulary.stemmedWords(in: text)
    let compounds = vocabulary.compounds(in: text)
    let refs = ProposalReferences.find(in: text, registries: registries)
    for (index, entry) in entries.enumerated() {
      for (id, count) in refs where entry.topic.refs.contains(id) {
        body(index, Mention(name: id, count: count, worth: 1))
      }
      for (phrase, name) in zip(entry.phrases, entry.names) {
        // "lock files" for "lockfiles": two words, so no passing one.
        if phrase.count == 1 {
          let count = Self.count(phrase, in: compounds)
          if count > 0 { body(index, Mention(name: name, count: count, worth: 1)) }
        }
        let count = Self.count(phrase, in: words)
        if count > 0 {
          body(index, Mention(name: name, count: count, worth: phrase.count > 1 ? 1 : 0.5))
        }
      }
    }
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
