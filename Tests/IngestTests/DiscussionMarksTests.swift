import Testing

@testable import Ingest

/// What holds for every rule; each site's own conventions are tested in `Discussions`.
struct DiscussionMarksTests {
  typealias S = DiscussionSamples

  @Test(arguments: [
    S.item("Spring", "https://blog.example/spring"),
    S.item("Release 2", "https://github.com/o/r/releases/tag/2"),
    S.item("Seen on a forum", "https://blog.example/x", guid: "blog.example-topic"),
    S.item("A ticket", "https://t.example/issues/12#note"),
    S.item("A question", "https://q.example/questions/12/why"),
    S.item("Subreddits", "https://notreddit.com/r/a/comments/1/x/"),
    S.item("Front page", "https://www.reddit.com/r/a/"),
    S.item("A user", "https://stackoverflow.com/users/12/ann"),
    S.item("A tag", "https://stackoverflow.com/questions/tagged/swift"),
    S.item("A list", "https://top.example/list/ten/thread/counts/"),
    S.item("No page", "mailto:ann@a.example"),
    S.item("", "https://blog.example/untitled"),
  ])
  func findsNoFalseThread(item: String) throws {
    try Standing.expectNone(in: S.rss("https://blog.example/", title: "A blog", item))
  }

  @Test func bothSchemesAndWWWAreOneSite() throws {
    let pages = [
      "http://f.example/viewtopic.php?t=4", "https://www.f.example/viewtopic.php?t=4&amp;p=5#p5",
    ]
    let feed = S.rss(
      "https://f.example/",
      pages.map { S.item("A saw", $0) }.joined()
        + S.item("C", "http://www.f.example/a/#comment-1")
        + S.item("C", "https://f.example/a#comment-2"))
    #expect(
      try Standing.all(in: feed).map(\.thread) == [
        "f.example/viewtopic.php?t=4", "f.example/viewtopic.php?t=4", "f.example/a", "f.example/a",
      ])
  }

  /// A feed may be as long as it likes, and all of it one discussion.
  @Test(
    arguments: [
      { S.item("\($0 == 0 ? "" : "Re: ")A plan", "https://a.example/\($0)") },
      { S.item("Re: A plan", "https://a.example/pipermail/l/2026-May/\($0).html") },
      { S.item("Comment by A on B", "https://stackoverflow.com/questions/1/b#comment\($0)_7") },
      { S.item("Comment on A by B", "https://a.example/a/#comment-\($0)") },
      { number in
        """
        <item><title>A</title><guid>tag:a,\(number)</guid><thr:in-reply-to \
        xmlns:thr="http://purl.org/syndication/thread/1.0" ref="tag:a,\(number - 1)"/></item>
        """
      },
    ] as [@Sendable (Int) -> String])
  func longFeedsTakeLinearTime(item: @Sendable (Int) -> String) throws {
    let feed = S.rss("https://a.example/", (0..<4_000).map(item).joined())
    let threads = Set(try Standing.all(in: feed).map(\.thread))
    #expect(threads.count == 1)
  }
}
