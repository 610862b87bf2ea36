// What an issue tells beside its threads, articles and episodes.

import Analysis
import Model
import Network
import Render
import Store

/// What an issue tells beside its threads, articles and episodes: the numbers, changes of status,
/// days ahead, terms for newcomers, and what is missing.
struct IssueNews {
  let window: Window
  let settings: Settings
  let registries: [Registry]
  let languages: TextLanguages
  let earlier: EarlierIssues
  let threads: [DiscussionThread]
  let articles: [Article]
  let episodes: [Episode]
  let talks: [EpisodeAnalysis]

  /// How much the window held.
  var statistics: Issue.Statistics {
    let posts = threads.flatMap { $0.posts(in: window) }
    var numbers = Issue.Statistics()
    numbers.posts = posts.count
    numbers.threads = threads.count
    numbers.people = Set(posts.map(\.authorKey)).count
    numbers.episodes = episodes.count
    numbers.articles = articles.count
    return numbers
  }

  /// Proposals that were decided inside the window by their registry's own dates, and others whose
  /// status was seen to change.
  func decisions(_ archive: Archive) throws -> [Issue.StatusChange] {
    let seen = Dictionary(
      try archive.statusChanges(in: window).map { ($0.proposal, $0) }, uniquingKeysWith: { $1 })
    var changes: [Issue.StatusChange] = []
    for proposal in registries.flatMap({ $0.proposals.values }) {
      let isDecided =
        proposal.decidedOn.map { window.firstDay <= $0 && $0 < window.endDay } ?? false
      guard isDecided || seen[proposal.id] != nil else { continue }
      let was = try seen[proposal.id]?.was ?? archive.status(of: proposal.id, before: window.from)
      changes.append(
        Issue.StatusChange(proposal: proposal, was: was == proposal.status ? nil : was))
    }
    let end = window.endDay
    return changes.sorted { a, b in
      (a.proposal.decidedOn ?? end, a.proposal.id.utf8.count, a.proposal.id)
        < (b.proposal.decidedOn ?? end, b.proposal.id.utf8.count, b.proposal.id)
    }
  }

  /// Days ahead that the window's posts and articles announce, soonest first; each once.
  func deadlines() -> [Issue.Deadline] {
    var found: [Issue.Deadline] = []
    for text in texts where text.day != nil {
      for deadline in Deadlines.find(in: text.sentences, written: { text.day?($0) })
      where deadline.day >= window.endDay {
        let sentence = text.sentences[deadline.sentence]
        guard !earlier.printed(sentence.text),
          !found.contains(where: { $0.quote.text == sentence.text })
        else { continue }
        found.append(
          Issue.Deadline(day: deadline.day, quote: text.quote(sentence), title: text.title))
      }
    }
    return Array(
      found.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        .map(\.element).prefix(Self.mostDeadlines))
  }

  /// The terms of the issue's topics that the topics file or a sentence defines, at most six.
  func glossary(_ topics: [Topic]) -> [Issue.Term] {
    var terms: [Issue.Term] = []
    var wanted: [String] = []
    for topic in topics.prefix(Self.topicsExplained) {
      if let known = settings.topics.first(where: { $0.slug == topic.slug }),
        let description = known.description
      {
        terms.append(Issue.Term(name: topic.label, definition: description))
      } else {
        wanted += [topic.label] + topic.refs.map(\.id) + topic.terms.prefix(4)
      }
    }
    var seen = Set(terms.map { $0.name.lowercased() })
    wanted = wanted.filter { seen.insert($0.lowercased()).inserted }
    let definitions = Definitions(of: wanted)
    var best = [(score: Double, quote: Quote)?](repeating: nil, count: wanted.count)
    for text in texts {
      let fresh = text.sentences.filter { !earlier.printed($0.text) }
      for (term, found) in definitions.best(in: fresh).enumerated() {
        guard let found, found.score > best[term]?.score ?? 0 else { continue }
        best[term] = (found.score, text.quote(fresh[found.sentence]))
      }
    }
    var quoted: Set<String> = []
    for (term, found) in zip(wanted, best) where terms.count < Self.mostTerms {
      guard let found, quoted.insert(found.quote.text).inserted else { continue }
      terms.append(Issue.Term(name: term, quote: found.quote))
    }
    return Array(terms.prefix(Self.mostTerms))
  }

