import Foundation
import Support
import Testing

/// The built program, run as a user would.
struct EndToEndTests {
  struct Result {
    let status: Int32
    let output: String
    let words: String
  }

  static func run(
    _ arguments: [String], in folder: TemporaryFolder, input: String = "",
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = Places.program
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.url.path]
      .merging(environment) { $1 }
    // Through files: a full pipe would stop the program.
    let out = folder.path(".out")
    let err = folder.path(".err")
    for name in [".out", ".err"] { try folder.write(name, "") }
    try folder.write(".in", input)
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    process.standardInput = FileHandle(forReadingAtPath: folder.path(".in"))
    try process.run()
    process.waitUntilExit()
    let result = Result(
      status: process.terminationStatus, output: try folder.read(".out"),
      words: try folder.read(".err"))
    for name in [".out", ".err", ".in"] {
      try FileManager.default.removeItem(atPath: folder.path(name))
    }
    return result
  }

  @Test func withoutArgumentsItSaysWhatItIs() throws {
    let result = try Self.run([], in: TemporaryFolder())
    #expect(result.status == 0)
    #expect(result.output.contains("hallway demo"))
    #expect(result.words == "")
  }

  @Test(
    arguments: [
      (["fetsh"], 2, "hallway: unknown command 'fetsh'; did you mean 'fetch'?"),
      (["--quiet", "fetch"], 2, "hallway: the command comes first: hallway COMMAND --quiet"),
      (
        ["fetch", "--quite"], 2,
        "hallway: unknown option '--quite' for 'hallway fetch'; did you mean '--quiet'?"
      ),
      (
        ["digest", "--format", "pdf"], 2,
        "hallway: --format is 'pdf'; expected text, html, json, markdown, eml"
      ),
      (["digest", "--week"], 2, "hallway: '--week' needs a value: --week WEEK"),
      (["fetch"], 2, "hallway: hallway.toml: no such file or directory"),
      (["send"], 2, "hallway: hallway.toml: no such file or directory"),
      (["parse"], 2, "hallway: 'hallway parse' needs a file; see 'hallway parse --help'"),
      (["parse", "/nowhere"], 1, "hallway: /nowhere: no such file or directory"),
    ] as [([String], Int32, String)])
  func errorsSayWhatAndWhatToDo(arguments: [String], status: Int32, words: String) throws {
    let result = try Self.run(arguments, in: TemporaryFolder())
    #expect(result.status == status)
    #expect(result.words.split(separator: "\n").first.map(String.init) == words)
  }

  @Test(arguments: [
    "demo", "init", "sources", "fetch", "digest", "publish", "run", "parse", "analyze", "check",
    "verify", "send", "explain", "completions", "manual", "search", "topics",
  ])
  func everyCommandHasHelp(command: String) throws {
    let result = try Self.run([command, "--help"], in: TemporaryFolder())
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("hallway \(command)"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

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
    let first = try Self.run(["demo", "d"], in: folder)
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
    let second = try Self.run(["demo", "d"], in: folder)
    #expect(second.output == first.output)
    #expect(try folder.read("d/public/issues/2026-W45.html") == page)
    let verified = try Self.run(["verify", "--config", "d/hallway.toml"], in: folder)
    #expect(verified.status == 0)
    #expect(verified.words.hasSuffix("links in the site, 0 not found\n"))
    let checked = try Self.run(["check", "--config", "d/hallway.toml"], in: folder)
    #expect(checked.status == 0)
  }

  @Test func theDemosSiteIsTheStoredOne() throws {
    let folder = try TemporaryFolder()
    _ = try Self.run(["demo", "d"], in: folder)
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
    _ = try Self.run(["demo", "d"], in: folder)
    let result = try Self.run(
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

  @Test func verifyFindsAQuoteThatIsNotInItsSource() throws {
    let folder = try TemporaryFolder()
    _ = try Self.run(["demo", "d"], in: folder)
    // The author edits a post that has been quoted.
    let feed = try folder.read("d/forum-posts.rss")
    let quoted = "My concern is the first hour of a newcomer."
    #expect(feed.contains(quoted))
    try folder.write(
      "d/forum-posts.rss", feed.replacingOccurrences(of: quoted, with: "Never mind."))
    _ = try Self.run(["fetch", "--config", "d/hallway.toml"], in: folder)
    let result = try Self.run(["verify", "--config", "d/hallway.toml"], in: folder)
    #expect(result.status == 4)
    #expect(result.output.contains(quoted))
  }

  @Test func verifyFindsALinkThatLeadsNowhere() throws {
    let folder = try TemporaryFolder()
    _ = try Self.run(["demo", "d"], in: folder)
    try FileManager.default.removeItem(atPath: folder.path("d/public/topics/lock-file.html"))
    let page = try folder.read("d/public/issues/2026-W45.html")
    try folder.write(
      "d/public/issues/2026-W45.html",
      page.replacingOccurrences(of: "</main>", with: "<a href=\"#nowhere\">x</a></main>"))
    let result = try Self.run(["verify", "--config", "d/hallway.toml"], in: folder)
    #expect(result.status == 4)
    #expect(
      result.output.contains(
        "issues/2026-W45.html: leads to ../topics/lock-file.html, which is not in the site\n"))
    #expect(
      result.output.contains(
        "issues/2026-W45.html: leads to #nowhere, and issues/2026-W45.html has no such place\n"))
  }

  @Test func aFailingSourceIsAWarningAndStatus3() throws {
    let folder = try TemporaryFolder()
    _ = try Self.run(["demo", "d"], in: folder)
    let settings = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", settings + "\n[[feed]]\nurl = \"gone.rss\"\n")
    let fetched = try Self.run(["fetch", "--config", "d/hallway.toml"], in: folder)
    #expect(fetched.status == 3)
    #expect(fetched.words.contains("gone.rss: no such file or directory"))
    let digest = try Self.run(
      ["digest", "--config", "d/hallway.toml", "--week", "2026-W45"], in: folder)
    #expect(digest.status == 0)
    #expect(digest.output.contains("gone.rss"))
  }

  @Test func aReplacedTemplateIsUsedAndItsFaultsNamed() throws {
    let folder = try TemporaryFolder()
    _ = try Self.run(["demo", "d"], in: folder)
    let settings = try folder.read("d/hallway.toml")
    try folder.write(
      "d/hallway.toml",
      settings.replacingOccurrences(of: "output ", with: "templates = \"mine\"\noutput "))
    try folder.write("d/mine/foot.html", "<footer>ours</footer></body></html>")
    let page = try Self.run(
      ["digest", "--config", "d/hallway.toml", "--week", "2026-W45", "--format", "html"], in: folder
    )
    #expect(page.output.contains("<footer>ours</footer>"))
    try folder.write("d/mine/foot.html", "x\n{{#open}}")
    let checked = try Self.run(["check", "--config", "d/hallway.toml"], in: folder)
    #expect(checked.status == 4)
    #expect(checked.output.contains("mine/foot.html:2:1: section 'open' is never closed"))
  }

  @Test func aSecondFetchOverHTTPGetsOnly304() throws {
    let folder = try TemporaryFolder()
    _ = try Self.run(["demo", "d"], in: folder)
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
    let first = try Self.run(["fetch"], in: folder)
    #expect(
      first.words.contains("fetched: 1\nunchanged: 0\nnot due: 0\nfailed: 0\nnew or changed: 2"))
    let second = try Self.run(["fetch"], in: folder)
    #expect(
      second.words.contains("fetched: 0\nunchanged: 1\nnot due: 0\nfailed: 0\nnew or changed: 0"))
    #expect(server.requests.count == 2)
  }

  @Test func parseTellsWhatItCannotRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("x.html", "<!doctype html><html><body>hi</body></html>")
    let result = try Self.run(["parse", "x.html"], in: folder)
    #expect(result.status == 1)
    #expect(
      result.words
        == "hallway: x.html: is no feed, list or transcript; it looks like an HTML page\n")
  }

  @Test func analyzeAnswersEveryLine() throws {
    let input = """
      {"id": "a", "kind": "thread", "title": "T", "posts": [{"author": "x", "text": "The cache is shared by all machines. It is fast."}]}


      nonsense
      {"id": "b", "kind": "thread", "title": "T"}

      """
    let result = try Self.run(
      ["analyze", "summarize", "--budget-words", "8"], in: TemporaryFolder(), input: input)
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.contains("\"text\":\"The cache is shared by all machines.\"") == true)
    #expect(lines.dropFirst().first == "{\"error\":\"line 4: is not a JSON object\"}")
    #expect(lines.last == "{\"error\":\"line 5: has neither 'posts' nor 'segments'\"}")
  }

  @Test func analyzeQuotesOnlyTheAuthorsOwnWords() throws {
    let text =
      "> quoted words that nobody here said themselves\\n\\nA signed cache would help my team on "
      + "Mondays.\\n\\n```\\nfenced words are a program and nobody says them\\n```\\n\\n-- \\n"
      + "Signed words of a company that nobody has asked for."
    let result = try Self.run(
      ["analyze", "summarize", "--budget-words", "200"], in: TemporaryFolder(),
      input: "{\"id\":\"a\",\"posts\":[{\"author\":\"x\",\"text\":\"\(text)\"}]}\n")
    #expect(result.status == 0)
    #expect(result.output.contains("A signed cache would help my team on Mondays."))
    for foreign in ["quoted words", "fenced words", "Signed words"] {
      #expect(!result.output.contains(foreign))
    }
  }

  @Test(arguments: [
    (
      "segment",
      "{\"id\":\"e\",\"kind\":\"episode\",\"title\":\"\",\"segments\":[{\"start\":1.5,\"text\":\"Hello there.\"}]}",
      "\"start\":1.5"
    ),
    ("cluster", "{\"id\":\"d\",\"title\":\"A\",\"text\":\"b\"}", "\"topics\":["),
    (
      "keyphrases", "{\"id\":\"d\",\"title\":\"\",\"text\":\"lock file, lock file\"}",
      "\"keyphrases\":[\"lock file\","
    ),
  ])
  func everyTaskAnswers(task: String, input: String, expected: String) throws {
    let result = try Self.run(["analyze", task], in: TemporaryFolder(), input: input + "\n")
    #expect(result.status == 0)
    #expect(result.output.contains(expected))
  }

  @Test func theDemoOverwritesNobodysFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/hallway.toml", "title = \"Mine\"\n")
    let result = try Self.run(["demo", "mine"], in: folder)
    #expect(result.status == 2)
    #expect(try folder.read("mine/hallway.toml") == "title = \"Mine\"\n")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func lostOutputIsAFailure() throws {
    let process = Process()
    process.executableURL = Places.program
    process.arguments = ["--help"]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
  }

  @Test func aDatabaseMayLieInAFolderThatIsNotThereYet() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "hallway.toml", "database = \"data/h.sqlite\"\nbase_url = \"https://d.example/\"\n")
    #expect(try Self.run(["run"], in: folder).status == 0)
    #expect(folder.files().contains("data/h.sqlite"))
  }

  @Test func aDatabaseThatIsNoneIsAFaultForCheckAndNeverTouched() throws {
    let folder = try TemporaryFolder()
    let settings = "database = \"h.sqlite\"\nbase_url = \"https://d.example/\"\n"
    try folder.write("hallway.toml", settings)
    let text = String(repeating: "this is no database\n", count: 100)
    try folder.write("h.sqlite", text)
    #expect(try Self.run(["check"], in: folder).status == 4)
    let fetched = try Self.run(["fetch"], in: folder)
    #expect(fetched.status == 1)
    #expect(fetched.words.contains("h.sqlite: file is not a database"))
    #expect(try folder.read("h.sqlite") == text)
  }

  @Test func aSourceThatIsNoLongerConfiguredIsNotMissed() throws {
    let folder = try TemporaryFolder()
    _ = try Self.run(["demo", "d"], in: folder)
    let settings = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", settings + "\n[[feed]]\nurl = \"gone.rss\"\n")
    _ = try Self.run(["fetch", "--config", "d/hallway.toml"], in: folder)
    try folder.write("d/hallway.toml", settings)
    let digest = try Self.run(
      ["digest", "--config", "d/hallway.toml", "--week", "2026-W45"], in: folder)
    #expect(!digest.output.contains("gone.rss"))
  }

  @Test func aListIsAskedAgainUntilItsThreadsHaveBeenRead() throws {
    let folder = try TemporaryFolder()
    _ = try Self.run(["demo", "d"], in: folder)
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
    #expect(try Self.run(["fetch"], in: folder).status == 0)
    #expect(server.requests.filter { $0.path.hasPrefix("/t/") }.count == 5)
    #expect(try Self.run(["fetch"], in: folder).words.contains("unchanged: 1"))
  }

  @Test func aFeedsTranscriptOutsideItsFolderIsNotRead() throws {
    let folder = try TemporaryFolder()
    _ = try Self.run(["demo", "d"], in: folder)
    try folder.write("secret.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nhunter2\n")
    let feed = try folder.read("d/podcast.rss")
    for place in [
      "../secret.vtt", folder.path("secret.vtt"), "file://\(folder.path("secret.vtt"))",
    ] {
      try folder.write(
        "d/podcast.rss", feed.replacingOccurrences(of: "episode-31.vtt", with: place))
      try? FileManager.default.removeItem(atPath: folder.path("d/hallway.sqlite"))
      let result = try Self.run(["fetch", "--config", "d/hallway.toml"], in: folder)
      #expect(result.words.contains("which is not read from here"), "\(place)")
    }
  }

  @Test func theDatabaseOfAnotherProgramIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    _ = try Self.run(["demo", "d"], in: folder)
    // An archive whose schema number is gone looks like any other program's database.
    var bytes = try Data(contentsOf: folder.url.appending(path: "d/hallway.sqlite"))
    bytes[63] = 0
    try bytes.write(to: folder.url.appending(path: "d/hallway.sqlite"))
    let result = try Self.run(["fetch", "--config", "d/hallway.toml"], in: folder)
    #expect(result.status == 1)
    #expect(result.words.contains("is the database of another program"))
  }
}
