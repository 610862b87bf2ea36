// Found topics to what an issue says about them.

import Analysis
import Glibc
import Model

/// Found topics to what an issue says about them.
struct TopicReporter {
  let window: Window
  let registries: [Registry]
  let vocabulary: Vocabulary
  let history: [String: [Topic.WeekCount]]
  /// The weeks of earlier issues, oldest first.
  let weeks: [String]
  let documents: WindowDocuments
  let threads: [DiscussionThread]
  let threadReports: [ThreadReport]
  let articles: [Article]
  let episodes: [Episode]
  let talks: [EpisodeAnalysis]
  let languages: TextLanguages
  let earlier: EarlierIssues

  /// Words of one topic's summary.
  private static let words = 110
  /// Weeks before the issue's own that a topic tells: half a year, for an issue is kept as it was
  /// printed, and all weeks in all issues would be the square of the years.
  private static let weeksBefore = 25
  /// Sentences from one member.
  private static let sentencesPerMember = 2

  /// The topics, best first.
  func reports(_ found: [FoundTopic]) -> [Topic] {
    let scores = Dictionary(threadReports.map { ($0.id, $0.score) }) { first, _ in first }
    return found.map { topic in
      let score = TopicScore(topic, documents, threads: threads, scores: scores).total
      return (topic: report(topic), score: score)
    }.sorted { ($0.score, $1.topic.slug) > ($1.score, $0.topic.slug) }
      .map(\.topic)
  }

  private func report(_ found: FoundTopic) -> Topic {
    let members = self.members(found)
    let posts = found.members.reduce(0) { sum, index in
      switch documents.origins[index] {
      case .thread(let thread): sum + threads[thread].posts(in: window).count
      case .article: sum + 1
      case .chapter: sum
      }
    }
    let own = Topic.WeekCount(
      week: window.week, posts: posts, moments: members.filter { $0.kind == .moment }.count)
    var topic = Topic(
      slug: found.slug, label: found.label, terms: found.terms,
      refs: found.refs.compactMap(proposal), members: members,
      history: (history[found.slug] ?? []).suffix(Self.weeksBefore) + [own],
      summary: summary(found),
      description: found.known?.description)
    topic.trend = Trends.trend(Trends.counts(topic.history, weeks: weeks + [window.week]))
    return topic
  }

  private func proposal(_ id: String) -> Proposal? {
    registries.lazy.flatMap(\.proposals.values).first { $0.id == id }
  }

  /// Threads by rank, then moments by time, then articles; neighbouring chapters of an episode
  /// are one moment.
  private func members(_ found: FoundTopic) -> [Topic.Member] {
    var ranked: [(rank: Int, member: Topic.Member)] = []
    var chapters: [Int: [Int]] = [:]
    var written: [Topic.Member] = []
    for index in found.members {
      switch documents.origins[index] {
      case .thread(let place):
        let thread = threads[place]
        let rank = threadReports.first { $0.id == thread.id }?.rank ?? Int.max
        ranked.append(
          (rank, Topic.Member(kind: .thread, id: thread.id, title: thread.title, url: thread.url)))
      case .article(let place):
        let article = articles[place]
        written.append(
          Topic.Member(kind: .article, id: article.id, title: article.title, url: article.url))
      case .chapter(let episode, let segment): chapters[episode, default: []].append(segment)
      }
    }
    let moments = chapters.sorted { $0.key < $1.key }.flatMap { episode, segments in
      self.moments(of: episode, segments.sorted())
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.member) + moments + written
  }

  private func moments(of episode: Int, _ segments: [Int]) -> [Topic.Member] {
    var result: [Topic.Member] = []
    var first = 0
    while first < segments.count {
      var last = first
      while last + 1 < segments.count, segments[last + 1] == segments[last] + 1 { last += 1 }
      let start = talks[episode].segments[segments[first]].start
      result.append(
        Topic.Member(
          kind: .moment, id: episodes[episode].id, title: episodes[episode].title,
          url: MomentLink.address(of: start, in: episodes[episode]), start: start,
          end: talks[episode].segments[segments[last]].end))
      first = last + 1
    }
    return result
  }

  /// Sentences that name the topic, at most two a member, in the members' order.
  private func summary(_ found: FoundTopic) -> [Quote] {
    let finder = TopicSentences(found, registries: registries, vocabulary: vocabulary)
    var quotes: [Quote] = []
    var words = Self.words
    // A long list of members gives one sentence each.
    let limit = found.members.count > 3 ? 1 : Self.sentencesPerMember
    for index in found.members {
      let (sentences, quote) = material(index)
      let fresh = sentences.filter {
        Quotability.isWorthPrinting($0) && !earlier.printed($0.text)
      }
      for sentence in finder.best(fresh, limit: limit, words: words) {
        words -= sentence.words
        quotes.append(quote(sentence))
      }
    }
    return quotes
  }

  /// A member's sentences, and how one becomes a quote.
  private func material(_ index: Int) -> ([Sentence], (Sentence) -> Quote) {
    let language = languages.foreign(documents.all[index].language)
    switch documents.origins[index] {
    case .thread(let place):
      let posts = threads[place].posts(in: window)
      return (
        Sentences.ofPosts(posts.map { ($0.authorKey, $0.words) }),
        { ThreadReporter.quote($0, posts, language) }
      )
    case .article(let place):
      let article = articles[place]
      return (
        Sentences.ofPosts([(article.author ?? "", article.words)]),
        { ArticleReporter.quote($0, article, language) }
      )
    case .chapter(let episode, let segment):
      let talk = talks[episode]
      return (
        talk.segments[segment].sentences.map { talk.sentences[$0] },
        { [episode = episodes[episode]] in EpisodeReporter.quote($0, episode, language) }
      )
    }
  }
}
