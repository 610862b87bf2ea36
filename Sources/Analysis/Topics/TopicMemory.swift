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
package enum TopicMemory {
  /// The share of words of two topics' terms from which they are one.
  private static let sameWords = 0.35
  /// The same when they share a thread that goes on.
  private static let sameThread = 0.15

  /// The share of members from which two topics are one.
  private static let sameMembers = 0.5

  private static func share<T: Hashable>(_ a: Set<T>, _ b: Set<T>) -> Double {
    Double(a.intersection(b).count) / Double(max(a.union(b).count, 1))
  }

  /// Why a found topic has the address of an earlier one.
  package struct Recollection: Equatable, Sendable {
    /// What makes both one topic.
    package enum Reason: Sendable {
      /// They have at least half of their members in common.
      case members
      /// They share a thread and words.
      case thread
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
  }

  /// The topics with the addresses of the earlier ones that they go on; known topics keep theirs.
  ///
  /// - Parameters:
  ///   - found: With the ids of each topic's members.
  ///   - printed: Newest first; one earlier topic goes on in at most one.
  package static func named(
    _ found: [(topic: FoundTopic, members: Set<String>)], after printed: [PrintedTopic],
    vocabulary: Vocabulary
  ) -> [FoundTopic] {
    recalled(found, after: printed, vocabulary: vocabulary).map(\.topic)
  }

  /// The same with the earlier topic that each goes on; `nil` for one that is new or known.
  package static func recalled(
    _ found: [(topic: FoundTopic, members: Set<String>)], after printed: [PrintedTopic],
    vocabulary: Vocabulary
  ) -> [(topic: FoundTopic, recollection: Recollection?)] {
    var taken = Set(found.filter { $0.topic.known != nil }.map(\.topic.slug))
    let earlier = printed.map { (topic: $0, words: words($0.label, $0.terms, vocabulary)) }
    return found.map { item in
      guard item.topic.known == nil else { return (item.topic, nil) }
      let own = words(item.topic.label, item.topic.terms, vocabulary)
      var best: (recollection: Recollection, rank: Double)?
      for (topic, words) in earlier where !taken.contains(topic.slug) {
        let share = Self.share(own, words)
        let isApart = topic.members.isDisjoint(with: item.members)
        var recollection = Recollection(
          earlier: topic, reason: isApart ? .words : .thread, share: share,
          least: isApart ? sameWords : sameThread)
        var rank = share
        // The same threads are the same topic, whatever is said in them now.
        let members = Self.share(item.members, topic.members)
        if members >= sameMembers {
          recollection = Recollection(
            earlier: topic, reason: .members, share: members, least: sameMembers)
          rank = 1 + members
        }
        if rank >= recollection.least, rank > best?.rank ?? 0 { best = (recollection, rank) }
      }
      var topic = item.topic
      topic.slug =
        best?.recollection.earlier.slug ?? free(topic.slug, taken.union(printed.map(\.slug)))
      taken.insert(topic.slug)
      return (topic, best?.recollection)
    }
  }

  /// The terms of the label and of the five best phrases.
  private static func words(_ label: String, _ terms: [String], _ vocabulary: Vocabulary)
    -> Set<Int32>
  {
    Set(([label] + terms.prefix(5)).flatMap { vocabulary.terms(in: $0) })
  }

  /// A name that no other topic has.
  private static func free(_ slug: String, _ taken: Set<String>) -> String {
    guard taken.contains(slug) else { return slug }
    var number = 2
    while taken.contains("\(slug)-\(number)") { number += 1 }
    return "\(slug)-\(number)"
  }
}
