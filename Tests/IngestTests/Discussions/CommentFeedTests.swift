import Testing

@testable import Ingest

/// Comment feeds of blogs.
struct CommentFeedTests {
  typealias S = DiscussionSamples

  static let article = "https://blog.example/2026/11/bees/"

  @Test func wordPressOfAWholeSite() throws {
    let feed = S.rss(
      "https://blog.example/", title: "Comments for A blog",
      generator: "https://wordpress.org/?v=6.8",
      S.item(
        "Comment on Bees by the sea by Ann", "\(Self.article)comment-page-2/#comment-12",
        guid: "https://blog.example/?p=5#comment-12",
        """
        <dc:creator>Ann</dc:creator><content:encoded><![CDATA[<p>In reply to <a \
        href="https://www.blog.example/2026/11/bees/#comment-3">Bob</a>.</p> <p>Yes.</p>]]>\
        </content:encoded>
        """)
        + S.item(
          "Comment on Bees by the sea by Bob", "http://www.blog.example/2026/11/bees/#comment-3",
          guid: "https://blog.example/?p=5#comment-3", "<dc:creator>Bob</dc:creator>"))
    #expect(
      try Standing.all(in: feed) == [
        Standing(
          "blog.example/2026/11/bees", url: Self.article, title: "Bees by the sea",
          answers: "https://www.blog.example/2026/11/bees/#comment-3"),
        Standing(
          "blog.example/2026/11/bees", url: "http://www.blog.example/2026/11/bees/",
          title: "Bees by the sea", answers: "http://www.blog.example/2026/11/bees/"),
      ])
  }

  @Test func wordPressOfOneArticleInAnotherLanguage() throws {
    let feed = S.rss(
      Self.article, title: "Kommentare zu: Bienen",
      S.item(
        "Von: Ann", "\(Self.article)#comment-12", guid: "https://blog.example/?p=5#comment-12",
        """
        <content:encoded><![CDATA[<p>Als Antwort auf <a href="\(Self.article)#comment-3">Bob</a>.\
        </p>]]></content:encoded>
        """))
    #expect(
      try Standing.all(in: feed) == [
        Standing(
          "blog.example/2026/11/bees", url: Self.article, title: "Bienen",
          answers: "\(Self.article)#comment-3")
      ])
  }

  @Test func wordPressInAtomNamesWhatIsAnswered() throws {
    let feed = S.atom(
      "https://blog.example/",
      S.entry(
        "https://blog.example/?p=5#comment-3", "Comment on Bees by Bob",
        "\(Self.article)#comment-3",
        """
        <thr:in-reply-to ref="https://blog.example/?p=5" href="\(Self.article)" \
        type="text/html"/>
        """)
        + S.entry(
          "https://blog.example/?p=5#comment-4", "Comment on Bees by Ann",
          "\(Self.article)#comment-4",
          "<thr:in-reply-to ref=\"https://blog.example/?p=5#comment-3\"/>"))
    #expect(
      try Standing.all(in: feed) == [
        Standing(
          "blog.example/2026/11/bees", url: Self.article, title: "Bees",
          answers: "https://blog.example/?p=5"),
        Standing(
          "blog.example/2026/11/bees", url: Self.article, title: "Bees",
          answers: "https://blog.example/?p=5#comment-3"),
      ])
  }

  @Test func bloggersCommentsShareTheirArticle() throws {
    let page = "http://b.example/2026/11/moss.html"
    func comment(_ id: String) -> String {
      S.entry(
        "tag:blogger.com,1999:blog-1.post-\(id)", "Nice moss...",
        "\(page)?showComment=1\(id)#c\(id)",
        "<thr:in-reply-to ref=\"tag:blogger.com,1999:blog-1.post-2\" href=\"\(page)\"/>")
    }
    let known = Standing(
      "b.example/2026/11/moss.html", url: page, answers: "tag:blogger.com,1999:blog-1.post-2")
    #expect(
      try Standing.all(
        in: S.atom("http://b.example/", comment("6543210987654321098") + comment("6543")))
        == [known, known])
  }

  @Test func otherProgramsDoNotSayWhatIsAnswered() throws {
    let feed = S.rss(
      "https://site.example/",
      S.item("Re: A day by the lake", "https://site.example/lake#comment-9001"))
    #expect(
      try Standing.all(in: feed) == [
        Standing(
          "site.example/lake", url: "https://site.example/lake", title: "A day by the lake")
      ])
  }

  @Test func anArticleWithItsCommentsOpensTheThread() throws {
    let feed = S.atom(
      "https://blog.example/",
      S.entry("tag:blog.example,2026:5", "Bees", Self.article)
        + S.entry("tag:blog.example,2026:5/3", "By: Bob", "\(Self.article)#comment-3")
        + S.entry("tag:blog.example,2026:6", "Wasps", "https://blog.example/2026/11/wasps/"))
    #expect(
      try Standing.all(in: feed) == [
        Standing("blog.example/2026/11/bees", url: Self.article, title: "Bees"),
        Standing(
          "blog.example/2026/11/bees", url: Self.article, answers: "tag:blog.example,2026:5"),
        Standing(nil),
      ])
  }

  @Test func articlesAreNoComments() throws {
    try Standing.expectNone(
      in: S.rss(
        "https://blog.example/",
        S.item(
          "Bees", Self.article,
          "<comments>\(Self.article)#comments</comments>"
            + "<slash:comments>4</slash:comments>")
          + S.item("Two", "https://blog.example/book#c2")
          + S.item("Three", "https://blog.example/three#comments")
          + S.item("Four", "https://blog.example/comment/12#comment-12")
          + S.item("Five", "https://blog.example/five#respond")))
  }
}
