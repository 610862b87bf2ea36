import Testing

@testable import Ingest

/// Forums whose discussions are numbers in addresses.
struct BoardTests {
  typealias S = DiscussionSamples

  @Test func phpBBsListAndTopicAgree() throws {
    let board = "https://www.b.example/forum/viewtopic.php"
    let feed = S.atom(
      "https://www.b.example/forum/index.php",
      S.entry("\(board)?t=20", "Tools • A new saw", "\(board)?t=20")
        + S.entry(
          "\(board)?t=20&amp;p=91#p91", "Tools • Re: A new saw", "\(board)?t=20&amp;p=91#p91")
        + S.entry(
          "x", "Re: A new saw",
          "http://b.example/forum/viewtopic.php?f=3&amp;t=20&amp;p=92#p92"))
    let thread = "b.example/forum/viewtopic.php?t=20"
    #expect(
      try Standing.all(in: feed) == [
        Standing(thread, url: "\(board)?t=20", title: "A new saw"),
        Standing(thread, url: "\(board)?t=20", title: "A new saw"),
        Standing(
          thread, url: "http://b.example/forum/viewtopic.php?t=20", title: "A new saw"),
      ])
  }

  @Test(arguments: [
    ("https://b.example/showthread.php?tid=4&amp;pid=9#pid9", "b.example/showthread.php?tid=4"),
    ("https://b.example/showthread.php?t=4&amp;goto=newpost", "b.example/showthread.php?t=4"),
    ("https://b.example/viewtopic.php?id=4#p9", "b.example/viewtopic.php?id=4"),
    ("https://b.example/index.php?topic=4.msg9#msg9", "b.example/index.php?topic=4"),
    ("https://b.example/index.php/topic,4.msg9.html#msg9", "b.example/index.php?topic=4"),
    ("https://b.example/threads/a-new-saw.4/", "b.example/threads/4"),
    ("https://b.example/f/threads/a-new-saw.4/post-9", "b.example/f/threads/4"),
    ("https://b.example/index.php?threads/a-new-saw.4/post-9", "b.example/index.php?threads/4"),
    ("https://groups.google.com/d/msg/a-list/Xy_1/Zz-2", "groups.google.com/d/topic/a-list/Xy_1"),
  ])
  func readsAddresses(link: String, thread: String) throws {
    let found = try Standing.all(
      in: S.rss("https://b.example/", S.item("Re: A new saw", link, guid: "1")))
    #expect(found.map(\.thread) == [thread])
    #expect(found.map(\.title) == ["A new saw"])
  }

  @Test func flarumNumbersPosts() throws {
    let page = "https://f.example/d/21-a-new-saw"
    let feed = S.atom(
      "https://f.example",
      S.entry("https://f.example/d/21/5", "A new saw", "\(page)/5")
        + S.entry("https://f.example/d/21/1", "A new saw", "\(page)/1")
        + S.entry(page, "A new saw", page))
    #expect(
      try Standing.all(in: feed) == [
        Standing("f.example/d/21", url: page, title: "A new saw", number: 5),
        Standing("f.example/d/21", url: page, title: "A new saw", number: 1),
        Standing("f.example/d/21", url: page, title: "A new saw"),
      ])
  }

  @Test func nodeBBsListAndTopicAgree() throws {
    let topic = "https://n.example/topic/14/a-new-saw"
    let known = Standing("n.example/topic/14", url: topic, title: "A new saw")
    let list = S.rss(
      "https://n.example/category/3", generator: "RSS for Node", S.item("A new saw", topic))
    #expect(try Standing.all(in: list) == [known])
    let replies = S.rss(
      topic, title: "A new saw", generator: "RSS for Node",
      S.item(
        "Reply to A new saw on Fri, 20 Nov 2026 10:00:00 GMT", "https://n.example/post/88"))
    #expect(try Standing.all(in: replies) == [known])
  }

  @Test func invisionsIDIsTheTopics() throws {
    let feed = S.rss(
      "https://i.example/forums/",
      S.item("A new saw", "https://i.example/forums/topic/31-a-new-saw/", guid: "31"))
    #expect(
      try Standing.all(in: feed) == [
        Standing(
          "i.example/forums/topic/31", url: "https://i.example/forums/topic/31-a-new-saw/",
          title: "A new saw")
      ])
  }

  @Test func newsUnderSuchAddressesAreNoThreads() throws {
    try Standing.expectNone(
      in: S.rss(
        "https://news.example/",
        S.item("One", "https://news.example/topic/5/economy")
          + S.item("Two", "https://news.example/threads/12")
          + S.item("Three", "https://news.example/post/12")
          + S.item("Four", "https://news.example/index.php?p=4")
          + S.item("Five", "https://news.example/t/shirts/12")))
  }
}
