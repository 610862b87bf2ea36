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
    if let addresses = Discourse.addresses(in: feed) {
      feed.isDiscourse = true
      let marks = Discourse.marks(of: feed.entries, addresses)
      for index in feed.entries.indices {
        if let mark = marks[index] { feed.entries[index].take(mark) }
      }
      if addresses.allSatisfy({ $0 != nil }) { return }
      let pages = pages(of: feed)
      References.mark(&feed)
      SubjectThreads.mark(&feed, pages)
      return
    }
    let pages = pages(of: feed)
    var marks = InHalves.map(pages.count) { [feed] in
      mark(of: feed.entries[$0], pages[$0], in: feed)
    }
    Openings.name(in: &marks, feed, pages)
    var isWhole = true
    for index in marks.indices {
      if let mark = marks[index] { feed.entries[index].take(mark) } else { isWhole = false }
    }
    if isWhole { return }
    References.mark(&feed)
    SubjectThreads.mark(&feed, pages)
  }

  private static func pages(of feed: Feed) -> [PageAddress?] {
    InHalves.map(feed.entries.count) { feed.entries[$0].link.flatMap(PageAddress.init) }
  }

  private static func mark(
    of entry: FeedEntry, _ page: PageAddress?, in feed: Feed
  ) -> DiscussionMark? {
    guard let page = page ?? entry.id.flatMap(PageAddress.init) else { return nil }
    for rule in rules {
      if let mark = rule(entry, page, feed) { return mark }
    }
    return nil
  }
}

extension FeedEntry {
  /// Takes its place in a discussion.
  fileprivate mutating func take(_ mark: DiscussionMark) {
    if inReplyTo == nil { inReplyTo = mark.answers }
    discussion = mark
  }
}
