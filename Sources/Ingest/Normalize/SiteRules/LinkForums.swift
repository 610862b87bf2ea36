// What is known of Hacker News and Lobsters: a link, and a page of comments on it.

/// What is known of forums whose entries link elsewhere and are discussed on a page of their own.
enum LinkForums {
  /// The mark of a story or a comment.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    for page in [entry.comments.flatMap(PageAddress.init), page].compactMap({ $0 }) {
      if page.host == "news.ycombinator.com", page.path == "/item" {
        return hackerNews(entry, page.query)
      }
      if let mark = lobsters(entry, page) { return mark }
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
  private static func lobsters(_ entry: FeedEntry, _ page: PageAddress) -> DiscussionMark? {
    guard page.path.hasPrefix("/s/") else { return nil }
    let segments = page.segments
    guard segments.count >= 2, segments[0] == "s", segments[1].count == 6,
      segments[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
      page.host == "lobste.rs" || entry.comments != nil
    else { return nil }
    let thread = "\(page.host)/s/\(segments[1])"
    let isComment =
      page.fragment?.hasPrefix("c_") == true || entry.link?.firstRange(of: "#c_") != nil
    return DiscussionMark(
      thread: thread, url: "https://\(thread)", title: entry.title.map { Subject($0).base },
      answers: isComment ? "https://\(thread)" : nil)
  }
}
