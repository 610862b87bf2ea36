// What a feed said: entries as the wire has them, before anything is believed.

package import Model

/// A person as a feed names them.
package struct FeedPerson: Equatable, Sendable {
  /// The name; `nil` when not given.
  package var name: String?
  /// The mail address; `nil` when not given.
  package var email: String?
  /// The address of a page; `nil` when not given.
  package var url: String?
  /// What they do in an episode: `host`, `guest`; `nil` when not given.
  package var role: String?
}

/// A file that belongs to an entry.
package struct FeedEnclosure: Equatable, Sendable {
  /// Its address.
  package var url: String
  /// Its media type; `nil` when not given.
  package var type: String?
  /// Its size in bytes; `nil` when not given or not a number.
  package var length: Int?
}

/// A transcript that an entry names (podcast namespace, `<podcast:transcript>`).
package struct FeedTranscript: Equatable, Sendable {
  /// Its address.
  package var url: String
  /// Its media type.
  package var type: String?
  /// Its language tag.
  package var language: String?
  /// Its relation: `captions`.
  package var rel: String?
}

/// A chapter that the feed itself gives (Podlove Simple Chapters 1.2).
package struct FeedChapter: Equatable, Sendable {
  /// Seconds from the beginning.
  package var start: Double
  /// Its title.
  package var title: String
  /// A page that belongs to it.
  package var url: String?
}

/// A short stretch that the publisher recommends (`<podcast:soundbite>`).
package struct FeedSoundbite: Equatable, Sendable {
  /// Seconds from the beginning.
  package var start: Double
  /// Seconds.
  package var duration: Double
  /// Its title; `nil`: the episode's.
  package var title: String?
}

/// Where an entry stands in a discussion, as a site's conventions tell.
package struct DiscussionMark: Equatable, Sendable {
  /// The discussion's identity: host and path of its page, or a name inside the feed.
  package var thread: String
  /// The discussion's page; `nil` when not known.
  package var url: String?
  /// The discussion's title; `nil` when not known.
  package var title: String?
  /// The entry's place in it, from 1, as the site numbers it; `nil` where the site does not.
  package var number: Int?
  /// What the entry answers: the address or id of another entry; `nil` when not known.
  package var answers: String?
  /// Whether the entry is known to open the discussion.
  package var isOpening: Bool

  /// Creates a mark.
  package init(
    thread: String, url: String? = nil, title: String? = nil, number: Int? = nil,
    answers: String? = nil, isOpening: Bool = false
  ) {
    (self.thread, self.url, self.title) = (thread, url, title)
    (self.number, self.answers, self.isOpening) = (number, answers, isOpening)
  }
}

/// An RSS item or Atom entry as read; addresses are absolute wherever anything says against what.
package struct FeedEntry: Equatable, Sendable {
  /// `guid` or `id`.
  package var id: String?
  /// The title as one line of text.
  package var title: String?
  /// The page that it is about.
  package var link: String?
  /// When it was published.
  package var published: Timestamp?
  /// When it was last changed.
  package var updated: Timestamp?
  /// Who wrote it.
  package var authors: [FeedPerson] = []
  /// The short form, as HTML.
  package var summary: String?
  /// The long form, as HTML.
  package var content: String?
  /// Categories and tags.
  package var categories: [String] = []
  /// What it answers: the id that the feed names (RFC 4685), or what the site's own marks tell.
  package var inReplyTo: String?
  /// Where it stands in a discussion; `nil` when nothing says that it does.
  package var discussion: DiscussionMark?
  /// The line at which it begins; `nil` when not known.
  package var line: Int?
  /// What few entries have: none, or one.
  ///
  /// An array is the language's own box with copy on write. With all fields in the entry itself each copy and each end of one took thirty counts.
  var extras: [Extras] = []

  /// Creates an entry that says nothing.
  package init() {}

  /// The body as HTML: the long form before the short one.
  var body: String { content ?? summary ?? "" }
}

/// When a feed wants to be asked (RSS 2.0 `ttl`, `skipHours`, `skipDays`; module syndication).
package struct FeedSchedule: Equatable, Sendable {
  /// Seconds for which an answer is good; `nil` when not said.
  package var freshSeconds: Int?
  /// Hours of the day in UTC, 0 to 23, in which there is nothing new.
  package var skipHours: Set<Int> = []
  /// ISO numbers of days, Monday 1, on which there is nothing new.
  package var skipDays: Set<Int> = []

  /// Creates a schedule that says nothing.
  package init() {}
}

/// A feed as read.
package struct Feed: Equatable, Sendable {
  /// The form: `rss20`, `rss10`, `rss09x`, `atom10`, `atom03`, `jsonfeed`, `cdf`.
  package var format: String
  /// The title as one line of text.
  package var title: String?
  /// The page that it belongs to.
  package var link: String?
  /// What it is about, as one line of text.
  package var about: String?
  /// Its language tag.
  package var language: String?
  /// When it was last changed.
  package var updated: Timestamp?
  /// Who writes it.
  package var authors: [FeedPerson] = []
  /// What made it, as it says itself.
  package var generator: String?
  /// When it wants to be asked.
  package var schedule = FeedSchedule()
  /// Whether it comes from a Discourse forum (it uses that namespace).
  package var isDiscourse = false
  /// Hosts and guests of every episode.
  package var persons: [FeedPerson] = []
  /// The entries, in document order.
  package var entries: [FeedEntry] = []
  /// What was repaired or left out.
  package var warnings: [Diagnostic] = []

  /// Creates a feed that says nothing.
  package init(format: String) { self.format = format }
}
