// What a topic is ranked by.

import Analysis
import Glibc
import Model

/// What a topic is ranked by: what it joins, and from how many kinds of places.
struct TopicScore {
  /// How many threads of the topic there are, and their scores together.
  let threads: (count: Int, worth: Double)
  /// How many articles.
  let articles: Int
  /// How many chapters.
  let chapters: Int
  /// What each kind of place beyond the first adds, together.
  let kinds: Double
  /// What a place in the topics file adds.
  let known: Double
  /// What `watch` adds: more than all else together can be.
  let watched: Double

  /// What an article counts, as a part of a thread's score.
  static let article = 1.5
  /// What a chapter counts.
  static let chapter = 1.0
  private static let kind = 0.5
  private static let aKnownOne = 0.5
  private static let aWatchedOne = 100.0

  /// - Parameter scores: Of threads, by id.
  init(
    _ topic: FoundTopic, _ documents: WindowDocuments, threads: [DiscussionThread],
    scores: [String: Double]
  ) {
    var (count, worth) = (0, 0.0)
    var (articles, chapters) = (0, 0)
    for index in topic.members {
      switch documents.origins[index] {
      case .thread(let thread):
        count += 1
        worth += scores[threads[thread].id] ?? 0
      case .article: articles += 1
      case .chapter: chapters += 1
      }
    }
    (self.threads, self.articles, self.chapters) = ((count, worth), articles, chapters)
    let kinds = Set(topic.members.map { documents.all[$0].kind })
    self.kinds = Self.kind * Double(max(0, kinds.count - 1))
    known = topic.known == nil ? 0 : Self.aKnownOne
    watched = topic.known?.watch == true ? Self.aWatchedOne : 0
  }

  /// What the members are worth together: the logarithm, since the tenth says less than the first.
  var members: Double {
    let sum = threads.worth + Self.article * Double(articles) + Self.chapter * Double(chapters)
    return log(1 + max(sum, 0))
  }

  /// The score.
  var total: Double { members + kinds + known + watched }
}
