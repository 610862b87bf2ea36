// One digest of one window: everything that a page, a mail or a script can show of it.

/// A verbatim sentence with its origin.
package struct Quote: Equatable, Sendable {
  /// The sentence, byte for byte as it was said, white space folded.
  package let text: String
  /// Who said it; `nil` where the source does not tell.
  package let author: String?
  /// The very post, article or second.
  package let url: String?
  /// When it was published.
  package let published: Timestamp?
  /// The post's number; `nil` where there is none.
  package let post: Int?
  /// Seconds into the episode; `nil` outside episodes.
  package let start: Double?
  /// The id of the stored post, article or cue.
  package let origin: String

  /// Creates a quote.
  package init(
    text: String, author: String?, url: String?, published: Timestamp?, post: Int? = nil,
    start: Double? = nil, origin: String
  ) {
    (self.text, self.author, self.url, self.published) = (text, author, url, published)
    (self.post, self.start, self.origin) = (post, start, origin)
  }
}

/// One digest of one window.
package struct Issue: Equatable, Sendable {
  /// How much the window held.
  package struct Statistics: Equatable, Sendable {
    /// Posts inside the window.
    package var posts = 0
    /// Threads with at least one of them.
    package var threads = 0
    /// People who wrote at least one of them.
    package var people = 0
    /// Episodes published inside the window.
    package var episodes = 0
    /// Articles published inside the window.
    package var articles = 0

    /// Creates empty numbers.
    package init() {}
  }

  /// What the issue could not have.
  package struct Omission: Equatable, Sendable {
    /// The source it is about.
    package let source: String
    /// What is not there, for a reader.
    package let what: String

    /// Creates an omission.
    package init(source: String, what: String) { (self.source, self.what) = (source, what) }
  }

  /// The publication's title.
  package var title: String
  /// Where the site is; ends in `/`.
  package var baseURL: String
  /// The language tag of the publication (BCP 47).
  package var language: String
  /// What it covers.
  package var window: Window
  /// The numbers of the masthead.
  package var statistics = Statistics()
  /// The prefixes of the registries that were looked at.
  package var registries: [String] = []
  /// Proposals that were decided inside the window, by day.
  package var decisions: [Proposal] = []
  /// Topics, best first.
  package var topics: [Topic] = []
  /// All threads active in the window, best first.
  package var threads: [ThreadReport] = []
  /// How many threads the rendered issue shows.
  package var threadsShown = 12
  /// Episodes published in the window, newest first.
  package var episodes: [EpisodeReport] = []
  /// Articles published in the window, newest first.
  package var articles: [ArticleReport] = []
  /// The quote of the week; `nil` in a week without a fit one.
  package var quoteOfTheWeek: Quote?
  /// Known topics met in the issue that have a description.
  package var glossary: [KnownTopic] = []
  /// What the issue does not have.
  package var missing: [Omission] = []
  /// The sources that were read: name and address, by name.
  package var sources: [(name: String, address: String)] = []

  /// Creates an issue without content.
  package init(title: String, baseURL: String, language: String, window: Window) {
    (self.title, self.baseURL, self.language, self.window) = (title, baseURL, language, window)
  }

  package static func == (a: Issue, b: Issue) -> Bool {
    a.title == b.title && a.baseURL == b.baseURL && a.language == b.language
      && a.window == b.window && a.statistics == b.statistics && a.registries == b.registries
      && a.decisions == b.decisions
      && a.topics == b.topics && a.threads == b.threads && a.threadsShown == b.threadsShown
      && a.episodes == b.episodes && a.articles == b.articles
      && a.quoteOfTheWeek == b.quoteOfTheWeek && a.glossary == b.glossary
      && a.missing == b.missing && a.sources.map(\.address) == b.sources.map(\.address)
      && a.sources.map(\.name) == b.sources.map(\.name)
  }

  /// Every quote that the issue prints, in reading order; some come more than once.
  package var quotes: [Quote] {
    var all = topics.flatMap(\.summary)
    for thread in threads {
      if let opening = thread.opening { all.append(opening) }
      all += thread.summary
      all += SpeechAct.allCases.flatMap { thread.positions[$0] ?? [] }
    }
    all += episodes.flatMap { $0.chapters.flatMap(\.summary) }
    all += articles.flatMap(\.summary)
    if let quoteOfTheWeek { all.append(quoteOfTheWeek) }
    return all
  }
}
