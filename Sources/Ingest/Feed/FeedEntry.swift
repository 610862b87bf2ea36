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

/// An RSS item or Atom entry as read.
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
  /// Audio and other files.
  package var enclosures: [FeedEnclosure] = []
  /// The page of its comments.
  package var comments: String?
  /// What it answers (RFC 4685).
  package var inReplyTo: String?
  /// Transcripts.
  package var transcripts: [FeedTranscript] = []
  /// A chapters file.
  package var chapters: String?
  /// Length of its audio in seconds.
  package var duration: Double?
  /// A picture.
  package var image: String?
  /// Its season.
  package var season: Int?
  /// Its number.
  package var episode: Int?
  /// The feed that it comes from, where it says so: RSS `<source url>`.
  package var sourceFeed: String?
  /// The line at which it begins; `nil` when not known.
  package var line: Int?

  /// Creates an entry that says nothing.
  package init() {}
}

/// A feed as read.
package struct Feed: Equatable, Sendable {
  /// The form: `rss20`, `rss10`, `rss09x`, `atom10`, `atom03`.
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
  /// Whether it comes from a Discourse forum (it uses that namespace).
  package var isDiscourse = false
  /// The entries, in document order.
  package var entries: [FeedEntry] = []
  /// What was repaired or left out.
  package var warnings: [Diagnostic] = []

  /// Creates a feed that says nothing.
  package init(format: String) { self.format = format }
}
