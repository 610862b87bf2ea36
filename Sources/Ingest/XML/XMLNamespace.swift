// The namespaces that feeds use, under their usual prefixes.

/// The namespaces that feeds use, under their usual prefixes.
enum XMLNamespace {
  /// The usual prefix of a namespace; empty for RSS's own; `nil` for one that is not known.
  ///
  /// Feeds misspell addresses: case, scheme, `www.` and a slash at the end do not count.
  static func prefix(of uri: String) -> String? { prefixes[key(uri)] }

  /// The usual prefix that a declared one stands for although its namespace is not known: `nil`
  /// when the address has nothing of the usual one's.
  static func prefix(_ prefix: String, loosely uri: String) -> String? {
    guard let mark = marks[prefix] else { return nil }
    return contains(key(uri), mark) ? prefix : nil
  }

  private static func key(_ uri: String) -> String {
    var key = Substring(uri.lowercased())
    while key.first?.isWhitespace == true { key.removeFirst() }
    for scheme in ["http://", "https://"] where key.hasPrefix(scheme) {
      key = key.dropFirst(scheme.count)
    }
    if key.hasPrefix("www.") { key = key.dropFirst(4) }
    while let last = key.last, last == "/" || last == "#" || last.isWhitespace { key.removeLast() }
    return String(key)
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  /// Well-known prefixes, and what the address of their namespace has in it.
  private static let marks: [String: String] = [
    "atom": "atom", "content": "content", "dc": "purl.org/dc", "dcterms": "purl.org/dc",
    "discourse": "discourse", "georss": "georss", "googleplay": "google", "itunes": "itunes",
    "media": "mrss", "podcast": "podcast", "psc": "podlove", "rdf": "rdf", "slash": "slash",
    "sy": "syndication", "thr": "thread", "wfw": "wfw", "xhtml": "xhtml", "xml": "xml",
  ]

  private static let prefixes: [String: String] = [
    "w3.org/2005/atom": "atom", "purl.org/atom/ns": "atom",
    "backend.userland.com/rss": "", "backend.userland.com/rss2": "",
    "backend.userland.com/rss091": "", "backend.userland.com/rss092": "",
    "blogs.law.harvard.edu/tech/rss": "", "cyber.harvard.edu/rss": "",
    "purl.org/rss/1.0": "", "purl.org/net/rss1.1": "", "my.netscape.com/rdf/simple/0.9": "",
    "channel.netscape.com/rdf/simple/0.9": "", "purl.org/rss/2.0": "",
    "w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "purl.org/dc/elements/1.0": "dc", "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/terms": "dcterms",
    "purl.org/rss/1.0/modules/content": "content", "purl.org/rss/1.0/modules/slash": "slash",
    "purl.org/rss/1.0/modules/syndication": "sy", "wellformedweb.org/commentapi": "wfw",
    "purl.org/syndication/thread/1.0": "thr",
    "search.yahoo.com/mrss": "media", "video.search.yahoo.com/mrss": "media",
    "itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "podcastindex.org/namespace/1.0": "podcast",
    "github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "podlove.org/simple-chapters": "psc",
    "google.com/schemas/play-podcasts/1.0": "googleplay", "discourse.org": "discourse",
    "georss.org/georss": "georss", "w3.org/1999/xhtml": "xhtml", "w3.org/xml/1998/namespace": "xml",
  ]
}
