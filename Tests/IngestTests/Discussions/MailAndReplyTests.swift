import Testing

@testable import Ingest

/// Archives of mailing lists, the threading extension, and replies' subjects.
struct MailAndReplyTests {
  typealias S = DiscussionSamples

  static let list = "https://lists.example/archives/list/talk@lists.example"

  static func hyperKitty(_ title: String, _ letter: String, _ hour: Int) -> String {
    S.item(
      title, "\(list)/message/\(String(repeating: letter, count: 32))/",
      "<pubDate>Fri, 20 Nov 2026 0\(hour):00:00 +0000</pubDate>")
  }

  @Test func hyperKittysMessagesBelongToTheirSubject() throws {
    let feed = S.rss(
      "\(Self.list)/", title: "Talk",
      Self.hyperKitty("[Talk] Re: A plan", "C", 9) + Self.hyperKitty("Re: [Talk] a plan", "B", 8)
        + Self.hyperKitty("[Talk] A plan", "A", 7) + Self.hyperKitty("[Talk] Re: Older", "D", 6))
    let home = "lists.example/archives/list/talk@lists.example"
    let opening = "\(Self.list)/message/\(String(repeating: "A", count: 32))/"
    #expect(
      try Standing.all(in: feed) == [
        Standing("\(home)#a plan", url: opening, title: "A plan", answers: opening),
        Standing("\(home)#a plan", url: opening, title: "A plan", answers: opening),
        Standing("\(home)#a plan", url: opening, title: "A plan"),
        Standing("\(home)#older", title: "Older"),
      ])
  }

  @Test(arguments: [
    ("https://m.example/pipermail/talk/2026-November/000123.html", "m.example/pipermail/talk"),
    ("https://m.example/talk/2026/11/msg00012.html", "m.example/talk"),
    (
      "https://www.mail-archive.example/talk@m.example/msg00012.html",
      "mail-archive.example/talk@m.example"
    ),
  ])
  func readsOtherArchives(link: String, list: String) throws {
    let found = try Standing.all(in: S.rss("https://m.example/", S.item("Re: A plan", link)))
    #expect(found == [Standing("\(list)#a plan", title: "A plan")])
  }

  @Test func publicInboxNamesWhatIsAnswered() throws {
    func message(_ id: Int, _ title: String, answers: Int? = nil) -> String {
      let parent = answers.map {
        "<thr:in-reply-to ref=\"urn:uuid:\($0)\" href=\"https://lore.example/l/\($0)/\"/>"
      }
      return S.entry("urn:uuid:\(id)", title, "https://lore.example/l/\(id)/", parent ?? "")
    }
    let feed = S.atom(
      "https://lore.example/l/",
      message(3, "Re: [PATCH 1/2] Fix", answers: 2) + message(2, "[PATCH 1/2] Fix", answers: 1)
        + message(1, "[PATCH 0/2] Fixes") + message(9, "Re: Old plan", answers: 8)
        + message(10, "Re: Old plan", answers: 7) + message(11, "Alone"))
    let series = Standing(
      "urn:uuid:1", url: "https://lore.example/l/1/", title: "[PATCH 0/2] Fixes")
    func post(_ standing: Standing, _ answers: Int?) -> Standing {
      var standing = standing
      standing.answers = answers.map { "urn:uuid:\($0)" }
      return standing
    }
    #expect(
      try Standing.all(in: feed) == [
        post(series, 2), post(series, 1), series,
        // What both answer is not in the feed: one subject, one discussion.
        Standing("urn:uuid:8", title: "Old plan", answers: "urn:uuid:8"),
        Standing("urn:uuid:8", title: "Old plan", answers: "urn:uuid:7"),
        Standing("urn:uuid:11", url: "https://lore.example/l/11/", title: "Alone"),
      ])
    // Another feed, in which the first message is gone.
    #expect(
      try Standing.all(
        in: S.atom("https://lore.example/l/", message(2, "[PATCH 1/2] Fix", answers: 1))
      ).map(\.thread) == ["urn:uuid:1"])
  }

  @Test func theThreadingExtensionMakesThreadsAnywhere() throws {
    let feed = S.atom(
      "https://a.example/",
      S.entry("tag:a,1", "A question", "https://a.example/1")
        + S.entry(
          "tag:a,2", "Short", "https://a.example/2", "<thr:in-reply-to ref=\"tag:a,1\"/>")
        + S.entry(
          "tag:a,3", "Shorter", "https://a.example/3", "<thr:in-reply-to ref=\"tag:a,2\"/>")
        + S.entry(
          "tag:a,4", "Itself", "https://a.example/4", "<thr:in-reply-to ref=\"tag:a,4\"/>")
        + S.entry("tag:a,5", "Alone", "https://a.example/5"))
    func post(_ answers: String?) -> Standing {
      Standing("tag:a,1", url: "https://a.example/1", title: "A question", answers: answers)
    }
    #expect(
      try Standing.all(in: feed) == [
        post(nil), post("tag:a,1"), post("tag:a,2"), Standing(nil, answers: "tag:a,4"),
        Standing(nil),
      ])
  }

  @Test func aRingOfAnswersEnds() throws {
    let feed = S.atom(
      "https://a.example/",
      S.entry("tag:a,1", "One", "https://a.example/1", "<thr:in-reply-to ref=\"tag:a,2\"/>")
        + S.entry("tag:a,2", "Two", "https://a.example/2", "<thr:in-reply-to ref=\"tag:a,1\"/>"))
    let threads = try Standing.all(in: feed).map(\.thread)
    #expect(threads[0] == threads[1])
  }

  @Test func repliesSubjectsMakeThreads() throws {
    let feed = S.rss(
      "https://a.example/board",
      S.item("Re: A plan", "https://a.example/2") + S.item("A plan", "https://a.example/1")
        + S.item("RE: Re: A  plan", "https://a.example/3")
        + S.item("Another", "https://a.example/4"))
    func post(_ answers: String?) -> Standing {
      Standing(
        "a.example/board#a plan", url: "https://a.example/1", title: "A plan", answers: answers)
    }
    #expect(
      try Standing.all(in: feed) == [
        post("https://a.example/1"), post(nil), post("https://a.example/1"), Standing(nil),
      ])
  }

  @Test func aTitleThatBeginsSoIsNoReply() throws {
    try Standing.expectNone(
      in: S.rss(
        "https://blog.example/",
        S.item("Re: your letter", "https://blog.example/1")
          + S.item("Spring", "https://blog.example/2") + S.item("Autumn", "https://blog.example/3")
      ))
    let audio = "<enclosure url=\"https://p.example/1.mp3\" type=\"audio/mpeg\" length=\"1\"/>"
    try Standing.expectNone(
      in: S.rss(
        "https://p.example/",
        S.item("Re: Joyce", "https://p.example/1", audio)
          + S.item("Joyce", "https://p.example/2", audio)))
  }
}
