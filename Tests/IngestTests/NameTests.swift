@testable import Ingest
import Model
import Testing

/// What sources and entries are called that do not say it well.
struct NameTests {
  static func harvest(_ feed: String) throws -> Harvest {
    try SourceReader.read(
      Array(feed.utf8), source: Source(address: "https://f.example/x.rss"),
      address: "https://f.example/x.rss")
  }

  @Test(arguments: [
    ("Tern forum - Latest topics", "Tern forum"), ("Tern - Talk - Latest posts", "Tern - Talk"),
    ("Tern forum", "Tern forum"), ("Tern - Talk", "Tern - Talk"),
  ])
  func aForumIsNotCalledAsItsListIs(title: String, name: String) throws {
    let feed = ForumTests.head.replacing("f.example - Latest", with: title)
    #expect(try Self.harvest(feed + ForumTests.topics + "</channel></rss>").title == name)
  }

  static func blog(_ body: String) throws -> String? {
    try harvest(
      """
      <rss version="2.0"><channel><title>Notes</title><item><link>https://b.example/1</link>
      <description>\(body)</description></item></channel></rss>
      """
    ).articles.first?.title
  }

  @Test func anEntryWithoutATitleIsCalledByItsFirstWords() throws {
    #expect(try Self.blog("&lt;p&gt;Out today.&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;") == "Out today.")
    #expect(
      try Self.blog("The build tool starts the longest jobs first from today, which was asked for.")
        == "The build tool starts the longest jobs first from today, which …")
    #expect(try Self.blog(String(repeating: "a", count: 99))?.count == 65)
    #expect(try Self.blog("") == "b.example/1")
  }
}
