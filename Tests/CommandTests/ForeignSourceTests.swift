import Foundation
import Support
import Synchronization
import Testing

/// What one source can do to another, through the built program and servers on loopback.
struct ForeignSourceTests {
  static func feed(_ items: String) -> String {
    """
    <rss version="2.0" xmlns:discourse="http://www.discourse.org/"
      xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>F</title>\(items)
    </channel></rss>
    """
  }

  static func post(_ host: String, _ number: Int) -> String {
    "<item><discourse:x>1</discourse:x><title>T</title><link>http://\(host)/t/t/\(number)/1</link><guid isPermaLink=\"false\">\(host)-post-\(number)-1</guid><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate><description>Some words.</description></item>"
  }

  static func episode(_ name: String, transcript: String) -> String {
    "<item><title>\(name)</title><link>https://s.example/\(name)</link><enclosure url=\"https://s.example/\(name).mp3\" type=\"audio/mpeg\"/><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate><podcast:transcript url=\"\(transcript)\" type=\"text/vtt\"/></item>"
  }

  static func records(_ type: String, in folder: TemporaryFolder) throws -> [[String: Any]] {
    try SourceCommandTests.run("export", "--format", "ndjson", in: folder).output
      .split(separator: "\n").compactMap {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      }.filter { $0["type"] as? String == type }
  }

  /// The other forum was read before, or is configured beside it.
  @Test(arguments: [true, false])
  func aRedirectToAnotherForumDoesNotGiveItItsName(isConfigured: Bool) throws {
    let forum = try LoopbackServer { request in
      LoopbackServer.response(
        "200 OK", body: Self.feed(Self.post(request.headers["host"] ?? "", 9)))
    }
    defer { forum.stop() }
    let hasMoved = Mutex(false)
    let target = forum.address("/posts.rss")
    let other = try LoopbackServer { request in
      hasMoved.withLock { $0 }
        ? LoopbackServer.response("301 Moved Permanently", headers: ["Location: \(target)"])
        : LoopbackServer.response(
          "200 OK", body: Self.feed(Self.post(request.headers["host"] ?? "", 7)))
    }
    defer { other.stop() }
    func feeds(_ servers: LoopbackServer...) -> String {
      "[fetch]\nallow_private_addresses = true\npace = \"0s\"\n"
        + servers.map { "[[feed]]\nurl = \"\($0.address("/posts.rss"))\"\n" }.joined()
    }
    let folder = try TemporaryFolder()
    try folder.write("hallway.toml", isConfigured ? feeds(other) : feeds(other, forum))
    _ = try SourceCommandTests.run("fetch", in: folder)
    hasMoved.withLock { $0 = true }
    try folder.write("hallway.toml", isConfigured ? feeds(other, forum) : feeds(other))
    _ = try SourceCommandTests.run("fetch", in: folder)
    let threads = try Self.records("thread", in: folder).compactMap { $0["id"] as? String }
    #expect(
      Set(threads) == ["127.0.0.1:\(other.port)/t/7", "127.0.0.1:\(forum.port)/t/9"])
  }

  @Test func aTranscriptThatIsASourceIsNotReadAsOne() throws {
    let server = try LoopbackServer { request in
      let host = request.headers["host"] ?? ""
      return LoopbackServer.response(
        "200 OK",
        body: Self.feed(
          request.path == "/show"
            ? Self.episode("e", transcript: "http://\(host)/forum") : Self.post(host, 7)))
    }
    defer { server.stop() }
    let folder = try SourceCommandTests.folder(
      "[[feed]]\nurl = \"\(server.address("/forum"))\"\n[[feed]]\nurl = \"\(server.address("/show"))\"\n"
    )
    let fetched = try SourceCommandTests.run("fetch", in: folder)
    #expect(fetched.status == 0)
    #expect(
      fetched.words.contains(
        "\(server.address("/show")): names the transcript '\(server.address("/forum"))', which is a source of its own and is not read as one"
      ))
    let record = try Self.records("source", in: folder).first {
      $0["address"] as? String == server.address("/forum")
    }
    #expect(record?["kind"] as? String == "forum")
    #expect(record?["failures"] as? Int == 0)
    #expect(server.requests.count == 2)
  }

  @Test func aSecondEpisodeGetsTheTranscriptThatItShares() throws {
    let hasSecond = Mutex(false)
    let server = try LoopbackServer { request in
      let transcript = "http://\(request.headers["host"] ?? "")/t.vtt"
      if request.path == "/show" {
        return LoopbackServer.response(
          "200 OK",
          body: Self.feed(
            Self.episode("one", transcript: transcript)
              + (hasSecond.withLock { $0 } ? Self.episode("two", transcript: transcript) : "")))
      }
      return request.headers["if-none-match"] == "\"v1\""
        ? LoopbackServer.response("304 Not Modified")
        : LoopbackServer.response(
          "200 OK", headers: ["ETag: \"v1\""],
          body: "WEBVTT\n\n00:01.000 --> 00:09.000\nSomething is said.\n")
    }
    defer { server.stop() }
    let folder = try SourceCommandTests.folder("[[feed]]\nurl = \"\(server.address("/show"))\"\n")
    _ = try SourceCommandTests.run("fetch", in: folder)
    hasSecond.withLock { $0 = true }
    _ = try SourceCommandTests.run("fetch", in: folder)
    let cues = try Self.records("episode", in: folder).map { ($0["cues"] as? [Any])?.count }
    #expect(cues == [1, 1])
    #expect(server.requests.map(\.path) == ["/show", "/t.vtt", "/show", "/t.vtt"])
  }
}