  private static let mostDeadlines = 6
  private static let mostTerms = 6
  /// Topics whose terms are looked for.
  private static let topicsExplained = 8

  /// What the window holds as sentences, each text by itself, and the way back to a quote.
  private struct TextOfWindow {
    let title: String
    let sentences: [Sentence]
    /// The day on which a unit was written; `nil` for what is said.
    let day: ((Int) -> CalendarDay?)?
    let quote: (Sentence) -> Quote
  }

  private var texts: [TextOfWindow] {
    let discussions = threads.map { thread in
      let posts = thread.posts(in: window)
      let sentences = Sentences.ofPosts(posts.map { ($0.authorKey, $0.words) })
      let language = languages.foreign(
        languages.language(of: posts.first?.words ?? "", source: thread.source))
      return TextOfWindow(
        title: thread.title, sentences: sentences, day: { posts[$0].date.map(CivilTime.day(of:)) },
        quote: { ThreadReporter.quote($0, posts, language) })
    }
    let blogs = articles.map { article in
      let language = languages.foreign(
        languages.language(of: article.words, source: article.source))
      return TextOfWindow(
        title: article.title, sentences: Sentences.ofPosts([(article.author ?? "", article.words)]),
        day: { _ in article.date.map(CivilTime.day(of:)) },
        quote: { ArticleReporter.quote($0, article, language) })
    }
    // Only what belongs to a subject: advertising defines itself.
    let talk = zip(episodes, talks).map { episode, talk in
      TextOfWindow(
        title: episode.title,
        sentences: talk.segments.flatMap { $0.sentences.map { talk.sentences[$0] } }, day: nil,
        quote: { EpisodeReporter.quote($0, episode) })
    }
    return discussions + blogs + talk
  }

  /// What the issue does not have.
  func omissions(_ issue: Issue, _ archive: Archive) throws -> [Issue.Omission] {
    var missing: [Issue.Omission] = []
    for thread in issue.threads where !thread.holes.isEmpty {
      let count = thread.holes.reduce(0) { $0 + $1.count }
      missing.append(
        Issue.Omission(
          source: thread.title,
          what: "the feed dropped \(count == 1 ? "post" : "posts") \(Words.ranges(thread.holes))"))
    }
    let configured = Set(
      settings.sources.map(\.address) + settings.episodes.map(\.transcript)
        + settings.registries.map(\.index))
    for (address, health) in try archive.sourceHealth().sorted(by: { $0.key < $1.key })
    where configured.contains(address)
      && (health.isGone || health.keepsFailing(at: health.lastAttempt ?? issue.window.until))
    {
      let source =
        settings.sources.first { $0.address == address }
        ?? Source(address: address, isPrivate: Addresses.hasSecret(address))
      missing.append(
        Issue.Omission(
          source: health.title ?? IssueStage.name(of: source), what: Self.reason(health) ?? "failed"
        ))
    }
    for episode in episodes where episode.cues.isEmpty {
      let source = settings.sources.first { $0.address == episode.source }
      let place = EpisodeFile.written(episode.transcript, source?.transcriptPattern, episode)
        .flatMap { EpisodeFile.place($0, of: episode.source) }
      let reason = try place.flatMap { try archive.sourceHealth()[$0] }.flatMap(Self.reason)
      missing.append(
        Issue.Omission(
          source: episode.title,
          what: reason.map { "its transcript could not be read: \($0)" }
            ?? "the episode has no transcript"))
    }
    return missing
  }

  /// Why an address could not be read, without the address.
  private static func reason(_ health: SourceHealth) -> String? {
    guard let reason = health.lastError else { return nil }
    let named = Addresses.withoutCredentials(health.address) + ": "
    return reason.hasPrefix(named) ? String(reason.dropFirst(named.count)) : reason
  }
}
