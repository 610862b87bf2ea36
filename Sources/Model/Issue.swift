// One digest of one window: everything that a page, a mail or a script can show of it.

/// A verbatim sentence with its origin.
package struct Quote: Equatable, Codable, Sendable {
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
  /// The code of its language (ISO 639) where that is not the publication's; else `nil`.
  package let language: String?
  /// Whether it is only understood behind the quote before it in its list.
  package var leans = false

  /// Creates a quote.
  package init(
    text: String, author: String?, url: String?, published: Timestamp?, post: Int? = nil,
    start: Double? = nil, origin: String, language: String? = nil
  ) {
    (self.text, self.author, self.url, self.published) = (text, author, url, published)
    (self.post, self.start, self.origin, self.language) = (post, start, origin, language)
  }
}

/// One digest of one window.
package struct Issue: Equatable, Codable, Sendable {
  /// How much the window held.
  package struct Statistics: Equatable, Codable, Sendable {
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
  package struct Omission: Equatable, Codable, Sendable {
    /// The source it is about.
    package let source: String
    /// What is not there, for a reader.
    package let what: String

    /// Creates an omission.
    package init(source: String, what: String) { (self.source, self.what) = (source, what) }
  }

  /// A proposal whose status changed.
  package struct StatusChange: Equatable, Codable, Sendable {
    /// The proposal with its new status.
    package let proposal: Proposal
    /// Its status before; `nil` when that is not known.
    package let was: String?

    /// Creates a change.
    package init(proposal: Proposal, was: String?) { (self.proposal, self.was) = (proposal, was) }
  }

  /// A day ahead that a sentence announces.
  package struct Deadline: Equatable, Codable, Sendable {
    /// The day.
    package let day: CalendarDay
    /// The sentence that names it.
    package let quote: Quote
    /// The title of the thread or article that it stands in.
    package let title: String

    /// Creates a deadline.
    package init(day: CalendarDay, quote: Quote, title: String) {
      (self.day, self.quote, self.title) = (day, quote, title)
    }
  }

  /// A term for newcomers.
  package struct Term: Equatable, Codable, Sendable {
    /// The term.
    package let name: String
    /// What the topics file says it is; `nil` when a source says it.
    package let definition: String?
    /// The source's own definition; `nil` when the topics file has one.
    package let quote: Quote?

    /// Creates a term.
    package init(name: String, definition: String? = nil, quote: Quote? = nil) {
      (self.name, self.definition, self.quote) = (name, definition, quote)
    }
  }

  /// A source that was read.
  package struct SourceListing: Equatable, Codable, Sendable {
    /// Its name.
    package let name: String
    /// Its address on the web, without credentials; `nil` for a file.
    package let address: String?
    /// What kind of place it is; `nil` when not known yet.
    package let kind: String?
    /// The folders that it lies in, outermost first.
    package let folder: [String]

    /// Creates a listing.
    package init(name: String, address: String?, kind: String?, folder: [String]) {
      (self.name, self.address, self.kind, self.folder) = (name, address, kind, folder)
    }
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
  /// Proposals whose status changed inside the window, by day.
  package var decisions: [StatusChange] = []
  /// Days ahead that are announced, soonest first.
  package var deadlines: [Deadline] = []
  /// Topics, best first.
  package var topics: [Topic] = []
  /// All threads active in the window, best first.
  package var threads: [ThreadReport] = []
  /// How many threads the rendered issue shows.
  package var threadsShown = 12
  /// How many articles the rendered issue quotes.
  package var articlesShown = 10
  /// Episodes published in the window, newest first.
  package var episodes: [EpisodeReport] = []
  /// Articles published in the window, newest first.
  package var articles: [ArticleReport] = []
  /// The quote of the week; `nil` in a week without a fit one.
  package var quoteOfTheWeek: Quote?
  /// Terms of the issue with what they mean.
  package var glossary: [Term] = []
  /// What the issue does not have.
  package var missing: [Omission] = []
  /// The sources that were read, in the configuration's order.
  package var sources: [SourceListing] = []
  /// What the editor says.
  package var editorial = Editorial()
  /// When it was published, where that was before its window was over, so that more may have been
  /// said; else `nil`.
  package var madeEarly: Timestamp?

  /// Creates an issue without content.
  package init(title: String, baseURL: String, language: String, window: Window) {
    (self.title, self.baseURL, self.language, self.window) = (title, baseURL, language, window)
  }

  /// Whether nothing was published in the window.
  package var isEmpty: Bool { threads.isEmpty && articles.isEmpty && episodes.isEmpty }

  /// Every quote of the issue, in reading order; some come more than once.
  package var quotes: [Quote] {
    var all = topics.flatMap(\.summary)
    for thread in threads {
      all += [thread.opening, thread.foremost].compactMap { $0 }
      all += thread.summary
      all += SpeechAct.allCases.flatMap { thread.positions[$0] ?? [] }
    }
    all += episodes.flatMap { $0.chapters.flatMap(\.summary) }
    all += articles.flatMap(\.summary)
    all += deadlines.map(\.quote) + glossary.compactMap(\.quote)
    if let quoteOfTheWeek { all.append(quoteOfTheWeek) }
    return all
  }
}
