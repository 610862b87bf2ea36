import Model
import Support
import Testing

@testable import Store

struct RetentionTests {
  static func post(_ number: Int?, _ id: String, at seconds: Int64?) -> Post {
    Post(
      id: id, number: number, author: "A", authorKey: "a", date: seconds.map(Timestamp.init),
      url: "u", words: "word \(id)", quotations: [Quotation(author: nil, number: nil, text: "q")],
      keys: ["key \(id)"])
  }

  static func thread(_ id: String, _ posts: [Post]) -> DiscussionThread {
    DiscussionThread(id: id, title: id, url: "u", source: "s", site: "f", posts: posts)
  }

  static func episode(_ id: String, at seconds: Int64?) -> Episode {
    Episode(
      id: id, title: id, url: nil, audio: nil, date: seconds.map(Timestamp.init), seconds: nil,
      transcript: nil, notes: "", source: "s", show: "S",
      marks: [ChapterMark(start: 0, title: "M")],
      cues: [Cue(start: 0, end: nil, speaker: nil, text: "spoken \(id)")])
  }

  static func article(_ id: String, at seconds: Int64?) -> Article {
    Article(
      id: id, title: id, url: "u", author: nil, date: seconds.map(Timestamp.init),
      words: "word \(id)", source: "s", site: "b")
  }

  /// Old things and new ones; an issue quotes what is called "quoted".
  static func archive(path: String = ":memory:") throws -> Archive {
    let archive = try Archive(path: path)
    try archive.remember(
      threads: [
        thread("gone", [post(1, "g1", at: 10), post(2, "g2", at: 20)]),
        thread(
          "live",
          [
            post(1, "l1", at: 10), post(2, "quoted-post", at: 20), post(3, "l3", at: 99),
            post(6, "l6", at: 100),
          ]),
        thread("undated", [post(nil, "u1", at: nil), post(nil, "u2", at: 10)]),
      ],
      articles: [
        article("old", at: 10), article("quoted-article", at: 10), article("new", at: 200),
        article("undated-article", at: nil),
      ],
      episodes: [
        episode("old#cue-1", at: 10), episode("quoted#cue-e", at: 10), episode("new-e", at: 200),
      ], health: SourceHealth(address: "s"))
    var issue = Model.Issue(
      title: "I", baseURL: "", language: "en", window: ArchiveTests.window(0, 50))
    issue.glossary = ["quoted-post", "quoted-article", "quoted#cue-e#cue-0"].map { origin in
      Model.Issue.Term(
        name: "t", quote: Quote(text: "word", author: nil, url: nil, published: nil, origin: origin)
      )
    }
    try archive.recordPublication(of: issue, summary: [], threads: ["gone"])
    try archive.updateSearchIndex()
    return archive
  }

  static func ids(_ archive: Archive, _ table: String) throws -> [String] {
    try archive.connection.rows("SELECT id FROM \(table) ORDER BY id") { $0.text(0) ?? "" }
  }

