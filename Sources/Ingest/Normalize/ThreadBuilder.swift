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
    var heads: [String: Head] = [:]
    var posts: [String: [Post]] = [:]
    var diagnostics: [Diagnostic] = []
    for entry in feed.entries {
      guard let id = identity.of(entry) else {
        diagnostics.append(
          Diagnostic(line: entry.line, "entry has neither address nor id and was left out"))
        continue
      }
      let mark = entry.discussion
      let thread = mark.map { identity.current($0.thread) } ?? id
      if heads[thread] == nil { order.append(thread) }
      heads[thread, default: Head()].add(entry)
      let post = post(entry, id, feed, identity)
      if seen.insert(post.id).inserted { posts[thread, default: []].append(post) }
    }
    let threads = order.map { id in
      let head = heads[id] ?? Head()
      return DiscussionThread(
        id: id, title: head.title ?? head.entryTitle ?? id, url: head.url ?? head.entryURL ?? "",
        source: source, site: site, posts: posts[id] ?? [])
    }
    return (threads, diagnostics)
  }

  /// What the entries of one thread say of it; the first that says something counts.
  private struct Head {
    /// What an entry's mark says.
    var title: String?
    var url: String?
    /// What an entry says of itself.
    var entryTitle: String?
    var entryURL: String?

    mutating func add(_ entry: FeedEntry) {
      title = title ?? entry.discussion?.title.flatMap { $0.isEmpty ? nil : $0 }
      url = url ?? entry.discussion?.url
      if entryTitle == nil, let own = entry.title.map({ Subject($0).base }), !own.isEmpty {
        entryTitle = own
      }
      entryURL = entryURL ?? entry.link
    }
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
