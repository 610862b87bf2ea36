import Foundation
import Model
import Support
import Testing

@testable import Store

extension Archive {
  /// How many passages an expression finds.
  func count(_ expression: String) throws -> Int {
    try passages(
      PassageSearch(expression: expression, anyWord: "{words} : (\(expression))"), limit: 100
    ).count
  }

  /// Throws when the index does not hold just what is stored (FTS5 §6.4, with the content).
  func checkIndex() throws {
    try connection.execute("INSERT INTO search(search, rank) VALUES('integrity-check', 1)")
  }
}

struct SearchIndexTests {
  static func episode(_ texts: [String], title: String = "E", notes: String = "") -> Episode {
    Episode(
      id: "e", title: title, url: "https://e.example/", audio: nil, date: Timestamp(seconds: 10),
      seconds: 60, transcript: nil, notes: notes, source: "s", show: "S",
      cues: texts.enumerated().map {
        Cue(start: Double($0), end: nil, speaker: nil, text: $1)
      })
  }

  static func article(_ words: String, title: String = "A") -> Article {
    Article(
      id: "a", title: title, url: "https://a.example/", author: "Ann", date: Timestamp(seconds: 5),
      words: words, source: "s", site: "B")
  }

  @Test func stretchesOverlapAndEndAtTheEnd() {
    #expect(Stretches.ranges([]) == [])
    #expect(Stretches.ranges([10, 10]) == [0..<2])
    #expect(Stretches.ranges(Array(repeating: 100, count: 20)) == [0..<12, 8..<20])
    #expect(Stretches.ranges([5000, 5000, 10]) == [0..<1, 0..<2, 1..<3])
  }

  @Test func aPhraseAcrossCuesIsFoundWhereverItLies() throws {
    let archive = try Archive(path: ":memory:")
    let texts = (0..<200).map { "filler words of number\($0) and" }
    try archive.remember(episodes: [Self.episode(texts)], health: SourceHealth(address: "s"))
    try archive.updateSearchIndex()
    for border in 0..<199 {
      #expect(try archive.count("\"number\(border) and filler words\"") >= 1, "\(border)")
    }
    try archive.checkIndex()
  }

  @Test func whateverChangesTheIndexHoldsWhatIsStored() throws {
    let archive = try Archive(path: ":memory:")
    let health = SourceHealth(address: "s")
    func remember(_ word: String, title: String) throws {
      let thread = DiscussionThread(
        id: "f/t/1", title: title, url: "https://f/t/1", source: "s", site: "f",
        posts: [ArchiveTests.post(1, word), ArchiveTests.post(2, "constant")])
      try archive.remember(
        threads: [thread], articles: [Self.article(word, title: title)],
        episodes: [Self.episode([word, "constant"], title: title, notes: word)], health: health)
      #expect(try archive.isSearchIndexBehind())
      try archive.updateSearchIndex()
      #expect(try !archive.isSearchIndexBehind())
      try archive.checkIndex()
    }
    try remember("penguin", title: "Birds")
    #expect(try archive.count("penguin") == 4)
    #expect(try archive.count("birds") == 3, "by title: the thread's opening, article, episode")
    try remember("walrus", title: "Birds")
    #expect(try archive.count("penguin") == 0)
    #expect(try archive.count("walrus") == 4)
    try remember("walrus", title: "Mammals")
    #expect(try archive.count("birds") == 0)
    #expect(try archive.count("mammals") == 3)
    try archive.connection.execute("DELETE FROM thread; DELETE FROM article; DELETE FROM episode")
    try archive.checkIndex()
    #expect(try archive.count("walrus OR constant OR mammals") == 0)
    #expect(
      try archive.connection.rows("SELECT count(*) FROM passage") { $0.integer(0) } == [0])
  }

  @Test func anOlderDatabaseIsIndexedAnew() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.sqlite")
    try SchemaTests.database(
      version: 4, at: path,
      """
      INSERT INTO source(address) VALUES('s');
      INSERT INTO thread(id, title, url, source, site) VALUES('f/t/1', 'T', 'u', 's', 'f');
      INSERT INTO post(id, thread, number, author, author_key, date, url, words, indexed)
      VALUES('f/t/1/1', 'f/t/1', 1, 'Ann', 'ann', 1000, 'u', 'walrus', 1);
      INSERT INTO post_search(rowid, words) SELECT key, words FROM post;
      INSERT INTO article(id, title, url, words, source, site)
      VALUES('a', 'A', 'u', 'walrus', 's', 'b');
      INSERT INTO episode(id, title, notes, source, show, date) VALUES('e', 'E', '', 's', 'S', 1000);
      INSERT INTO cue(episode, place, text, indexed) VALUES('e', 0, 'walrus', 1);
      INSERT INTO cue_search(rowid, text) SELECT key, text FROM cue;
      """)
    let archive = try Archive(path: path)
    #expect(try archive.isSearchIndexBehind())
    try archive.updateSearchIndex()
    #expect(try archive.count("walrus") == 3)
    try archive.checkIndex()
  }

  @Test func wordsAreFoldedAndListed() throws {
    let archive = try Archive(path: ":memory:")
    #expect(try archive.indexTerms(of: "Ça, C++ 3.13\u{0}x") == ["ca", "c", "3", "13", "x"])
    #expect(try archive.indexTerms(of: " — ") == [])
    try archive.remember(
      articles: [Self.article("caching cached zebra")], health: SourceHealth(address: "s"))
    try archive.updateSearchIndex()
    #expect(try archive.indexedTerms(beginningWith: "cach") == ["cached", "caching"])
  }
}
