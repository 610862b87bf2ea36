import Ingest
import Model
import Store
import Support
import Testing

@testable import Pipeline

struct RetentionTests {
  static let feed = """
    <rss version="2.0"><channel><title>B</title><link>https://b.example/</link>
    <item><title>Old</title><link>https://b.example/1</link>
    <pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate><description>Old caches.</description></item>
    <item><title>New</title><link>https://b.example/2</link>
    <pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate><description>A new cache.</description></item>
    <item><title>Undated</title><link>https://b.example/3</link>
    <description>Whenever, a cache.</description></item>
    </channel></rss>
    """

  @Test func aFeedDoesNotBringBackWhatIsTooOld() throws {
    var harvest = try SourceReader.read(
      Array(Self.feed.utf8), source: Source(address: "s", kind: .blog), address: "s")
    harvest.leaveOut(before: Timestamp(seconds: 1_777_000_000))
    #expect(harvest.articles.map(\.title) == ["New", "Undated"])
  }

  @Test func aThreadKnowsThatOldPostsWereLeftOut() throws {
    var harvest = try SourceReader.read(
      Array(Self.feed.utf8), source: Source(address: "s", kind: .blog), address: "s")
    func thread(_ id: String, _ dates: [Int64?]) -> DiscussionThread {
      DiscussionThread(
        id: id, title: "", url: "", source: "s", site: "",
        posts: dates.map {
          Post(
            id: "p", number: nil, author: "", authorKey: "", date: $0.map(Timestamp.init), url: "",
            words: "")
        })
    }
    harvest.threads = [thread("old", [1, 2]), thread("both", [1, 100]), thread("none", [nil])]
    harvest.leaveOut(before: Timestamp(seconds: 100))
    #expect(harvest.threads.map(\.id) == ["old", "both", "none"])
    #expect(harvest.threads.map(\.posts.count) == [0, 1, 1])
    #expect(harvest.threads.map(\.removedUpTo) == [1, 1, 0])
  }

  @Test func termsCountAsIfItHadNeverBeenThere() throws {
    func article(_ id: String, _ seconds: Int64, _ words: String) -> Article {
      Article(
        id: id, title: "", url: "", author: nil, date: Timestamp(seconds: seconds), words: words,
        source: "s", site: "b")
    }
    let new = article("new", 200, "A locked cache.")
    let archive = try Archive(path: ":memory:")
    let health = SourceHealth(address: "s")
    try archive.remember(articles: [article("old", 1, "Old locks."), new], health: health)
    try TermCounting.update(archive, language: "en")
    _ = try archive.remove(before: Timestamp(seconds: 100))
    try TermCounting.update(archive, language: "en")
    let other = try Archive(path: ":memory:")
    try other.remember(articles: [new], health: health)
    try TermCounting.update(other, language: "en")
    let terms = ["old", "lock", "cach"]
    #expect(try archive.frequencies(of: terms) == (try other.frequencies(of: terms)))
  }
}