  @Test func whatIsOldGoesAndWhatIsQuotedStays() throws {
    let archive = try Self.archive()
    let removal = try archive.remove(before: Timestamp(seconds: 100))
    #expect(removal == Archive.Removal(posts: 5, articles: 1, episodes: 1))
    #expect(try Self.ids(archive, "post") == ["l6", "quoted-post", "u1"])
    #expect(try Self.ids(archive, "thread") == ["gone", "live", "undated"])
    #expect(try Self.ids(archive, "article") == ["new", "quoted-article", "undated-article"])
    #expect(try Self.ids(archive, "episode") == ["new-e", "quoted#cue-e"])
    #expect(
      try archive.connection.rows("SELECT episode FROM cue ORDER BY 1") { $0.text(0) ?? "" }
        == ["new-e", "quoted#cue-e"])
    for quote in try archive.printedQuotes() {
      #expect(try archive.text(ofOrigin: quote.origin) != nil, "\(quote.origin)")
    }
    #expect(try archive.remove(before: Timestamp(seconds: 100)).count == 0)
  }

  @Test func nothingOfItStaysBehind() throws {
    let archive = try Self.archive()
    _ = try archive.remove(before: Timestamp(seconds: 100))
    try archive.checkIndex()
    #expect(try archive.count("word") == 6)
    #expect(try archive.count("g1 OR l1 OR old") == 0)
    #expect(try Self.ids(archive, "known_as") == ["l6", "quoted-post", "u1"])
    func count(_ table: String) throws -> Int64 {
      try archive.connection.rows("SELECT count(*) FROM \(table)") { $0.integer(0) ?? 0 }[0]
    }
    #expect(try count("quotation") == 3)
    #expect(try count("chapter_mark") == 2)
    #expect(
      try archive.uncountedWords(limit: 99).filter { $0.change < 0 }.map(\.words).sorted()
        == ["word g1", "word g2", "word l1", "word l3", "word old", "word u2"])
  }

  @Test func whatWasRemovedIsNoHole() throws {
    let archive = try Self.archive()
    #expect(try archive.holes().map(\.count) == [2])
    _ = try archive.remove(before: Timestamp(seconds: 100))
    #expect(try archive.holes().map(\.count) == [2])
    let live = try archive.threads(activeIn: ArchiveTests.window(100, 200)).first
    #expect(live?.posts.map(\.number) == [2, 6])
    #expect(live?.removedUpTo == 3)
    #expect(live?.holes == [4...5])
  }

  @Test func aRemovedThreadCanComeBack() throws {
    let archive = try Self.archive()
    _ = try archive.remove(before: Timestamp(seconds: 100))
    let again = Self.thread("gone", [Self.post(3, "g3", at: 300)])
    #expect(try archive.remember(threads: [again], health: SourceHealth(address: "s")) == 1)
    try archive.updateSearchIndex()
    try archive.checkIndex()
    let back = try archive.threads(activeIn: ArchiveTests.window(0, 400)).first { $0.id == "gone" }
    // It is not new, and what was removed of it is no hole.
    #expect(back?.removedUpTo == 2)
    #expect(back?.holes == [])
    #expect(try archive.holes().map(\.thread) == ["live"])
  }

  @Test func whatWasLeftOutIsRememberedWithItsThread() throws {
    let archive = try Archive(path: ":memory:")
    for (removed, number) in [(4, 6), (0, 7), (2, 8)] {
      var thread = Self.thread("t", [Self.post(number, "p\(number)", at: 100)])
      thread.removedUpTo = removed
      try archive.remember(threads: [thread], health: SourceHealth(address: "s"))
    }
    let stored = try archive.threads(activeIn: ArchiveTests.window(0, 200)).first
    #expect(stored?.removedUpTo == 4)
    #expect(try archive.holes().map(\.count) == [1])
  }

  @Test func muchFreeSpaceIsGivenBack() throws {
    let folder = try TemporaryFolder()
    let archive = try Self.archive(path: folder.path("a.sqlite"))
    #expect(try !archive.compact())
    let filler = String(repeating: "filler words of no use ", count: 200)
    try archive.remember(
      articles: (0..<300).map {
        Article(
          id: "f\($0)", title: "", url: "", author: nil, date: Timestamp(seconds: 1),
          words: filler, source: "s", site: "b")
      }, health: SourceHealth(address: "s"))
    try archive.updateSearchIndex()
    func pages() throws -> Int64 {
      try archive.connection.rows("PRAGMA page_count") { $0.integer(0) ?? 0 }[0]
    }
    let before = try pages()
    #expect(try archive.remove(before: Timestamp(seconds: 100)).articles == 301)
    try archive.count(terms: [:], documents: 0, upTo: .max)
    #expect(try archive.compact())
    #expect(try pages() < before / 2)
    #expect(try !archive.compact())
    try archive.checkIndex()
    #expect(try archive.count("word") == 6)
  }
}
