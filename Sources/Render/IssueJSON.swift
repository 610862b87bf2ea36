// An issue as JSON, by the contract that scripts use.

import FoundationEssentials
package import Model

/// An issue as JSON.
package enum IssueJSON {
  /// The document of `hallway digest --format json`: UTF-8, keys sorted, one line break at the end.
  ///
  /// Every field of the contract is present where it has a value; a missing value is absent.
  package static func encode(_ issue: Issue) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(Document(issue))
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private struct Document: Encodable {
    let hallway = 1
    let title: String
    let from: String
    let until: String
    let week: String
    let stats: Stats
    let decisions: [Ref]
    let deadlines: [DeadlineRecord]
    let glossary: [TermRecord]
    let topics: [TopicRecord]
    let threads: [ThreadRecord]
    let episodes: [EpisodeRecord]
    let articles: [ArticleRecord]
    let quoteOfTheWeek: QuoteRecord?
    let missing: [Missing]

    enum CodingKeys: String, CodingKey {
      case hallway, title, from, until, week, stats, decisions, deadlines, glossary
      case topics, threads, episodes, articles
      case quoteOfTheWeek = "quote_of_the_week"
      case missing
    }

    init(_ issue: Issue) {
      title = issue.title
      from = issue.window.from.rfc3339
      until = issue.window.until.rfc3339
      week = issue.window.week
      stats = Stats(issue.statistics)
      decisions = issue.decisions.map { Ref($0.proposal, was: $0.was) }
      deadlines = issue.deadlines.map(DeadlineRecord.init)
      glossary = issue.glossary.map(TermRecord.init)
      topics = issue.topics.map(TopicRecord.init)
      threads = issue.threads.map(ThreadRecord.init)
      episodes = issue.episodes.map(EpisodeRecord.init)
      articles = issue.articles.map(ArticleRecord.init)
      quoteOfTheWeek = issue.quoteOfTheWeek.map(QuoteRecord.init)
      missing = issue.missing.map { Missing(source: $0.source, what: $0.what) }
    }
  }

  private struct Stats: Encodable {
    let posts, threads, people, episodes, articles: Int

    init(_ numbers: Issue.Statistics) {
      (posts, threads, people) = (numbers.posts, numbers.threads, numbers.people)
      (episodes, articles) = (numbers.episodes, numbers.articles)
    }
  }

  private struct Missing: Encodable {
    let source, what: String
  }

  private struct Ref: Encodable {
    let id, title: String
    let status, was, url, decidedAt: String?

    enum CodingKeys: String, CodingKey {
      case id, title, status, was, url
      case decidedAt = "decided_at"
    }

    init(_ proposal: Proposal, was: String? = nil) {
      self.was = was
      (id, title) = (proposal.id, proposal.title)
      (status, url) = (proposal.status.orNil, HTMLEscaping.link(proposal.url))
      decidedAt = proposal.decidedOn?.iso8601
    }
  }

  private struct DeadlineRecord: Encodable {
    let day, title: String
    let quote: QuoteRecord

    init(_ deadline: Issue.Deadline) {
      (day, title) = (deadline.day.iso8601, deadline.title)
      quote = QuoteRecord(deadline.quote)
    }
  }

  private struct TermRecord: Encodable {
    let term: String
    let definition: String?
    let quote: QuoteRecord?

    init(_ term: Issue.Term) {
      (self.term, definition) = (term.name, term.definition)
      quote = term.quote.map(QuoteRecord.init)
    }
  }

  private struct SinceRecord: Encodable {
    let issue: String
    let posts, people: Int
    let newcomers: [String]

    init(_ since: ThreadReport.Since) {
      (issue, posts) = (since.issue, since.posts)
      (people, newcomers) = (since.people, since.newcomers)
    }
  }

  private struct QuoteRecord: Encodable {
    let text: String
    let author, url, published, language: String?
    let post: Int?
    let start: Double?
    let origin: String

    init(_ quote: Quote) {
      (text, author, url) = (quote.text, quote.author, HTMLEscaping.link(quote.url))
      (published, language) = (quote.published?.rfc3339, quote.language)
      (post, start, origin) = (quote.post, quote.start, quote.origin)
    }
  }

  private struct TopicRecord: Encodable {
    struct Member: Encodable {
      let kind, id, title: String
      let url: String?
      let start, end: Double?
    }
    struct Week: Encodable {
      let week: String
      let posts, moments: Int
    }
    let slug, label: String
    let terms: [String]
    let refs: [Ref]
    let members: [Member]
    let history: [Week]
    let trend: String?
    let summary: [QuoteRecord]

    init(_ topic: Topic) {
      (slug, label, terms) = (topic.slug, topic.label, topic.terms)
      refs = topic.refs.map { Ref($0) }
      members = topic.members.map {
        Member(
          kind: $0.kind.rawValue, id: $0.id, title: $0.title, url: HTMLEscaping.link($0.url),
          start: $0.start,
          end: $0.end)
      }
      history = topic.history.map { Week(week: $0.week, posts: $0.posts, moments: $0.moments) }
      trend = topic.trend?.rawValue
      summary = topic.summary.map(QuoteRecord.init)
    }
  }

  private struct ThreadRecord: Encodable {
    struct Hole: Encodable {
      let from, to: Int
    }
    let id: String
    let rank: Int
    let score: Double
    let title, source, state: String
    let url: String?
    let posts, newPosts, people: Int
    let opening: QuoteRecord?
    let summary: [QuoteRecord]
    let positions: [String: [QuoteRecord]]
    let holes: [Hole]
    let since: SinceRecord?

    enum CodingKeys: String, CodingKey {
      case id, rank, score, title, url, source, state, posts
      case newPosts = "new_posts"
      case people, opening, summary, positions, holes, since
    }

    init(_ thread: ThreadReport) {
      (id, rank, score) = (thread.id, thread.rank, (thread.score * 1000).rounded() / 1000)
      (title, url, source) = (thread.title, HTMLEscaping.link(thread.url), thread.site)
      (state, posts) = (thread.state.rawValue, thread.posts)
      (newPosts, people) = (thread.newPosts, thread.people)
      opening = thread.opening.map(QuoteRecord.init)
      summary = thread.summary.map(QuoteRecord.init)
      positions = Dictionary(
        uniqueKeysWithValues: SpeechAct.allCases.map { act in
          (act.rawValue, (thread.positions[act] ?? []).map(QuoteRecord.init))
        })
      since = thread.since.map(SinceRecord.init)
      holes = thread.holes.map { Hole(from: $0.lowerBound, to: $0.upperBound) }
    }
  }

  private struct EpisodeRecord: Encodable {
    struct ChapterRecord: Encodable {
      let start, end: Double
      let title: String
      let given, sponsor: Bool
      let url: String?
      let summary: [QuoteRecord]
    }
    let id, title: String
    let url, audio: String?
    let seconds: Double?
    let chapters: [ChapterRecord]
    let people: [PersonRecord]?

    struct PersonRecord: Encodable {
      let name, role: String
      let url: String?
    }

    init(_ episode: EpisodeReport) {
      people =
        episode.people.isEmpty
        ? nil
        : episode.people.map {
          PersonRecord(name: $0.name, role: $0.role, url: HTMLEscaping.link($0.url))
        }
      (id, title, url) = (episode.id, episode.title, HTMLEscaping.link(episode.url))
      (audio, seconds) = (HTMLEscaping.link(episode.audio), episode.seconds)
      chapters = episode.chapters.map { report in
        ChapterRecord(
          start: report.chapter.start, end: report.chapter.end, title: report.chapter.title,
          given: report.chapter.given, sponsor: report.chapter.sponsor,
          url: HTMLEscaping.link(report.url),
          summary: report.summary.map(QuoteRecord.init))
      }
    }
  }

  private struct ArticleRecord: Encodable {
    let id, title: String
    let url, author: String?
    let summary: [QuoteRecord]
    let alsoAt: [String]

    enum CodingKeys: String, CodingKey {
      case id, title, url, author, summary
      case alsoAt = "also_at"
    }

    init(_ article: ArticleReport) {
      (id, title, url) = (article.id, article.title, HTMLEscaping.link(article.url))
      author = article.author
      summary = article.summary.map(QuoteRecord.init)
      alsoAt = article.copies.compactMap { HTMLEscaping.link($0.url) }
    }
  }
}

extension String {
  /// The text; an empty one is missing.
  fileprivate var orNil: String? { isEmpty ? nil : self }
}
