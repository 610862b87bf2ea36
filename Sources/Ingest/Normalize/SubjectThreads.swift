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
    // Most feeds have neither.
    guard members.contains(where: { $0.isArchive || $0.subject.isReply }) else { return }
    var sizes: [String: Int] = [:]
    var replies: [String: Int] = [:]
    var openings: [String: Int] = [:]
    for member in members {
      let thread = member.thread
      sizes[thread, default: 0] += 1
      if member.subject.isReply {
        replies[thread, default: 0] += 1
        continue
      }
      if let known = openings[thread], isEarlier(feed, known, than: member.index) { continue }
      openings[thread] = member.index
    }
    let repliesInAll = replies.values.reduce(0, +)
    let isDiscussion =
      repliesInAll * 3 >= feed.entries.count && replies.contains { (sizes[$0.key] ?? 0) > 1 }
    for member in members {
      let thread = member.thread
      let size = sizes[thread] ?? 0
      guard member.isArchive || replies[thread] != nil && (size > 1 || isDiscussion) else {
        continue
      }
      let opening = openings[thread]
      let title = opening.flatMap { feed.entries[$0].title }.map { Subject($0).base }
      feed.entries[member.index].discussion = DiscussionMark(
        thread: thread, url: opening.flatMap { feed.entries[$0].link },
        title: title ?? member.subject.base)
      if member.subject.isReply, feed.entries[member.index].inReplyTo == nil, let opening,
        !isEarlier(feed, member.index, than: opening)
      {
        feed.entries[member.index].inReplyTo =
          feed.entries[opening].id ?? feed.entries[opening].link
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

  private static func isEarlier(_ feed: Feed, _ index: Int, than other: Int) -> Bool {
    guard let date = feed.entries[index].published, let otherDate = feed.entries[other].published
    else { return false }
    return date < otherDate
  }
}
