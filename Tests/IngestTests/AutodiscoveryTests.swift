@testable import Ingest
import Model
import Testing

struct AutodiscoveryTests {
  static func addresses(
    _ html: String, at page: String = "https://s.example/blog/", _ headers: [String] = []
  )
    -> [String]
  {
    Autodiscovery.find(in: Array(html.utf8), at: page, headers: headers).map(\.address)
  }

  @Test func findsWhatAPageAnnounces() {
    let found = Autodiscovery.find(
      in: Array(
        """
        <head><link rel="stylesheet" href="x.css"><link rel="alternate" hreflang="de" href="/de/">
        <LINK REL='alternate nofollow' TYPE='application/atom+xml; charset=utf-8' TITLE=' All  posts ' HREF='../atom.xml'>
        <link rel=alternate type=application/rss+xml href=//cdn.example/rss>
        <link rel="alternate" type="application/json+oembed" href="/oembed?x">
        <link rel="alternate" type="application/json" href="https://s.example/wp-json/wp/v2/pages/2">
        <link rel="alternate" type="application/feed+json" href="feed.json"></head>
        """.utf8), at: "https://s.example/blog/")
    #expect(
      found == [
        .init(
          address: "https://s.example/atom.xml", title: "All posts", how: "announced by the page"),
        .init(address: "https://cdn.example/rss", title: nil, how: "announced by the page"),
        .init(
          address: "https://s.example/blog/feed.json", title: nil, how: "announced by the page"),
      ])
  }

  @Test func putsFeedsOfCommentsLast() {
    #expect(
      Self.addresses(
        """
        <link rel="alternate" type="application/rss+xml" title="S » Comments Feed" href="/comments/feed/">
        <link rel="alternate" type="application/rss+xml" title="S » Feed" href="/feed/">
        """) == ["https://s.example/feed/", "https://s.example/comments/feed/"])
  }

  @Test func knowsADiscourseForum() {
    let found = Self.addresses(
      """
      <meta name="generator" content="Discourse 3.2.0 - https://github.com/discourse/discourse version 1">
      <link rel="alternate" type="application/rss+xml" title="Posts" href="https://f.example/posts.rss">
      """, at: "https://f.example/c/ideas/6")
    #expect(found == ["https://f.example/latest.rss", "https://f.example/posts.rss"])
  }

  @Test func readsLinkHeaders() {
    #expect(
      Self.addresses(
        "<p>x</p>",
        ["</rss.xml>; rel=\"alternate\"; type=\"application/rss+xml\", </x.css>; rel=preload"])
        == ["https://s.example/rss.xml"])
  }

  @Test func looksForLinksAndDataOnlyWhereNothingIsAnnounced() {
    #expect(
      Self.addresses("<a href='/about'>a</a><a class=x href='/index.xml'>RSS</a>")
        == ["https://s.example/index.xml"])
    #expect(
      Self.addresses(
        "<script>{\"channelId\":\"UCabc-_1\"}</script>", at: "https://www.youtube.com/@someone")
        == ["https://www.youtube.com/feeds/videos.xml?channel_id=UCabc-_1"])
    #expect(
      Self.addresses(
        "<script>{\"feedUrl\":\"https:\\/\\/p.example\\/rss\"}</script>",
        at: "https://podcasts.apple.com/us/podcast/x/id1") == ["https://p.example/rss"])
  }

  @Test func knowsSomeFeedsByThePagesAddress() {
    #expect(
      Autodiscovery.byAddress("https://old.reddit.com/r/swift/")?.address
        == "https://www.reddit.com/r/swift/.rss")
    #expect(
      Autodiscovery.byAddress("https://github.com/o/r/discussions")?.address
        == "https://github.com/o/r/discussions.atom")
    #expect(Autodiscovery.byAddress("https://github.com/o/r") == nil)
    #expect(Autodiscovery.byAddress("nonsense") == nil)
  }
}

struct ChaptersFileTests {
  @Test func readsWhatIsForTheTableOfContents() throws {
    let marks = try #require(
      ChaptersFile.parse(
        Array(
          """
          {"version": "1.2.0", "chapters": [{"startTime": 90.5, "title": " Why  it matters ", "url": "https://x.example"},
          {"startTime": 0, "title": "Intro"}, {"startTime": 30, "title": "an image", "toc": false},
          {"startTime": 90.5, "title": "again"}, {"title": "no time"}, {"startTime": "120", "title": "Outro"}, 7]}
          """.utf8)))
    #expect(marks.map(\.start) == [0, 90.5, 120])
    #expect(marks.map(\.title) == ["Intro", "Why it matters", "Outro"])
    #expect(marks[1].url == "https://x.example")
  }

  @Test(arguments: ["", "{}", "[]", "{\"chapters\": 1}", "<rss/>"])
  func refusesWhatIsNone(text: String) {
    #expect(ChaptersFile.parse(Array(text.utf8)) == nil)
  }
}
