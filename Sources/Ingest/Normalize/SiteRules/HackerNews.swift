// What is known of Hacker News: its own feed and those that others make of it.

/// What is known of Hacker News.
///
/// The site's own feed names the discussion as `comments`; hnrss names it as the id too, and a
/// comment's own page there. A comment's title is `New comment by NAME in "TITLE"`; only the feed
/// of one story says which story that is, and only that of the replies to one item what is
/// answered.
enum HackerNews {
  private static let host = "news.ycombinator.com"

  /// The mark of a story or a comment.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    // A blog that names its discussion there is not a feed of discussions.
    guard
      let number = number(entry.id) ?? (isOwn(feed) ? number(entry.comments ?? entry.link) : nil)
    else { return nil }
    if let title = entry.title, title.hasPrefix("New comment by "),
      let opening = title.firstRange(of: " in \"")
    {
      let rest = title[opening.upperBound...]
      return comment(on: String(rest.hasSuffix("\"") ? rest.dropLast() : rest), in: feed)
    }
    let item = item(number)
    return DiscussionMark(
      thread: item, url: "https://\(item)", title: entry.title, isOpening: true)
  }

  private static func comment(on story: String, in feed: Feed) -> DiscussionMark {
    let named = DiscussionMark(thread: "\(host)#\(story)", title: story)
    guard let number = number(feed.link) else { return named }
    let item = item(number)
    if feed.title?.hasPrefix("Hacker News: Replies to item #") == true {
      var mark = named
      mark.answers = "https://\(item)"
      return mark
    }
    return DiscussionMark(thread: item, url: "https://\(item)", title: story)
  }

  private static func isOwn(_ feed: Feed) -> Bool {
    guard let link = feed.link else { return false }
    return link.hasPrefix("https://news.ycombinator.com")
      || link.hasPrefix("http://news.ycombinator.com")
  }

  /// The number in `https://news.ycombinator.com/item?id=NUMBER`.
  private static func number(_ address: String?) -> Int? {
    guard let address,
      address.hasPrefix("https://news.ycombinator.com/item?")
        || address.hasPrefix("http://news.ycombinator.com/item?")
    else { return nil }
    return PageAddress(address)?.parameter("id")?.decimal
  }

  private static func item(_ number: Int) -> String { "\(host)/item?id=\(number)" }
}
