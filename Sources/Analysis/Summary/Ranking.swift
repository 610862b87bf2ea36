// Which threads an editor would lead with.

import Glibc
package import Model
import Text

/// Which threads an editor would lead with.
///
/// A weighted sum of what can be counted in the window. The weights are those of a logistic
/// regression on the development weeks (what a hand-written newsletter covered; `scripts/learn
/// weeks`), rounded, with what is peculiar to that forum toned down: there a question in the title
/// asks for help and is never covered. Counts enter as logarithms, since the tenth post says less
/// than the second. What happened more than ten days ago is no news: it counts in windows longer
/// than a week.
///
/// Source of the method: T.-Y. Liu, *Learning to Rank for Information Retrieval* (2009), §2
/// (pointwise).
package enum Ranking {
  /// What is counted of a thread.
  package struct Features: Equatable, Sendable {
    /// Posts of the window's last ten days.
    package var recentPosts: Int
    /// People who wrote inside the window.
    package var people: Int
    /// Posts before the window.
    package var earlierPosts: Int
    /// Whether the first post lies inside the window.
    package var isNew: Bool
    /// Whether it lies in the window's last ten days.
    package var isFresh: Bool
    /// Whether nobody has answered: one post in all.
    package var isAlone: Bool
    /// Words of the posts inside the window.
    package var words: Int
    /// How often posts of the thread are quoted by others inside the window.
    package var quoted: Int
    /// Whether the title is a question: a request for help more often than news.
    package var asksInTitle: Bool
    /// Whether the title speaks of a proposal, a finding, a disclosure, a decision.
    package var hasNewsTitle: Bool
    /// Numbered proposals in the title.
    package var proposals: Int
    /// Recent posts over what the thread's own past lets expect of as many days; 0 for a new thread.
    package var burst: Double
    /// Sentences of the window that say that something was decided.
    package var decisions: Int

    /// Counts a thread.
    package init(
      _ thread: DiscussionThread, in window: Window, proposals: Int = 0, decisions: Int = 0
    ) {
      let new = thread.posts(in: window)
      let recent = window.until.seconds - Ranking.news
      recentPosts = new.count { $0.date.map { $0.seconds >= recent } ?? false }
      people = Set(new.map(\.authorKey)).count
      earlierPosts = thread.posts.count - new.count
      let first = thread.posts.first { ($0.number ?? 1) == 1 }
      isNew = first.map { window.contains($0.date) } ?? false
      isFresh = isNew && first?.date.map { $0.seconds >= recent } ?? false
      isAlone = new.count == 1
      words = new.reduce(0) { $0 + Sentences.wordCount($1.words) }
      quoted = new.reduce(0) { $0 + $1.quotations.count }
      asksInTitle = thread.title.hasSuffix("?")
      hasNewsTitle = Ranking.news(in: thread.title)
      (self.proposals, self.decisions) = (proposals, decisions)
      burst = isNew ? 0 : Ranking.burst(thread, recent: recentPosts, before: window)
    }
  }

  /// Seconds for which something is news: ten days.
  private static let news: Int64 = 10 * 86_400

  /// One thing that is counted of a thread, and what it is worth.
  package struct Feature: Sendable {
    /// How a count enters the score.
    enum Scale: Sendable { case plain, atMostTwo, logarithm, logarithmOfHundreds, logarithmOfRatio }

    /// What is counted.
    package let name: String
    /// What 1 of the value is worth.
    package let weight: Double
    private let scale: Scale
    private let counted: @Sendable (Features) -> Double

    fileprivate init(
      _ name: String, _ weight: Double, _ scale: Scale = .plain,
      _ counted: @escaping @Sendable (Features) -> Double
    ) {
      (self.name, self.weight, self.scale, self.counted) = (name, weight, scale, counted)
    }

    /// The value that a thread has: the count as it enters the score.
    package func count(_ features: Features) -> Double {
      let counted = counted(features)
      return switch scale {
      case .plain: counted
      case .atMostTwo: min(counted, 2)
      case .logarithm: log(1 + counted)
      case .logarithmOfHundreds: log(1 + counted / 100)
      case .logarithmOfRatio: log(max(counted, 1))
      }
    }

    fileprivate func part(_ features: Features) -> ScorePart {
      ScorePart(name, counted: counted(features), value: count(features), weight: weight)
    }
  }

  /// What a score is made of.
  package static let weights: [Feature] = [
    Feature("recent posts", 0.6, .logarithm) { Double($0.recentPosts) },
    Feature("people", 0.2, .logarithm) { Double($0.people) },
    Feature("quotations", 0.1, .logarithm) { Double($0.quoted) },
    Feature("words", 0.3, .logarithmOfHundreds) { Double($0.words) },
    Feature("earlier posts", -0.1, .logarithm) { Double($0.earlierPosts) },
    Feature("new", 0.4) { $0.isNew ? 1 : 0 },
    Feature("new in the last ten days", 1.2) { $0.isFresh ? 1 : 0 },
    Feature("one post alone", -0.3) { $0.isAlone ? 1 : 0 },
    Feature("a question for a title", -0.5) { $0.asksInTitle ? 1 : 0 },
    Feature("a title that announces", 0.5) { $0.hasNewsTitle ? 1 : 0 },
    // Not to be learned there: that forum names few proposals and decides nothing.
    Feature("burst", 0.4, .logarithmOfRatio) { $0.burst },
    Feature("proposals", 0.3, .atMostTwo) { Double($0.proposals) },
    Feature("decisions", 0.3, .atMostTwo) { Double($0.decisions) },
  ]

  /// The score; larger is better.
  package static func score(_ features: Features) -> Double {
    weights.reduce(0) { $0 + $1.weight * $1.count(features) }
  }

  /// What the score of a thread is made of: its parts in the order in which they are added.
  package static func explain(_ features: Features) -> [ScorePart] {
    weights.map { $0.part(features) }
  }

  /// Recent posts over those that the days before the window let expect, each with one added: a small
  /// number says little.
  private static func burst(_ thread: DiscussionThread, recent: Int, before window: Window)
    -> Double
  {
    let earlier = thread.posts.compactMap(\.date).filter { $0 < window.from }
    guard let first = earlier.min() else { return 0 }
    let days = Double(window.from.seconds - first.seconds) / 86_400
    let span = Double(min(window.until.seconds - window.from.seconds, news)) / 86_400
    return Double(1 + recent) / (1 + Double(earlier.count) * span / max(days, span))
  }

  /// Whether a title announces more than a talk: beginnings of words.
  private static func news(in title: String) -> Bool { newsWords.matches(title) }

  private static let newsWords = PhraseList([
    " propos", " draft", " introduc", " disclos", " vulnerab", " attack", " analy", " research",
    " result", " improv", " implement", " specif", " recap", " overview", " announc", " decision",
    " accepted", " rejected", " deprecat", " cve-", " rfc", " release candidate",
  ])
}
