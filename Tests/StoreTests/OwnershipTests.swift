import Model
import Testing

@testable import Store

/// What one source says of another's.
struct OwnershipTests {
  static let forum = "https://forum.example/latest.rss"
  static let evil = "https://evil.example/feed"
  static let all = ArchiveTests.window(0, 10_000)

  static func thread(
    _ source: String, _ words: String, title: String = "T", number: Int = 2,
    id: String = "forum.example/t/12", removedUpTo: Int = 0
  ) -> DiscussionThread {
    DiscussionThread(
      id: id, title: title, url: "https://\(id)", source: source, site: source,
      posts: [
        Post(
          id: "\(id)/\(number)", number: number, author: words, authorKey: words,
          date: Timestamp(seconds: 1000), url: "u", words: words)
      ], removedUpTo: removedUpTo)
  }

  static func article(
    _ source: String, _ words: String, id: String = "b.example/1", keys: [String] = []
  ) -> Article {
    Article(
      id: id, title: words, url: "u", author: words, date: Timestamp(seconds: 1000), words: words,
      source: source, site: source, keys: keys)
  }

  static func episode(_ source: String, _ words: String, id: String = "show.example/1") -> Episode {
    Episode(
      id: id, title: words, url: "u", audio: nil, date: Timestamp(seconds: 1000), seconds: nil,
      transcript: nil, notes: words, source: source, show: source,
      marks: [ChapterMark(start: 0, title: words)],
      cues: [Cue(start: 0, end: nil, speaker: nil, text: words)])
  }

  static func store(
    _ thread: DiscussionThread, _ archive: Archive, _ hosts: [String: String] = [:]
  ) throws -> Int {
    try archive.remember(
      threads: [thread], health: SourceHealth(address: thread.source), by: .source(hosts: hosts))
  }

  static func store(_ article: Article, _ archive: Archive) throws -> Int {
    try archive.remember(articles: [article], health: SourceHealth(address: article.source))
  }

  static func store(
    _ episode: Episode, _ archive: Archive, by storer: Storer = .source()
  ) throws -> Int {
    try archive.remember(
      episodes: [episode], health: SourceHealth(address: episode.source), by: storer)
  }

