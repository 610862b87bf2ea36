// What an issue says about one thread, one episode, one article.

/// What a sentence does in a discussion.
package enum SpeechAct: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable {
  case proposal, support, concern, question, decision
}

/// What an issue says about one thread.
package struct ThreadReport: Equatable, Codable, Sendable {
  /// The sentence of the summary that says most; `nil` where nothing is to be quoted.
  package var foremost: Quote?

  /// What is new in a thread since an earlier issue printed it.
  package struct Since: Equatable, Codable, Sendable {
    /// That issue's name in addresses.
    package let issue: String
    /// Its days, for a reader.
    package let window: String
    /// Posts since its end.
    package let posts: Int
    /// People who wrote them.
    package let people: Int
    /// Those of them who had not written in the thread before, by their first post.
    package let newcomers: [String]

    /// Creates one.
    package init(issue: String, window: String, posts: Int, people: Int, newcomers: [String]) {
      (self.issue, self.window, self.posts) = (issue, window, posts)
      (self.people, self.newcomers) = (people, newcomers)
    }
  }

  /// Where an earlier issue printed how the thread opened.
  package struct Opened: Equatable, Codable, Sendable {
    /// That issue's name in addresses.
    package let issue: String
    /// Its days, for a reader.
    package let window: String

    /// Creates one.
    package init(issue: String, window: String) { (self.issue, self.window) = (issue, window) }
  }

  /// Where a thread stands in the window.
  package enum State: String, Codable, Sendable {
    /// Its first post lies in the window.
    case new
    /// It had posts in the weeks before.
    case ongoing
    /// It was silent for 30 days or more before.
    case revived
    /// A decision was announced in the window.
    case decided
  }

  /// The thread's identity.
  package var id: String
  /// Its place, from 1.
  package var rank: Int
  /// What it was ranked by; larger is better, comparable inside one issue only.
  package var score: Double
  /// Its title.
  package var title: String
  /// Where to read it.
  package var url: String
  /// The first post inside the window: where to begin to read.
  package var firstNewURL: String
  /// The name of the site.
  package var site: String
  /// Where it stands.
  package var state: State
  /// Posts up to the window's end, as the site numbers them.
  package var posts: Int
  /// Posts inside the window.
  package var newPosts: Int
  /// People who posted inside the window.
  package var people: Int
  /// Days since its first post, at the window's end; `nil` when that post is not known.
  package var days: Int?
  /// What the thread asks or sets out, from its first post; `nil` when that post is not stored.
  package var opening: Quote?
  /// What was said in the window, in reading order.
  package var summary: [Quote]
  /// Sentences by what they do, in reading order.
  package var positions: [SpeechAct: [Quote]]
  /// Ranges of post numbers that the feeds dropped.
  package var holes: [ClosedRange<Int>]
  /// What is new since the last issue that printed it; `nil` when none did.
  package var since: Since?
  /// Where its opening was printed before, and so is not printed again; else `nil`.
  package var opened: Opened?

  /// Creates a report.
  package init(
    id: String, rank: Int, score: Double, title: String, url: String, firstNewURL: String,
    site: String, state: State, posts: Int, newPosts: Int, people: Int, days: Int?,
    opening: Quote?, summary: [Quote], positions: [SpeechAct: [Quote]],
    holes: [ClosedRange<Int>]
  ) {
    (self.id, self.rank, self.score, self.title) = (id, rank, score, title)
    (self.url, self.firstNewURL, self.site, self.state) = (url, firstNewURL, site, state)
    (self.posts, self.newPosts, self.people, self.days) = (posts, newPosts, people, days)
    (self.opening, self.summary, self.positions) = (opening, summary, positions)
    self.holes = holes
  }
}

/// What an issue says about one chapter.
package struct ChapterReport: Equatable, Codable, Sendable {
  /// The chapter.
  package var chapter: Chapter
  /// A link to its first second.
  package var url: String?
  /// What was said, in order; empty for advertising.
  package var summary: [Quote]

  /// Creates a report.
  package init(chapter: Chapter, url: String?, summary: [Quote]) {
    (self.chapter, self.url, self.summary) = (chapter, url, summary)
  }
}

/// A soundbite with a link to its first second.
package struct SoundbiteReport: Equatable, Codable, Sendable {
  /// What the publisher recommends.
  package var soundbite: Soundbite
  /// A link to its first second.
  package var url: String?

  /// Creates a report.
  package init(soundbite: Soundbite, url: String?) { (self.soundbite, self.url) = (soundbite, url) }
}

/// What an issue says about one episode.
package struct EpisodeReport: Equatable, Codable, Sendable {
  /// The episode's identity.
  package var id: String
  /// Its title.
  package var title: String
  /// The name of the show.
  package var show: String
  /// Its page.
  package var url: String?
  /// Its audio.
  package var audio: String?
  /// Its length in seconds.
  package var seconds: Double?
  /// When it was published.
  package var published: Timestamp?
  /// Its chapters, in order; empty without a transcript.
  package var chapters: [ChapterReport]
  /// Hosts and guests.
  package var people: [EpisodePerson] = []
  /// What the publisher recommends to hear, with links.
  package var soundbites: [SoundbiteReport] = []
  /// Whether inserted advertising can shift the times.
  package var timesMayShift = false
  /// The transcript, where the configuration says that it may be shown; else empty.
  package var transcript: [Cue] = []

  /// Creates a report.
  package init(
    id: String, title: String, show: String, url: String?, audio: String?, seconds: Double?,
    published: Timestamp?, chapters: [ChapterReport]
  ) {
    (self.id, self.title, self.show, self.url) = (id, title, show, url)
    (self.audio, self.seconds, self.published, self.chapters) = (
      audio, seconds, published, chapters
    )
  }
}

/// What an issue says about one article.
package struct ArticleReport: Equatable, Codable, Sendable {
  /// The article's identity.
  package var id: String
  /// Its title.
  package var title: String
  /// Where to read it.
  package var url: String
  /// Who wrote it.
  package var author: String?
  /// The name of the blog.
  package var site: String
  /// When it was published.
  package var published: Timestamp?
  /// Its key sentences, in reading order.
  package var summary: [Quote]
  /// Other places where nearly the same text stands: the site's name and the address.
  package var copies: [Copy] = []

  /// Another place where an article stands.
  package struct Copy: Equatable, Codable, Sendable {
    /// The name of the site.
    package let site: String
    /// The article's address there.
    package let url: String

    /// Creates one.
    package init(site: String, url: String) { (self.site, self.url) = (site, url) }
  }

  /// Creates a report.
  package init(
    id: String, title: String, url: String, author: String?, site: String, published: Timestamp?,
    summary: [Quote]
  ) {
    (self.id, self.title, self.url, self.author) = (id, title, url, author)
    (self.site, self.published, self.summary) = (site, published, summary)
  }
}
