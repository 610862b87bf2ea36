import Foundation
import Support
import Testing

/// Subscribing, taking over, and polling, through the built program and a server on loopback.
struct SourceCommandTests {
  static let feed = """
    <rss version="2.0"><channel><title>The Blog</title><link>https://b.example/</link>
    <item><title>One</title><link>https://b.example/1</link><guid isPermaLink="false">1</guid>
    <pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate><description>Some words about it.</description></item>
    </channel></rss>
    """

  static func run(_ arguments: String..., in folder: TemporaryFolder) throws
    -> EndToEndTests.Result
  {
    try EndToEndTests.run(arguments, in: folder)
  }

  /// A folder with a configuration that may ask loopback.
  static func folder(_ configuration: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "hallway.toml",
      "# mine\nbase_url = \"https://x.example/\"\n[fetch]\nallow_private_addresses = true\npace = \"0s\"\n"
        + configuration)
    return folder
  }

  @Test func addFindsTheFeedBehindAPage() throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/":
        LoopbackServer.response(
          "200 OK", headers: ["Content-Type: text/html"],
          body: """
            <html><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments.xml">
            <link rel="alternate" type="application/rss+xml" href="/gone.xml">
            <link rel="alternate nofollow" type="application/rss+xml" title="Posts" href="feed.xml"></html>
            """)
      case "/feed.xml", "/comments.xml": LoopbackServer.response("200 OK", body: Self.feed)
      default: LoopbackServer.response("404 Not Found")
      }
    }
    defer { server.stop() }
    let folder = try Self.folder()
    let seen = try Self.run("add", "--dry-run", server.address("/"), in: folder)
    #expect(seen.status == 0)
    #expect(seen.output == "found: The Blog  \(server.address("/feed.xml")) (blog, 1 entry)\n")
    #expect(try !folder.read("hallway.toml").contains("[[feed]]"))
    let added = try Self.run("add", server.address("/"), in: folder)
    #expect(
      added.output
        == "added: The Blog  \(server.address("/feed.xml")) (blog, 1 entry) to hallway.toml\n")
    #expect(
      added.words == """
        \(server.address("/gone.xml")) (announced by the page): answers with status 404 (not found)
        \(server.address("/feed.xml")) (announced by the page: Posts): chosen
        \(server.address("/comments.xml")) (announced by the page: Comments): not chosen

        """)
    let text = try folder.read("hallway.toml")
    #expect(text.hasPrefix("# mine\n"))
    #expect(
      text.hasSuffix(
        "\n\n[[feed]]\nurl = \"\(server.address("/feed.xml"))\"\ntitle = \"The Blog\"\nkind = \"blog\"\n"
      ))
    let again = try Self.run("add", server.address("/feed.xml"), in: folder)
    #expect(again.output.hasPrefix("is subscribed already: "))
    #expect(try folder.read("hallway.toml") == text)
    #expect(try Self.run("fetch", in: folder).words.contains("new or changed: 1"))
  }

  @Test func addSaysWhatItTriedWhenThereIsNoFeed() throws {
    let server = try LoopbackServer { request in
      request.path == "/"
        ? LoopbackServer.response("200 OK", body: "<html><p>nothing</p></html>")
        : LoopbackServer.response("404 Not Found")
    }
    defer { server.stop() }
    let folder = try Self.folder()
    let before = try folder.read("hallway.toml")
    let result = try Self.run("add", server.address("/"), in: folder)
    #expect(result.status == 1)
    #expect(
      result.words.hasPrefix(
        "hallway: \(server.address("/")): has no feed that could be found\n  \(server.address("/")): announces no feed; the usual places are tried\n"
      ))
    #expect(try folder.read("hallway.toml") == before)
    #expect(try Self.run("add", "no/such/file", in: folder).status == 1)
  }

  @Test func aListGoesInAndOutWithItsFolders() throws {
    let folder = try Self.folder()
    try folder.write(
      "list.opml",
      """
      <opml version="2.0"><head><title>L</title></head><body>
      <outline text="A &amp; B"><outline text="Deep &quot;er"><outline type="rss" text="One" xmlUrl="https://one.example/f" kind="forum"/></outline>
      <outline type="rss" title="Two" xmlUrl="https://two.example/f?a=1&amp;b=2"/></outline>
      <outline type="rss" text="Three" xmlUrl="https://three.example/f"/></body></opml>
      """)
    let first = try Self.run("import", "list.opml", in: folder)
    #expect(first.status == 0)
    #expect(first.words == "list: list.opml\nsubscribed: 3\nalready there: 0\n")
    #expect(
      try Self.run("import", "list.opml", in: folder).words
        == "list: list.opml\nsubscribed: 0\nalready there: 3\n")
    let exported = try Self.run("export", in: folder).output
    let other = try Self.folder()
    try other.write("list.opml", exported)
    _ = try Self.run("import", "list.opml", in: other)
    #expect(try Self.run("export", in: other).output == exported)
    #expect(
      exported.contains("<outline text=\"A &amp; B\">\n      <outline text=\"Deep &quot;er\">"))
    #expect(try other.read("hallway.toml").contains("folder = [\"A & B\", \"Deep \\\"er\"]"))
  }

  @Test func aMailArchiveBecomesThreads() throws {
    let folder = try Self.folder()
    try folder.write(
      "list.mbox",
      """
      From ann@example.org Mon Nov 16 10:00:00 2026
      From: Ann Lee <ann@example.org>
      Date: Mon, 16 Nov 2026 10:00:00 +0000
      Subject: [list] A new resolver
      Message-ID: <1@example.org>

      I propose that we replace the resolver with a faster one this winter.

      From bo@example.org Mon Nov 16 11:00:00 2026
      From: Bo <bo@example.org>
      Date: Mon, 16 Nov 2026 11:00:00 +0000
      Subject: Re: [list] A new resolver
      Message-ID: <2@example.org>
      In-Reply-To: <1@example.org>

      On Mon, 16 Nov 2026, Ann Lee wrote:
      > replace the resolver

      My concern is that the old one is in use everywhere.
      -- 
      Bo

      """)
    let taken = try Self.run("import", "list.mbox", "--title", "The List", in: folder)
    #expect(taken.status == 0)
    #expect(
      taken.words == "archive: list.mbox\nthreads: 1\nmessages: 2\nnew or changed: 2\n")
    let again = try Self.run("import", "list.mbox", "--title", "The List", in: folder)
    #expect(again.words.hasSuffix("new or changed: 0\n"))
    let issue = try Self.run(
      "digest", "--from", "2026-11-16", "--until", "2026-11-23", in: folder)
    #expect(issue.output.contains("A new resolver"))
    #expect(issue.output.contains("My concern is that the old one is in use everywhere."))
    #expect(!issue.output.contains("> replace"))
    let wrong = try Self.run("import", "hallway.toml", in: folder)
    #expect(wrong.status == 1)
    #expect(
      wrong.words.hasPrefix(
        "hallway: hallway.toml: is no subscription list, mail archive or transcript"))
  }

  @Test func aSourceIsAskedWhenItWantsToBe() throws {
    let server = try LoopbackServer { _ in
      LoopbackServer.response("200 OK", headers: ["Cache-Control: max-age=3600"], body: Self.feed)
    }
    defer { server.stop() }
    let folder = try Self.folder("[[feed]]\nurl = \"\(server.address("/f"))\"\n")
    func fetch(_ time: String, _ more: String...) throws -> String {
      try EndToEndTests.run(["fetch", "--now", "2026-11-21T\(time)Z"] + more, in: folder).words
    }
    #expect(try fetch("10:00:00").contains("fetched: 1"))
    #expect(try fetch("10:30:00").contains("not due: 1"))
    #expect(server.requests.count == 1)
    #expect(try fetch("10:30:00", "--all").contains("fetched: 1"))
    #expect(try fetch("11:30:00").contains("fetched: 1"))
    #expect(server.requests.count == 3)
    let sources = try Self.run("sources", "--now", "2026-11-21T11:31:00Z", in: folder).output
    #expect(sources.contains("not asked again before 2026-11-21T12:29:00Z"))
  }

  @Test func aPermanentMoveIsKeptAfterASecondSighting() throws {
    let server = try LoopbackServer { request in
      request.path.hasPrefix("/old")
        ? LoopbackServer.response("301 Moved Permanently", headers: ["Location: /new?token=SECRET"])
        : LoopbackServer.response("200 OK", body: Self.feed)
    }
    defer { server.stop() }
    let folder = try Self.folder("[[feed]]\nurl = \"\(server.address("/old"))\"\n")
    #expect(try !Self.run("fetch", in: folder).words.contains("has moved"))
    let second = try Self.run("fetch", in: folder)
    #expect(
      second.words.contains(
        "\(server.address("/old")): has moved to \(server.address("/new"))?token=… for good and is read there from now on"
      ))
    _ = try Self.run("fetch", in: folder)
    let new = "/new?token=SECRET"
    #expect(server.requests.map(\.path) == ["/old", new, "/old", new, new])
    for words in [["sources"], ["sources", "--json"]] {
      let shown = try EndToEndTests.run(words, in: folder)
      #expect(shown.output.contains("/new?token=…") && !shown.output.contains("SECRET"))
    }
  }

  @Test func whatIsGoneIsRetiredWithAWord() throws {
    let server = try LoopbackServer { _ in LoopbackServer.response("410 Gone") }
    defer { server.stop() }
    let folder = try Self.folder("[[feed]]\nurl = \"\(server.address("/f"))\"\n")
    let first = try Self.run("fetch", in: folder)
    let second = try Self.run("fetch", in: folder)
    for result in [first, second] {
      #expect(result.status == 3)
      #expect(result.words.contains("hallway: \(server.address("/f")): is gone for good (410)"))
    }
    #expect(server.requests.count == 1)
    let sources = try Self.run("sources", in: folder).output
    #expect(sources.hasPrefix("gone for good "))
    #expect(sources.contains("    not asked again, but with 'hallway fetch --all'\n"))
  }

  @Test func aHiccupIsNotReportedAWeekIs() throws {
    let server = try LoopbackServer { request in
      request.headers["user-agent"]?.hasPrefix("Hallway") == true && request.path == "/f"
        ? LoopbackServer.response("500 Oops") : nil
    }
    defer { server.stop() }
    let folder = try Self.folder("[[feed]]\nurl = \"feed.xml\"\n")
    try folder.write("feed.xml", Self.feed)
    // It has been read once; then its address begins to fail.
    _ = try Self.run("fetch", "--now", "2026-11-01", in: folder)
    try folder.write(
      "hallway.toml",
      try folder.read("hallway.toml").replacingOccurrences(
        of: "feed.xml", with: server.address("/f")))
    let never = try Self.run("fetch", "--now", "2026-11-02", in: folder)
    #expect(never.status == 3, "what has never been read is reported at once")
    #expect(never.words.contains("answers with status 500"))
    let sources = try Self.run("sources", in: folder).output
    #expect(sources.contains("    asked again at the next fetch\n"))
  }

  @Test func aSourceThatAnsweredThisWeekHasOnlyAHiccup() throws {
    let answers = AnswerSwitch()
    let server = try LoopbackServer { _ in
      answers.isBroken
        ? LoopbackServer.response("503 Busy", headers: ["Retry-After: 120"])
        : LoopbackServer.response("200 OK", body: Self.feed)
    }
    defer { server.stop() }
    let folder = try Self.folder("[[feed]]\nurl = \"\(server.address("/f"))\"\n")
    func fetch(_ time: String) throws -> EndToEndTests.Result {
      try EndToEndTests.run(["fetch", "--now", time, "--verbose"], in: folder)
    }
    #expect(try fetch("2026-11-01T10:00:00Z").status == 0)
    answers.isBroken = true
    let busy = try fetch("2026-11-01T11:00:00Z")
    #expect(busy.status == 0)
    #expect(busy.words.contains("warning: failed this time: \(server.address("/f")): "))
    let waiting = try Self.run("sources", "--now", "2026-11-01T11:01:00Z", in: folder).output
    #expect(waiting.hasPrefix("waits until 2026-11-01T11:02:00Z  blog     "))
    #expect(waiting.contains("    answers with status 503 (service unavailable) and asks to wait "))
    #expect(waiting.contains(" (since 2026-11-01T11:00:00Z)\n    last read 2026-11-01T10:00:00Z\n"))
    let over = try Self.run("sources", "--now", "2026-11-01T11:02:30Z", in: folder).output
    #expect(over.hasPrefix("was asked to wait  "))
    #expect(over.contains("    asked again at the next fetch\n"))
    // It asked for two minutes: it is not asked within them.
    #expect(try fetch("2026-11-01T11:01:00Z").words.contains("not due: 1"))
    #expect(server.requests.count == 2)
    #expect(try fetch("2026-11-01T11:03:00Z").words.contains("not due: 0"))
    #expect(server.requests.count == 3)
  }

  @Test func aSlipInAFilesNameIsSeen() throws {
    let folder = try TemporaryFolder()
    try folder.write("list.opml", "<opml version=\"2.0\"><body/></opml>")
    try folder.write("hallway.toml", "lists = [\"lits.opml\"]\n")
    let result = try Self.run("fetch", in: folder)
    #expect(result.status == 2)
    #expect(
      result.words
        == "hallway: hallway.toml:1:10: 'lists' names lits.opml, which is not there; did you mean 'list.opml'?\n"
    )
  }

  @Test func noCredentialIsShown() throws {
    let server = try LoopbackServer { _ in LoopbackServer.response("404 Not Found") }
    defer { server.stop() }
    let address = server.address("/f").replacingOccurrences(of: "//", with: "//anna:secret@")
    let folder = try Self.folder("[[feed]]\nurl = \"\(address)\"\n")
    for arguments in [
      ["fetch", "--verbose"], ["fetch", "--json"], ["sources"], ["sources", "--json"],
    ] {
      let result = try EndToEndTests.run(arguments, in: folder)
      #expect(!(result.output + result.words).contains("secret"), "\(arguments)")
    }
  }
}

/// What a server's answers depend on.
private final class AnswerSwitch: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false
  var isBroken: Bool {
    get { lock.withLock { value } }
    set { lock.withLock { value = newValue } }
  }
}
