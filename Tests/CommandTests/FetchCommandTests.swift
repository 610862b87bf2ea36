import Foundation
import Support
import Testing

/// Sources that are read by the program.
struct FetchCommandTests {
  @Test func aFailingSourceIsAWarningAndStatus3() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let settings = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", settings + "\n[[feed]]\nurl = \"gone.rss\"\n")
    let fetched = try EndToEndTests.run(["fetch", "--config", "d/hallway.toml"], in: folder)
    #expect(fetched.status == 3)
    #expect(fetched.words.contains("gone.rss: no such file or directory"))
    let digest = try EndToEndTests.run(
      ["digest", "--config", "d/hallway.toml", "--week", "2026-W45"], in: folder)
    #expect(digest.status == 0)
    #expect(digest.output.contains("gone.rss"))
  }

  @Test func aSecondFetchOverHTTPGetsOnly304() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let body = try folder.read("d/blog.atom")
    let server = try LoopbackServer { request in
      request.headers["if-none-match"] == "\"v1\""
        ? LoopbackServer.response("304 Not Modified")
        : LoopbackServer.response("200 OK", headers: ["ETag: \"v1\""], body: body)
    }
    defer { server.stop() }
    try folder.write(
      "hallway.toml",
      "[fetch]\nallow_private_addresses = true\n[[feed]]\nurl = \"\(server.address("/blog"))\"\n")
    let first = try EndToEndTests.run(["fetch"], in: folder)
    #expect(
      first.words.contains(
        "asked: 1\nfetched: 1\nunchanged: 0\nfailed: 0\nnot due: 0\nnew or changed: 2"))
    let second = try EndToEndTests.run(["fetch"], in: folder)
    #expect(
      second.words.contains(
        "asked: 1\nfetched: 0\nunchanged: 1\nfailed: 0\nnot due: 0\nnew or changed: 0"))
    #expect(server.requests.count == 2)
  }

  @Test func aSourceThatIsNoLongerConfiguredIsNotMissed() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let settings = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", settings + "\n[[feed]]\nurl = \"gone.rss\"\n")
    _ = try EndToEndTests.run(["fetch", "--config", "d/hallway.toml"], in: folder)
    try folder.write("d/hallway.toml", settings)
    let digest = try EndToEndTests.run(
      ["digest", "--config", "d/hallway.toml", "--week", "2026-W45"], in: folder)
    #expect(!digest.output.contains("gone.rss"))
  }

  @Test func aListIsAskedAgainUntilItsThreadsHaveBeenRead() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let list = try folder.read("d/forum-latest.rss")
    let posts = try folder.read("d/forum-posts.rss")
    let server = try LoopbackServer { request in
      if request.path.hasPrefix("/t/") {
        return LoopbackServer.response("200 OK", headers: ["ETag: \"t\""], body: posts)
      }
      if request.headers["if-none-match"] == "\"l\"" {
        return LoopbackServer.response("304 Not Modified")
      }
      let host = "http://\(request.headers["host"] ?? "")"
      return LoopbackServer.response(
        "200 OK", headers: ["ETag: \"l\""],
        body: list.replacingOccurrences(of: "https://forum.tern.example", with: host))
    }
    defer { server.stop() }
    try folder.write(
      "hallway.toml",
      "[fetch]\nallow_private_addresses = true\n[[feed]]\nurl = \"\(server.address("/latest.rss"))\"\nfollow_threads = true\n"
    )
    #expect(try EndToEndTests.run(["fetch"], in: folder).status == 0)
    #expect(server.requests.filter { $0.path.hasPrefix("/t/") }.count == 5)
    #expect(try EndToEndTests.run(["fetch"], in: folder).words.contains("unchanged: 1"))
  }

  @Test func aFeedsTranscriptOutsideItsFolderIsNotRead() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    try folder.write("secret.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nhunter2\n")
    let feed = try folder.read("d/podcast.rss")
    for place in [
      "../secret.vtt", folder.path("secret.vtt"), "file://\(folder.path("secret.vtt"))",
    ] {
      try folder.write(
        "d/podcast.rss", feed.replacingOccurrences(of: "episode-31.vtt", with: place))
      try? FileManager.default.removeItem(atPath: folder.path("d/hallway.sqlite"))
      let result = try EndToEndTests.run(["fetch", "--config", "d/hallway.toml"], in: folder)
      #expect(result.words.contains("which is not read from here"), "\(place)")
    }
  }
}
