// The door to Ingest: what a source's bytes say, as model values.
//
// Everything else in this folder is implementation, but for the parsers that `hallway parse`
// shows. Pure: no file, no network, no clock. May import Model and Text.

package import Model
import Text

/// The feed of a single thread, as a forum's list names it.
package struct ThreadFeed: Equatable, Sendable {
  /// Its address.
  package let address: String
  /// What the list says of the thread's size (`3 posts - 2 participants`): while it stays the same,
  /// the thread has no news; `nil` when it says nothing.
  package let activity: String?
}

/// What the bytes of one source say.
package struct Harvest: Sendable {
  /// The feed's own title.
  package var title: String?
  /// The language tag that the feed names; `nil` when it names none.
  package var language: String?
  /// What the source is: as configured, or as its content tells.
  package var kind: Source.Kind
  /// Discussions, if it is a forum.
  package var threads: [DiscussionThread] = []
  /// Articles, if it is a blog.
  package var articles: [Article] = []
  /// Episodes, if it is a podcast, without their transcripts.
  package var episodes: [Episode] = []
  /// The feeds of single threads that it names, in order, each once.
  package var threadFeeds: [ThreadFeed] = []
  /// When the feed wants to be asked.
  package var schedule = FeedSchedule()
  /// How many entries were read.
  package var entries = 0
  /// What was repaired or left out.
  package var diagnostics: [Diagnostic] = []
}

/// Bytes to model values.
package enum SourceReader {
  /// Reads a source's feed.
  ///
  /// - Parameters:
  ///   - bytes: The document as received.
  ///   - source: The subscription that it belongs to.
  ///   - address: Where the bytes came from in the end, for relative addresses.
  ///   - charset: The charset of the HTTP Content-Type, if any.
  ///   - hosts: Hosts that have moved, new to old: what is read keeps the identity that it had.
  package static func read(
    _ bytes: [UInt8], source: Source, address: String, charset: String? = nil,
    hosts: [String: String] = [:]
  ) throws(FeedParser.Failure) -> Harvest {
    let feed = try FeedParser.parse(bytes, charset: charset, base: address)
    let site = source.title ?? siteName(feed, address: address)
    var harvest = Harvest(title: name(of: feed), kind: source.kind ?? guessedKind(feed))
    harvest.entries = feed.entries.count
    harvest.language = feed.language
    harvest.schedule = feed.schedule
    let identity = EntryIdentity(
      feed, source: source.address, scope: source.scope, hosts: hosts)
    let found: [Diagnostic]
    switch harvest.kind {
    case .forum:
      (harvest.threads, found) = ThreadBuilder.threads(
        in: feed, identity, source: source.address, site: site)
      harvest.threadFeeds = threadFeeds(feed, of: address)
    case .blog:
      (harvest.articles, found) = ArticleBuilder.articles(
        in: feed, identity, source: source.address, site: site)
    case .podcast:
      (harvest.episodes, found) = EpisodeBuilder.episodes(
        in: feed, identity, source: source.address, show: site)
    }
    harvest.diagnostics = feed.warnings + found
    return harvest
  }

  /// A podcast is known by its audio, a forum by discussions in most of its entries; the rest are
  /// blogs.
  private static func guessedKind(_ feed: Feed) -> Source.Kind {
    if feed.isDiscourse { return .forum }
    if EpisodeBuilder.recognizes(feed) { return .podcast }
    let discussed = feed.entries.count { $0.discussion != nil }
    return !feed.entries.isEmpty && discussed * 2 >= feed.entries.count ? .forum : .blog
  }

  /// The title of a feed, without what Discourse says of the list that it is: `Forum - Latest topics`.
  private static func name(of feed: Feed) -> String? {
    guard feed.isDiscourse, let title = feed.title,
      let end = title.ranges(of: " - ").last?.lowerBound,
      title.hasSuffix(" topics") || title.hasSuffix(" posts"), end > title.startIndex
    else { return feed.title }
    return String(title[..<end])
  }

  /// The name for readers: a forum's is its host, since each of its feeds has another title.
  private static func siteName(_ feed: Feed, address: String) -> String {
    if feed.isDiscourse, let link = feed.entries.first?.link ?? feed.link,
      let parts = PageAddress(link)
    {
      return parts.host
    }
    return feed.title ?? PageAddress(address)?.host ?? address
  }

  /// The thread feeds that a feed names on its own site: a source must not be able to make Hallway
  /// read a file, or another machine.
  private static func threadFeeds(_ feed: Feed, of address: String) -> [ThreadFeed] {
    let host = PageAddress(address)?.host
    var seen: Set<String> = [address]
    return feed.entries.compactMap { entry in
      guard let named = entry.sourceFeed, let parts = PageAddress(named),
        host == nil || parts.host == host, seen.insert(named).inserted
      else { return nil }
      return ThreadFeed(
        address: named,
        activity: Discourse.activity(in: entry.body) ?? entry.commentCount.map { "\($0)" })
    }
  }
}
