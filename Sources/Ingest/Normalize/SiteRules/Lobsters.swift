// What is known of Lobsters and the sites that run its program.

import Text

/// What is known of Lobsters.
///
/// A story's id is its short address `/s/ID`, its comments are `/s/ID/slug`; a comment's id is
/// `/c/ID`, its link `/s/ID/slug#c_ID`, or in newer versions its id again, so that only the story's
/// title is left. Which comment another answers, no feed says.
enum Lobsters {
  /// The mark of a story or a comment.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard let id = entry.id, Strings.contains(id, "/s/") || Strings.contains(id, "/c/"),
      let name = PageAddress(id)
    else { return nil }
    let parts = name.segments
    guard parts.count == 2, parts[1].utf8.count <= 10, parts[1].isPlainID else { return nil }
    return parts[0] == "s" ? story(entry, name, parts[1]) : comment(entry, name, page)
  }

  private static func story(_ entry: FeedEntry, _ name: PageAddress, _ id: String)
    -> DiscussionMark?
  {
    guard name.path.hasPrefix("/s/"),
      let comments = entry.comments.flatMap(PageAddress.init), comments.host == name.host,
      comments.path.hasPrefix("/s/\(id)/")
    else { return nil }
    let thread = "\(name.site)/s/\(id)"
    return DiscussionMark(
      thread: thread, url: "https://\(name.host)/s/\(id)", title: entry.title, isOpening: true)
  }

  private static func comment(_ entry: FeedEntry, _ name: PageAddress, _ page: PageAddress)
    -> DiscussionMark?
  {
    guard name.path.hasPrefix("/c/"), name.host == page.host else { return nil }
    if page.fragment?.hasPrefix("c_") == true, page.path.hasPrefix("/s/"),
      let id = page.segments.dropFirst().first, id.isPlainID
    {
      // Older versions: `on TITLE`.
      let title = entry.title.map { $0.hasPrefix("on ") ? String($0.dropFirst(3)) : $0 }
      return DiscussionMark(
        thread: "\(name.site)/s/\(id)", url: "https://\(name.host)/s/\(id)", title: title)
    }
    guard page.path == name.path, entry.comments == entry.link, let title = entry.title,
      !title.isEmpty
    else { return nil }
    return DiscussionMark(thread: "\(name.site)#\(title)", title: title)
  }
}
