// By what an entry is known again.

/// By what the entries of one feed are known again.
///
/// An entry's own page is its identity, whichever feed names it. Where a page stands for several
/// entries (a show whose every episode links to its home page), or is missing, the feed's own id
/// counts, together with the feed's address: bare ids like `1` are the same in many feeds.
struct EntryIdentity {
  private let source: String
  private let home: String?
  private var uses: [String: Int] = [:]

  init(_ feed: Feed, source: String, base: String?) {
    self.source = source
    home = feed.link.map(CanonicalURL.identity)
    for entry in feed.entries {
      guard let page = Self.page(entry, feed, base) else { continue }
      uses[CanonicalURL.identity(page), default: 0] += 1
    }
  }

  /// The identity; `nil` when the entry has neither page, id nor title.
  func of(_ entry: FeedEntry, page: String?) -> String? {
    if let page = page.map(CanonicalURL.identity), uses[page] == 1, page != home { return page }
    if let id = entry.id {
      return CanonicalURL.parts(of: id) == nil ? "\(source)#\(id)" : CanonicalURL.identity(id)
    }
    return (entry.enclosures.first?.url).map(CanonicalURL.identity)
      ?? page.map(CanonicalURL.identity) ?? entry.title.map { "\(source)#\($0)" }
  }

  /// The absolute address of an entry's page.
  static func page(_ entry: FeedEntry, _ feed: Feed, _ base: String?) -> String? {
    entry.link.flatMap { CanonicalURL.resolve($0, against: feed.link ?? base) }
  }
}
