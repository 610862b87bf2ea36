// Which part of an issue stands where: the same for the page, the text and the mail.

package import Model

/// Which part of an issue stands where.
///
/// Nothing is quoted twice.
package struct IssueComposition: Sendable {
  /// A lead story: a topic, a thread, or a topic with its foremost thread.
  package struct Story: Sendable {
    /// The topic, when it joins more than the one thread.
    package var topic: Topic?
    /// The foremost thread.
    package var thread: ThreadReport?
    /// The question or claim that the thread opened with.
    package var opening: Quote?
    /// What was said.
    package var said: [Quote]
    /// Sentences by what they do, beyond those.
    package var positions: [(act: SpeechAct, quotes: [Quote])]
    /// Moments of episodes.
    package var heard: [Topic.Member]
    /// Other threads and articles of the topic.
    package var also: [Topic.Member]

    /// The headline.
    package var title: String { thread?.title ?? topic?.label ?? "" }
  }

  /// The lead stories, best first, at most five.
  package private(set) var leads: [Story] = []
  /// Other threads with the sentence that says most, best first.
  package private(set) var moving: [(thread: ThreadReport, quote: Quote?)] = []
  /// New threads that are not above, best first, with their opening.
  package private(set) var fresh: [(thread: ThreadReport, quote: Quote?)] = []
  /// How many threads more there were.
  package private(set) var further = 0
  /// Chapters that are worth a line, by episode, in order.
  package private(set) var episodes: [EpisodeReport] = []
  /// Articles with their sentences.
  package private(set) var articles: [ArticleReport] = []
  private var printed: Set<String> = []

  /// Chapters of one episode that are shown with a sentence.
  private static let chaptersQuoted = 3
  /// Sentences of one such chapter.
  private static let sentences = 2

  /// Lays an issue out.
  package init(_ issue: Issue) {
    let byID = Dictionary(issue.threads.map { ($0.id, $0) }) { first, _ in first }
    let spoken = issue.topics.filter { topic in
      !topic.members.contains { $0.kind == .thread && byID[$0.id] != nil }
    }
    let threadLeads = min(5 - min(2, spoken.count), max(3, issue.threads.count / 4))
    // A thread whose subject is talked about elsewhere too goes before one that stands alone.
    let candidates = issue.threads.map { thread in
      let topic = issue.topics.first { topic in
        topic.members.contains { $0.kind == .thread && $0.id == thread.id }
      }
      let kinds = Set(topic?.members.map(\.kind) ?? []).count
      return (thread: thread, topic: topic, weight: thread.score + 0.6 * Double(max(0, kinds - 1)))
    }.sorted { ($0.weight, $1.thread.rank) > ($1.weight, $0.thread.rank) }
    var covered: Set<String> = []
    for candidate in candidates where leads.count < threadLeads {
      covered.insert(candidate.thread.id)
      leads.append(story(candidate.thread, candidate.topic))
    }
    for topic in spoken where leads.count < 5 { leads.append(story(nil, topic)) }
    let rest = issue.threads.filter { !covered.contains($0.id) }
    let room = max(0, issue.threadsShown - covered.count)
    // The best by rank; only then by what they are.
    let shown = rest.prefix(room)
    moving = shown.filter { $0.state != .new }.map { thread in
      (thread, take([thread.foremost].compactMap { $0 } + thread.summary, 1).first)
    }
    fresh = shown.filter { $0.state == .new }.map { thread in
      (thread, take([thread.opening, thread.foremost].compactMap { $0 } + thread.summary, 1).first)
    }
    further = rest.count - moving.count - fresh.count
    articles = issue.articles.map { article in
      var article = article
      article.summary = take(article.summary, 3)
      return article
    }
    episodes = issue.episodes.map { episode in
      var episode = episode
      // The longest chapters speak for the others.
      let lengths = Self.listed(episode).map { $0.chapter.end - $0.chapter.start }.sorted(by: >)
      let least = lengths.prefix(Self.chaptersQuoted).last ?? 0
      for index in episode.chapters.indices {
        let chapter = episode.chapters[index].chapter
        let isLong = chapter.end - chapter.start >= least
        episode.chapters[index].summary =
          isLong ? take(episode.chapters[index].summary, Self.sentences) : []
      }
      return episode
    }
  }

  /// The chapters that a reader's list has: without advertising, and one that goes on after it
  /// only once, with the sentences of both its parts.
  package static func listed(_ episode: EpisodeReport) -> [ChapterReport] {
    var shown: [ChapterReport] = []
    for chapter in episode.chapters where !chapter.chapter.sponsor {
      if let last = shown.last, last.chapter.title == chapter.chapter.title {
        shown[shown.count - 1].summary = Array((last.summary + chapter.summary).prefix(sentences))
      } else {
        shown.append(chapter)
      }
    }
    return shown
  }

  private mutating func story(_ thread: ThreadReport?, _ topic: Topic?) -> Story {
    let opening = thread?.opening.flatMap { take([$0], 1).first }
    let said = take(thread?.summary ?? topic?.summary ?? [], 6)
    let acts: [SpeechAct] = [.decision, .proposal, .support, .concern, .question]
    let positions = acts.compactMap { act -> (act: SpeechAct, quotes: [Quote])? in
      let quotes = take(thread?.positions[act] ?? [], 1)
      return quotes.isEmpty ? nil : (act, quotes)
    }
    let members = topic?.members ?? []
    return Story(
      topic: topic, thread: thread, opening: opening, said: said, positions: positions,
      heard: members.filter { $0.kind == .moment },
      also: members.filter { $0.kind != .moment && $0.id != thread?.id })
  }

  /// The first quotes that have not been printed yet.
  private mutating func take(_ quotes: [Quote], _ limit: Int) -> [Quote] {
    var result: [Quote] = []
    for quote in quotes where result.count < limit && printed.insert(quote.text).inserted {
      result.append(quote)
    }
    return result
  }

  /// The lines of "In short": decisions, the leads, then episodes and articles; at most five.
  package static func inShort(_ issue: Issue, _ composition: IssueComposition) -> [(
    text: String, note: String
  )] {
    // A decision that a lead story is about is told by the story.
    let told = Set(
      composition.leads.filter { $0.thread?.state == .decided }.flatMap {
        $0.topic?.refs.map(\.id) ?? []
      })
    var lines: [(text: String, note: String)] = issue.decisions.filter { !told.contains($0.id) }
      .prefix(2).map { ("\($0.id) \($0.title)", $0.status) }
    for story in composition.leads where lines.count < 5 {
      var notes = story.thread.map { [Words.state($0)] } ?? []
      if !story.heard.isEmpty {
        notes.append("heard in \(Words.count(Set(story.heard.map(\.id)).count, "episode"))")
      }
      if story.thread == nil {
        let articles = story.also.filter { $0.kind == .article }.count
        if articles > 0 { notes.append(Words.count(articles, "article")) }
      }
      lines.append((story.title, notes.joined(separator: ", ")))
    }
    for episode in composition.episodes where lines.count < 5 {
      lines.append(
        (
          episode.title,
          episode.seconds.map { "\(episode.show), \(Words.clock($0))" } ?? episode.show
        ))
    }
    for article in composition.articles where lines.count < 5 {
      lines.append((article.title, article.author ?? article.site))
    }
    return lines
  }
}
