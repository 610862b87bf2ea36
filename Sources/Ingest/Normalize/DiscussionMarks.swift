// Which entries belong to which discussion, whatever the site.

import Text

/// Finds the discussions of a feed.
///
/// A site's own conventions come first, then the threading extension, then replies' subjects.
enum DiscussionMarks {
  private static let rules: [@Sendable (FeedEntry, PageAddress, Feed) -> DiscussionMark?] = [
    Reddit.mark, HackerNews.mark, Lobsters.mark, Lemmy.mark, CodeForges.mark, StackExchange.mark,
    CommentFeeds.mark, MailArchives.mark, BulletinBoards.mark, NumberedForums.mark, Discourse.mark,
  ]

  /// Marks every entry of which something tells where it stands.
  static func find(in feed: inout Feed) {
    let pages = feed.entries.indices.map { feed.entries[$0].link.flatMap(PageAddress.init) }
    feed.isDiscourse = feed.isDiscourse || Discourse.recognizes(feed, pages)
    var marks = feed.entries.indices.map { index in
      feed.isDiscourse
        ? Discourse.mark(
          id: feed.entries[index].id, title: feed.entries[index].title,
          body: feed.entries[index].body, pages[index])
        : mark(of: feed.entries[index], pages[index], in: feed)
    }
    if !feed.isDiscourse { Openings.name(in: &marks, feed, pages) }
    for (index, mark) in marks.enumerated() {
      guard let mark else { continue }
      feed.entries[index].discussion = mark
      if feed.entries[index].inReplyTo == nil { feed.entries[index].inReplyTo = mark.answers }
    }
    if marks.contains(nil) {
      References.mark(&feed)
      SubjectThreads.mark(&feed, pages)
    }
  }

  private static func mark(of entry: FeedEntry, _ page: PageAddress?, in feed: Feed)
    -> DiscussionMark?
  {
    guard let page = page ?? entry.id.flatMap(PageAddress.init) else { return nil }
    for rule in rules {
      if let mark = rule(entry, page, feed) { return mark }
    }
    return nil
  }
}
