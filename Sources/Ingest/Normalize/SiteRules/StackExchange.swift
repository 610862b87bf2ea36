// What is known of Stack Exchange sites: a question's feed with its answers and comments.

/// What is known of Stack Exchange sites.
///
/// A question's feed holds the question (`/q/ID`), its answers (`/a/ID`) and comments; their
/// links are fragments of the question's page, their titles say whose they are.
enum StackExchange {
  private static let hosts = [
    "stackoverflow.com", "superuser.com", "serverfault.com", "askubuntu.com", "mathoverflow.net",
    "stackapps.com",
  ]

  /// The mark of a question, an answer or a comment.
  static func mark(_ entry: FeedEntry, in feed: Feed) -> DiscussionMark? {
    guard let link = entry.link ?? entry.id, let parts = CanonicalURL.parts(of: link),
      parts.host.hasSuffix(".stackexchange.com")
        || hosts.contains(where: { parts.host == $0 || parts.host.hasSuffix(".\($0)") })
    else { return nil }
    let segments = parts.path.split(separator: "/").map(String.init)
    guard segments.count >= 2, segments[0] == "questions" || segments[0] == "q",
      let question = Int(segments[1])
    else { return nil }
    let thread = "\(parts.host)/questions/\(question)"
    let page = "https://\(thread)"
    var mark = DiscussionMark(thread: thread, url: page, title: title(entry.title))
    let fragment = link.split(separator: "#", maxSplits: 1).dropFirst().first ?? ""
    if fragment.hasPrefix("comment"), let target = fragment.split(separator: "_").last {
      // `#commentID_POST`: on the question or on an answer.
      mark.answers =
        target == "\(question)"
        ? name(question, in: feed) ?? page : answer(String(target), parts.host, feed)
    } else if let id = Int(fragment) ?? (segments.count > 3 ? Int(segments[3]) : nil),
      id != question
    {
      mark.answers = name(question, in: feed) ?? page
    }
    return mark
  }

  /// The feed's own id of a question.
  private static func name(_ question: Int, in feed: Feed) -> String? {
    feed.entries.lazy.compactMap(\.id).first { $0.hasSuffix("/q/\(question)") }
  }

  private static func answer(_ number: String, _ host: String, _ feed: Feed) -> String {
    feed.entries.lazy.compactMap(\.id).first { id in
      id.hasSuffix("/a/\(number)") || id.hasSuffix("#\(number)")
    } ?? "https://\(host)/a/\(number)"
  }

  /// The question's title out of `Answer by NAME for TITLE` and `Comment by NAME on TITLE`.
  private static func title(_ title: String?) -> String? {
    guard let title else { return nil }
    for (head, middle) in [("Answer by ", " for "), ("Comment by ", " on ")]
    where title.hasPrefix(head) {
      if let range = title.firstRange(of: middle) { return String(title[range.upperBound...]) }
    }
    return title
  }
}
