// What is known of web archives of mailing lists: HyperKitty, Mailman's own, Google Groups.

import Text

/// What is known of web archives of mailing lists.
///
/// Their entries are messages. Google Groups names the discussion in the address; elsewhere a
/// message belongs to its subject's discussion in its list, unless the archive names the message
/// that it answers (public-inbox does, by the threading extension).
enum MailArchives {
  /// The mark of a message in Google Groups: `/d/msg/GROUP/TOPIC/MESSAGE`, `/d/topic/GROUP/TOPIC`.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard page.host == "groups.google.com" else { return nil }
    let segments = page.segments
    guard segments.count >= 4, segments[0] == "d", ["msg", "topic"].contains(segments[1]) else {
      return nil
    }
    let thread = "groups.google.com/d/topic/\(segments[2])/\(segments[3])"
    return DiscussionMark(
      thread: thread, url: "https://\(thread)", title: entry.title.map { Subject($0).base })
  }

  /// The address of the list to which a message's page belongs: HyperKitty's
  /// `…/list/NAME/message/HASH/` and `…/list/NAME/thread/HASH/`, pipermail's
  /// `…/pipermail/NAME/2024-May/000123.html`, and `…/msg00012.html` of others.
  static func list(of page: PageAddress) -> String? {
    if page.pathContains("/list/") {
      let segments = page.segments
      guard let at = segments.firstIndex(of: "list"), at + 3 < segments.count,
        segments[at + 2] == "message" || segments[at + 2] == "thread",
        segments[at + 3].utf8.count == 32, segments[at + 3].isPlainID
      else { return nil }
      return "\(page.site)/\(segments[...(at + 1)].joined(separator: "/"))"
    }
    if page.pathContains("/pipermail/") {
      let segments = page.segments
      guard let at = segments.firstIndex(of: "pipermail"), at + 3 < segments.count else {
        return nil
      }
      return "\(page.site)/\(segments[...(at + 1)].joined(separator: "/"))"
    }
    guard page.pathContains("/msg"), page.path.hasSuffix(".html") else { return nil }
    var segments = page.segments
    guard let file = segments.popLast(), file.hasPrefix("msg"),
      file.dropFirst(3).dropLast(5).utf8.allSatisfy(ASCII.isDigit), file.utf8.count >= 13
    else { return nil }
    // `LIST/2024/05/` and `LIST/2024-05/`: the parts of one list.
    while let last = segments.last, last.utf8.allSatisfy({ ASCII.isDigit($0) || $0 == 0x2D }) {
      segments.removeLast()
    }
    return segments.isEmpty ? nil : "\(page.site)/\(segments.joined(separator: "/"))"
  }
}
