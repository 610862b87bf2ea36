// What is known of web archives of mailing lists: HyperKitty, public-inbox, Mailman's own.

/// What is known of web archives of mailing lists.
///
/// Their entries are messages: a message belongs to its subject's discussion unless the archive
/// names the message that it answers (public-inbox does, by the threading extension).
enum MailArchives {
  /// The mark of a message in an archive that does not say what it answers.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard entry.inReplyTo == nil, let link = entry.link, let title = entry.title,
      let list = list(page)
    else { return nil }
    let subject = Subject(title).base
    guard !subject.isEmpty else { return nil }
    let opening = feed.entries.last { other in
      other.title.map { !Subject($0).isReply && Subject($0).base == subject } ?? false
    }
    let isReply = Subject(title).isReply
    return DiscussionMark(
      thread: "\(list)#\(subject)", url: isReply ? opening?.link : link, title: subject,
      answers: isReply ? opening.flatMap { $0.id ?? $0.link } : nil)
  }

  /// The list's address: HyperKitty's `…/archives/list/NAME/message/HASH/` or
  /// `…/list/NAME/thread/HASH/`, pipermail's `…/pipermail/NAME/2024-May/000123.html`.
  private static func list(_ page: PageAddress) -> String? {
    let segments = page.segments
    if let at = segments.firstIndex(of: "list"), at + 2 < segments.count,
      segments[at + 2] == "message" || segments[at + 2] == "thread"
    {
      return page.host + "/" + segments[...(at + 1)].joined(separator: "/")
    }
    if let at = segments.firstIndex(of: "pipermail"), at + 3 < segments.count {
      return page.host + "/" + segments[...(at + 1)].joined(separator: "/")
    }
    return nil
  }
}
