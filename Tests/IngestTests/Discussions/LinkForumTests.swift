import Testing

@testable import Ingest

/// Reddit, Hacker News, Lobsters and Lemmy.
struct LinkForumTests {
  typealias S = DiscussionSamples

  @Test func redditsListAndTheFeedOfASubmissionAgree() throws {
    let page = "https://www.reddit.com/r/gardens/comments/1abc2d/when_to_cut_a_hedge/"
    let list = S.atom(
      "https://www.reddit.com/r/gardens/",
      S.entry("t3_1abc2d", "When to cut a hedge?", page)
        + S.entry(
          "t3_1abc3e", "Tools", "http://old.reddit.com/r/gardens/comments/1abc3e/tools/"))
    #expect(
      try Standing.all(in: list) == [
        Standing("reddit.com/comments/1abc2d", url: page, title: "When to cut a hedge?"),
        Standing(
          "reddit.com/comments/1abc3e",
          url: "https://www.reddit.com/r/gardens/comments/1abc3e/tools/", title: "Tools"),
      ])
    let comments = S.atom(
      page,
      S.entry("t3_1abc2d", "When to cut a hedge?", page)
        + S.entry("t1_kq1", "/u/ann on When to cut a hedge?", "\(page)kq1/")
        + S.entry(
          "t1_kq2", "/u/bob on When to cut a hedge?",
          "https://www.reddit.com/r/gardens/comments/1abc2d/comment/kq2/"))
    // Which comment another answers, the feed does not say.
    #expect(
      try Standing.all(in: comments) == [
        Standing("reddit.com/comments/1abc2d", url: page, title: "When to cut a hedge?"),
        Standing("reddit.com/comments/1abc2d", url: page, title: "When to cut a hedge?"),
        Standing(
          "reddit.com/comments/1abc2d",
          url: "https://www.reddit.com/r/gardens/comments/1abc2d/", title: "When to cut a hedge?"),
      ])
  }

  static let item = "https://news.ycombinator.com/item?id="

  @Test func hackerNewsByItself() throws {
    let feed = S.rss(
      "https://news.ycombinator.com/", title: "Hacker News",
      """
      <item><title>A small database</title><link>https://db.example/intro</link>\
      <comments>\(Self.item)100</comments></item>
      """)
    #expect(
      try Standing.all(in: feed) == [
        Standing(
          "news.ycombinator.com/item?id=100", url: "\(Self.item)100", title: "A small database")
      ])
  }

  @Test func hackerNewsByOthers() throws {
    let story = Standing(
      "news.ycombinator.com/item?id=100", url: "\(Self.item)100", title: "A small database")
    let newest = S.rss(
      "https://news.ycombinator.com/newest", generator: "hnrss v2.1",
      S.item(
        "A small database", "https://db.example/intro", guid: "\(Self.item)100",
        "<comments>\(Self.item)100</comments>"))
    #expect(try Standing.all(in: newest) == [story])
    let atom = S.atom(
      "https://hnrss.org/newest.atom",
      S.entry("\(Self.item)100", "A small database", "https://db.example/intro"))
    #expect(try Standing.all(in: atom) == [story])
    func comment(_ number: Int, _ by: String) -> String {
      S.item(
        "New comment by \(by) in \"A small database\"", "\(Self.item)\(number)",
        "<comments>\(Self.item)\(number)</comments>")
    }
    let comments = S.rss(
      "\(Self.item)100", title: "Hacker News: New comments on \"A small database\"",
      comment(103, "ann") + comment(104, "bob"))
    #expect(try Standing.all(in: comments) == [story, story])
    // Without the story only its title is known, and with it what has that title.
    let all = S.rss("https://news.ycombinator.com/newcomments", comment(103, "ann"))
    #expect(
      try Standing.all(in: all) == [
        Standing("news.ycombinator.com#A small database", title: "A small database")
      ])
    let user = S.rss(
      "https://news.ycombinator.com/user?id=ann",
      comment(103, "ann")
        + S.item("A small database", "https://db.example/intro", guid: "\(Self.item)100"))
    #expect(try Standing.all(in: user) == [story, story])
    let replies = S.rss(
      "\(Self.item)103", title: "Hacker News: Replies to item #103", comment(105, "cy"))
    #expect(try Standing.all(in: replies).map(\.answers) == ["\(Self.item)103"])
  }

  @Test func lobstersStoriesAndComments() throws {
    let stories = S.rss(
      "https://lobste.rs/",
      S.item(
        "Writing a parser", "https://p.example/parser", guid: "https://lobste.rs/s/ab12cd",
        "<comments>https://lobste.rs/s/ab12cd/writing_parser</comments>"))
    let story = Standing(
      "lobste.rs/s/ab12cd", url: "https://lobste.rs/s/ab12cd", title: "Writing a parser")
    #expect(try Standing.all(in: stories) == [story])
    let link = "https://lobste.rs/s/ab12cd/writing_parser#c_xy34zz"
    let comments = S.rss(
      "https://lobste.rs/comments",
      S.item(
        "on Writing a parser", link, guid: "https://lobste.rs/c/xy34zz",
        "<comments>\(link)</comments>"))
    #expect(try Standing.all(in: comments) == [story])
    let newer = S.rss(
      "https://lobste.rs/",
      S.item(
        "Writing a parser", "https://lobste.rs/c/xy34zz", guid: "https://lobste.rs/c/xy34zz",
        "<comments>https://lobste.rs/c/xy34zz</comments>"))
    #expect(
      try Standing.all(in: newer) == [
        Standing("lobste.rs#Writing a parser", title: "Writing a parser")
      ])
  }

  @Test func lemmysPostsLinkElsewhere() throws {
    let feed = S.rss(
      "https://l.example/c/birds",
      S.item(
        "A heron", "https://news.example/heron", guid: "https://l.example/post/77",
        "<comments>https://l.example/post/77</comments>"))
    #expect(
      try Standing.all(in: feed) == [
        Standing("l.example/post/77", url: "https://l.example/post/77", title: "A heron")
      ])
  }

  @Test func whatIsDiscussedElsewhereIsNoThread() throws {
    try Standing.expectNone(
      in: S.rss(
        "https://blog.example/",
        S.item(
          "My database", "https://blog.example/db", "<comments>\(Self.item)100</comments>")
          + S.item(
            "Short", "https://blog.example/s/report",
            "<comments>https://blog.example/s/report#comments</comments>")
          + S.item("Seen", "\(Self.item)100", guid: "https://blog.example/seen")))
  }
}
