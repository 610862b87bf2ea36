// What is known of comment feeds of blogs, WordPress first.

import Text

/// What is known of the feeds of comments on blog articles.
///
/// A comment's link is a fragment of the article's page: `#comment-12`; WordPress writes whom it
/// answers into its text, others use the threading extension.
enum CommentFeeds {
  /// The mark of a comment.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard let fragment = page.fragment, let link = entry.link,
      let hash = link.firstIndex(of: "#"),
      fragment.hasPrefix("comment-") || fragment.hasPrefix("respond")
        || fragment.hasPrefix("c") && fragment.count > 1
          && fragment.dropFirst().allSatisfy(\.isNumber)
    else { return nil }
    let article = withoutCommentPage(String(link[..<hash]))
    return DiscussionMark(
      thread: CanonicalURL.identity(article), url: article, title: title(entry, feed),
      answers: entry.inReplyTo ?? answered(entry.body) ?? article)
  }

  /// An article's address without the page of its comments.
  private static func withoutCommentPage(_ address: String) -> String {
    guard let range = address.firstRange(of: "/comment-page-") else { return address }
    let rest = address[range.upperBound...].drop(while: \.isNumber)
    return "\(address[..<range.lowerBound])\(rest.isEmpty ? "/" : rest)"
  }

  /// WordPress: `In reply to <a href="…#comment-3">Name</a>.` at the head of a comment.
  private static func answered(_ body: String) -> String? {
    let head = String(body.prefix(400))
    guard Strings.contains(head, "In reply to <a href=\""),
      let start = head.firstRange(of: "In reply to <a href=\"")
    else { return nil }
    let address = head[start.upperBound...].prefix { $0 != "\"" }
    return address.isEmpty ? nil : CharacterReferences.decode(String(address))
  }

  /// The article's title: `Comment on TITLE by NAME`, or the feed's `Comments on: TITLE`.
  private static func title(_ entry: FeedEntry, _ feed: Feed) -> String? {
    if let title = entry.title {
      for head in ["Comment on ", "Re: ", "Kommentar zu "] where title.hasPrefix(head) {
        let rest = title.dropFirst(head.count)
        let middle = head == "Kommentar zu " ? " von " : " by "
        var end = rest.endIndex
        var from = rest.startIndex
        while let range = rest[from...].firstRange(of: middle) {
          (end, from) = (range.lowerBound, range.upperBound)
        }
        return String(rest[..<end])
      }
    }
    for head in ["Comments on: ", "Comments on "] {
      if let title = feed.title, title.hasPrefix(head) {
        return String(title.dropFirst(head.count))
      }
    }
    return nil
  }
}
