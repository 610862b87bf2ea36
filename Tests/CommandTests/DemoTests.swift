import Foundation
import Support
import Testing

/// The demo's issue.
struct DemoTests {
  static let demoFiles = [
    "blog.atom", "episode-31.vtt", "episode-32.txt", "forum-latest.rss", "forum-posts.rss",
    "hallway.sqlite",
    "hallway.sqlite.lock", "hallway.toml", "podcast.rss", "proposals.json", "public/feed.json",
    "public/feed.xml", "public/index.html", "public/issues/2026-W43.html",
    "public/issues/2026-W43.txt", "public/issues/2026-W45.html", "public/issues/2026-W45.txt",
    "public/search.html", "public/search.js", "public/search/2026-W43.js",
    "public/search/2026-W45.js", "public/sitemap.xml", "public/sources.opml", "topics.toml",
  ]

  @Test func theDemoIsTheSameOnEveryRunAndEveryQuoteIsInItsSource() throws {
    let folder = try TemporaryFolder()
    let first = try EndToEndTests.run(["demo", "d"], in: folder)
    #expect(first.status == 0)
    let files = folder.files().map { String($0.dropFirst(2)) }
    #expect(
      files.filter {
        !$0.hasPrefix("public/topics/") && !$0.hasPrefix("public/episodes/")
          && !$0.hasPrefix("hallway.sqlite-")
      }
        == Self.demoFiles)
    #expect(files.filter { $0.hasPrefix("public/topics/") }.count >= 2)
    let episodes = files.filter { $0.hasPrefix("public/episodes/") }
    #expect(episodes.count == 2)
    let page = try folder.read("d/public/issues/2026-W45.html")
    // The issue leads to its episode's page, and that back to the issue.
    for episode in episodes {
      #expect(page.contains("href=\"../\(episode.dropFirst(7))\""))
      let text = try folder.read("d/\(episode)")
      #expect(text.contains("href=\"../issues/2026-W45.html\""))
      #expect(text.contains("<svg class=\"bar\""))
      #expect(!text.contains("<h2>Transcript</h2>"))
    }
    let second = try EndToEndTests.run(["demo", "d"], in: folder)
    #expect(second.output == first.output)
    #expect(try folder.read("d/public/issues/2026-W45.html") == page)
    let verified = try EndToEndTests.run(["verify", "--config", "d/hallway.toml"], in: folder)
    #expect(verified.status == 0)
    #expect(verified.words.hasSuffix("links in the site, 0 not found\n"))
    let checked = try EndToEndTests.run(["check", "--config", "d/hallway.toml"], in: folder)
    #expect(checked.status == 0)
  }

  @Test func theDemosSiteIsTheStoredOne() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let golden = Places.top.appending(path: "Tests/CommandTests/Goldens/demo-site")
    let made = folder.files().filter { $0.hasPrefix("d/public/") }.map { String($0.dropFirst(9)) }
    for name in made {
      let difference = try Golden.difference(
        try folder.read("d/public/\(name)"), from: golden.appending(path: name))
      #expect(difference == nil, "\(difference ?? "")")
    }
    let stored = FileManager.default.enumerator(atPath: golden.path)?.compactMap { $0 as? String }
    let files = (stored ?? []).filter { $0.contains(".") }.sorted()
    #expect(files == made, "the stored site has other files")
    let text = try folder.read("d/public/issues/2026-W45.txt")
    #expect(text.split(separator: "\n").filter { $0.count > 72 && !$0.hasPrefix("[") } == [])
  }

  @Test func theDemosJSONKeepsTheContract() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let result = try EndToEndTests.run(
      ["digest", "--config", "d/hallway.toml", "--week", "2026-W45", "--format", "json"], in: folder
    )
    let issue = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    for key in [
      "hallway", "title", "from", "until", "week", "stats", "topics", "threads", "episodes",
      "articles", "missing",
    ] {
      #expect(issue[key] != nil, "\(key)")
    }
    let threads = try #require(issue["threads"] as? [[String: Any]])
    #expect(threads.map { $0["rank"] as? Int } == Array(1...threads.count))
    for thread in threads {
      for key in [
        "id", "rank", "score", "title", "url", "source", "state", "posts", "new_posts", "people",
        "summary", "positions", "holes",
      ] {
        #expect(thread[key] != nil, "\(key)")
      }
    }
    let topics = try #require(issue["topics"] as? [[String: Any]])
    let lock = try #require(topics.first { $0["slug"] as? String == "lock-file" })
    let kinds = (lock["members"] as? [[String: Any]])?.compactMap { $0["kind"] as? String }
    #expect(Set(kinds ?? []) == ["thread", "moment", "article"])
    let episodes = try #require(issue["episodes"] as? [[String: Any]])
    let chapters = episodes.flatMap { $0["chapters"] as? [[String: Any]] ?? [] }
    let sponsor = try #require(chapters.first { $0["sponsor"] as? Bool == true })
    #expect((sponsor["summary"] as? [Any])?.isEmpty == true)
    #expect(!result.output.contains("Kettle"))
  }

  @Test func theDemoOverwritesNobodysFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/hallway.toml", "title = \"Mine\"\n")
    let result = try EndToEndTests.run(["demo", "mine"], in: folder)
    #expect(result.status == 2)
    #expect(try folder.read("mine/hallway.toml") == "title = \"Mine\"\n")
  }
}
