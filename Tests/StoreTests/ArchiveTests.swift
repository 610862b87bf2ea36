import Foundation
import Model
@testable import Store
import Support
import Testing

struct ArchiveTests {
  static func post(_ number: Int, _ words: String, at seconds: Int64 = 1000) -> Post {
    Post(
      id: "f/t/1/\(number)", number: number, author: "Ann", authorKey: "ann",
      date: Timestamp(seconds: seconds), url: "https://f/t/1/\(number)", words: words,
      quotations: [Quotation(author: "bo", number: 1, text: "quoted")])
  }

  static func thread(_ posts: [Post]) -> DiscussionThread {
    DiscussionThread(
      id: "f/t/1", title: "T", url: "https://f/t/1", source: "s", site: "f", posts: posts)
  }

  static func window(_ from: Int64, _ until: Int64) -> Window {
    let day = CalendarDay(daysSinceEpoch: 0)
    return Window(
      firstDay: day, endDay: day.advanced(by: 1), from: Timestamp(seconds: from),
      until: Timestamp(seconds: until))
  }

  static let health = SourceHealth(address: "s")

  @Test func givesBackWhatItWasGiven() throws {
    let archive = try Archive(path: ":memory:")
    let thread = Self.thread([Self.post(1, "one"), Self.post(2, "two\u{0}NUL", at: 2000)])
    #expect(try archive.remember(threads: [thread], health: Self.health) == 2)
    #expect(try archive.threads(activeIn: Self.window(0, 3000)) == [thread])
  }

  @Test func storesNothingTwice() throws {
    let archive = try Archive(path: ":memory:")
    let thread = Self.thread([Self.post(1, "one")])
    try archive.remember(threads: [thread], health: Self.health)
    #expect(try archive.remember(threads: [thread], health: Self.health) == 0)
    #expect(try archive.threads(activeIn: Self.window(0, 3000)).first?.posts.count == 1)
  }

  @Test func anEditReplacesThePostInTheIndexToo() throws {
    let archive = try Archive(path: ":memory:")
    try archive.remember(threads: [Self.thread([Self.post(1, "cached")])], health: Self.health)
    try archive.updateSearchIndex()
    #expect(try archive.count("cached") == 1)
    try archive.remember(threads: [Self.thread([Self.post(1, "penguin")])], health: Self.health)
    try archive.updateSearchIndex()
    #expect(try archive.count("cached") == 0)
    #expect(try archive.count("penguin") == 1)
  }

  @Test func aWindowSeesNothingAfterItsEnd() throws {
    let archive = try Archive(path: ":memory:")
    let thread = Self.thread([Self.post(1, "one", at: 1000), Self.post(2, "two", at: 2000)])
    try archive.remember(threads: [thread], health: Self.health)
    #expect(try archive.threads(activeIn: Self.window(0, 2000)).first?.posts.map(\.number) == [1])
    #expect(try archive.threads(activeIn: Self.window(2001, 3000)) == [])
  }

  @Test func dropsAFirstPostThatIsAnother() throws {
    let archive = try Archive(path: ":memory:")
    let thread = Self.thread([Self.post(1, "same"), Self.post(4, "same")])
    try archive.remember(threads: [thread], health: Self.health)
    #expect(try archive.threads(activeIn: Self.window(0, 3000)).first?.posts.map(\.number) == [4])
  }

  @Test func keepsCuesAndFindsThem() throws {
    let archive = try Archive(path: ":memory:")
    let episode = Episode(
      id: "e", title: "E", url: nil, audio: nil, date: Timestamp(seconds: 10), seconds: 60,
      transcript: "t.vtt", notes: "", source: "s", show: "S",
      cues: [
        Cue(start: 0, end: 1, speaker: "Ann", text: "Threads run"),
        Cue(start: 1, end: nil, speaker: nil, text: "in parallel."),
      ])
    try archive.remember(episodes: [episode], health: Self.health)
    try archive.updateSearchIndex()
    #expect(try archive.episodes(in: Self.window(0, 100)) == [episode])
    #expect(try archive.count("parallel") == 1)
    #expect(try archive.text(ofOrigin: "e#cue-0") == "Threads run in parallel.")
    #expect(try archive.text(ofOrigin: "e#cue-1") == "in parallel.")
    #expect(try archive.text(ofOrigin: "nothing") == nil)
    #expect(try archive.remember(episodes: [episode], health: Self.health) == 0)
  }

  @Test func remembersPublishedIssues() throws {
    let archive = try Archive(path: ":memory:")
    var issue = Issue(title: "I", baseURL: "", language: "en", window: Self.window(0, 100))
    issue.quoteOfTheWeek = Quote(text: "q", author: nil, url: nil, published: nil, origin: "o")
    for _ in 0..<2 {
      try archive.recordPublication(of: issue, summary: ["a", "b"], threads: ["t"])
    }
    #expect(try archive.publishedIssues().map(\.summary) == [["a", "b"]])
    #expect(
      try archive.printedQuotes() == [
        PrintedQuote(issue: "1970-01-01--1970-01-02", origin: "o", text: "q")
      ])
  }

  @Test func refusesANewerSchema() throws {
    let folder = try TemporaryFolder()
    _ = try Archive(path: folder.path("a.sqlite"))
    // The file header's bytes 60 to 63 are the user version, big endian (SQLite file format §1.3).
    var bytes = try Data(contentsOf: URL(filePath: folder.path("a.sqlite")))
    bytes[63] = 99
    try bytes.write(to: URL(filePath: folder.path("a.sqlite")))
    let error = #expect(throws: ArchiveError.self) { try Archive(path: folder.path("a.sqlite")) }
    #expect(
      error.map { "\($0)" }
        == "the database has schema 99, this program knows up to 8; use a newer hallway")
  }

  @Test func aFailedTransactionKeepsWhatWasThere() throws {
    let archive = try Archive(path: ":memory:")
    try archive.remember(threads: [Self.thread([Self.post(1, "one")])], health: Self.health)
    // The thread names a source that does not exist: the foreign key refuses the whole harvest.
    let orphan = DiscussionThread(
      id: "x", title: "", url: "", source: "nowhere", site: "", posts: [])
    #expect(throws: (any Error).self) {
      try archive.remember(threads: [orphan], health: SourceHealth(address: "s2"))
    }
    #expect(try archive.sourceHealth().keys.sorted() == ["s"])
    #expect(try archive.threads(activeIn: Self.window(0, 3000)).count == 1)
  }
}
