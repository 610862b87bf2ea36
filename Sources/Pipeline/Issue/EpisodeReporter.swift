// Articles and episodes to what an issue says about them.

import Analysis
import Model

/// Articles to what an issue says about them.
enum ArticleReporter {
  /// Words of one article's summary.
  static let words = 60

  /// Whether a sentence may stand in a summary.
  static func isAdmitted(_ sentence: Sentence, _ earlier: EarlierIssues) -> Bool {
    Quotability.isWorthPrinting(sentence) && !earlier.printed(sentence.text)
  }

  /// The report of one article.
  static func report(
    _ article: Article, vocabulary: Vocabulary, language: String?, earlier: EarlierIssues
  ) -> ArticleReport {
    let text = SentenceSalience.weigh(
      Sentences.ofPosts([(article.author ?? "", article.words)]), genre: .thread,
      title: article.title, vocabulary: vocabulary)
    let summary = Summarizer.summarize(text, genre: .thread, words: words) {
      isAdmitted($0, earlier)
    }
    return ArticleReport(
      id: article.id, title: article.title, url: article.url, author: article.author,
      site: article.site, published: article.date,
      summary: summary.map { quote(text.sentences[$0], article, language) })
  }

  /// A sentence of an article as a quote.
  static func quote(_ sentence: Sentence, _ article: Article, _ language: String? = nil) -> Quote {
    Quote(
      text: sentence.text, author: article.author ?? article.site, url: article.url,
      published: article.date, origin: article.id, language: language)
  }
}

/// An episode to what an issue says about it.
struct EpisodeReporter {
  let episode: Episode
  let talk: EpisodeAnalysis
  let vocabulary: Vocabulary
  /// Its language where that is not the publication's.
  let language: String?
  let earlier: EarlierIssues

  /// Words of one chapter's summary.
  static let words = 60
  /// A chapter of so many seconds has two sentences, a shorter one has one.
  private static let long = 300.0

  /// The vocabulary that an episode is read with.
  static func vocabulary(for episode: Episode, _ vocabularies: Vocabularies) -> Vocabulary {
    let text = episode.cues.prefix(200).map(\.text).joined(separator: " ")
    return vocabularies.vocabulary(for: text, source: episode.source)
  }

  /// The report of the episode.
  ///
  /// - Parameter phrases: The key phrases of a segment, best first.
  func report(phrases: (Int) -> [Keyphrases.Phrase]) -> EpisodeReport {
    let titles = titles(phrases)
    let chapters = EpisodeAnalyzer.chapters(talk, titles: titles, of: episode)
    let summaries = talk.segments.indices.flatMap { summary(of: $0, title: titles[$0]) }
    let reports = chapters.map { spoken in
      let quotes =
        spoken.chapter.sponsor || spoken.isFrame
        ? [] : summaries.filter(spoken.sentences.contains).map { talk.sentences[$0] }
      return ChapterReport(
        chapter: spoken.chapter,
        url: MomentLink.address(of: spoken.chapter.start, in: episode),
        summary: quotes.map { Self.quote($0, episode, language) })
    }
    var report = EpisodeReport(
      id: episode.id, title: episode.title, show: episode.show, url: episode.url,
      audio: episode.audio, seconds: episode.seconds, published: episode.date, chapters: reports)
    report.people = episode.people
    report.soundbites = episode.soundbites.map {
      SoundbiteReport(soundbite: $0, url: MomentLink.address(of: $0.start, in: episode))
    }
    report.timesMayShift = MomentLink.mayShift(episode)
    return report
  }

  /// The titles of the segments: the publisher's, or out of their key phrases.
  func titles(_ phrases: (Int) -> [Keyphrases.Phrase]) -> [String] {
    let people = episode.people.map(\.name) + Set(episode.cues.compactMap(\.speaker)).sorted()
    return talk.segments.indices.map {
      talk.segments[$0].title ?? ChapterTitles.title(phrases($0), people: people)
    }
  }

  /// The sentences that stand for a segment.
  private func summary(of segment: Int, title: String) -> [Int] {
    let own = talk.segments[segment].sentences
    let text = SentenceSalience.weigh(
      own.map { talk.sentences[$0] }, genre: .episode, title: title, vocabulary: vocabulary)
    return Summarizer.summarize(
      text, genre: .episode, words: Self.words, sentences: most(of: segment), allowed: isAdmitted
    ).map { own[$0] }
  }

  /// How many sentences stand for a segment at most.
  func most(of segment: Int) -> Int {
    talk.segments[segment].end - talk.segments[segment].start >= Self.long ? 2 : 1
  }

  /// Whether a sentence may stand for a segment.
  func isAdmitted(_ sentence: Sentence) -> Bool {
    !SentenceTraits.isCourtesy(sentence) && !earlier.printed(sentence.text)
  }

  /// A sentence of an episode as a quote.
  static func quote(_ sentence: Sentence, _ episode: Episode, _ language: String? = nil) -> Quote {
    let start = episode.cues[sentence.unit].start
    return Quote(
      text: sentence.text, author: sentence.author,
      url: MomentLink.address(of: start ?? 0, in: episode),
      published: episode.date, start: start, origin: episode.cueID(sentence.unit),
      language: language)
  }
}
