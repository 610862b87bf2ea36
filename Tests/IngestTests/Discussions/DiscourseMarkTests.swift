import Testing

@testable import Ingest

/// Discourse forums of different ages.
struct DiscourseMarkTests {
  typealias S = DiscussionSamples

  static func quote(_ post: Int, topic: Int) -> String {
    """
    <description><![CDATA[<aside class="quote no-group" data-username="ann" data-post="\(post)" \
    data-topic="\(topic)"><blockquote><p>Words.</p></blockquote></aside><p>So.</p>]]></description>
    """
  }

  static let topic = "https://f.example/t/a-plan/7"

  static func known(_ number: Int, _ answers: String? = nil) -> Standing {
    Standing("f.example/t/7", url: topic, title: "A plan", number: number, answers: answers)
  }

  @Test func theFeedOfATopic() throws {
    func post(_ number: Int, _ rest: String) -> String {
      S.item("A plan", "\(Self.topic)/\(number)", guid: "f.example-post-7-\(number)", rest)
    }
    let feed = S.rss(
      Self.topic,
      post(5, Self.quote(2, topic: 7)) + post(4, Self.quote(1, topic: 7))
        + post(3, Self.quote(2, topic: 9)) + post(2, Self.quote(3, topic: 7)) + post(1, ""))
    // Words of another topic or of a later post answer nothing.
    #expect(
      try Standing.all(in: feed) == [
        Self.known(5, "\(Self.topic)/2"), Self.known(4, Self.topic), Self.known(3), Self.known(2),
        Self.known(1),
      ])
  }

  @Test func listsOfTopicsOldAndNew() throws {
    let newer = S.rss(
      "https://f.example/latest", S.item("A plan", Self.topic, guid: "f.example-topic-7"))
    #expect(try Standing.all(in: newer) == [Self.known(1)])
    let older = S.rss(
      "http://www.f.example/category/x", S.item("A plan", "http://www.f.example/t/a-plan/7"))
    #expect(
      try Standing.all(in: older) == [
        Standing(
          "f.example/t/7", url: "http://www.f.example/t/a-plan/7", title: "A plan", number: 1)
      ])
  }

  @Test func latestPosts() throws {
    let feed = S.rss(
      "https://f.example/posts",
      S.item("A plan", "\(Self.topic)/6", guid: "f.example-post-9001", Self.quote(5, topic: 7)))
    #expect(try Standing.all(in: feed) == [Self.known(6, "\(Self.topic)/5")])
  }

  @Test func aPlanetMayCarryAForum() throws {
    let feed = S.rss(
      "https://planet.example/",
      S.item("A plan", "\(Self.topic)/6", guid: "f.example-post-9001")
        + S.item("Another", "https://blog.example/words", guid: "blog.example-post-7"))
    #expect(try Standing.all(in: feed) == [Self.known(6), Standing(nil)])
  }
}
