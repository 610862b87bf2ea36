// Topics known again from one issue to the next.

/// A topic as an earlier issue printed it.
package struct PrintedTopic: Equatable, Sendable {
  /// Its name in addresses.
  package let slug: String
  /// Its name for readers.
  package let label: String
  /// Its terms, best first.
  package let terms: [String]
  /// The ids of its threads, articles and episodes.
  package let members: Set<String>

  /// Creates one.
  package init(slug: String, label: String, terms: [String], members: Set<String>) {
    (self.slug, self.label, self.terms, self.members) = (slug, label, terms, members)
  }
}

/// Topics known again from one issue to the next: a found topic keeps the address that it had.
///
/// Earlier topics are considered one after the other, and only what one of the found ones might go on
/// is kept.
package struct TopicMemory {
  /// The share of words of two topics' terms from which they are one.
  private static let sameWords = 0.35
  /// The same when they share a thread that goes on.
  private static let sameThread = 0.15
  /// The share of members from which two topics are one.
  private static let sameMembers = 0.5
  /// Terms of earlier topics that are held.
  private static let mostTerms = 4096

  /// Why a found topic has the address of an earlier one.
  package struct Recollection: Equatable, Sendable {
    /// What makes both one topic.
    package enum Reason: Sendable {
      /// They have at least half of their members in common.
      case members
      /// They share a thread and words.
      case thread
      /// They have the same name for readers.
      case label
      /// They share words.
      case words
    }

    /// The earlier topic.
    package let earlier: PrintedTopic
    /// What makes them one.
    package let reason: Reason
    /// The share of members or of words that they have in common.
    package let share: Double
    /// The least share for that.
    package let least: Double

    /// The same threads are the same topic, whatever is said in them now.
    fileprivate var rank: Double {
      switch reason {
      case .members: 2 + share
      case .label: 1 + share
      case .thread, .words: share
      }
    }
  }

  /// A found topic, and what it may go on, newest first.
  private struct Found {
    var topic: FoundTopic
    let members: Set<String>
    /// The terms of its label, and those with its best phrases.
    let label, words: Set<String>
    var candidates: [Recollection] = []
  }

  private var vocabulary: Vocabulary
  private var found: [Found]
  /// The addresses of earlier topics.
  private var slugs: Set<String> = []

  /// Begins.
  ///
  /// - Parameters:
  ///   - found: With the ids of each topic's members, best first.
  ///   - language: That of the topics' labels and terms.
  package init(_ found: [(topic: FoundTopic, members: Set<String>)], language: String) {
    let vocabulary = Vocabulary(language: language)
    self.vocabulary = vocabulary
    self.found = found.map {
      Found(
        topic: $0.topic, members: $0.members,
        label: Self.words($0.topic.label, [], vocabulary),
        words: Self.words($0.topic.label, $0.topic.terms, vocabulary))
    }
  }

  /// Considers an earlier topic; the newest comes first.
  package mutating func consider(_ earlier: PrintedTopic) {
    slugs.insert(earlier.slug)
    // The words of years of topics are not held.
    if vocabulary.count > Self.mostTerms { vocabulary = Vocabulary(language: vocabulary.language) }
    let label = Self.words(earlier.label, [], vocabulary)
    let words = Self.words(earlier.label, earlier.terms, vocabulary)
    for place in found.indices where found[place].topic.known == nil {
      if let recollection = Self.recollection(found[place], earlier, label: label, words: words) {
        found[place].candidates.append(recollection)
      }
    }
  }

  private static func recollection(
    _ found: Found, _ earlier: PrintedTopic, label: Set<String>, words: Set<String>
  ) -> Recollection? {
    let members = share(found.members, earlier.members)
    if members >= sameMembers {
      return Recollection(earlier: earlier, reason: .members, share: members, least: sameMembers)
    }
    let share = share(found.words, words)
    if !label.isEmpty, label == found.label {
      return Recollection(earlier: earlier, reason: .label, share: share, least: 0)
    }
    let least = members > 0 ? sameThread : sameWords
    guard share >= least else { return nil }
    return Recollection(
      earlier: earlier, reason: members > 0 ? .thread : .words, share: share, least: least)
  }

  /// The found topics with the addresses of the earlier ones that they go on, and those; `nil` for one
  /// that is new or known.
  ///
  /// Known topics keep their addresses; an earlier topic goes on in at most one.
  package func recalled() -> [(topic: FoundTopic, recollection: Recollection?)] {
    var taken = Set(found.filter { $0.topic.known != nil }.map(\.topic.slug))
    return found.map { found in
      var topic = found.topic
      guard topic.known == nil else { return (topic, nil) }
      var best: Recollection?
      for candidate in found.candidates
      where !taken.contains(candidate.earlier.slug) && candidate.rank > best?.rank ?? 0 {
        best = candidate
      }
      topic.slug =
        best?.earlier.slug ?? Self.free(topic.slug) { taken.contains($0) || slugs.contains($0) }
      taken.insert(topic.slug)
      return (topic, best)
    }
  }

  private static func share<T: Hashable>(_ a: Set<T>, _ b: Set<T>) -> Double {
    let common = a.intersection(b).count
    return Double(common) / Double(max(a.count + b.count - common, 1))
  }

  /// The terms of the label and of the five best phrases.
  private static func words(_ label: String, _ terms: [String], _ vocabulary: Vocabulary)
    -> Set<String>
  {
    Set(
      ([label] + terms.prefix(5)).flatMap { vocabulary.terms(in: $0) }.map(vocabulary.name))
  }

  /// A name that no other topic has.
  private static func free(_ slug: String, _ isTaken: (String) -> Bool) -> String {
    guard isTaken(slug) else { return slug }
    var number = 2
    while isTaken("\(slug)-\(number)") { number += 1 }
    return "\(slug)-\(number)"
  }
}
