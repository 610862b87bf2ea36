// The door to feeds: bytes in, a feed with its entries out, whatever its form.

import Model
import Text

/// Bytes to a feed.
package enum FeedParser {
  /// What bytes are that hold no feed.
  package struct Failure: Error {
    /// What they look like, for a message: `an HTML page`.
    package let looksLike: String
  }

  /// Reads a feed of any form; what is damaged is read as far as it goes, with warnings.
  ///
  /// - Parameters:
  ///   - bytes: The document as received.
  ///   - charset: The charset of the HTTP Content-Type, if any.
  ///   - base: The document's address, for relative ones.
  package static func parse(
    _ bytes: [UInt8], charset: String? = nil, base: String? = nil
  ) throws(Failure) -> Feed {
    let (utf8, decoding) = Encoding.utf8(bytes, charset: charset)
    var feed: Feed
    if let json = try JSONFeedParser.parse(utf8) {
      feed = json
    } else {
      let (root, entries, warnings) = XMLHalves.read(utf8, base: base, entry: FeedBuilder.entry)
      guard let root, let read = FeedBuilder.feed(root, entries) else {
        throw Failure(looksLike: Sniffer.describe(utf8))
      }
      feed = read
      feed.warnings = warnings
    }
    feed.warnings = decoding + feed.warnings
    FeedLengths.keep(&feed)
    FeedAddresses.resolve(&feed, base: base)
    feed.warnings += FeedDuplicates.note(in: feed)
    DiscussionMarks.find(in: &feed)
    return feed
  }
}

/// Turns elements into entries as they end, so that a long feed is never held whole.
enum FeedBuilder {
  /// The entry of an element that has ended; `nil` for one that is none.
  @Sendable static func entry(_ element: XMLElement) -> FeedEntry? {
    switch element.name {
    case .item: RSSParser.entry(element)
    case .atomEntry: AtomParser.entry(element)
    default: nil
    }
  }

  /// The whole feed; `nil` when the root is not a feed's.
  static func feed(_ root: XMLElement, _ entries: [FeedEntry]) -> Feed? {
    var feed: Feed
    switch root.name {
    case .rss, .rdfRDF, .channel: feed = RSSParser.feed(root)
    case .atomFeed: feed = AtomParser.feed(root)
    // A document of one entry (RFC 4287 §2).
    case .atomEntry: feed = Feed(format: "atom10")
    default: return nil
    }
    feed.entries = entries
    return feed
  }
}

/// How long may be what stands once in a feed and then with each of its entries.
enum FeedLengths {
  private static let name = 300
  private static let address = 2048

  /// Shortens the feed's title and its authors, and leaves out what is too long for an address:
  /// one megabyte of title would become gigabytes of archive.
  static func keep(_ feed: inout Feed) {
    feed.title = feed.title.map(short)
    feed.link = feed.link.flatMap { $0.utf8.count <= address ? $0 : nil }
    for index in feed.authors.indices {
      feed.authors[index].name = feed.authors[index].name.map(short)
      feed.authors[index].email = feed.authors[index].email.map(short)
    }
  }

  private static func short(_ text: String) -> String {
    guard text.utf8.count > name else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(name)))
  }
}

/// Relative addresses of a feed made absolute.
enum FeedAddresses {
  /// Resolves what `xml:base` has not: a feed's own against the document's, an entry's against its
  /// page, the feed's page, and the document, in this order.
  ///
  /// - Parameter base: The document's address; with a path of a local file, the files that a feed
  ///   names with its episodes stay relative to it.
  static func resolve(_ feed: inout Feed, base: String?) {
    let isLocal = base.map { !CanonicalURL.hasScheme($0) } ?? false
    func absolute(_ address: String, _ bases: String?...) -> String {
      if CanonicalURL.hasScheme(address) { return address }
      return bases.lazy.compactMap { $0 }.compactMap { CanonicalURL.resolve(address, against: $0) }
        .first ?? address
    }
    feed.link = feed.link.map { absolute($0, base) }
    let home = feed.link
    feed.authors = feed.authors.map { person in
      var person = person
      person.url = person.url.map { absolute($0, home, base) }
      return person
    }
    for index in feed.entries.indices {
      resolve(&feed.entries[index], home: home, base: base, isLocal: isLocal)
    }
  }

  private static func resolve(
    _ entry: inout FeedEntry, home: String?, base: String?, isLocal: Bool
  ) {
    func absolute(_ address: String, _ bases: String?...) -> String {
      bases.lazy.compactMap { $0 }.compactMap { CanonicalURL.resolve(address, against: $0) }
        .first ?? address
    }
    func isRelative(_ address: String?) -> Bool {
      address.map { !CanonicalURL.hasScheme($0) } ?? false
    }
    if let link = entry.link, isRelative(link) { entry.link = absolute(link, home, base) }
    // An id is a name, but one that is a path was meant as an address.
    if let id = entry.id, id.utf8.first == UInt8(ascii: "/") { entry.id = absolute(id, base, home) }
    let page = entry.link
    func inside(_ address: inout String?) {
      if let relative = address, isRelative(relative) {
        address = absolute(relative, page, home, base)
      }
    }
    func inside(_ address: inout String) {
      if isRelative(address) { address = absolute(address, page, home, base) }
    }
    for place in entry.authors.indices { inside(&entry.authors[place].url) }
    guard entry.hasExtras else { return }
    for place in entry.persons.indices { inside(&entry.persons[place].url) }
    for place in entry.enclosures.indices { inside(&entry.enclosures[place].url) }
    for place in entry.alternateEnclosures.indices { inside(&entry.alternateEnclosures[place].url) }
    inside(&entry.comments)
    inside(&entry.commentsFeed)
    inside(&entry.image)
    if isLocal { return }
    inside(&entry.chapters)
    for place in entry.transcripts.indices { inside(&entry.transcripts[place].url) }
  }
}

/// Entries of one feed that claim to be the same.
enum FeedDuplicates {
  /// A warning for each id that several entries with different pages have: such an id is no
  /// identity.
  static func note(in feed: Feed) -> [Diagnostic] {
    guard mayRepeat(feed) else { return [] }
    var first: [String: Int] = [:]
    first.reserveCapacity(feed.entries.count)
    var told: Set<String> = []
    var result: [Diagnostic] = []
    // By index: an entry is large, and a loop over them would copy each.
    for index in feed.entries.indices {
      guard let id = feed.entries[index].id else { continue }
      guard let known = first.updateValue(index, forKey: id) else { continue }
      if feed.entries[known].link != feed.entries[index].link, result.count < 20,
        told.insert(id).inserted
      {
        result.append(
          Diagnostic(
            line: feed.entries[index].line, "several entries have the id '\(id.prefix(100))'"))
      }
    }
    return result
  }

  /// Whether two ids may be alike, since their hashes (FNV-1a, 64 bits) are.
  ///
  /// Nearly all feeds end here.
  private static func mayRepeat(_ feed: Feed) -> Bool {
    var size = 64
    while size < feed.entries.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for index in feed.entries.indices {
      guard let id = feed.entries[index].id else { continue }
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      hash = hash == 0 ? 1 : hash
      var slot = Int(truncatingIfNeeded: hash >> 20) & (size - 1)
      var steps = 0
      while slots[slot] != 0 {
        // Many alike in their lower bits are no accident; the long way decides.
        if slots[slot] == hash || steps > 64 { return true }
        slot = (slot + 1) & (size - 1)
        steps += 1
      }
      slots[slot] = hash
    }
    return false
  }
}
