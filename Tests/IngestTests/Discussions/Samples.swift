// Feeds in the shape of real ones, and how their discussions are written down in tests.

import Model
import Testing

@testable import Ingest

/// Feeds in the shape of real ones, with words of our own.
enum DiscussionSamples {
  /// An RSS 2.0 feed around items.
  static func rss(_ link: String, title: String = "A feed", generator: String = "", _ items: String)
    -> String
  {
    let made = generator.isEmpty ? "" : "<generator>\(generator)</generator>"
    return """
      <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" \
      xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>\(title)</title>\
      <link>\(link)</link>\(made)\(items)</channel></rss>
      """
  }

  /// An Atom feed around entries.
  static func atom(_ link: String, title: String = "A feed", _ entries: String) -> String {
    """
    <?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" \
    xmlns:thr="http://purl.org/syndication/thread/1.0"><title>\(title)</title>\
    <link rel="alternate" href="\(link)"/>\(entries)</feed>
    """
  }

  /// An item with a title, a link, a guid and what else it has.
  static func item(_ title: String, _ link: String, guid: String? = nil, _ rest: String = "")
    -> String
  {
    """
    <item><title>\(title)</title><link>\(link)</link>\
    <guid isPermaLink="false">\(guid ?? link)</guid>\(rest)</item>
    """
  }

  /// An entry with an id, a title, a link and what else it has.
  static func entry(_ id: String, _ title: String, _ link: String, _ rest: String = "") -> String {
    """
    <entry><id>\(id)</id><title>\(title)</title><link rel="alternate" href="\(link)"/>\(rest)\
    <updated>2026-11-20T10:00:00Z</updated></entry>
    """
  }
}

/// Where an entry stands, as tests write it.
struct Standing: Equatable, CustomStringConvertible {
  var thread: String?
  var url: String?
  var title: String?
  var number: Int?
  var answers: String?

  init(
    _ thread: String?, url: String? = nil, title: String? = nil, number: Int? = nil,
    answers: String? = nil
  ) {
    (self.thread, self.url, self.title) = (thread, url, title)
    (self.number, self.answers) = (number, answers)
  }

  var description: String {
    "(\(thread ?? "-"), \(url ?? "-"), \(title ?? "-"), \(number ?? 0), \(answers ?? "-"))"
  }

  /// What is found for each entry of a feed.
  static func all(in feed: String) throws -> [Standing] {
    try FeedParser.parse(Array(feed.utf8)).entries.map { entry in
      let mark = entry.discussion
      return Standing(
        mark?.thread, url: mark?.url, title: mark?.title, number: mark?.number,
        answers: entry.inReplyTo)
    }
  }

  /// Asserts that nothing is found for any entry.
  static func expectNone(
    in feed: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for standing in try all(in: feed) {
      #expect(standing == Standing(nil), sourceLocation: sourceLocation)
    }
  }
}
