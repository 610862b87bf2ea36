// What is known of Hacker News and Lobsters: a link, and a page of comments on it.

/// What is known of forums whose entries link elsewhere and are discussed on a page of their own.
enum LinkForums {
  /// The mark of a story or a comment.
  static func mark(_ entry: FeedEntry, in feed: Feed) -> DiscussionMark? {
    for address in [entry.comments, entry.link, entry.id].compactMap({ $0 }) {
      guard let parts = CanonicalURL.parts(of: address) else { continue }
      if parts.host == "news.ycombinator.com", parts.path == "/item" {
        return hackerNews(entry, parts.query)
      }
      if let mark = lobsters(entry, parts, address) { return mark }
    }
    return nil
  }

  private static func hackerNews(_ entry: FeedEntry, _ query: String) -> DiscussionMark? {
    let number = query.split(separator: "&").first { $0.hasPrefix("id=") }?.dropFirst(3)
    guard let number, !number.isEmpty, number.allSatisfy(\.isNumber) else { return nil }
    let page = "news.ycombinator.com/item?id=\(number)"
    // A comment's title names the story: `New comment by NAME in "TITLE"`.
    if let title = entry.title, title.hasPrefix("New comment by "),
      let opening = title.firstRange(of: " in \"")
    {
      let story = String(title[opening.upperBound...].dropLast())
      return DiscussionMark(thread: "news.ycombinator.com#\(story)", title: story)
    }
    return DiscussionMark(thread: page, url: "https://\(page)", title: entry.title)
  }

  /// `/s/ID/slug`, and for a comment `#c_ID` behind it; Lobsters' program runs other sites too.
  private static func lobsters(
    _ entry: FeedEntry, _ parts: (host: String, path: String, query: String), _ address: String
  ) -> DiscussionMark? {
    let segments = parts.path.split(separator: "/").map(String.init)
    guard segments.count >= 2, segments[0] == "s", segments[1].count == 6,
      segments[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
      parts.host == "lobste.rs" || entry.comments != nil
    else { return nil }
    let thread = "\(parts.host)/s/\(segments[1])"
    let isComment = address.firstRange(of: "#c_") != nil
    return DiscussionMark(
      thread: thread, url: "https://\(thread)", title: entry.title.map(Subject.base),
      answers: isComment ? "https://\(thread)" : nil)
  }
}
