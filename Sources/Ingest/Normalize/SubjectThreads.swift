// Discussions by subject: messages of one list, and entries of which one says "Re:".

import Model
import Text

/// Discussions by subject, where nothing else tells.
///
/// In an archive of a mailing list every message has a discussion; elsewhere entries with one
/// subject have, if one of them says "Re:". A lone "Re:" is only a title, unless the feed has
/// discussions otherwise and many replies.
///
/// Source: RFC 5256 §3 (ORDEREDSUBJECT): replies answer the first message of the subject.
enum SubjectThreads {
  private struct Member {
    let index: Int
    let subject: Subject
    let home: String
    let isArchive: Bool
    var thread: String { "\(home)#\(subject.key)" }
  }

  /// Marks the entries that are left.
  static func mark(_ feed: inout Feed, _ pages: [PageAddress?]) {
    let members = members(of: feed, pages)
    var sizes: [String: Int] = [:]
    var replies: [String: Int] = [:]
    var openings: [String: Int] = [:]
    for member in members {
      sizes[member.thread, default: 0] += 1
      if member.subject.isReply {
        replies[member.thread, default: 0] += 1
      } else if let known = openings[member.thread] {
        if !isEarlier(feed.entries[known], than: feed.entries[member.index]) {
          openings[member.thread] = member.index
        }
      } else {
        openings[member.thread] = member.index
      }
    }
    let repliesInAll = replies.values.reduce(0, +)
    let isDiscussion =
      repliesInAll * 3 >= feed.entries.count && replies.contains { (sizes[$0.key] ?? 0) > 1 }
    for member in members {
      let size = sizes[member.thread] ?? 0
      guard
        member.isArchive || replies[member.thread] != nil && (size > 1 || isDiscussion)
      else { continue }
      let opening = openings[member.thread].map { feed.entries[$0] }
      let title = openings[member.thread].flatMap { feed.entries[$0].title }.map {
        Subject($0).base
      }
      feed.entries[member.index].discussion = DiscussionMark(
        thread: member.thread, url: opening?.link, title: title ?? member.subject.base)
      if member.subject.isReply, feed.entries[member.index].inReplyTo == nil, let opening,
        !isEarlier(feed.entries[member.index], than: opening)
      {
        feed.entries[member.index].inReplyTo = opening.id ?? opening.link
      }
    }
  }

  private static func members(of feed: Feed, _ pages: [PageAddress?]) -> [Member] {
    let home = CanonicalURL.identity(feed.link ?? feed.title ?? "")
    return feed.entries.indices.compactMap { index in
      // An episode may be called what it likes.
      guard feed.entries[index].discussion == nil, feed.entries[index].enclosures.isEmpty,
        let title = feed.entries[index].title
      else { return nil }
      let list = pages[index].flatMap(MailArchives.list)
      let subject = Subject(title)
      guard !subject.base.isEmpty else { return nil }
      return Member(
        index: index, subject: subject, home: list ?? home, isArchive: list != nil)
    }
  }

  private static func isEarlier(_ entry: FeedEntry, than other: FeedEntry) -> Bool {
    guard let date = entry.published, let otherDate = other.published else { return false }
    return date < otherDate
  }
}
