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
    package var said: [Quote] = []
    /// Sentences by what they do, beyond those.
    package var positions: [(act: SpeechAct, quotes: [Quote])] = []
    /// Moments of episodes.
    package var heard: [Topic.Member]
    /// Other threads and articles of the topic.
    package var also: [Topic.Member]
    /// The editor's words about it.
    package var remark: String?

    /// The headline.
    package var title: String { thread?.title ?? topic?.label ?? "" }
    /// The id of its element in the page.
    package var anchor: String { Slug.anchor(of: thread?.id ?? topic?.slug ?? "") }
    /// Its quotes, in the order in which they stand.
    package var quotes: [Quote] {
      [opening].compactMap { $0 } + said + positions.flatMap(\.quotes)
    }
  }

  /// The lead stories, best first, at most five.
  package private(set) var leads: [Story] = []
  /// Other threads with the sentence that says most, best first.
  package private(set) var moving: [(thread: ThreadReport, quote: Quote?)] = []
  /// New threads that are not above, best first, with their opening.
  package private(set) var fresh: [(thread: ThreadReport, quote: Quote?)] = []
  /// How many threads more there were.
  package private(set) var further = 0
  /// Decisions that were announced in threads that are no lead stories.
  package private(set) var announced: [(thread: ThreadReport, quote: Quote)] = []
  /// Chapters that are worth a line, by episode, in order.
  package private(set) var episodes: [EpisodeReport] = []
  /// Articles with their sentences: those of the issue's topics first chosen, then the newest.
  package private(set) var articles: [ArticleReport] = []
  /// Other articles, of which only the title is printed.
  package private(set) var titles: [ArticleReport] = []
  /// How many articles more there were.
  package private(set) var furtherArticles = 0
  private var printed: Set<String> = []

  private static let mostLeads = 5
  /// Articles that are only named, at most.
  private static let mostTitles = 20
  /// Words of quotes in all lead stories together.
  private static let leadWords = 560
  /// Decisions announced in other threads, at most.
  private static let mostAnnounced = 3
  /// Chapters of one episode that are shown with a sentence.
  private static let chaptersQuoted = 3
  /// Sentences of one such chapter.
  private static let sentences = 2

  /// Lays an issue out.
  package init(_ issue: Issue) {
    let (threads, topics) = (issue.unmutedThreads, issue.unmutedTopics)
    let subjects = Self.leads(threads, topics, issue)
    // What stands in sections of its own is not said again in the stories.
    printed.formUnion(issue.deadlines.map(\.quote.text))
    printed.formUnion(issue.glossary.compactMap(\.quote?.text))
    if let quote = issue.quoteOfTheWeek { printed.insert(quote.text) }
    let words = max(90, Self.leadWords / max(1, subjects.count))
    for subject in subjects {
      leads.append(story(subject.thread, subject.topic, words: words, issue.editorial))
    }
    let covered = Set(subjects.compactMap(\.thread?.id))
    let rest = threads.filter { !covered.contains($0.id) }
    for thread in rest.prefix(3 * issue.threadsShown)
    where announced.count < Self.mostAnnounced {
      guard let quote = take(thread.positions[.decision] ?? [], 1).first else { continue }
      announced.append((thread, quote))
    }
    // The best by rank; only then by what they are.
    let shown = rest.prefix(max(0, issue.threadsShown - covered.count))
    moving = shown.filter { $0.state != .new }.map { thread in
      (thread, take([thread.foremost].compactMap { $0 } + thread.summary, 1).first)
    }
    fresh = shown.filter { $0.state == .new }.map { thread in
      (thread, take([thread.opening, thread.foremost].compactMap { $0 } + thread.summary, 1).first)
    }
    further = rest.count - moving.count - fresh.count
    lay(issue.unmutedArticles, of: issue, topics)
    episodes = issue.unmutedEpisodes.map { quoted($0) }
  }

  /// Lays out the articles: the first of those that belong to topics, then of the others.
  private mutating func lay(_ all: [ArticleReport], of issue: Issue, _ topics: [Topic]) {
    let joined = Set(topics.flatMap(\.members).filter { $0.kind == .article }.map(\.id))
    let order = all.filter { joined.contains($0.id) } + all.filter { !joined.contains($0.id) }
    let quoted = Set(order.prefix(issue.articlesShown).map(\.id))
    articles = all.filter { quoted.contains($0.id) }.map { article in
      var article = article
      article.summary = take(article.summary, 3)
      return article
    }
    let rest = all.filter { !quoted.contains($0.id) }
    titles = Array(rest.prefix(Self.mostTitles))
    furtherArticles = rest.count - titles.count
  }

  /// The subjects of the lead stories: what the editor pinned, then threads by score, a place or two
  /// kept for topics that no thread is about; in the editor's order where there is one.
  private static func leads(_ threads: [ThreadReport], _ topics: [Topic], _ issue: Issue)
    -> [(thread: ThreadReport?, topic: Topic?)]
  {
    let editorial = issue.editorial
    let byID = Set(threads.map(\.id))
    func topic(of thread: ThreadReport) -> Topic? { Self.topic(of: thread, topics) }
    var subjects: [(thread: ThreadReport?, topic: Topic?)] = []
    func isLead(_ thread: ThreadReport) -> Bool { subjects.contains { $0.thread?.id == thread.id } }
    func isLead(_ topic: Topic) -> Bool { subjects.contains { $0.topic?.slug == topic.slug } }
    for pin in editorial.pinned {
      if let thread = threads.first(where: { $0.id == pin }) {
        if !isLead(thread) { subjects.append((thread, topic(of: thread))) }
      } else if let topic = topics.first(where: { $0.slug == pin }), !isLead(topic) {
        let members = Set(topic.members.filter { $0.kind == .thread }.map(\.id))
        subjects.append((threads.first { members.contains($0.id) && !isLead($0) }, topic))
      }
    }
    let spoken = topics.filter { topic in
      !isLead(topic) && !topic.members.contains { $0.kind == .thread && byID.contains($0.id) }
    }
    let threadLeads = threadLeads(threads, spoken, shown: issue.threadsShown)
    for candidate in candidates(threads, topics)
    where subjects.count < threadLeads && !isLead(candidate.thread) {
      subjects.append((candidate.thread, candidate.topic))
    }
    for topic in spoken where subjects.count < mostLeads { subjects.append((nil, topic)) }
    func place(_ subject: (thread: ThreadReport?, topic: Topic?)) -> Int {
      editorial.order.firstIndex { $0 == subject.thread?.id || $0 == subject.topic?.slug }
        ?? editorial.order.count
    }
    return subjects.enumerated()
      .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(\.element)
  }

  /// How many lead stories threads have: a place or two is kept for topics that no thread is about.
  static func threadLeads(_ threads: [ThreadReport], _ spoken: [Topic], shown: Int) -> Int {
    min(mostLeads - min(2, spoken.count), max(3, threads.count / 4), shown)
  }

  /// The first topic that a thread belongs to.
  static func topic(of thread: ThreadReport, _ topics: [Topic]) -> Topic? {
    topics.first { topic in topic.members.contains { $0.kind == .thread && $0.id == thread.id } }
  }

  /// A thread that may be a lead story.
  struct Candidate {
    let thread: ThreadReport
    let topic: Topic?
    /// What a topic adds that is written or talked about elsewhere too.
    let bonus: Double
    var weight: Double { thread.score + bonus }
  }

  /// The threads in the order in which they become lead stories.
  static func candidates(_ threads: [ThreadReport], _ topics: [Topic]) -> [Candidate] {
    // A thread whose subject is talked about elsewhere too goes before one that stands alone.
    threads.map { thread in
      let topic = topic(of: thread, topics)
      let kinds = Set(topic?.members.map(\.kind) ?? []).count
      return Candidate(thread: thread, topic: topic, bonus: 0.6 * Double(max(0, kinds - 1)))
    }.sorted { ($0.weight, $1.thread.rank) > ($1.weight, $0.thread.rank) }
  }

  private mutating func story(
    _ thread: ThreadReport?, _ topic: Topic?, words: Int, _ editorial: Editorial
  ) -> Story {
    let members = topic?.members ?? []
    var story = Story(
      topic: topic, thread: thread,
      heard: members.filter { $0.kind == .moment },
      also: members.filter { $0.kind != .moment && $0.id != thread?.id },
      remark: editorial.remark(on: [thread?.id, topic?.slug]))
    // Where several speak, nobody has more than three sentences.
    var room = StoryRoom(words: words, perPerson: (thread?.people ?? 3) > 2 ? 3 : 5)
    func admit(_ quotes: [Quote], most: Int = .max, always: Bool = false) -> [Quote] {
      var admitted: [Quote] = []
      for quote in quotes where admitted.count < most && !printed.contains(quote.text) {
        guard room.admits(quote) || always else { continue }
        printed.insert(quote.text)
        admitted.append(quote)
      }
      return admitted
    }
    story.opening = admit([thread?.opening].compactMap { $0 }).first
    let summary = thread?.summary ?? topic?.summary ?? []
    // The sentence that says most has its place whatever stands before it; one act of each kind is
    // left room for.
    let foremost = admit([thread?.foremost].compactMap { $0 })
    room.keep(words / 3)
    let said = Set((foremost + admit(summary)).map(\.text))
    story.said = Self.understood(summary.filter { said.contains($0.text) }, of: summary)
    room.keep(0)
    let acts: [SpeechAct] = [.decision, .concern, .support, .question, .proposal]
    let found = acts.map {
      // What was decided is told, whoever has said how much.
      ($0, admit(thread?.positions[$0] ?? [], most: 1, always: $0 == .decision))
    }
    let order: [SpeechAct] = [.decision, .proposal, .support, .concern, .question]
    story.positions = order.compactMap { act in
      let quotes = found.first { $0.0 == act }?.1 ?? []
      return quotes.isEmpty ? nil : (act, quotes)
    }
    return story
  }

  /// Quotes of a list without those that lean on one that is not there.
  private static func understood(_ quotes: [Quote], of list: [Quote]) -> [Quote] {
    var kept: [Quote] = []
    for (place, quote) in list.enumerated() where quotes.contains(quote) {
      if quote.leans, place > 0, kept.last != list[place - 1] { continue }
      kept.append(quote)
    }
    return kept
  }

  /// An episode with sentences in its longest chapters, which speak for the others.
  private mutating func quoted(_ episode: EpisodeReport) -> EpisodeReport {
    var episode = episode
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

  /// The first quotes that have not been printed yet.
  private mutating func take(_ quotes: [Quote], _ limit: Int) -> [Quote] {
    var result: [Quote] = []
    for quote in quotes where result.count < limit && printed.insert(quote.text).inserted {
      result.append(quote)
    }
    return result
  }
}

/// How much more a story may quote.
private struct StoryRoom {
  private var words: Int
  private let perPerson: Int
  private var kept = 0
  private var byPerson: [String: Int] = [:]

  init(words: Int, perPerson: Int) { (self.words, self.perPerson) = (words, perPerson) }

  /// Keeps words free for what comes later.
  mutating func keep(_ words: Int) { kept = words }

  /// Whether a quote still has room, which it takes then; the first always has.
  mutating func admits(_ quote: Quote) -> Bool {
    let count = quote.text.split(separator: " ").count
    let person = quote.author ?? ""
    guard byPerson.isEmpty || (words - kept >= count && byPerson[person, default: 0] < perPerson)
    else { return false }
    words -= count
    byPerson[person, default: 0] += 1
    return true
  }
}
