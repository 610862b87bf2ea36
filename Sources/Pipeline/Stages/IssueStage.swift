// The archive and a window to an issue.

import Analysis
import Ingest
import Model
import Render
import Store

/// Builds the issue of a window out of the archive.
///
/// Reads only; the same archive and window give the same issue.
package struct IssueStage {
  private let settings: Settings
  private let archive: Archive
  private let window: Window
  private let vocabulary: Vocabulary
  private let registries: [Registry]

  /// Builds the issue of a window.
  static func build(_ window: Window, _ context: RunContext, _ archive: Archive) async throws
    -> Issue
  {
    let registries = try RegistryReader.read(context.settings, archive)
    let stage = IssueStage(
      settings: context.settings, archive: archive, window: window,
      vocabulary: Vocabulary(language: context.settings.language), registries: registries)
    return try await stage.issue()
  }

  private func issue() async throws -> Issue {
    var issue = Issue(
      title: settings.title, baseURL: settings.baseURL, language: settings.language, window: window)
    let threads = try archive.threads(activeIn: window)
    let (articles, copies) = Self.stories(try archive.articles(in: window))
    let episodes = try archive.episodes(in: window).map(withRules)
    let phrases = try sponsorPhrases(episodes)
    let languages = TextLanguages(settings, try archive.sourceHealth())
    let vocabularies = Vocabularies(languages)
    func spoken(_ episode: Episode) -> Vocabulary {
      let text = episode.cues.prefix(200).map(\.text).joined(separator: " ")
      return vocabularies.vocabulary(for: text, source: episode.source)
    }
    let talks = episodes.map {
      EpisodeAnalyzer.analyze($0, vocabulary: spoken($0), phrases: phrases[$0.show] ?? [])
    }
    var documents = WindowDocuments(languages)
    documents.add(threads, window)
    documents.add(articles)
    documents.add(episodes, talks)
    var finder = await TopicFinder(
      documents.all, known: settings.topics, registries: registries, vocabulary: vocabulary)
    let names = finder.termNames
    let corpus = try archive.frequencies(of: names)
    finder.weigh(
      over: TFIDF.Background(
        documents: corpus.documents, frequency: names.map { corpus.frequency[$0] ?? 0 }))
    let threadReporter = ThreadReporter(
      window: window, languages: languages, registries: registries,
      words: settings.wordsPerThread)
    (issue.threads, issue.quoteOfTheWeek) = await threadReporter.reports(threads)
    issue.articles = zip(articles, copies).map { article, copies in
      var report = ArticleReporter.report(
        article, vocabulary: vocabularies.vocabulary(for: article.words, source: article.source))
      report.copies = copies.map { ArticleReport.Copy(site: $0.site, url: $0.url) }
      return report
    }
    let topics = TopicMemory.named(
      finder.topics().map { ($0, Set($0.members.map { documents.all[$0].parent })) },
      after: try archive.printedTopics(before: window.until).map {
        PrintedTopic(slug: $0.slug, label: $0.label, terms: $0.terms, members: Set($0.members))
      }, vocabulary: vocabulary)
    issue.episodes = zip(episodes, talks).enumerated().map { index, pair in
      let first = documents.firstChapter[index]
      var report = EpisodeReporter(
        episode: pair.0, talk: pair.1, vocabulary: spoken(pair.0)
      ).report {
        segment in
        finder.titlePhrases(of: first + segment, in: topics)
      }
      let source = settings.sources.first { $0.address == pair.0.source }
      if source?.republish == true { report.transcript = pair.0.cues }
      return report
    }
    issue.topics = TopicReporter(
      window: window, registries: registries, vocabulary: vocabulary,
      history: try archive.topicHistory(before: window.from),
      weeks: try earlierWeeks(), documents: documents,
      threads: threads, threadReports: issue.threads, articles: articles, episodes: episodes,
      talks: talks
    ).reports(topics)
    issue.registries = registries.map(\.prefix)
    issue.decisions = decisions()
    issue.threadsShown = settings.threadsShown
    issue.statistics = statistics(threads, articles, episodes)
    issue.glossary = glossary(issue.topics)
    issue.missing = try omissions(issue, episodes)
    issue.sources = try sources()
    return issue
  }

  /// Articles, each story once where it came first, and the copies of each.
  private static func stories(_ articles: [Article]) -> ([Article], [[Article]]) {
    let byDate = articles.sorted {
      ($0.date?.seconds ?? 0, $0.id) < ($1.date?.seconds ?? 0, $1.id)
    }
    let firsts = NearDuplicates.firsts(byDate.map(\.words))
    let stories = byDate.indices.filter { firsts[$0] == $0 }.reversed()
    return (
      stories.map { byDate[$0] },
      stories.map { story in
        byDate.indices.filter { firsts[$0] == story && $0 != story }.map { byDate[$0] }
      }
    )
  }

  /// The weeks of earlier issues, oldest first.
  private func earlierWeeks() throws -> [String] {
    var weeks: [String] = []
    for issue in try archive.publishedIssues().reversed() where issue.until <= window.from {
      let week = CivilTime.window(from: issue.firstDay, until: issue.endDay).week
      if weeks.last != week { weeks.append(week) }
    }
    return weeks
  }

  /// Episodes of a show before the window that tell which sponsors return.
  private static let earlierEpisodes = 4

  /// What is said in the reads of each show: as configured, and as it returned in its last episodes.
  private func sponsorPhrases(_ episodes: [Episode]) throws -> [String: [String]] {
    var phrases: [String: [String]] = [:]
    for show in Set(episodes.map(\.show)).sorted() {
      let own = episodes.filter { $0.show == show }
      let earlier = try archive.heard(
        ofShow: show, before: window.from, limit: Self.earlierEpisodes)
      let addresses = Set(own.map(\.source))
      phrases[show] =
        settings.sources.filter { addresses.contains($0.address) }.flatMap(\.sponsors)
        + settings.episodes.filter { addresses.contains($0.transcript) }.flatMap(\.sponsors)
        + SponsorReads.recurring(in: earlier + own)
    }
    return phrases
  }

  /// An episode with what the configuration says of its show.
  private func withRules(_ episode: Episode) -> Episode {
    var episode = episode
    episode.momentPattern = settings.sources.first { $0.address == episode.source }?.momentPattern
      .flatMap { EpisodePattern.fill($0, episode, keeping: "seconds") }
    return episode
  }

  private func decisions() -> [Proposal] {
    registries.flatMap { registry in
      registry.proposals.values.filter { proposal in
        proposal.decidedOn.map { window.firstDay <= $0 && $0 < window.endDay } ?? false
      }
    }.sorted { a, b in
      guard let first = a.decidedOn, let second = b.decidedOn else { return a.number < b.number }
      return (first, a.number) < (second, b.number)
    }
  }

  private func statistics(
    _ threads: [DiscussionThread], _ articles: [Article], _ episodes: [Episode]
  ) -> Issue.Statistics {
    let posts = threads.flatMap { $0.posts(in: window) }
    var numbers = Issue.Statistics()
    numbers.posts = posts.count
    numbers.threads = threads.count
    numbers.people = Set(posts.map(\.authorKey)).count
    numbers.episodes = episodes.count
    numbers.articles = articles.count
    return numbers
  }

  private func glossary(_ topics: [Topic]) -> [KnownTopic] {
    let shown = Set(topics.map(\.slug))
    return settings.topics.filter { shown.contains($0.slug) && $0.description != nil }
  }

  private func omissions(_ issue: Issue, _ episodes: [Episode]) throws -> [Issue.Omission] {
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
      let reason = health.lastError ?? "failed"
      let isNamed = health.title == nil && reason.hasPrefix("\(address): ")
      missing.append(
        Issue.Omission(
          source: health.title ?? address,
          what: isNamed ? String(reason.dropFirst(address.count + 2)) : reason))
    }
    for episode in episodes where episode.cues.isEmpty {
      missing.append(Issue.Omission(source: episode.title, what: "the episode has no transcript"))
    }
    return missing
  }

  private func sources() throws -> [(name: String, address: String)] {
    let health = try archive.sourceHealth()
    return settings.sources.map { source in
      (source.title ?? health[source.address]?.title ?? source.address, source.address)
    }
  }
}

/// Registries as the configuration names them.
enum RegistryReader {
  /// The registries whose index is at hand; one that has not been fetched yet is left out.
  static func read(_ settings: Settings, _ archive: Archive?) throws -> [Registry] {
    try settings.registries.compactMap { registry -> Registry? in
      let bytes: [UInt8]
      if Files.isWeb(registry.index) {
        guard let text = try archive?.index(of: registry.index) else { return nil }
        bytes = Array(text.utf8)
      } else {
        bytes = try Files.read(registry.index)
      }
      do throws(RegistryIndex.Failure) {
        return try RegistryIndex.parse(bytes, prefix: registry.prefix, page: registry.page)
      } catch {
        throw RunFailure.usage(["\(registry.index): \(error.message)"])
      }
    }
  }
}
