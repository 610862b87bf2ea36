// Which threads an editor would lead with.

import Glibc
package import Model

/// Which threads an editor would lead with.
///
/// A weighted sum of what can be counted in the window. The weights were fitted by hand on the
/// development weeks; each feature is a logarithm, since the tenth post says less than the second
/// (burst and size priors as in J. Kleinberg, *Bursty and Hierarchical Structure in Streams*,
/// 2002, cut down to one window).
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
      self.proposals = proposals
    }
  }

  /// The score; larger is better.
  package static func score(_ features: Features) -> Double {
    0.9 * log(Double(1 + features.people)) + 0.5 * log(Double(1 + features.newPosts))
      + 0.35 * log(1 + Double(features.words) / 100) + 0.15 * log(Double(1 + features.quoted))
      + (features.isNew ? 0.9 : 0) - 0.1 * log(Double(1 + features.earlierPosts))
      + 0.3 * Double(min(features.proposals, 2))
  }
}
