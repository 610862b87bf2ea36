// Which threads an editor would lead with.

import Glibc
package import Model

/// Which threads an editor would lead with.
///
/// A weighted sum of what can be counted in the window. The weights are those of a logistic
/// regression on the development weeks (what a hand-written newsletter covered), rounded, with what
/// is peculiar to that forum toned down. Counts enter as logarithms, since the tenth post says less
/// than the second.
///
/// Source of the method: T.-Y. Liu, *Learning to Rank for Information Retrieval* (2009), §2
/// (pointwise).
package enum Ranking {
  /// What is counted of a thread.
  package struct Features: Equatable, Sendable {
    /// Posts inside the window.
    package var newPosts: Int
    /// People who wrote them.
    package var people: Int
    /// Posts before the window.
    package var earlierPosts: Int
    /// Whether the first post lies inside the window.
    package var isNew: Bool
    /// Words of the posts inside the window.
    package var words: Int
    /// How often posts of the thread are quoted by others inside the window.
    package var quoted: Int
    /// Whether the title is a question: a request for help more often than news.
    package var asksInTitle: Bool
    /// Numbered proposals in the title.
    package var proposals: Int

    /// Counts a thread.
    package init(_ thread: DiscussionThread, in window: Window, proposals: Int = 0) {
      let new = thread.posts(in: window)
      newPosts = new.count
      people = Set(new.map(\.authorKey)).count
      earlierPosts = thread.posts.count - new.count
      isNew = thread.posts.first.map { window.contains($0.date) && ($0.number ?? 1) == 1 } ?? false
      words = new.reduce(0) { $0 + Sentences.wordCount($1.words) }
      quoted = new.reduce(0) { $0 + $1.quotations.count }
      asksInTitle = thread.title.hasSuffix("?")
      self.proposals = proposals
    }
  }

  /// The score; larger is better.
  package static func score(_ features: Features) -> Double {
    0.2 * log(Double(1 + features.people)) + 0.35 * log(Double(1 + features.newPosts))
      + 0.4 * log(1 + Double(features.words) / 100) + 0.1 * log(Double(1 + features.quoted))
      + (features.isNew ? 0.8 : 0) - 0.2 * log(Double(1 + features.earlierPosts))
      - (features.asksInTitle ? 0.5 : 0) + 0.3 * Double(min(features.proposals, 2))
  }
}
