// A subject that several documents share, as shown to a reader.

/// A subject of the issue.
package struct Topic: Equatable, Codable, Sendable {
  /// A document, or a part of one, that belongs to a topic.
  package struct Member: Equatable, Codable, Sendable {
    /// What it is.
    package enum Kind: String, Codable, Sendable { case thread, article, moment }

    /// What it is.
    package let kind: Kind
    /// The thread's, article's or episode's identity.
    package let id: String
    /// Its title.
    package let title: String
    /// Where to read or hear it.
    package let url: String?
    /// A moment's first second; `nil` for what is read.
    package let start: Double?
    /// The second after a moment's last; `nil` for what is read.
    package let end: Double?

    /// Creates a member.
    package init(
      kind: Kind, id: String, title: String, url: String?, start: Double? = nil, end: Double? = nil
    ) {
      (self.kind, self.id, self.title, self.url) = (kind, id, title, url)
      (self.start, self.end) = (start, end)
    }
  }

  /// What a topic had in one week.
  package struct WeekCount: Equatable, Codable, Sendable {
    /// The week: `2026-W47`.
    package let week: String
    /// Posts and articles.
    package let posts: Int
    /// Moments of episodes.
    package let moments: Int

    /// Creates a count.
    package init(week: String, posts: Int, moments: Int) {
      (self.week, self.posts, self.moments) = (week, posts, moments)
    }
  }

  /// How a topic's weeks go.
  package enum Trend: String, Codable, Sendable {
    /// Many times what is usual.
    case burst
    /// Clearly more than usual.
    case rising
    /// No more and no less than chance gives.
    case steady
    /// Clearly less than usual.
    case fading
  }

  /// Its name in addresses.
  package var slug: String
  /// Its name for readers.
  package var label: String
  /// The terms that hold it together, heaviest first.
  package var terms: [String]
  /// Proposals named in it, by number.
  package var refs: [Proposal]
  /// Its members, threads first, then moments, then articles, each best first.
  package var members: [Member]
  /// Its last weeks, oldest first, up to the issue's own.
  package var history: [WeekCount]
  /// What was said, in reading order.
  package var summary: [Quote]
  /// What it is, where a topics file says so.
  package var description: String?
  /// How its weeks go; `nil` while they are too few to tell.
  package var trend: Trend?

  /// Creates a topic.
  package init(
    slug: String, label: String, terms: [String], refs: [Proposal], members: [Member],
    history: [WeekCount], summary: [Quote], description: String? = nil
  ) {
    (self.slug, self.label, self.terms, self.refs) = (slug, label, terms, refs)
    (self.members, self.history, self.summary) = (members, history, summary)
    self.description = description
  }
}
