// What is known of Reddit: its addresses and the titles of its comment feeds.

/// What is known of Reddit.
///
/// Lists of submissions and of comments name the same pages: `/r/SUB/comments/ID/slug/[COMMENT/]`;
/// a submission's id is `t3_ID`, a comment's `t1_ID`.
enum Reddit {
  /// The mark of a submission or comment.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard page.isHost(of: "reddit.com") || page.host == "redd.it" else { return nil }
    let segments = page.segments
    if page.host == "redd.it" {
      return segments.first.map {
        DiscussionMark(thread: thread($0), url: entry.link, title: entry.title)
      }
    }
    guard let at = segments.firstIndex(of: "comments"), at + 1 < segments.count else { return nil }
    let id = segments[at + 1]
    let page = "https://www.reddit.com/" + segments.prefix(at + 3).joined(separator: "/") + "/"
    let isComment = segments.count > at + 3 || entry.id?.hasPrefix("t1_") == true
    guard isComment else {
      return DiscussionMark(thread: thread(id), url: page, title: entry.title)
    }
    // A comment's title: `/u/name on Title`.
    let title = entry.title.flatMap { title in
      title.hasPrefix("/u/")
        ? title.firstRange(of: " on ").map { String(title[$0.upperBound...]) } : nil
    }
    return DiscussionMark(thread: thread(id), url: page, title: title)
  }

  private static func thread(_ id: String) -> String { "reddit.com/comments/\(id)" }
}

extension StringProtocol {
  /// The first place where a text stands.
  func firstRange(of text: String) -> Range<Index>? {
    guard let first = text.first else { return nil }
    var from = startIndex
    while let at = self[from...].firstIndex(of: first) {
      if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
      from = index(after: at)
    }
    return nil
  }
}
