import Ingest
import Model
import Store
import Testing

/// What comes again by another name is what it was.
struct IdentityTests {
  static let source = Source(address: "https://b.example/feed", kind: .blog)

  /// Reads a blog's feed into an archive; returns how much was new or changed.
  static func read(_ items: String, site: String = "https://b.example", into archive: Archive)
    throws
    -> Int
  {
    let feed =
      "<rss version=\"2.0\"><channel><title>B</title><link>\(site)/</link>\(items)</channel></rss>"
    let harvest = try SourceReader.read(
      Array(feed.utf8), source: source, address: source.address)
    return try archive.remember(
      articles: harvest.articles, health: SourceHealth(address: source.address))
  }

  static func item(
    _ link: String?, guid: String? = nil, title: String = "T", day: Int = 20, words: String = "w"
  ) -> String {
    "<item>\(link.map { "<link>\($0)</link>" } ?? "")\(guid.map { "<guid isPermaLink=\"false\">\($0)</guid>" } ?? "")<title>\(title)</title><pubDate>\(day) Nov 2026 09:00:00 GMT</pubDate><description>\(words)</description></item>"
  }

  static func all(_ archive: Archive) throws -> [Article] {
    let day = CalendarDay(year: 2026, month: 1, day: 1)
    return try archive.articles(
      in: Window(
        firstDay: day, endDay: day, from: Timestamp(seconds: 0),
        until: Timestamp(seconds: 4_000_000_000)))
  }

  @Test(arguments: [
    ("the scheme", item("http://b.example/1", guid: "g1"), "https://b.example"),
    ("the host", item("https://new.example/1", guid: "g1"), "https://new.example"),
    (
      "the host, and the guid with it", item("https://new.example/1", guid: "h1"),
      "https://new.example"
    ),
    ("the path", item("https://b.example/2026/one", guid: "g1"), "https://b.example"),
    ("the guid", item("https://b.example/1", guid: "other"), "https://b.example"),
    (
      "date and words", item("https://b.example/1", guid: "g1", day: 22, words: "v"),
      "https://b.example"
    ),
    ("title", item("https://b.example/1", guid: "g1", title: "U"), "https://b.example"),
  ])
  func anArticleIsKnownAgainWhen(changed: String, item: String, site: String) throws {
    let archive = try Archive(path: ":memory:")
    #expect(try Self.read(Self.item("https://b.example/1", guid: "g1"), into: archive) == 1)
    _ = try Self.read(item, site: site, into: archive)
    let stored = try Self.all(archive)
    #expect(stored.map(\.id) == ["b.example/1"], "\(changed) has changed")
  }

  @Test func whatIsEditedIsUpdated() throws {
    let archive = try Archive(path: ":memory:")
    _ = try Self.read(Self.item("https://b.example/1", guid: "g1"), into: archive)
    #expect(
      try Self.read(Self.item("https://b.example/1", guid: "g1", words: "new"), into: archive) == 1)
    #expect(try Self.all(archive).map(\.words) == ["new"])
    #expect(
      try Self.read(Self.item("https://b.example/1", guid: "g1", words: "new"), into: archive) == 0)
  }

  @Test func differentThingsStayApart() throws {
    let archive = try Archive(path: ":memory:")
    _ = try Self.read(
      Self.item("https://b.example/1", guid: "g1") + Self.item("https://b.example/2", guid: "g2")
        // Two with one guid, and two on one page: neither is an identity.
        + Self.item("https://b.example/3", guid: "same")
        + Self.item("https://b.example/4", guid: "same")
        + Self.item("https://b.example/5", guid: "g5")
        + Self.item("https://b.example/5", guid: "g6"),
      into: archive)
    #expect(try Self.all(archive).count == 6)
  }

  @Test func aPlanetsEntriesWithOnePathStayApart() throws {
    let archive = try Archive(path: ":memory:")
    _ = try Self.read(Self.item("https://one.example/post/1"), into: archive)
    _ = try Self.read(Self.item("https://two.example/post/1"), into: archive)
    #expect(try Self.all(archive).count == 2)
  }

  @Test func aForumThatHasMovedKeepsItsThreads() throws {
    let archive = try Archive(path: ":memory:")
    func feed(_ host: String) -> [UInt8] {
      Array(
        """
        <rss version="2.0" xmlns:discourse="http://www.discourse.org/"><channel><title>F</title>
        <discourse:x>1</discourse:x><item><title>T</title><link>https://\(host)/t/t/7/2</link>
        <guid isPermaLink="false">\(host)-post-7-2</guid><pubDate>20 Nov 2026 09:00:00 GMT</pubDate>
        <description>words</description></item></channel></rss>
        """.utf8)
    }
    let source = Source(address: "https://old.example/posts.rss", kind: .forum)
    for (host, hosts) in [("old.example", [:]), ("new.example", ["new.example": "old.example"])] {
      let harvest = try SourceReader.read(
        feed(host), source: source, address: "https://\(host)/posts.rss", hosts: hosts)
      #expect(harvest.threads.map(\.id) == ["old.example/t/7"])
      #expect(harvest.threads.first?.posts.map(\.id) == ["old.example/t/7/2"])
      let changed = try archive.remember(
        threads: harvest.threads, health: SourceHealth(address: source.address))
      #expect(changed == (host == "old.example" ? 1 : 0))
    }
    #expect(try archive.hasThreads(onHost: "old.example"))
    #expect(try !archive.hasThreads(onHost: "old.exampl"))
    #expect(try archive.holes().map(\.count) == [1])
  }
}
