// Which entries belong to which discussion, whatever the site.

import Text

/// Finds the discussions of a feed.
///
/// A site's own conventions come first, then the threading extension, then replies' subjects.
enum DiscussionMarks {
  private static let rules: [@Sendable (FeedEntry, PageAddress, Feed) -> DiscussionMark?] = [
    Reddit.mark, LinkForums.mark, CodeForges.mark, StackExchange.mark, CommentFeeds.mark,
    MailArchives.mark, OtherForums.mark,
  ]

  /// Marks every entry of which something tells where it stands.
  static func find(in feed: inout Feed) {
    var isWhole = true
    if let addresses = Discourse.addresses(in: feed) {
      feed.isDiscourse = true
      for index in feed.entries.indices {
        guard let address = addresses[index] else {
          isWhole = false
          continue
        }
        let mark = Discourse.mark(
          address, title: feed.entries[index].title, body: feed.entries[index].body)
        feed.entries[index].take(mark)
      }
    } else {
      let marks = feed.entries.indices.map { mark(of: feed.entries[$0], in: feed) }
      for index in marks.indices {
        if let mark = marks[index] { feed.entries[index].take(mark) } else { isWhole = false }
      }
    }
    if isWhole { return }
    byReferences(&feed)
    bySubjects(&feed)
  }

  private static func mark(of entry: FeedEntry, in feed: Feed) -> DiscussionMark? {
    guard
      let page = entry.link.flatMap(PageAddress.init) ?? entry.id.flatMap(PageAddress.init)
    else { return nil }
    for rule in rules {
      if let mark = rule(entry, page, feed) { return mark }
    }
    return nil
  }

  /// Entries that answer others (RFC 4685): the discussion is that of the entry at the other end,
  /// or, where it is not in the feed, what is named last.
  private static func byReferences(_ feed: inout Feed) {
    var places: [String: Int] = [:]
    for (index, entry) in feed.entries.enumerated() {
      for name in [entry.id, entry.link].compactMap({ $0 }) { places[name] = places[name] ?? index }
    }
    var marks: [Int: DiscussionMark] = [:]
    for (index, entry) in feed.entries.enumerated() where entry.discussion == nil {
      guard entry.inReplyTo != nil else { continue }
      var seen: Set<Int> = [index]
      var last = index
      var outside: String?
      while let parent = feed.entries[last].inReplyTo, feed.entries[last].discussion == nil {
        guard let place = places[parent] else {
          outside = parent
          break
        }
        guard seen.insert(place).inserted else { break }
        last = place
      }
      let root = feed.entries[last]
      let mark: DiscussionMark
      if let known = root.discussion {
        mark = DiscussionMark(thread: known.thread, url: known.url, title: known.title)
      } else if let outside {
        mark = DiscussionMark(
          thread: CanonicalURL.identity(outside), title: entry.title.map { Subject($0).base })
      } else {
        mark = DiscussionMark(
          thread: CanonicalURL.identity(root.link ?? root.id ?? ""), url: root.link,
          title: root.title.map { Subject($0).base })
        if root.inReplyTo == nil { marks[last] = mark }
      }
      marks[index] = mark
    }
    for (index, mark) in marks where !mark.thread.isEmpty { feed.entries[index].discussion = mark }
  }

  /// Entries with the same subject, of which one says "Re:".
  private static func bySubjects(_ feed: inout Feed) {
    var replies: Set<String> = []
    for entry in feed.entries where entry.discussion == nil {
      if let title = entry.title, Subject(title).isReply { replies.insert(Subject(title).base) }
    }
    guard !replies.isEmpty else { return }
    let home = CanonicalURL.identity(feed.link ?? feed.title ?? "")
    var openings: [String: FeedEntry] = [:]
    for entry in feed.entries where entry.discussion == nil {
      guard let title = entry.title, !Subject(title).isReply else { continue }
      let subject = Subject(title).base
      openings[subject] = openings[subject] ?? entry
    }
    for index in feed.entries.indices where feed.entries[index].discussion == nil {
      guard let title = feed.entries[index].title else { continue }
      let subject = Subject(title).base
      guard replies.contains(subject), !subject.isEmpty else { continue }
      let opening = openings[subject]
      feed.entries[index].discussion = DiscussionMark(
        thread: "\(home)#\(subject)", url: opening?.link, title: subject)
      if Subject(title).isReply, feed.entries[index].inReplyTo == nil {
        feed.entries[index].inReplyTo = opening.flatMap { $0.id ?? $0.link }
      }
    }
  }
}

extension FeedEntry {
  /// Takes its place in a discussion.
  fileprivate mutating func take(_ mark: DiscussionMark) {
    if inReplyTo == nil { inReplyTo = mark.answers }
    discussion = mark
  }
}
