import Model
import Support
import Testing

@testable import Store

struct PassagesTests {
  static func post(_ id: String, _ author: String, _ words: String, at seconds: Int64?) -> Post {
    Post(
      id: id, number: nil, author: author, authorKey: author.lowercased(),
      date: seconds.map(Timestamp.init), url: "https://\(id)", words: words)
  }

  static func archive() throws -> Archive {
    let archive = try Archive(path: ":memory:")
    try archive.remember(
      threads: [
        DiscussionThread(
          id: "f/1", title: "Birds", url: "u", source: "s", site: "forum.example",
          posts: [
            post("f/1/a", "Ann", "same words", at: 100), post("f/1/b", "Bo", "same words", at: 200),
            post("f/1/c", "Cy", "same words", at: nil), post("f/1/d", "Bo", "other", at: 300),
          ])
      ], health: SourceHealth(address: "s"))
    var episode = SearchIndexTests.episode([])
    episode.cues = [
      Cue(start: 0, end: nil, speaker: "Dee", text: "a walrus"),
      Cue(start: 5, end: nil, speaker: "Ann", text: "is no bird"),
    ]
    try archive.remember(episodes: [episode], health: SourceHealth(address: "p"))
    try archive.updateSearchIndex()
    return archive
  }

  static func found(
    _ archive: Archive, _ word: String, _ narrow: (inout PassageSearch) -> Void = { _ in }
  ) throws -> [String] {
    var search = PassageSearch(expression: word, anyWord: "{words} : (\(word))")
    narrow(&search)
    return try archive.passages(search, limit: 10).compactMap {
      try archive.passage($0, of: search)?.id
    }
  }

  @Test func newerComesFirstAmongEqualsAndWithoutDateLast() throws {
    #expect(try Self.found(Self.archive(), "same") == ["f/1/b", "f/1/a", "f/1/c"])
  }

  @Test func aTitleLeadsToTheOpeningOnly() throws {
    #expect(try Self.found(Self.archive(), "birds") == ["f/1/a"])
    // With a word of its own another post is found by the title too.
    let archive = try Self.archive()
    let search = PassageSearch(
      expression: "birds AND other", anyWord: "{words} : (birds OR other)")
    #expect(try archive.passages(search, limit: 9).count == 1)
  }

  @Test func filtersNarrow() throws {
    let archive = try Self.archive()
    #expect(try Self.found(archive, "same") { $0.people = ["Ann"] } == ["f/1/a"])
    #expect(try Self.found(archive, "same") { $0.people = ["cy"] } == ["f/1/c"])
    #expect(try Self.found(archive, "walrus") { $0.people = ["Ann"] } == ["e"])
    #expect(try Self.found(archive, "walrus") { $0.people = ["Bo"] } == [])
    #expect(try Self.found(archive, "same") { $0.from = Timestamp(seconds: 200) } == ["f/1/b"])
    #expect(try Self.found(archive, "same") { $0.until = Timestamp(seconds: 200) } == ["f/1/a"])
    #expect(try Self.found(archive, "same") { $0.sources = ["forum.example"] }.count == 3)
    #expect(try Self.found(archive, "same") { $0.sources = ["p"] } == [])
  }

  @Test func aStretchComesWithItsCues() throws {
    let archive = try Self.archive()
    let search = PassageSearch(expression: "\"walrus is\"", anyWord: "{words} : (\"walrus is\")")
    let key = try #require(try archive.passages(search, limit: 1).first)
    let passage = try #require(try archive.passage(key, of: search))
    #expect(passage.marked == "a \u{2}walrus is\u{3} no bird")
    guard case .stretch(let episode, 0, let cues) = passage.kind else {
      Issue.record("\(passage.kind)")
      return
    }
    #expect(episode.id == "e")
    #expect(cues.map(\.speaker) == ["Dee", "Ann"])
  }

  @Test func peopleAndSitesAreListed() throws {
    let archive = try Self.archive()
    #expect(try archive.people().map(\.name) == ["Ann", "Ann", "Bo", "Cy", "Dee"])
    #expect(try archive.sites().map(\.site) == ["S", "forum.example"])
  }
}
