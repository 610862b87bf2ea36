// The archive and a window to an issue.

import Analysis
import Ingest
import Model
import Network
import Store

/// Builds the issue of a window out of the archive.
///
/// Reads only; the same archive, window and editor's file give the same issue.
package struct IssueStage {
  private let settings: Settings
  private let archive: Archive
  private let window: Window
  private let vocabulary: Vocabulary
  private let registries: [Registry]
  private let languages: TextLanguages

  /// Builds the issue of a window, and says what of the editor's file could not be done.
  static func build(_ window: Window, _ context: RunContext, _ archive: Archive) async throws
    -> (issue: Issue, warnings: [Diagnostic])
  {
    let material = try await make(window, context, archive)
    return (material.issue, material.warnings)
  }

  /// The same with what it was made of.
  static func make(_ window: Window, _ context: RunContext, _ archive: Archive) async throws
    -> IssueMaterial
  {
    let settings = context.settings
    let editor = try settings.editor.map {
      (file: $0, entries: try EditorFile.read($0, weekStart: settings.weekStart))
    }
    let (registries, unread) = try RegistryReader.read(settings, archive)
    let stage = IssueStage(
      settings: settings, archive: archive, window: window,
      vocabulary: Vocabulary(language: settings.language),
      registries: registries,
      languages: TextLanguages(settings, try archive.sourceHealth()))
    var material = try await stage.issue(editor)
    material.warnings = unread.map(\.diagnostic) + material.warnings
    material.issue.missing += unread.map {
      Issue.Omission(source: "\($0.prefix) registry", what: "could not be read")
    }
    return material
  }

  private func issue(_ editor: (file: String, entries: [EditorEntry])?) async throws
    -> IssueMaterial
  {
    var issue = Issue(
      title: settings.title, baseURL: settings.baseURL, language: settings.language, window: window)
    let threads = try archive.threads(activeIn: window)
    let earlier = try EarlierIssues(before: window, threads: threads.map(\.id), archive)
    let (articles, copies) = Self.stories(try archive.articles(in: window))
    let episodes = try archive.episodes(in: window).map(withRules)
    let phrases = try sponsorPhrases(episodes)
    let vocabularies = Vocabularies(languages)
    func spoken(_ episode: Episode) -> Vocabulary {
      EpisodeReporter.vocabulary(for: episode, vocabularies)
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
      words: settings.wordsPerThread, earlier: earlier)
    (issue.threads, issue.quoteOfTheWeek) = await threadReporter.reports(threads)
    issue.articles = zip(articles, copies).map { article, copies in
      let vocabulary = vocabularies.vocabulary(for: article.words, source: article.source)
      var report = ArticleReporter.report(
        article, vocabulary: vocabulary, language: languages.foreign(vocabulary.language),
        earlier: earlier)
      report.copies = copies.map { ArticleReport.Copy(site: $0.site, url: $0.url) }
      return report
    }
    var memory = TopicMemory(
      finder.topics().map { ($0, Set($0.members.map { documents.all[$0].parent })) },
      language: settings.language)
    try archive.topics(printedBefore: window.until) {
      memory.consider(
        PrintedTopic(slug: $0.slug, label: $0.label, terms: $0.terms, members: Set($0.members)))
    }
    let recalled = memory.recalled()
    let topics = recalled.map(\.topic)
    issue.episodes = zip(episodes, talks).enumerated().map { index, pair in
      let first = documents.firstChapter[index]
      let vocabulary = spoken(pair.0)
      var report = EpisodeReporter(
        episode: pair.0, talk: pair.1, vocabulary: vocabulary,
        language: languages.foreign(vocabulary.language), earlier: earlier
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
      history: try archive.history(of: topics.map(\.slug), before: window.from),
      weeks: try earlierWeeks(), documents: documents,
      threads: threads, threadReports: issue.threads, articles: articles, episodes: episodes,
      talks: talks, languages: languages, earlier: earlier
    ).reports(topics)
    let news = IssueNews(
      window: window, settings: settings, registries: registries, languages: languages,
      earlier: earlier, threads: threads, articles: articles, episodes: episodes, talks: talks)
    issue.registries = registries.map(\.prefix)
    issue.decisions = try news.decisions(archive)
    (issue.threadsShown, issue.articlesShown) = (settings.threadsShown, settings.articlesShown)
    issue.statistics = news.statistics
    issue.deadlines = news.deadlines()
    issue.glossary = news.glossary(issue.topics)
    issue.missing = try news.omissions(issue, archive)
    issue.sources = try sources()
    var material = IssueMaterial(
      issue: issue, settings: settings, threads: threads, articles: articles, episodes: episodes,
      talks: talks, phrases: phrases, documents: documents, finder: finder, topics: recalled,
      languages: languages, registries: registries, earlier: earlier)
    guard let editor else { return material }
    material.entries = editor.entries.filter { $0.isAbout(window) }
    var desk = EditorDesk(
      file: editor.file, entries: material.entries, threads: threads, articles: articles,
      episodes: episodes, talks: talks)
    desk.edit(&material.issue)
    material.warnings = desk.warnings
    return material
  }

  /// Articles, each story once where it came first, and the copies of each; what one place gives two
  /// titles are two stories, however alike: the releases of a program.
  private static func stories(_ articles: [Article]) -> ([Article], [[Article]]) {
    let byDate = articles.sorted {
      ($0.date?.seconds ?? 0, $0.id) < ($1.date?.seconds ?? 0, $1.id)
    }
    let firsts = NearDuplicates.firsts(byDate.map(\.words)) { one, other in
      let (one, other) = (byDate[one], byDate[other])
      return one.source != other.source || one.title == other.title
    }
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

  /// What a source without a title is called on a page for everybody, which names neither folders of
  /// the machine that made it nor what only subscribers know.
  static func name(of source: Source) -> String {
    guard Files.isWeb(source.address) else { return Files.name(of: source.address) }
    return source.isPrivate ? "a private source" : source.address
  }

  private func sources() throws -> [Issue.SourceListing] {
    let health = try archive.sourceHealth()
    return settings.sources.map { source in
      let known = health[source.address]
      let address = Files.isWeb(source.address) && !source.isPrivate ? source.address : nil
      let name = source.title ?? known?.title ?? Self.name(of: source)
      return Issue.SourceListing(
        name: name, address: address, kind: (source.kind ?? known?.kind)?.rawValue,
        folder: source.folder)
    }
  }
}
