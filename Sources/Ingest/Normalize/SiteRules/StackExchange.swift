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
  static func mark(_ entry: FeedEntry, _ address: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard address.isHost(of: "stackexchange.com") || hosts.contains(where: address.isHost) else {
      return nil
    }
    let segments = address.segments
    guard segments.count >= 2, segments[0] == "questions" || segments[0] == "q",
      let question = Int(segments[1])
    else { return nil }
    let thread = "\(address.host)/questions/\(question)"
    let page = "https://\(thread)"
    var mark = DiscussionMark(thread: thread, url: page, title: title(entry.title))
    let fragment = address.fragment ?? ""
    if fragment.hasPrefix("comment"), let target = fragment.split(separator: "_").last {
      // `#commentID_POST`: on the question or on an answer.
      mark.answers =
        target == "\(question)"
        ? name(question, in: feed) ?? page : answer(String(target), address.host, feed)
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
