// What is known of Lemmy: a post's own page is its id, its link is what it is about.

import Text

/// What is known of Lemmy.
enum Lemmy {
  /// The mark of a post: id and comments are `https://host/post/NUMBER`.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard let comments = entry.comments, entry.id == comments, Strings.contains(comments, "/post/"),
      let own = PageAddress(comments), own.path.hasPrefix("/post/")
    else { return nil }
    let segments = own.segments
    guard segments.count == 2, let number = segments[1].decimal else { return nil }
    return DiscussionMark(
      thread: "\(own.site)/post/\(number)", url: "https://\(own.host)/post/\(number)",
      title: entry.title, isOpening: true)
  }
}
