import Model
import Testing

@testable import Ingest

/// Entries of whole feeds as threads.
struct ThreadBuilderTests {
  typealias S = DiscussionSamples

  /// A thread as tests write it: each post's id and the id of what it answers.
  struct Outline: Equatable {
    var id: String
    var title: String
    var url: String
    var posts: [String]
  }

  static func threads(_ feed: String, kind: Source.Kind? = .forum) throws -> [Outline] {
    let address = "https://feed.example/feed"
    let source = Source(address: address, kind: kind)
    return try SourceReader.read(Array(feed.utf8), source: source, address: address).threads.map {
      Outline(
        id: $0.id, title: $0.title, url: $0.url,
        posts: $0.posts.map { "\($0.id) > \($0.inReplyTo ?? "-")" })
    }
  }

  @Test func aQuestionAndItsAnswers() throws {
    let page = "https://stackoverflow.com/questions/500/how-to"
    let feed = S.atom(
      page,
      S.entry(
        "https://stackoverflow.com/questions/500/-/501#501", "Answer by Ann for How to?",
        "\(page)/501#501")
        + S.entry("https://stackoverflow.com/q/500", "How to?", page)
        + S.entry("x", "Comment by Cy on How to?", "\(page)#comment10_501"))
    let thread = "stackoverflow.com/questions/500"
    #expect(
      try Self.threads(feed) == [
        Outline(
          id: thread, title: "How to?", url: "https://stackoverflow.com/questions/500",
          posts: [
            "\(thread)#501 > \(thread)", "\(thread) > -",
            "\(thread)#comment10_501 > \(thread)#501",
          ])
      ])
  }

  @Test func commentsKeepTheirNamesWhoeverElseIsInTheFeed() throws {
    let page = "https://blog.example/bees/"
    func comment(_ number: Int, in place: String = "", answers: Int? = nil) -> String {
      let head = answers.map {
        """
        <description><![CDATA[In reply to <a href="\(page)comment-page-1/#comment-\($0)">B</a>.]]>\
        </description>
        """
      }
      return S.item("Comment on Bees by Ann", "\(page)\(place)#comment-\(number)", head ?? "")
    }
    let thread = "blog.example/bees"
    #expect(
      try Self.threads(
        S.rss(page, comment(4, in: "comment-page-1/", answers: 3) + comment(3))
      ) == [
        Outline(
          id: thread, title: "Bees", url: page,
          posts: [
            "\(thread)#comment-4 > \(thread)#comment-3", "\(thread)#comment-3 > \(thread)",
          ])
      ])
    #expect(
      try Self.threads(S.rss(page, comment(4, answers: 3))).first?.posts == [
        "\(thread)#comment-4 > \(thread)#comment-3"
      ])
  }

  @Test func aStoryIsItsDiscussionWhateverItLinksTo() throws {
    let item = "https://news.ycombinator.com/item?id="
    let feed = S.rss(
      "https://news.ycombinator.com/user?id=ann",
      S.item("New comment by ann in \"Base\"", "\(item)103")
        + S.item("Base", "https://db.example/intro", guid: "\(item)100"))
    let thread = "news.ycombinator.com/item?id=100"
    #expect(
      try Self.threads(feed, kind: nil) == [
        Outline(
          id: thread, title: "Base", url: "\(item)100",
          posts: ["news.ycombinator.com/item?id=103 > -", "\(thread) > -"])
      ])
  }

  @Test func anIssueAndItsComments() throws {
    let page = "https://github.com/o/r/issues/7"
    let feed = S.atom(
      page,
      S.entry("e2", "ann commented on issue o/r#7", "\(page)#issuecomment-2")
        + S.entry("e1", "It breaks", page))
    let thread = "github.com/o/r/issues/7"
    #expect(
      try Self.threads(feed) == [
        Outline(
          id: thread, title: "It breaks", url: page,
          posts: ["\(thread)#issuecomment-2 > \(thread)", "\(thread) > -"])
      ])
    // Without the issue its comments answer the same name.
    let alone = S.atom(page, S.entry("e2", "ann commented on o/r#7", "\(page)#issuecomment-2"))
    #expect(
      try Self.threads(alone).first?.posts == ["\(thread)#issuecomment-2 > \(thread)"])
  }

  @Test func messagesOfAList() throws {
    let feed = S.atom(
      "https://lore.example/l/",
      S.entry(
        "urn:uuid:2", "Re: A plan", "https://lore.example/l/b/",
        "<thr:in-reply-to ref=\"urn:uuid:1\" href=\"https://lore.example/l/a/\"/>")
        + S.entry("urn:uuid:1", "A plan", "https://lore.example/l/a/"))
    #expect(
      try Self.threads(feed, kind: nil) == [
        Outline(
          id: "urn:uuid:1", title: "A plan", url: "https://lore.example/l/a/",
          posts: ["lore.example/l/b > lore.example/l/a", "lore.example/l/a > -"])
      ])
  }

  @Test func postsOfABoard() throws {
    let page = "https://b.example/viewtopic.php?t=20"
    let feed = S.atom(
      page,
      S.entry("a", "Tools • Re: A saw", "\(page)&amp;p=91#p91")
        + S.entry("b", "Tools • A saw", "\(page)&amp;p=90#p90"))
    let thread = "b.example/viewtopic.php?t=20"
    #expect(
      try Self.threads(feed, kind: nil) == [
        Outline(
          id: thread, title: "A saw", url: page,
          posts: ["\(thread)#p91 > -", "\(thread)#p90 > -"])
      ])
  }

  @Test func aRedditDiscussion() throws {
    let page = "https://www.reddit.com/r/g/comments/1abc2d/hedges/"
    let feed = S.atom(
      page,
      S.entry("t1_k", "/u/ann on Hedges", "\(page)k/") + S.entry("t3_1abc2d", "Hedges", page))
    let thread = "reddit.com/comments/1abc2d"
    #expect(
      try Self.threads(feed, kind: nil) == [
        Outline(
          id: thread, title: "Hedges", url: page,
          posts: ["www.reddit.com/r/g/comments/1abc2d/hedges/k > -", "\(thread) > -"])
      ])
  }
}
