// Entries to threads: which entries are posts of which discussion.

import Model
import Text

/// Entries to threads.
enum ThreadBuilder {
  /// Joins the entries of a forum's feed into threads, in the order in which they are first met.
  ///
  /// An entry without any address or id is left out with a diagnostic, since nothing could know
  /// it again.
  static func threads(in feed: Feed, source: String, site: String) -> (
    [DiscussionThread], [Diagnostic]
  ) {
    let discourse = Discourse.recognizes(feed)
    var order: [String] = []
    var byID: [String: DiscussionThread] = [:]
    var diagnostics: [Diagnostic] = []
    for entry in feed.entries {
      guard let (thread, post) = part(entry, discourse: discourse, source: source, site: site)
      else {
        diagnostics.append(
          Diagnostic(line: entry.line, "entry has neither address nor id and was left out"))
        continue
      }
      if byID[thread.id] == nil {
        order.append(thread.id)
        byID[thread.id] = thread
      }
      if byID[thread.id]?.posts.contains(where: { $0.id == post.id }) == false {
        byID[thread.id]?.posts.append(post)
      }
    }
    return (order.compactMap { byID[$0] }, diagnostics)
  }

  private static func part(_ entry: FeedEntry, discourse: Bool, source: String, site: String) -> (
    DiscussionThread, Post
  )? {
    let creator = entry.authors.first.flatMap { $0.name ?? $0.email }
    var blocks = HTMLText.blocks(of: entry.content ?? entry.summary ?? "")
    if discourse, let link = entry.link, let address = Discourse.address(link) {
      blocks = Discourse.withoutBoilerplate(blocks)
      let author = creator.map(Discourse.author) ?? (key: "", name: "unknown")
      let url = address.number == 1 ? address.topicURL : "\(address.topicURL)/\(address.number)"
      let post = Post(
        id: "\(address.thread)/\(address.number)", number: address.number, author: author.name,
        authorKey: author.key, date: entry.published, url: url, words: blocks.words,
        quotations: quotations(blocks))
      let thread = DiscussionThread(
        id: address.thread, title: entry.title ?? address.topicURL, url: address.topicURL,
        source: source, site: site, posts: [])
      return (thread, post)
    }
    guard let key = entry.link.map(CanonicalURL.identity) ?? entry.id else { return nil }
    let title = withoutReplyMarks(entry.title ?? key)
    let url = entry.link ?? ""
    let post = Post(
      id: entry.id ?? key, number: nil, author: creator ?? "unknown", authorKey: creator ?? "",
      date: entry.published ?? entry.updated, url: url, words: blocks.words,
      quotations: quotations(blocks))
    let thread = DiscussionThread(
      id: key, title: title, url: url, source: source, site: site, posts: [])
    return (thread, post)
  }

  private static func quotations(_ blocks: [TextBlock]) -> [Quotation] {
    blocks.compactMap { block in
      guard case .quote(let author, let number) = block.kind else { return nil }
      return Quotation(author: author, number: number, text: block.text)
    }
  }

  /// The subject without `Re:` and `Fwd:` at its head.
  private static func withoutReplyMarks(_ title: String) -> String {
    var title = title
    while let mark = ["re:", "fwd:", "fw:", "aw:"].first(where: title.lowercased().hasPrefix) {
      title = Strings.trimmed(title.dropFirst(mark.count))
    }
    return title
  }
}
