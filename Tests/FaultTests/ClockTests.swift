// A clock that was years ahead, or stood in 1970, and is right again.

import Foundation
import Support
import Testing

/// A run with a wrong clock does no lasting harm.
struct ClockTests {
  /// A blog with an article in each of three weeks.
  static let blog = {
    let entries = [("One", "2026-11-04"), ("Two", "2026-11-11"), ("Three", "2026-11-18")]
      .map { title, day in
        """
        <entry><id>urn:\(title)</id><title>\(title) is here</title>
        <link href="https://b.example/\(title)"/><updated>\(day)T10:00:00Z</updated>
        <content>The bridge was mended today, and \(title) of us were glad of it.</content></entry>
        """
      }
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Blog</title><id>urn:b</id>"
      + entries.joined() + "</feed>"
  }()

  /// A publication with that blog on a server.
  final class Publication {
    let folder: TemporaryFolder
    let server: LoopbackServer
    /// Whether the server has a fault.
    let isBroken = Flag()

    init(more: String = "") throws {
      folder = try TemporaryFolder()
      server = try LoopbackServer { [isBroken] request in
        if isBroken.value { return LoopbackServer.response("500 Broken") }
        let headers = ["ETag: \"v1\"", "Cache-Control: max-age=3600"]
        return request.headers["if-none-match"] == nil
          ? LoopbackServer.response("200 OK", headers: headers, body: ClockTests.blog)
          : LoopbackServer.response("304 Not Modified", headers: headers)
      }
      try folder.write(
        "hallway.toml",
        """
        base_url = "https://d.example/"
        [fetch]
        allow_private_addresses = true
        [[feed]]
        url = "\(server.address("/blog"))"
        \(more)
        """)
    }

    deinit { server.stop() }

    func at(_ now: String, _ command: String = "run") async throws -> ProgramRun.Ending {
      try await ProgramRun.run([command, "--now", now], in: folder.url.path)
    }

    /// The weeks of the site's issues.
    var issues: [String] {
      folder.files().filter { $0.hasPrefix("public/issues/") && $0.hasSuffix(".html") }
        .map { String($0.dropFirst(14).dropLast(5)) }
    }
  }

  @Test func nothingThatIsKeptIsRemovedByAClockThatIsAhead() async throws {
    let blog = try Publication()
    let settings = try blog.folder.read("hallway.toml")
    try blog.folder.write("hallway.toml", "keep = \"8w\"\n" + settings)
    #expect(try await blog.at("2026-11-23", "fetch").words.contains("new or changed: 3"))
    let ahead = try await blog.at("2031-03-10", "fetch")
    #expect(!ahead.words.contains("removed"), "\(ahead.words)")
    let found = try await ProgramRun.run(["search", "glad"], in: blog.folder.url.path)
    #expect(found.output.split(separator: "\n").count { $0.contains("https://b.example/") } == 3)
  }

