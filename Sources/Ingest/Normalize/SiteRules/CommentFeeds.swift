// What is known of comment feeds of blogs, WordPress first.

import Text

/// What is known of the feeds of comments on blog articles.
///
/// A comment's link is a fragment of the article's page: `#comment-12`. WordPress writes whom a
/// comment answers before its text, or names it by the threading extension; a comment without
/// either answers the article. Of other programs only what the threading extension says is known.
enum CommentFeeds {
  /// The mark of a comment.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard let fragment = page.fragment, let link = entry.link, isComment(fragment, entry, feed),
      // Drupal's address of a comment alone: which article it is on, it does not say.
      !page.pathContains("/comment/"), let hash = link.utf8.firstIndex(of: UInt8(ascii: "#"))
    else { return nil }
    let article = article(String(link[..<hash]))
    guard let thread = key(of: article) else { return nil }
    var answers = entry.inReplyTo ?? answered(entry.body, on: thread)
    if answers == nil, isWordPress(entry, feed) { answers = article }
    return DiscussionMark(
      thread: thread, url: article, title: CommentTitles.article(of: entry, in: feed),
      answers: answers)
  }

  /// `comment-12`, Blogger's and others' `c123456`, and the marks of comment services.
  private static func isComment(_ fragment: String, _ entry: FeedEntry, _ feed: Feed) -> Bool {
    for head in ["comment-", "comment_", "isso-", "remark42__comment-"]
    where fragment.hasPrefix(head) {
      return fragment.utf8.contains(where: ASCII.isDigit)
    }
    guard fragment.utf8.first == UInt8(ascii: "c"),
      fragment.dropFirst().decimal != nil
        || fragment.utf8.count > 18 && fragment.utf8.dropFirst().allSatisfy(ASCII.isDigit)
    else { return false }
    // A short one may be a chapter.
    return fragment.utf8.count > 4 || entry.inReplyTo != nil
      || feed.title.map { Strings.contains($0, "omment") } ?? false
  }

  /// An article's address without the page of its comments, and without the comment that is to be
  /// shown (Blogger) or answered.
  private static func article(_ address: String) -> String {
    var address = address
    if let range = address.firstRange(of: "/comment-page-") {
      let rest = address[range.upperBound...].drop(while: \.isNumber)
      address = "\(address[..<range.lowerBound])\(rest.isEmpty ? "/" : rest)"
    }
    guard let mark = address.firstIndex(of: "?") else { return address }
    let fields = address[mark...].dropFirst().split(separator: "&").filter { field in
      !["showComment=", "replytocom=", "cpage=", "m=1"].contains { field.hasPrefix($0) }
    }
    let page = address[..<mark]
    return fields.isEmpty ? String(page) : "\(page)?\(fields.joined(separator: "&"))"
  }

  /// The identity of an article's page, the same with `www.` and without.
  static func key(of article: String) -> String? {
    guard let page = PageAddress(article) else { return nil }
    return String(CanonicalURL.identity(page).dropFirst(page.host.count - page.site.count))
  }

  /// What WordPress writes before the answered comment's link, in the languages of most sites.
  private static let heads = [
    "In reply to ", "Als Antwort auf ", "Antwort auf ", "En réponse à ", "En respuesta a ",
    "In risposta a ", "Em resposta a ", "Als antwoord op ", "In antwoord op ", "Als reactie op ",
    "В ответ на ", "W odpowiedzi do ", "W odpowiedzi na ", "Som svar på ", "Som svar till ",
  ]

  /// WordPress: `In reply to <a href="…#comment-3">Name</a>.` at the head of a comment.
  private static func answered(_ body: String, on thread: String) -> String? {
    var text = body[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    if text.hasPrefix("<p>") { text = text.dropFirst(3) }
    guard let head = heads.first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(head.count)
    guard rest.hasPrefix("<a href=\"") else { return nil }
    let written = rest.dropFirst(9).prefix(2_000).prefix { $0 != "\"" }
    let address = CharacterReferences.decode(String(written))
    guard let page = PageAddress(address), page.fragment?.hasPrefix("comment-") == true,
      let hash = address.firstIndex(of: "#"), key(of: article(String(address[..<hash]))) == thread
    else { return nil }
    return address
  }

  private static func isWordPress(_ entry: FeedEntry, _ feed: Feed) -> Bool {
    if let generator = feed.generator?.lowercased(), Strings.contains(generator, "wordpress") {
      return true
    }
    return entry.title.map(CommentTitles.isWordPress) ?? false
  }
}
