// What is known of Stack Exchange sites: a question's feed with its answers and comments.

/// What is known of Stack Exchange sites.
///
/// A question's feed holds the question (`/q/ID`), its answers and comments; their links are
/// fragments of the question's page (`#ANSWER`, `#commentID_POST`), their titles say whose they
/// are.
enum StackExchange {
  private static let hosts: Set<String> = [
    "stackoverflow.com", "superuser.com", "serverfault.com", "askubuntu.com", "mathoverflow.net",
    "stackapps.com",
  ]
  private static let suffixes = [".stackexchange.com"] + hosts.sorted().map { ".\($0)" }

  /// The mark of a question, an answer or a comment.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard page.path.hasPrefix("/q"),
      hosts.contains(page.host) || suffixes.contains(where: page.host.hasSuffix)
    else { return nil }
    let segments = page.segments
    guard segments.count >= 2, segments[0] == "questions" || segments[0] == "q",
      let question = segments[1].decimal
    else { return nil }
    let address = "https://\(page.site)/questions/\(question)"
    var mark = DiscussionMark(
      thread: "\(page.site)/questions/\(question)", url: address, title: title(entry))
    let fragment = page.fragment ?? ""
    if fragment.hasPrefix("comment") {
      // `#commentID_POST`: on the question or on an answer.
      let target = fragment.split(separator: "_").last?.decimal
      mark.answers = target.flatMap {
        $0 == question ? address : answer($0, page, feed)
      }
    } else if let id = fragment.decimal ?? (segments.count > 3 ? segments[3].decimal : nil),
      id != question
    {
      mark.answers = address
    } else {
      mark.isOpening = true
    }
    return mark
  }

  /// The feed's own id of an answer, else its short address; no question has more posts in its feed
  /// than are looked at.
  private static func answer(_ number: Int, _ page: PageAddress, _ feed: Feed) -> String {
    feed.entries.prefix(200).lazy.compactMap(\.id).first { id in
      id.hasSuffix("/a/\(number)") || id.hasSuffix("#\(number)")
    } ?? "https://\(page.host)/a/\(number)"
  }

  /// The question's title out of `Answer by NAME for TITLE` and `Comment by NAME on TITLE`.
  private static func title(_ entry: FeedEntry) -> String? {
    guard let title = entry.title else { return nil }
    for (head, middle) in [("Answer by ", " for "), ("Comment by ", " on ")]
    where title.hasPrefix(head) {
      if let name = entry.authors.first?.name, title.hasPrefix("\(head)\(name)\(middle)") {
        return String(title.dropFirst(head.count + name.count + middle.count))
      }
      if let range = title.firstRange(of: middle) { return String(title[range.upperBound...]) }
    }
    return title
  }
}