  @Test func theFuturesIssueIsTakenBackAndMadeWhenItsTimeComes() async throws {
    let blog = try Publication()
    #expect(try await blog.at("2026-11-09").status == 0)
    #expect(try await blog.at("2026-12-07").status == 0)
    let ending = try await blog.at("2026-11-16")
    #expect(
      ending.words.contains(
        "(2026-W48 and 2026-W49): is the clock wrong, or was it? If it was, 'hallway withdraw --week 2026-W48' takes that one back"
      ),
      "\(ending.words)")
    for week in ["2026-W49", "2026-W48", "2026-W47"] {
      let withdrawn = try await ProgramRun.run(
        ["withdraw", "--week", week, "--now", "2026-11-16"], in: blog.folder.url.path)
      #expect(withdrawn.status == 0, "\(withdrawn.words)")
    }
    #expect(blog.issues.sorted() == ["2026-W45", "2026-W46"])
    #expect(try !blog.folder.read("public/index.html").contains("2026-W49"))
    let next = try await blog.at("2026-11-23")
    #expect(next.status == 0 && !next.words.contains("clock"), "\(next.words)")
    #expect(blog.issues.sorted() == ["2026-W45", "2026-W46", "2026-W47"])
  }

  @Test func weeksGoOnAfterAClockThatWasAhead() async throws {
    let blog = try Publication()
    #expect(try await blog.at("2026-11-09").status == 0)
    #expect(blog.issues == ["2026-W45"])
    #expect(try await blog.at("2031-03-10").status == 0)
    for (day, week, title) in [
      ("2026-11-16", "2026-W46", "Two"), ("2026-11-23", "2026-W47", "Three"),
    ] {
      let ending = try await blog.at(day)
      #expect(ending.status == 0)
      #expect(ending.words.contains("issues/"), "no issue at \(day): \(ending.words)")
      try #require(blog.issues.contains(week))
      #expect(try blog.folder.read("public/issues/\(week).html").contains("\(title) is here"))
    }
    let again = try await blog.at("2026-11-23")
    #expect(!again.words.contains("issues/"), "made twice: \(again.words)")
  }

  @Test func aFirstRunThatIsAheadDelaysNothing() async throws {
    let blog = try Publication()
    #expect(try await blog.at("2031-03-10").status == 0)
    #expect(try await blog.at("2026-11-16").status == 0)
    try #require(blog.issues.contains("2026-W46"))
    #expect(try blog.folder.read("public/issues/2026-W46.html").contains("Two is here"))
  }

  @Test func mailGoesOnAfterAClockThatWasAhead() async throws {
    let blog = try Publication(
      more: "[mail]\nfrom = \"a@d.example\"\nto = [\"b@d.example\"]\nsendmail = \"sendmail\"\n")
    let program = try blog.folder.write(
      "sendmail", "#!/bin/sh\ngrep '^Subject' >> \"$(dirname \"$0\")/sent\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    func mails() -> Int {
      // Before the first there is no file.
      ((try? blog.folder.read("sent")) ?? "").count { $0 == "\n" }
    }
    #expect(try await blog.at("2026-11-09").status == 0)
    #expect(mails() == 1)
    #expect(try await blog.at("2031-03-10").status == 0)
    let ahead = mails()
    let ending = try await blog.at("2026-11-16")
    #expect(mails() == ahead + 1, "\(ending.words)")
    _ = try await blog.at("2026-11-16")
    #expect(mails() == ahead + 1)
  }

  @Test func sourcesAreAskedAgainAndForTheWholeDocument() async throws {
    let blog = try Publication()
    for moment in ["2026-11-09", "2031-03-10", "2026-11-10"] {
      #expect(try await blog.at(moment, "fetch").words.contains("not due: 0"))
    }
    // What is known of the document is from the future, and not relied upon.
    #expect(blog.server.requests.map { $0.headers["if-none-match"] } == [nil, nil, nil])
    #expect(try await blog.at("2026-11-11", "fetch").words.contains("unchanged: 1"))
  }

  @Test func aSourceThatFailsSinceTheFutureIsReportedAfterAWeek() async throws {
    let blog = try Publication()
    #expect(try await blog.at("2026-11-09", "fetch").status == 0)
    blog.isBroken.value = true
    #expect(try await blog.at("2031-03-10", "fetch").status == 0)
    #expect(try await blog.at("2026-11-10", "fetch").status == 0)
    let ending = try await blog.at("2026-11-18", "fetch")
    #expect(ending.status == 3, "\(ending.words)")
    #expect(ending.words.contains(blog.server.address("/blog")))
  }

  @Test func aClockAtItsBeginningMakesNothingAndHarmsNothing() async throws {
    let blog = try Publication()
    #expect(try await blog.at("2026-11-09").status == 0)
    let site = DemoWeeks.files(blog.folder.path("public"))
    for moment in ["1970-01-01T00:00:30Z", "1970-01-12"] {
      let ending = try await blog.at(moment)
      #expect(ending.status == 0, "\(ending.words)")
      #expect(DemoWeeks.files(blog.folder.path("public")) == site)
    }
    #expect(try await blog.at("2026-11-16").status == 0)
    #expect(blog.issues == ["2026-W45", "2026-W46"])
    #expect(try blog.folder.read("public/issues/2026-W46.html").contains("Two is here"))
  }

  /// A machine whose clock is set after the first run.
  @Test func aFirstRunIn1970DelaysNothing() async throws {
    let blog = try Publication()
    #expect(try await blog.at("1970-01-01T00:00:30Z").status == 0)
    let ending = try await blog.at("2026-11-16")
    #expect(ending.status == 0, "\(ending.words)")
    #expect(try blog.folder.read("public/issues/2026-W46.html").contains("Two is here"))
    #expect(blog.server.requests.map { $0.headers["if-none-match"] } == [nil, nil])
  }
}

/// What a server's answers depend on.
final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var isUp = false
  var value: Bool {
    get { lock.withLock { isUp } }
    set { lock.withLock { isUp = newValue } }
  }
}
