// The door to Ingest: what a source's bytes say, as model values.
//
// Everything else in this folder is implementation, but for the parsers that `hallway parse`
// shows. Pure: no file, no network, no clock. May import Model and Text; owns libxml2.

package import Model
import Text

/// What the bytes of one source say.
package struct Harvest: Sendable {
  /// The feed's own title.
  package var title: String?
  /// What the source is: as configured, or as its content tells.
  package var kind: Source.Kind
  /// Discussions, if it is a forum.
  package var threads: [DiscussionThread] = []
  /// Articles, if it is a blog.
  package var articles: [Article] = []
  /// Episodes, if it is a podcast, without their transcripts.
  package var episodes: [Episode] = []
  /// The feeds of single threads that it names, in order, each once.
  package var threadFeeds: [String] = []
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
  package static func read(
    _ bytes: [UInt8], source: Source, address: String, charset: String? = nil
  ) throws(FeedParser.Failure) -> Harvest {
    let feed = try FeedParser.parse(bytes, charset: charset)
    let site = source.title ?? siteName(feed, address: address)
    var harvest = Harvest(title: feed.title, kind: source.kind ?? guessedKind(feed))
    harvest.entries = feed.entries.count
    let found: [Diagnostic]
    switch harvest.kind {
    case .forum:
      (harvest.threads, found) = ThreadBuilder.threads(
        in: feed, source: source.address, site: site, base: address)
      harvest.threadFeeds = threadFeeds(feed, of: address)
    case .blog:
      (harvest.articles, found) = ArticleBuilder.articles(
        in: feed, source: source.address, site: site, base: address)
    case .podcast:
      (harvest.episodes, found) = EpisodeBuilder.episodes(
        in: feed, source: source.address, show: site, base: address)
    }
    harvest.diagnostics = feed.warnings + found
    return harvest
  }

  /// A forum is known by its conventions, a podcast by its audio; the rest are blogs.
  private static func guessedKind(_ feed: Feed) -> Source.Kind {
    if Discourse.recognizes(feed) { return .forum }
    return EpisodeBuilder.recognizes(feed) ? .podcast : .blog
  }

  /// The name for readers: a forum's is its host, since each of its feeds has another title.
  private static func siteName(_ feed: Feed, address: String) -> String {
    if Discourse.recognizes(feed), let link = feed.entries.first?.link ?? feed.link,
      let parts = CanonicalURL.parts(of: link)
    {
      return parts.host
    }
    return feed.title ?? CanonicalURL.parts(of: address)?.host ?? address
  }

  /// The thread feeds that a feed names on its own site: a source must not be able to make Hallway
  /// read a file, or another machine.
  private static func threadFeeds(_ feed: Feed, of address: String) -> [String] {
    let host = CanonicalURL.parts(of: address)?.host
    var seen: Set<String> = [address]
    return feed.entries.compactMap { entry in
      guard let named = entry.sourceFeed, let parts = CanonicalURL.parts(of: named),
        host == nil || parts.host == host, seen.insert(named).inserted
      else { return nil }
      return named
    }
  }
}
