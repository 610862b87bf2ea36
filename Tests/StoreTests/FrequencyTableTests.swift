import Model
@testable import Store
import Support
import Testing

struct FrequencyTableTests {
  static func changes(_ archive: Archive) throws -> [String] {
    try archive.uncountedWords(limit: 100).map { "\($0.change) \($0.words)" }
  }

  @Test func whatIsNewOrGoneWaitsToBeCounted() throws {
    let archive = try Archive(path: ":memory:")
    func remember(_ words: String) throws {
      try archive.remember(
        threads: [ArchiveTests.thread([ArchiveTests.post(1, words)])], health: ArchiveTests.health)
    }
    try remember("one")
    try remember("one")
    #expect(try Self.changes(archive) == ["1 one"])
    try remember("two")
    #expect(try Self.changes(archive) == ["1 one", "-1 one", "1 two"])
  }

  @Test func countsAddUpAndVanish() throws {
    let archive = try Archive(path: ":memory:")
    try archive.remember(
      threads: [ArchiveTests.thread([ArchiveTests.post(1, "one")])], health: ArchiveTests.health)
    let key = try #require(try archive.uncountedWords(limit: 1).first?.key)
    try archive.count(terms: ["lock": 2, "it's": 1], documents: 2, upTo: key)
    #expect(try archive.uncountedWords(limit: 1).isEmpty)
    try archive.count(terms: ["lock": 1, "it's": -1], documents: 0, upTo: 0)
    #expect(
      try archive.frequencies(of: ["lock", "it's", "none"])
        == CorpusFrequencies(documents: 2, frequency: ["lock": 3]))
    #expect(try archive.frequencies(of: []).frequency == [:])
  }

  @Test func anOlderDatabaseIsCountedWhole() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.sqlite")
    try SchemaTests.database(
      version: 2, at: path,
      """
      INSERT INTO source(address) VALUES('s');
      INSERT INTO thread(id, title, url, source, site) VALUES('f/t/1', 'T', 'u', 's', 'f');
      INSERT INTO post(id, thread, number, author, author_key, date, url, words)
      VALUES('f/t/1/1', 'f/t/1', 1, 'Ann', 'ann', 1000, 'u', 'w');
      INSERT INTO article(id, title, url, words, source, site) VALUES('a', 'A', 'u', 'v', 's', 'b');
      """)
    #expect(try Self.changes(try Archive(path: path)) == ["1 w", "1 v"])
  }

  @Test func topicsComeBackAsTheyWerePrintedLast() throws {
    let archive = try Archive(path: ":memory:")
    for (end, label) in [(Int64(100), "Old"), (200, "New")] {
      let day = CalendarDay(daysSinceEpoch: Int(end))
      var issue = Issue(
        title: "I", baseURL: "", language: "en",
        window: Window(
          firstDay: day, endDay: day.advanced(by: 1), from: Timestamp(seconds: end - 100),
          until: Timestamp(seconds: end)))
      issue.topics = [
        Topic(
          slug: "lock", label: label, terms: ["lock file", "hash"], refs: [],
          members: [Topic.Member(kind: .thread, id: "t", title: "T", url: nil)], history: [],
          summary: [])
      ]
      try archive.recordPublication(of: issue, summary: [], threads: [])
    }
    func printed(before seconds: Int64) throws -> [RecordedTopic] {
      var topics: [RecordedTopic] = []
      try archive.topics(printedBefore: Timestamp(seconds: seconds)) { topics.append($0) }
      return topics
    }
    #expect(
      try printed(before: 300) == [
        RecordedTopic(slug: "lock", label: "New", terms: ["lock file", "hash"], members: ["t"])
      ])
    #expect(try printed(before: 200).map(\.label) == ["Old"])
  }
}
