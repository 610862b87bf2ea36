// What is known of forums whose discussions are numbers in a path: XenForo, Invision, Flarum, NodeBB.

import Text

/// What is known of forums whose discussions are numbers in a path.
enum NumberedForums {
  /// The mark of a post.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    if page.pathContains("/threads/") { return xenForo(entry, page, page.segments) }
    // Without rewritten addresses the path is the query.
    if page.path.hasSuffix("/index.php"), page.query.hasPrefix("threads/") {
      let query = page.query.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
      return xenForo(entry, page, query)
    }
    if page.pathContains("/d/") { return flarum(entry, page) }
    if page.pathContains("/topic/") { return invision(entry, page) ?? nodeBB(entry, page, feed) }
    if page.path.hasPrefix("/post/") { return nodeBBPost(entry, page, feed) }
    return nil
  }

  /// `/threads/slug.ID/`, `/threads/slug.ID/post-9`.
  private static func xenForo(
    _ entry: FeedEntry, _ page: PageAddress, _ segments: [String]
  ) -> DiscussionMark? {
    guard let at = segments.firstIndex(of: "threads"), at + 1 < segments.count,
      let dot = segments[at + 1].lastIndex(of: "."),
      let id = segments[at + 1][dot...].dropFirst().decimal
    else { return nil }
    let isQuery = page.query.hasPrefix("threads/")
    let folder =
      isQuery ? "\(page.path)?" : segments[..<at].reduce("/") { "\($0)\($1)/" }
    let start = "\(folder)threads/"
    return DiscussionMark(
      thread: "\(page.site)\(start)\(id)", url: "\(origin(page))\(start)\(segments[at + 1])/",
      title: entry.title.map { Subject($0).base })
  }

  /// `/d/ID-slug`, `/d/ID-slug/NUMBER`: the number is the post's.
  private static func flarum(_ entry: FeedEntry, _ page: PageAddress) -> DiscussionMark? {
    let segments = page.segments
    guard let at = segments.firstIndex(of: "d"), at + 1 < segments.count, segments.count <= at + 3,
      let hyphen = segments[at + 1].firstIndex(of: "-"),
      let id = segments[at + 1][..<hyphen].decimal
    else { return nil }
    var number: Int?
    if segments.count == at + 3 {
      guard let given = segments[at + 2].decimal, given <= 1_000_000_000 else { return nil }
      number = given
    }
    let start = segments[..<at].reduce("/") { "\($0)\($1)/" } + "d/"
    return DiscussionMark(
      thread: "\(page.site)\(start)\(id)", url: "\(origin(page))\(start)\(segments[at + 1])",
      title: entry.title, number: number)
  }

  /// Invision Community: `/topic/ID-slug/`, with the number as the entry's id.
  private static func invision(_ entry: FeedEntry, _ page: PageAddress) -> DiscussionMark? {
    let segments = page.segments
    guard let at = segments.firstIndex(of: "topic"), segments.count == at + 2,
      let hyphen = segments[at + 1].firstIndex(of: "-"),
      let id = segments[at + 1][..<hyphen].decimal, entry.id?.decimal == id
    else { return nil }
    let start = segments[..<at].reduce("/") { "\($0)\($1)/" } + "topic/"
    return DiscussionMark(
      thread: "\(page.site)\(start)\(id)", url: "\(origin(page))\(start)\(segments[at + 1])/",
      title: entry.title)
  }

  /// NodeBB: `/topic/ID/slug`, `/topic/ID/slug/NUMBER`; the list may show a topic's last post.
  private static func nodeBB(
    _ entry: FeedEntry, _ page: PageAddress, _ feed: Feed
  ) -> DiscussionMark? {
    guard isNodeBB(feed), let topic = topic(page) else { return nil }
    return DiscussionMark(
      thread: topic.thread, url: topic.url, title: entry.title.map { Subject($0).base },
      number: topic.number)
  }

  /// NodeBB's feed of one topic: `/post/ID`, titled `Reply to TITLE on DATE`.
  private static func nodeBBPost(
    _ entry: FeedEntry, _ page: PageAddress, _ feed: Feed
  ) -> DiscussionMark? {
    guard isNodeBB(feed), page.path.dropFirst(6).decimal != nil,
      let home = feed.link.flatMap(PageAddress.init), home.host == page.host,
      let topic = topic(home)
    else { return nil }
    return DiscussionMark(thread: topic.thread, url: topic.url, title: feed.title)
  }

  private static func topic(_ page: PageAddress) -> (thread: String, url: String, number: Int?)? {
    let segments = page.segments
    guard let at = segments.firstIndex(of: "topic"), at + 1 < segments.count,
      segments.count <= at + 4, let id = segments[at + 1].decimal
    else { return nil }
    let number = segments.count == at + 4 ? segments[at + 3].decimal : nil
    if segments.count == at + 4, number == nil { return nil }
    let start = segments[..<at].reduce("/") { "\($0)\($1)/" } + "topic/"
    let shown = segments[(at + 1)...].prefix(2).joined(separator: "/")
    return ("\(page.site)\(start)\(id)", "\(origin(page))\(start)\(shown)", number)
  }

  /// NodeBB does not name itself, but the library that writes its feeds does.
  private static func isNodeBB(_ feed: Feed) -> Bool { feed.generator == "RSS for Node" }

  private static func origin(_ page: PageAddress) -> String {
    "\(page.isSecure ? "https" : "http")://\(page.host)"
  }
}
