// Entries to threads: which entries are posts of which discussion.

import Model
import Text

/// Entries to threads.
enum ThreadBuilder {
  /// Joins the entries of a forum's feed into threads, in the order in which they are first met.
  ///
  /// An entry without any address or id is left out with a diagnostic, since nothing could know
  /// it again.
  static func threads(in feed: Feed, source: String, site: String, base: String?) -> (
    [DiscussionThread], [Diagnostic]
  ) {
    let discourse = Discourse.recognizes(feed)
    let identity = EntryIdentity(feed, source: source, base: base)
    var seen: Set<String> = []
    var order: [String] = []
    var byID: [String: DiscussionThread] = [:]
    var diagnostics: [Diagnostic] = []
    for entry in feed.entries {
      let page = EntryIdentity.page(entry, feed, base)
      let found =
        discourse
        ? part(ofDiscourse: entry, page, source: source, site: site)
        : part(entry, page, identity.of(entry, page: page), source: source, site: site)
      guard let (thread, post) = found else {
        diagnostics.append(
          Diagnostic(line: entry.line, "entry has neither address nor id and was left out"))
        continue
      }
      if byID[thread.id] == nil {
        order.append(thread.id)
        byID[thread.id] = thread
      }
      if seen.insert(post.id).inserted { byID[thread.id]?.posts.append(post) }
    }
    return (order.compactMap { byID[$0] }, diagnostics)
  }

  private static func part(
    ofDiscourse entry: FeedEntry, _ page: String?, source: String, site: String
  ) -> (DiscussionThread, Post)? {
    guard let address = page.flatMap(Discourse.address) else {
      return part(entry, page, page ?? entry.id, source: source, site: site)
    }
    let blocks = Discourse.withoutBoilerplate(
      HTMLText.blocks(of: entry.content ?? entry.summary ?? ""))
    let author = Discourse.author(creator(of: entry))
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

  /// A forum without rules of its own: each page is a thread, each entry a post.
  private static func part(
    _ entry: FeedEntry, _ page: String?, _ id: String?, source: String, site: String
  ) -> (DiscussionThread, Post)? {
    guard let id else { return nil }
    let blocks = HTMLText.blocks(of: entry.content ?? entry.summary ?? "")
    let creator = creator(of: entry)
    let key = page.map(CanonicalURL.identity) ?? id
    let post = Post(
      id: id, number: nil, author: creator, authorKey: creator,
      date: entry.published ?? entry.updated, url: page ?? "", words: blocks.words,
      quotations: quotations(blocks))
    let thread = DiscussionThread(
      id: key, title: withoutReplyMarks(entry.title ?? key), url: page ?? "", source: source,
      site: site, posts: [])
    return (thread, post)
  }

  /// Who the feed says wrote it; empty when it does not say.
  private static func creator(of entry: FeedEntry) -> String {
    entry.authors.first.flatMap { $0.name ?? $0.email } ?? ""
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
