// What is known of forums whose discussions are numbers in a query: phpBB and its kin.

import Text

/// What is known of bulletin boards.
///
/// phpBB: `viewtopic.php?f=1&t=2&p=3#p3`; FluxBB: `viewtopic.php?id=2#p3`; MyBB and vBulletin:
/// `showthread.php?tid=2&pid=3#pid3`, `showthread.php?t=2&p=3#post3`; SMF:
/// `index.php?topic=2.msg3#msg3`, `index.php/topic,2.msg3.html#msg3`.
enum BulletinBoards {
  private static let parameters = [
    "viewtopic.php": ["t", "id"], "showthread.php": ["tid", "t", "threadid"],
    "index.php": ["topic"],
  ]

  /// The mark of a post.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard page.pathContains(".php") else { return nil }
    if let range = page.path.firstRange(of: "/index.php/topic,") {
      let number = page.path[range.upperBound...].prefix { $0 != "." }
      guard number.decimal != nil else { return nil }
      let folder = "\(page.path[..<range.lowerBound])/index.php"
      return mark(entry, page, folder, "topic=\(number)", shown: "topic=\(number).0")
    }
    guard let file = page.segments.last, let names = parameters[file] else { return nil }
    for name in names {
      guard let value = page.parameter(name) else { continue }
      let number = value.prefix { $0 != "." }
      guard number.decimal != nil else { return nil }
      let shown = value.contains(".") ? "\(name)=\(number).0" : "\(name)=\(number)"
      return mark(entry, page, page.path, "\(name)=\(number)", shown: shown)
    }
    return nil
  }

  private static func mark(
    _ entry: FeedEntry, _ page: PageAddress, _ path: String, _ query: String, shown: String
  ) -> DiscussionMark {
    DiscussionMark(
      thread: "\(page.site)\(path)?\(query)",
      url: "\(page.isSecure ? "https" : "http")://\(page.host)\(path)?\(shown)",
      title: entry.title.map(title))
  }

  /// phpBB puts the forum before the subject: `Forum • Re: Subject`.
  private static func title(_ title: String) -> String {
    guard let range = title.firstRange(of: " • ") else { return Subject(title).base }
    return Subject(String(title[range.upperBound...])).base
  }
}
