import Foundation
import Support
import Testing

/// Podcasts, with what belongs to their episodes, through the built program.
struct EpisodeCommandTests {
  @Test func aFolderOfTranscriptsBecomesEpisodes() throws {
    let folder = try SourceCommandTests.folder(
      "[[feed]]\nurl = \"feed.xml\"\nkind = \"podcast\"\ntitle = \"The Show\"\n")
    try folder.write(
      "feed.xml",
      """
      <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>S</title><item><title>In the feed</title>
      <link>https://s.example/in-the-feed</link><itunes:episode>7</itunes:episode><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate>
      <enclosure url="https://c.example/7.mp3" type="audio/mpeg"/></item></channel></rss>
      """)
    for (name, words) in [
      ("t/show-007.txt", "This is the show, episode 7. We talk about lock files today."),
      ("t/deep/2026-11-19-alone.vtt", "There is no feed for what is said here."),
    ] {
      try folder.write(
        name,
        name.hasSuffix("vtt")
          ? "WEBVTT\n\n00:01.000 --> 00:09.000\n\(words)\n"
          : "00:00:01 \(words)\n00:00:09 And more of it follows.\n00:00:19 Bye.\n")
    }
    try folder.write("t/notes.md", "Nothing to hear.")
    _ = try SourceCommandTests.run("fetch", in: folder)
    #expect(try SourceCommandTests.run("import", "t", in: folder).status == 2)
    let taken = try SourceCommandTests.run("import", "t", "--show", "The Show", in: folder)
    #expect(taken.status == 0)
    #expect(
      taken.words
        == "transcripts: 2\nof episodes in a feed: 1\nnew or changed: 2\nwarning: t/notes.md: was left out; it looks like plain text without time stamps\n"
    )
    let issue = try SourceCommandTests.run(
      "digest", "--from", "2026-11-16", "--until", "2026-11-23", "--format", "json", in: folder)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(issue.output.utf8)) as? [String: Any])
    let titles = (json["episodes"] as? [[String: Any]])?.compactMap { $0["title"] as? String }
    #expect(titles == ["In the feed", "Alone"])
    #expect(
      try SourceCommandTests.run("import", "t", "--show", "The Show", in: folder).words.contains(
        "new or changed: 0"))
    let slip = try SourceCommandTests.run("import", "t", "--show", "The Shwo", in: folder)
    #expect(
      slip.words.contains(
        "warning: no show is called 'The Shwo' so far; did you mean 'The Show'?"))
  }

  @Test func transcriptsAndChaptersComeWithTheirEpisode() throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/feed":
        LoopbackServer.response(
          "200 OK",
          body: """
            <rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
            <channel><title>Show</title><item><title>Named</title><link>https://s.example/e/named</link>
            <enclosure url="https://cdn.example/1.mp3" type="audio/mpeg"/><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate>
            <podcast:transcript url="/t/1.html" type="text/html"/><podcast:transcript url="/t/1.vtt" type="text/vtt"/>
            <podcast:chapters url="/c/1.json" type="application/json+chapters"/></item>
            <item><title>By rule</title><link>https://s.example/e/by-rule</link><itunes:episode>2</itunes:episode>
            <enclosure url="https://cdn.example/2.mp3" type="audio/mpeg"/><pubDate>Sat, 21 Nov 2026 09:00:00 GMT</pubDate></item>
            </channel></rss>
            """.replacingOccurrences(
              of: "url=\"/", with: "url=\"http://\(request.headers["host"] ?? "")/"))
      case "/t/1.vtt", "/rule/by-rule-02.vtt":
        LoopbackServer.response(
          "200 OK", body: "WEBVTT\n\n00:01.000 --> 00:09.000\nThe \(request.path) says something.\n"
        )
      case "/c/1.json":
        LoopbackServer.response(
          "200 OK",
          body:
            "{\"version\":\"1.2.0\",\"chapters\":[{\"startTime\":0,\"title\":\"The only one\"}]}")
      default: LoopbackServer.response("404 Not Found")
      }
    }
    defer { server.stop() }
    let folder = try SourceCommandTests.folder(
      "[[feed]]\nurl = \"\(server.address("/feed"))\"\nkind = \"podcast\"\ntranscript = \"\(server.address("/rule"))/{slug}-{number:02}.vtt\"\n"
    )
    let fetched = try SourceCommandTests.run("fetch", in: folder)
    #expect(fetched.status == 0)
    #expect(
      server.requests.map(\.path).sorted() == [
        "/c/1.json", "/feed", "/rule/by-rule-02.vtt", "/t/1.vtt",
      ])
    let issue = try SourceCommandTests.run(
      "digest", "--from", "2026-11-16", "--until", "2026-11-23", "--format", "json", in: folder)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(issue.output.utf8)) as? [String: Any])
    let episodes = try #require(json["episodes"] as? [[String: Any]])
    let chapters = episodes.flatMap { $0["chapters"] as? [[String: Any]] ?? [] }
    #expect(
      chapters.contains { $0["title"] as? String == "The only one" && $0["given"] as? Bool == true }
    )
    #expect(episodes.count == 2)
    // Everything is there: nothing but the feed is asked for again.
    _ = try SourceCommandTests.run("fetch", in: folder)
    #expect(server.requests.count == 5)
  }

  @Test func anEpisodesPageShowsPeopleAndTheTranscriptOnlyWhereItMay() throws {
    let folder = try SourceCommandTests.folder()
    try folder.write(
      "feed.xml",
      """
      <rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>S</title>
      <podcast:person role="Host" href="https://ann.example/">Ann Lee</podcast:person>
      <item><title>Locks</title><link>https://s.example/e/locks</link><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate>
      <enclosure url="https://c.example/1.mp3" type="audio/mpeg"/><podcast:transcript url="t.vtt" type="text/vtt"/>
      <podcast:soundbite startTime="61.5" duration="10">Hear this</podcast:soundbite>
      <description>Guest: Bo Ek</description></item></channel></rss>
      """)
    try folder.write(
      "t.vtt", "WEBVTT\n\n00:01.000 --> 00:09.000\n<v Ann Lee>We talk about lock files & more.\n")
    let head = try folder.read("hallway.toml")
    for republish in [false, true] {
      try folder.write(
        "hallway.toml",
        head
          + "[[feed]]\nurl = \"feed.xml\"\nkind = \"podcast\"\nmoment = \"https://s.example/{slug}?at={seconds}\"\nrepublish = \(republish)\n"
      )
      _ = try SourceCommandTests.run("fetch", in: folder)
      let published = try SourceCommandTests.run(
        "publish", "--from", "2026-11-16", "--until", "2026-11-23", in: folder)
      #expect(published.status == 0)
      let path = try #require(folder.files().first { $0.hasPrefix("public/episodes/") })
      let page = try folder.read(path)
      #expect(
        page.contains(
          "With <a href=\"https://ann.example/\">Ann Lee</a> (host), Bo Ek (guest)"))
      #expect(
        page.contains("<a href=\"https://s.example/locks?at=61\">1:01 to 1:11</a> Hear this"))
      #expect(page.contains("We talk about lock files &amp; more.</p>\n</main>") == republish)
    }
  }

  @Test func aRuleWithAFieldThatDoesNotExistIsRefused() throws {
    let folder = try SourceCommandTests.folder(
      "[[feed]]\nurl = \"https://x.example/f\"\ntranscript = \"https://x.example/{slag}.vtt\"\n")
    let result = try SourceCommandTests.run("check", in: folder)
    #expect(result.status == 2)
    #expect(
      result.words
        == "hallway: hallway.toml:8:14: 'transcript' has the field '{slag}'; expected {slug}, {number}, {audio}; did you mean 'slug'?\n"
    )
  }
}
