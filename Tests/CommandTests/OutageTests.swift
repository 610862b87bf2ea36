import Foundation
import Support
import Testing

/// Servers that are away for a while.
struct OutageTests {
  /// A folder with sources on a server, which answers by a source's name.
  struct Place {
    let folder: TemporaryFolder
    let server: LoopbackServer

    init(_ sources: [String], _ answer: @escaping @Sendable (String) -> String) throws {
      folder = try TemporaryFolder()
      server = try LoopbackServer { request in
        let status = answer(String(request.path.dropFirst()))
        let waits = status.hasPrefix("429") || status.hasPrefix("503")
        return LoopbackServer.response(
          status, headers: waits ? ["Retry-After: 3600"] : [],
          body: """
            <rss version="2.0"><channel><title>B</title><item><title>T</title><guid>\(request.path)</guid>
            <pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate><description>Some words.</description>
            </item></channel></rss>
            """)
      }
      try folder.write(
        "hallway.toml",
        "base_url = \"https://d.example/\"\n[fetch]\nallow_private_addresses = true\npace = \"0s\"\n"
          + sources.map { "[[feed]]\nurl = \"\(server.address("/" + $0))\"\nkind = \"blog\"\n" }
          .joined())
    }

    func run(_ arguments: String...) throws -> EndToEndTests.Result {
      try EndToEndTests.run(arguments, in: folder)
    }
  }

  @Test(arguments: ["503 Service Unavailable", "429 Too Many Requests", "500 Oh"])
  func noIssueIsMadeBlindly(status: String) throws {
    let isBack = Flag()
    let place = try Place(["a", "b"]) { _ in isBack.isSet ? "200 OK" : status }
    defer { place.server.stop() }
    for minute in ["40", "45", "50"] {
      let result = try place.run("run", "--now", "2026-11-09T06:\(minute):00Z")
      #expect(result.status == 1)
      #expect(result.words.contains("no issue is made, since no source could be read"))
    }
    isBack.set()
    let back = try place.run("run", "--now", "2026-11-09T12:45:00Z")
    #expect(back.status == 0, "\(back.words)")
    #expect(back.words.contains("issues/2026-W45.html"))
    let text = try place.folder.read("public/issues/2026-W45.txt")
    #expect(text.contains("2 articles"), "\(back.words)\(text)")
  }

  @Test func aSourceThatIsNotAskedNowStillKeepsFailing() throws {
    let place = try Place(["well", "gone", "busy"]) { name in
      ["gone": "404 Not Found", "busy": "429 Too Many Requests"][name] ?? "200 OK"
    }
    defer { place.server.stop() }
    for minute in ["10", "20", "30", "40", "50"] {
      let result = try place.run("fetch", "--json", "--now", "2026-11-09T06:\(minute):00Z")
      #expect(result.status == 3)
      let report = try #require(
        JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      #expect((report["failures"] as? [Any])?.count == 2)
      let facts = try #require(report["facts"] as? [String: Any])
      func count(_ name: String) -> Int { facts[name] as? Int ?? -1 }
      #expect(count("asked") == count("fetched") + count("unchanged") + count("failed"))
      #expect(count("asked") + count("not_due") == 3)
    }
    // The issue says so of both.
    _ = try place.run("publish", "--week", "2026-W45", "--now", "2026-11-09T07:00:00Z")
    let text = try place.folder.read("public/issues/2026-W45.txt")
    #expect(text.contains("/busy"))
    #expect(text.contains("/gone"))
  }

  @Test func severalIssuesOfARunAreAllReported() throws {
    let place = try Place(["a"]) { _ in "200 OK" }
    defer { place.server.stop() }
    _ = try place.run("run", "--now", "2026-11-09")
    let result = try place.run("run", "--json", "--now", "2026-11-24")
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let issues = try #require(report["issues"] as? [String])
    #expect(issues.map { $0.suffix(13) } == ["2026-W46.html", "2026-W47.html"])
  }

  @Test func aTranscriptThatIsNotThereIsNoFaultOfTheSetUp() throws {
    let folder = try TemporaryFolder()
    let server = try LoopbackServer { request in
      guard request.path == "/feed" else { return LoopbackServer.response("404 Not Found") }
      return LoopbackServer.response(
        "200 OK",
        body: """
          <rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>P</title>
          <item><title>Episode 11</title><guid>e11</guid><pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate>
          <enclosure url="https://p.example/11.mp3" type="audio/mpeg" length="1"/>
          <podcast:transcript url="11.vtt" type="text/vtt"/></item></channel></rss>
          """)
    }
    defer { server.stop() }
    try folder.write(
      "hallway.toml",
      "base_url = \"https://d.example/\"\n[fetch]\nallow_private_addresses = true\npace = \"0s\"\n"
        + "[[feed]]\nurl = \"\(server.address("/feed"))\"\nkind = \"podcast\"\n")
    let result = try EndToEndTests.run(["run", "--verbose", "--now", "2026-11-09"], in: folder)
    #expect(result.status == 0)
    #expect(result.words.contains("11.vtt: "))
    #expect(result.words.contains("404"))
    let text = try folder.read("public/issues/2026-W45.txt")
    #expect(text.contains("Episode 11: its transcript could not be read"))
  }
}

/// Something that has happened.
final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false

  var isSet: Bool { lock.withLock { value } }
  func set() { lock.withLock { value = true } }
}
