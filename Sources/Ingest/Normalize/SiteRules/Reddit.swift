// What is known of Reddit: its addresses and the titles of its comment feeds.

/// What is known of Reddit.
///
/// Lists of submissions and of comments name the same pages: `/r/SUB/comments/ID/slug/[COMMENT/]`;
/// a submission's id is `t3_ID`, a comment's `t1_ID`. Which comment another answers, no feed says.
enum Reddit {
  /// The mark of a submission or comment.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    if page.host == "redd.it" {
      guard let id = page.segments.first, id.isPlainID else { return nil }
      return DiscussionMark(
        thread: thread(id), url: "https://redd.it/\(id)", title: entry.title, isOpening: true)
    }
    guard page.host.hasSuffix("reddit.com"), page.isHost(of: "reddit.com") else { return nil }
    let segments = page.segments
    guard let at = segments.firstIndex(of: "comments"), at + 1 < segments.count,
      segments[at + 1].isPlainID
    else { return nil }
    let id = segments[at + 1]
    // `/comments/ID/comment/COMMENT/` has no slug.
    let hasSlug = at + 2 < segments.count && segments[at + 2] != "comment"
    let path = segments.prefix(hasSlug ? at + 3 : at + 2).joined(separator: "/")
    let isComment = segments.count > at + 3 || entry.id?.hasPrefix("t1_") == true
    return DiscussionMark(
      thread: thread(id), url: "https://www.reddit.com/\(path)/",
      title: isComment ? title(ofComment: entry.title) : entry.title, isOpening: !isComment)
  }

  /// A comment's title: `/u/NAME on TITLE`.
  private static func title(ofComment title: String?) -> String? {
    guard let title, title.hasPrefix("/u/"), let range = title.firstRange(of: " on ") else {
      return nil
    }
    return String(title[range.upperBound...])
  }

  private static func thread(_ id: String) -> String { "reddit.com/comments/\(id)" }
}
