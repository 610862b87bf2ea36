@testable import Ingest
import Model
import Support
import Testing

/// The three shapes of Discourse's feeds, as they come.
struct ForumTests {
  static let head = """
    <rss version="2.0" xmlns:discourse="http://www.discourse.org/" \
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>f.example - Latest</title>\
    <link>https://f.example</link>
    """

  static func harvest(_ item: String) throws -> Harvest {
    try SourceReader.read(
      Array((head + item + "</channel></rss>").utf8),
      source: Source(address: "https://f.example/x.rss"),
      address: "https://f.example/x.rss")
  }

  static let topics = """
    <item><title>T</title><dc:creator><![CDATA[@ann Ann Lee]]></dc:creator>
    <description><![CDATA[<p>Opening words.</p><p><small>3 posts - 2 participants</small></p>
    <p><a href="https://f.example/t/t/7">Read full topic</a></p>]]></description>
    <link>https://f.example/t/t/7</link><pubDate>Sat, 21 Nov 2026 09:30:00 +0000</pubDate>
    <guid isPermaLink="false">f.example-topic-7</guid>
    <source url="https://f.example/t/t/7.rss">T</source></item>
    """
  static let posts = """
    <item><title>T</title><dc:creator><![CDATA[@ann Ann Lee]]></dc:creator>
    <description><![CDATA[ <p>Opening words.</p> ]]></description><link>https://f.example/t/t/7/1</link>
    <pubDate>Sat, 21 Nov 2026 09:30:00 +0000</pubDate><guid isPermaLink="false">f.example-post-91</guid></item>
    """
  static let topic = """
    <item><title>T</title><dc:creator><![CDATA[@ann Ann Lee]]></dc:creator>
    <description><![CDATA[<p>Opening words.</p><p><a href="https://f.example/t/t/7/1">Read full topic</a></p>]]></description>
    <link>https://f.example/t/t/7/1</link><pubDate>Sat, 21 Nov 2026 09:30:00 +0000</pubDate>
    <guid isPermaLink="false">f.example-post-7-1</guid></item>
    """

  @Test(arguments: [topics, posts, topic])
  func aPostIsKnownByItsAddressInEveryShape(item: String) throws {
    let harvest = try Self.harvest(item)
    #expect(harvest.kind == .forum)
    let thread = try #require(harvest.threads.first)
    #expect(thread.id == "f.example/t/7")
    #expect(thread.url == "https://f.example/t/t/7")
    let post = try #require(thread.posts.first)
    #expect(post.id == "f.example/t/7/1")
    #expect(post.number == 1)
    #expect(post.author == "Ann Lee")
    #expect(post.authorKey == "ann")
    #expect(post.words == "Opening words.")
  }

  @Test func namesTheFeedsOfItsThreads() throws {
    #expect(
      try Self.harvest(Self.topics).threadFeeds
        == [
          ThreadFeed(address: "https://f.example/t/t/7.rss", activity: "3 posts - 2 participants")
        ])
  }

  @Test func keepsWhatIsQuotedApart() throws {
    let harvest = try Self.harvest(
      """
      <item><title>T</title><link>https://f.example/t/t/7/2</link><guid>f.example-post-92</guid><description><![CDATA[
      <aside class="quote" data-username="ann" data-post="1"><div class="title">ann:</div><blockquote><p>Opening words.</p>
      </blockquote></aside><p>I agree.</p>]]></description></item>
      """)
    let post = try #require(harvest.threads.first?.posts.first)
    #expect(post.words == "I agree.")
    #expect(post.quotations == [Quotation(author: "ann", number: 1, text: "Opening words.")])
  }

  @Test(arguments: [
    ("https://f.example/forum/t/a-slug/12/3", "f.example/forum/t/12", 3),
    ("http://f.example/t/12/3", "f.example/t/12", 3),
    ("https://f.example/t/2024/12/3", "f.example/t/12", 3),
    ("https://f.example/t/slug/12", "f.example/t/12", 1),
    ("https://F.example:443/t/slug/12?u=x", "f.example/t/12", 1),
  ])
  func readsAddresses(url: String, thread: String, number: Int) throws {
    let harvest = try Self.harvest(
      "<item><title>T</title><link>\(url)</link><guid>f.example-post-1</guid></item>")
    #expect(harvest.threads.first?.id == thread)
    #expect(harvest.threads.first?.posts.first?.number == number)
  }
}

struct CanonicalURLTests {
  @Test(arguments: [
    ("https://A.example/x/?utm_source=f&b=1#frag", "a.example/x?b=1"),
    ("http://a.example:80/", "a.example"),
    ("tag:a,2026:x", "tag:a,2026:x"),
  ])
  func identifies(url: String, identity: String) {
    #expect(CanonicalURL.identity(url) == identity)
  }

  @Test(arguments: [
    ("/x", "https://a.example/b/c", "https://a.example/x"),
    ("x", "https://a.example/b/c", "https://a.example/b/x"),
    ("//c.example/x", "http://a.example/", "http://c.example/x"),
    ("mailto:a@b", "https://a.example/", "mailto:a@b"),
  ])
  func resolves(address: String, base: String, whole: String) {
    #expect(CanonicalURL.resolve(address, against: base) == whole)
  }
}
