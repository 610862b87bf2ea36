// By what an entry is known again.

import Text

/// By what the entries of one feed are known again.
///
/// An entry's own page is its name, whichever feed carries it; a numbered post's is its thread and
/// number, an opening post's its thread, a comment's its thread and the fragment that it is of the
/// thread's page. Where a page stands for several entries (a show whose every episode links to its home
/// page), or is missing, the feed's own id counts, together with what stands for the feed's address: bare ids like
/// `1` are the same in many feeds. Beside its name an entry has keys: whatever else it is known by,
/// so that the archive finds it again when the page, the host or the scheme have changed.
struct EntryIdentity {
  private let source: String
  private let scope: String
  private let home: String?
  private let homeHost: String
  private let hosts: [String: String]
  private var uses: [String: Int] = [:]
  private var idUses: [String: Int] = [:]
  /// How many ids are addresses of a page or of places of it.
  private var idPages: [String: Int] = [:]
  /// The names of the feed's entries by their own ids and addresses.
  private var names: [String: String] = [:]

  /// - Parameters:
  ///   - source: The subscription's address.
  ///   - scope: What stands for it in names: what scopes bare ids.
  ///   - hosts: Hosts that have moved, new to old: things keep the name that they had.
  init(_ feed: Feed, source: String, scope: String, hosts: [String: String] = [:]) {
    (self.source, self.scope, self.hosts) = (source, scope, hosts)
    home = feed.link.map(CanonicalURL.identity)
    homeHost = feed.link.flatMap(PageAddress.init)?.host ?? "-"
    for entry in feed.entries {
      if let id = entry.id { idUses[id, default: 0] += 1 }
      if let page = entry.link { uses[CanonicalURL.identity(page), default: 0] += 1 }
    }
    for id in idUses.keys where PageAddress(id) != nil {
      idPages[CanonicalURL.identity(id), default: 0] += 1
    }
    for entry in feed.entries {
      guard let name = of(entry) else { continue }
      for key in [entry.id, entry.link].compactMap({ $0 }) { names[key] = names[key] ?? name }
    }
  }

  /// The name; `nil` when the entry has neither page, id nor title.
  func of(_ entry: FeedEntry) -> String? {
    if let mark = entry.discussion, let number = mark.number {
      return "\(current(mark.thread))/\(number)"
    }
    if let mark = entry.discussion, let link = entry.link {
      if mark.isOpening { return current(mark.thread) }
      if let name = comment(link, in: mark) { return name }
    }
    if let place = place(entry) { return place }
    if let page = ownPage(entry) { return current(page) }
    if let id = entry.id, idUses[id] == 1 || entry.link == nil {
      guard let address = PageAddress(id) else { return "\(scope)#\(id)" }
      let page = CanonicalURL.identity(address)
      // Of a page with many entries, as a list of changes, each is a place.
      guard idPages[page] ?? 0 > 1, let fragment = address.fragment, !fragment.isEmpty else {
        return current(page)
      }
      return "\(current(page))#\(fragment)"
    }
    let page = entry.link.map { current(CanonicalURL.identity($0)) }
    // Several entries with one id and one page: only the title is left to tell them apart.
    if let id = entry.id ?? page, let title = entry.title { return "\(scope)#\(id)#\(title)" }
    return (entry.enclosures.first?.url).map { current(CanonicalURL.identity($0)) }
      ?? page ?? entry.title.map { "\(scope)#\($0)" }
  }

  /// What else an entry is known by: its id in this feed, its page, its page's path in this feed.
  ///
  /// The first is the strongest. Only what one entry of the feed has is a key; a path is one only
  /// on the feed's own site, since a planet's entries lie on many. A numbered post needs none.
  func keys(of entry: FeedEntry) -> [String] {
    guard entry.discussion?.number == nil else { return [] }
    var keys: [String] = []
    if let id = entry.id, idUses[id] == 1 { keys.append("id \(source) \(id)") }
    if place(entry) == nil, let page = ownPage(entry) {
      keys.append("page \(current(page))")
      let path = page.drop { $0 != "/" && $0 != "?" }
      if path.count > 1, page.hasPrefix(homeHost + "/") {
        keys.append("path \(source) \(path)")
      }
    }
    return keys
  }

  /// The name of what an entry answers; `nil` when it answers nothing that is known.
  func answered(by entry: FeedEntry) -> String? {
    guard let parent = entry.inReplyTo else { return nil }
    if let name = names[parent] { return name }
    if let mark = entry.discussion, mark.number != nil, let address = Discourse.address(parent) {
      return "\(current(address.thread))/\(address.number)"
    }
    if let mark = entry.discussion {
      if parent == mark.url, CommentFeeds.key(of: parent) != mark.thread {
        return current(mark.thread)
      }
      if let name = comment(parent, in: mark) { return name }
    }
    return PageAddress(parent) == nil
      ? "\(scope)#\(parent)" : current(CanonicalURL.identity(parent))
  }

  /// The name of a part of a discussion's page; `nil` for the address of anything else.
  private func comment(_ address: String, in mark: DiscussionMark) -> String? {
    guard !mark.thread.utf8.contains(UInt8(ascii: "#")), address.utf8.contains(UInt8(ascii: "#")),
      let page = PageAddress(address), let fragment = page.fragment, !fragment.isEmpty,
      mark.thread.hasPrefix(page.site)
    else { return nil }
    let next = mark.thread.utf8.dropFirst(page.site.utf8.count).first
    guard next == nil || next == UInt8(ascii: "/") || next == UInt8(ascii: "?") else { return nil }
    return "\(current(mark.thread))#\(fragment)"
  }

  /// The name of an entry that is a place of a page, as one of a list of changes is.
  ///
  /// Its id says so, and so does its link, where it has one. However many others the feed has, it is
  /// the same.
  private func place(_ entry: FeedEntry) -> String? {
    guard let id = entry.id.flatMap(PageAddress.init), let fragment = id.fragment,
      !fragment.isEmpty, !Self.isNoPlace(fragment)
    else { return nil }
    if let link = entry.link {
      guard let link = PageAddress(link), link.fragment == fragment,
        CanonicalURL.identity(link) == CanonicalURL.identity(id)
      else { return nil }
    }
    return "\(current(CanonicalURL.identity(id)))#\(fragment)"
  }

  /// Whether a fragment only tells how somebody came, or leads to what is below every article.
  private static func isNoPlace(_ fragment: String) -> Bool {
    fragment.utf8.contains(UInt8(ascii: "=")) || ["rss", "comments", "respond"].contains(fragment)
  }

  /// The page of an entry, if it is no other entry's and not the feed's own.
  private func ownPage(_ entry: FeedEntry) -> String? {
    guard let link = entry.link else { return nil }
    let page = CanonicalURL.identity(link)
    return uses[page] == 1 && page != home ? page : nil
  }

  /// A name under the host that it was first known by.
  func current(_ name: String) -> String {
    let host = name.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return hosts[String(host)].map { $0 + name[host.endIndex...] } ?? name
  }
}