  @Test func noSourceReplacesWhatIsAnothers() throws {
    let archive = try Archive(path: ":memory:")
    _ = try Self.store(Self.thread(Self.forum, "true"), archive)
    _ = try Self.store(Self.article("https://b.example/feed", "true"), archive)
    _ = try Self.store(Self.episode("https://cdn.example/feed", "true"), archive)
    #expect(try Self.store(Self.thread(Self.evil, "false", title: "F"), archive) == 0)
    #expect(try Self.store(Self.article(Self.evil, "false"), archive) == 0)
    #expect(try Self.store(Self.episode(Self.evil, "false"), archive) == 0)
    let thread = try #require(try archive.threads(activeIn: Self.all).first)
    #expect(thread == Self.thread(Self.forum, "true"))
    #expect(
      try archive.articles(in: Self.all) == [Self.article("https://b.example/feed", "true")])
    #expect(
      try archive.episodes(in: Self.all) == [Self.episode("https://cdn.example/feed", "true")])
  }

  @Test func aPlanetAndTheBlogItselfDoNotReplaceEachOtherForEver() throws {
    let archive = try Archive(path: ":memory:")
    let (planet, blog) = ("https://planet.example/rss", "https://www.b.example/feed")
    #expect(try Self.store(Self.article(planet, "short"), archive) == 1)
    #expect(try Self.store(Self.article(planet, "shorter"), archive) == 1)
    #expect(try Self.store(Self.article(blog, "whole"), archive) == 1)
    for _ in 0..<2 {
      #expect(try Self.store(Self.article(planet, "short"), archive) == 0)
      #expect(try Self.store(Self.article(blog, "whole"), archive) == 0)
    }
    #expect(try archive.articles(in: Self.all) == [Self.article(blog, "whole")])
  }

  @Test func whatIsNotThereMayComeFromAnybody() throws {
    let archive = try Archive(path: ":memory:")
    let archiver = "https://archive.example/rss"
    _ = try Self.store(Self.thread(Self.forum, "second"), archive)
    #expect(try Self.store(Self.thread(archiver, "third", number: 3), archive) == 1)
    // It is the archiver's own until the forum gives it.
    #expect(try Self.store(Self.thread(archiver, "edited", number: 3), archive) == 1)
    #expect(try Self.store(Self.thread(Self.evil, "false", number: 3), archive) == 0)
    #expect(try Self.store(Self.thread(Self.forum, "of the forum", number: 3), archive) == 1)
    #expect(try Self.store(Self.thread(archiver, "edited", number: 3), archive) == 0)
    let thread = try archive.threads(activeIn: Self.all).first
    #expect(thread?.posts.map(\.words) == ["second", "of the forum"])
    #expect(thread?.source == Self.forum)
  }

  /// What stored something, what comes then, and whether it is replaced; hosts that have moved.
  @Test(arguments: [
    (forum, "https://forum.example/posts.rss", true, [:]),
    (forum, "https://forum.example/t/x/12.rss", true, [:]),
    (forum, "http://www.Forum.example:80/posts.rss", true, [:]),
    (forum, "https://forum.example:8443/posts.rss", false, [:]),
    (forum, "https://me@forum.example/posts.rss", true, [:]),
    (forum, "https://forum.example@evil.example/posts.rss", false, [:]),
    (forum, "https://forum.example.evil.example/posts.rss", false, [:]),
    (forum, "https://new.example/posts.rss", true, ["new.example": "forum.example"]),
    (forum, "https://new.example/posts.rss", true, ["new.example": "www.forum.example"]),
    (forum, "https://new.example/posts.rss", false, ["other.example": "forum.example"]),
    (forum, "/home/me/forum.rss", true, [:]),
    ("/home/me/forum.rss", evil, false, [:]),
    ("/home/me/forum.rss", forum, true, [:]),
    ("https://feeds.example/f", evil, false, [:]),
    ("https://feeds.example/f", "http://www.feeds.example/f", true, [:]),
    ("https://feeds.example/f", "https://feeds.example/g", false, [:]),
  ])
  func aSiteMayReplaceWhatBearsItsName(
    first: String, second: String, mayReplace: Bool, hosts: [String: String]
  ) throws {
    let archive = try Archive(path: ":memory:")
    _ = try Self.store(Self.thread(first, "one"), archive)
    let changed = try Self.store(Self.thread(second, "two", title: "U"), archive, hosts)
    #expect(changed == (mayReplace ? 1 : 0))
    let thread = try archive.threads(activeIn: Self.all).first
    #expect(thread?.title == (mayReplace ? "U" : "T"))
    #expect(thread?.posts.map(\.words) == [mayReplace ? "two" : "one"])
  }

  @Test func whereAFeedHasMovedToItsRowsGoWithIt() throws {
    let archive = try Archive(path: ":memory:")
    let (old, new) = ("https://cdn.example/feed", "https://other.example/feed")
    _ = try Self.store(Self.episode(old, "one"), archive)
    var health = SourceHealth(address: old)
    (health.movedTo, health.movedSightings) = (new, 1)
    try archive.remember(health: health)
    #expect(try Self.store(Self.episode(new, "two"), archive) == 0)
    health.movedSightings = 2
    try archive.remember(health: health)
    #expect(try Self.store(Self.episode(new, "two"), archive) == 1)
    #expect(try archive.episodes(in: Self.all) == [Self.episode(new, "two")])
  }

  @Test func anEpisodeOfTheConfigurationGetsItsTranscript() throws {
    let archive = try Archive(path: ":memory:")
    let feed = "https://cdn.example/feed"
    _ = try Self.store(Self.episode(feed, "one"), archive)
    let named = Self.episode("https://raw.example/1.vtt", "two")
    #expect(try Self.store(named, archive, by: .configuration) == 1)
    // The feed's it is all the same.
    #expect(try archive.episodes(in: Self.all).map(\.source) == [feed])
    #expect(try archive.episodes(in: Self.all).map(\.cues) == [named.cues])
  }

  @Test func aPageThatAnotherHasNamedFirstIsNoDoor() throws {
    let archive = try Archive(path: ":memory:")
    // Before the blog publishes it, somebody names its page as one of their own.
    _ = try Self.store(
      Self.article(Self.evil, "false", id: "evil.example/1", keys: ["page b.example/1"]), archive)
    let own = Self.article("https://b.example/feed", "true", keys: ["page b.example/1"])
    #expect(try Self.store(own, archive) == 1)
    #expect(
      Set(try archive.articles(in: Self.all).map { "\($0.id) \($0.words)" })
        == ["evil.example/1 false", "b.example/1 true"])
  }

  @Test func postsOfAnOlderDatabaseAreTheirThreads() throws {
    let connection = try Connection(path: ":memory:")
    for migration in Schema.migrations.prefix(6) { try connection.execute(migration) }
    try connection.execute(SchemaTests.quoted)
    try connection.execute(Schema.migrations[6])
    let sources = try connection.rows("SELECT source FROM post") { $0.text(0) }
    #expect(sources == ["s"])
  }
}
