// Entries to threads: which entries are posts of which discussion.

import Model
import Text

/// Entries to threads.
enum ThreadBuilder {
  /// Joins the entries of a forum's feed into threads, in the order in which they are first met.
  ///
  /// An entry without any address or id is left out with a diagnostic, since nothing could know
  /// it again.
  static func threads(in feed: Feed, _ identity: EntryIdentity, source: String, site: String) -> (
    [DiscussionThread], [Diagnostic]
  ) {
    var seen: Set<String> = []
    var order: [String] = []
    var byID: [String: DiscussionThread] = [:]
    var diagnostics: [Diagnostic] = []
    for entry in feed.entries {
      guard let id = identity.of(entry) else {
        diagnostics.append(
          Diagnostic(line: entry.line, "entry has neither address nor id and was left out"))
        continue
      }
      let mark = entry.discussion
      let thread = mark.map { identity.current($0.thread) } ?? id
      if byID[thread] == nil {
        order.append(thread)
        byID[thread] = DiscussionThread(
          id: thread, title: title(of: entry, thread), url: mark?.url ?? entry.link ?? "",
          source: source, site: site, posts: [])
      }
      let post = post(entry, id, feed, identity)
      if seen.insert(post.id).inserted { byID[thread]?.posts.append(post) }
    }
    return (order.compactMap { byID[$0] }, diagnostics)
  }

  private static func title(of entry: FeedEntry, _ thread: String) -> String {
    if let title = entry.discussion?.title, !title.isEmpty { return title }
    return entry.title.map { Subject($0).base }.flatMap { $0.isEmpty ? nil : $0 } ?? thread
  }

  private static func post(
    _ entry: FeedEntry, _ id: String, _ feed: Feed, _ identity: EntryIdentity
  ) -> Post {
    var blocks = HTMLText.blocks(of: entry.body)
    var author = (key: creator(of: entry), name: creator(of: entry))
    if feed.isDiscourse {
      blocks = Discourse.withoutBoilerplate(blocks)
      author = Discourse.author(author.name)
    }
    return Post(
      id: id, number: entry.discussion?.number, author: author.name, authorKey: author.key,
      date: entry.published ?? entry.updated, url: url(of: entry), words: blocks.words,
      quotations: quotations(blocks), inReplyTo: identity.answered(by: entry),
      keys: identity.keys(of: entry))
  }

  /// The post's own address: a Discourse topic's is that of its first post.
  private static func url(of entry: FeedEntry) -> String {
    guard let mark = entry.discussion, let number = mark.number, let url = mark.url,
      let link = entry.link, Discourse.address(link) != nil
    else { return entry.link ?? entry.discussion?.url ?? "" }
    return number == 1 ? url : "\(url)/\(number)"
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
}
