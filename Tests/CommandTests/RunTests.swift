import Foundation
import Support
import Testing

/// What cron calls.
struct RunTests {
  @Test func missedWeeksAreCaughtUpAndAnIssueIsMadeOnce() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let arguments = ["run", "--config", "d/hallway.toml", "--now", "2026-11-24", "--quiet"]
    let first = try EndToEndTests.run(arguments, in: folder)
    #expect(first.status == 0)
    #expect(first.words == "")
    for week in ["2026-W46", "2026-W47"] {
      let page = try folder.read("d/public/issues/\(week).html")
      #expect(page.contains("Nothing was published"))
    }
    #expect(!folder.files().contains("d/public/issues/2026-W44.html"))
    let again = try EndToEndTests.run(arguments.dropLast(), in: folder)
    #expect(again.status == 0)
    #expect(again.words.contains("issue: none is due; the newest is 2026-W47\n"))
  }

  @Test func aSiteThatIsNotThereIsWrittenThoughNoIssueIsDue() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let site = try WithdrawTests.site(folder)
    try FileManager.default.removeItem(atPath: folder.path("d/public"))
    let arguments = ["run", "--config", "d/hallway.toml", "--now", "2026-11-09"]
    let result = try EndToEndTests.run(arguments, in: folder)
    #expect(result.status == 0 && result.words.contains("issue: none is due"), "\(result.words)")
    #expect(try WithdrawTests.site(folder) == site)
    #expect(try !EndToEndTests.run(arguments, in: folder).words.contains("files written"))
  }

  @Test func anIssueThatIsOlderThanWhatIsKeptStaysAsItIs() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    func run(_ words: String...) throws -> EndToEndTests.Result {
      try EndToEndTests.run(
        words + ["--config", "d/hallway.toml", "--now", "2027-02-15"], in: folder)
    }
    #expect(try run("run").status == 0)
    try folder.write(
      "news.atom",
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><id>a:n</id><entry><id>a:1</id>
      <title>News</title><updated>2027-02-10T10:00:00Z</updated><summary>News.</summary></entry></feed>
      """)
    try folder.write(
      "d/hallway.toml",
      "keep = \"4w\"\n" + (try folder.read("d/hallway.toml"))
        + "\n[[feed]]\nurl = \"../news.atom\"\n")
    #expect(try run("fetch").words.contains("new or changed: 1\n"))
    #expect(try run("fetch").words.contains("too old and removed"))
    let page = try folder.read("d/public/issues/2026-W45.html")
    let refused = try run("publish", "--week", "2026-W45")
    #expect(refused.status == 1)
    #expect(refused.words.contains("are left ('keep'); it stays as it is"), "\(refused.words)")
    #expect(try folder.read("d/public/issues/2026-W45.html") == page)
    #expect(try run("publish", "--week", "2026-W45", "--again").status == 0)
    #expect(try folder.read("d/public/issues/2026-W45.html") != page)
    _ = try run("withdraw", "--week", "2026-W45")
    let made = try run("publish", "--week", "2026-W45")
    #expect(made.status == 0 && made.words.contains("is made of what is left"), "\(made.words)")
  }

  @Test func anIssueOfADayIsNotThatOfItsWeek() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    func run(_ words: String...) throws -> String {
      try EndToEndTests.run(
        words + ["--config", "d/hallway.toml", "--now", "2026-11-17"], in: folder
      ).words
    }
    let days = ["--from", "2026-11-15", "--until", "2026-11-16"]
    #expect(try run("publish", days[0], days[1], days[2], days[3]).contains("issue: "))
    // Nor is it when it is taken back.
    #expect(try run("withdraw", days[0], days[1], days[2], days[3]).contains("withdrawn: "))
    #expect(try run("run").contains("issues/2026-W46.html"))
    #expect(try run("run").contains("issue: none is due"))
  }

  @Test func aRegistryThatCannotBeReadIsToldAndLeftOut() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let arguments = [
      "run", "--config", "d/hallway.toml", "--week", "2026-W45", "--now", "2026-11-09",
    ]
    for text in [nil, "no index"] {
      try FileManager.default.removeItem(atPath: folder.path("d/proposals.json"))
      if let text { try folder.write("d/proposals.json", text) }
      let result = try EndToEndTests.run(arguments, in: folder)
      #expect(result.status == 0, "\(result.words)")
      let warnings = result.words.split(separator: "\n").filter { $0.contains("proposals.json") }
      #expect(warnings.count == (text == nil ? 2 : 1), "\(result.words)")
      let page = try folder.read("d/public/issues/2026-W45.html")
      #expect(page.contains("TIP registry: could not be read"))
      #expect(!page.contains("proposals.json"))
      if text == nil { try folder.write("d/proposals.json", "") }
    }
  }

  @Test func aSourceThatKeepsFailingIsNamedOnceAnIssueWhenQuiet() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "hallway.toml", "base_url = \"https://d.example/\"\n[[feed]]\nurl = \"gone.atom\"\n")
    let options = ["--quiet", "--now", "2026-11-24"]
    let fetched = try EndToEndTests.run(["fetch"] + options, in: folder)
    #expect(fetched.status == 3)
    #expect(fetched.words == "")
    let first = try EndToEndTests.run(["run"] + options, in: folder)
    #expect(first.status == 3)
    #expect(first.words.hasPrefix("hallway: "))
    #expect(first.words.hasSuffix("gone.atom: no such file or directory\n"))
    let second = try EndToEndTests.run(["run"] + options, in: folder)
    #expect(second.status == 3)
    #expect(second.words == "")
    let aloud = try EndToEndTests.run(["run", "--now", "2026-11-24"], in: folder)
    #expect(aloud.words.contains("gone.atom: no such file or directory"))
  }

  @Test func withoutANetworkNoIssueIsMadeUntilTheNextRun() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let server = try LoopbackServer { _ in LoopbackServer.response("503 Service Unavailable") }
    let address = server.address("/blog")
    func settings(_ feed: String) throws {
      try folder.write(
        "hallway.toml",
        "base_url = \"https://d.example/\"\n[fetch]\nallow_private_addresses = true\n"
          + "[[feed]]\nurl = \"\(feed)\"\n")
    }
    try settings(address)
    server.stop()
    let cutOff = try EndToEndTests.run(["run", "--quiet", "--now", "2026-11-09"], in: folder)
    #expect(cutOff.status == 1)
    #expect(
      cutOff.words
        == "hallway: no issue is made, since no source could be read; is the network there? The next run makes it (\(address): cannot be connected to)\n"
    )
    // After more failures it is not asked every time.
    for _ in 0..<4 {
      #expect(try EndToEndTests.run(["run", "--now", "2026-11-09"], in: folder).status == 1)
    }
    #expect(!folder.files().contains { $0.hasPrefix("public/") })
    // An issue that is asked for by name is made all the same.
    let named = try EndToEndTests.run(
      ["run", "--week", "2026-W44", "--now", "2026-11-09"], in: folder)
    #expect(named.status == 3)
    #expect(folder.files().contains("public/issues/2026-W44.html"))
    // A file that can be read is enough.
    try settings("d/blog.atom\"\n[[feed]]\nurl = \"\(address)")
    #expect(try EndToEndTests.run(["run", "--now", "2026-11-09"], in: folder).status == 3)
    #expect(folder.files().contains("public/issues/2026-W45.html"))
  }

  @Test func aLongAbsenceIsNotAFlood() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let arguments = ["run", "--config", "d/hallway.toml", "--now", "2027-11-24", "--quiet"]
    #expect(try EndToEndTests.run(arguments, in: folder).status == 0)
    let pages = folder.files().filter {
      $0.hasPrefix("d/public/issues/") && $0.hasSuffix(".html")
    }
    #expect(pages.count == 2 + 8)
    #expect(pages.last == "d/public/issues/2027-W46.html")
  }

  /// A server of which some paths never answer.
  static func stalling(_ body: String) throws -> LoopbackServer {
    try LoopbackServer { request in
      if request.path.hasPrefix("/never") { Thread.sleep(forTimeInterval: 30) }
      return LoopbackServer.response("200 OK", body: body)
    }
  }

  static func settings(_ server: LoopbackServer, more: String = "") -> String {
    """
    [fetch]
    allow_private_addresses = true
    \(more)
    [[feed]]
    url = "\(server.address("/blog"))"
    [[feed]]
    url = "\(server.address("/never"))"
    """
  }

  @Test func whenTheTimeIsOverTheRestIsLeftForTheNextRun() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let server = try Self.stalling(try folder.read("d/blog.atom"))
    defer { server.stop() }
    try folder.write("hallway.toml", Self.settings(server, more: "deadline = \"1s\""))
    let started = ContinuousClock.now
    let result = try EndToEndTests.run(["fetch"], in: folder)
    #expect(ContinuousClock.now - started < .seconds(10))
    #expect(result.status == 0)
    #expect(result.words.contains("the time for a fetch was over with 1 requests to go"))
    #expect(result.words.contains("new or changed: 2"))
  }

  @Test func aSignalEndsTheRunWithWhatWasReadStored() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let server = try Self.stalling(try folder.read("d/blog.atom"))
    defer { server.stop() }
    try folder.write("hallway.toml", "base_url = \"https://d.example/\"\n" + Self.settings(server))
    let process = Process()
    process.executableURL = Places.program
    process.arguments = ["run"]
    process.currentDirectoryURL = folder.url
    let words = Pipe()
    process.standardError = words
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    while server.requests.count < 2 { Thread.sleep(forTimeInterval: 0.02) }
    Thread.sleep(forTimeInterval: 0.3)
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
    let said = String(decoding: try words.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(said == "hallway: stopped by a signal; what was read until then is stored\n")
    #expect(!folder.files().contains { $0.hasPrefix("public/") })
    let digest = try EndToEndTests.run(["digest", "--week", "2026-W45"], in: folder)
    #expect(digest.output.contains("2 articles"))
  }
}

/// What happens to a database that is damaged.
struct DamagedDatabaseTests {
  /// Overwrites pages behind the first ones, as a bad disk would.
  static func damage(_ path: String, from offset: Int) throws {
    var bytes = try Data(contentsOf: URL(filePath: path))
    for place in stride(from: offset, to: bytes.count - 64, by: 512) {
      bytes.replaceSubrange(place..<place + 64, with: Data(repeating: 0xA5, count: 64))
    }
    try bytes.write(to: URL(filePath: path))
  }

  @Test(arguments: [100, 20_000])
  func itIsPutAsideAndBuiltAgain(offset: Int) throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let database = folder.path("d/hallway.sqlite")
    try Self.damage(database, from: offset)
    let damaged = try Data(contentsOf: URL(filePath: database))
    let run = ["run", "--config", "d/hallway.toml", "--week", "2026-W45", "--now", "2026-11-09"]
    let refused = try EndToEndTests.run(run, in: folder)
    #expect(refused.status == 1)
    #expect(refused.words.contains("'hallway run --rebuild' puts it aside"))
    let page = try folder.read("d/public/issues/2026-W45.html")
    let rebuilt = try EndToEndTests.run(run + ["--rebuild"], in: folder)
    #expect(rebuilt.status == 0)
    #expect(rebuilt.words.contains("hallway.sqlite.damaged-1: is the old database, put aside"))
    #expect(
      try Data(contentsOf: URL(filePath: folder.path("d/hallway.sqlite.damaged-1"))) == damaged)
    #expect(try folder.read("d/public/issues/2026-W45.html").count > page.count / 2)
    let verified = try EndToEndTests.run(["verify", "--config", "d/hallway.toml"], in: folder)
    #expect(verified.status == 0)
  }

  @Test func publishedIssuesAreTakenOver() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let run = ["run", "--config", "d/hallway.toml", "--now", "2026-11-10", "--rebuild"]
    let rebuilt = try EndToEndTests.run(run, in: folder)
    #expect(rebuilt.status == 0)
    #expect(
      rebuilt.words.contains(
        "2 published issues were taken over; what came by 'hallway import' is to be imported again")
    )
    // So the week that was published is not made, and sent, again.
    #expect(rebuilt.words.contains("issue: none is due"))
  }
}

/// A clock that is wrong for a while.
struct WrongClockTests {
  static func run(_ folder: TemporaryFolder, at now: String) throws -> EndToEndTests.Result {
    try EndToEndTests.run(["run", "--config", "d/hallway.toml", "--now", now], in: folder)
  }

  @Test func anIssueOfTheFutureKeepsNoOtherBack() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    #expect(try Self.run(folder, at: "2034-03-10").words.contains("2034-W09.html"))
    let back = try Self.run(folder, at: "2026-11-17")
    #expect(back.words.contains("2026-W46.html"))
    #expect(back.words.contains("2034-W09): is the clock wrong, or was it? If it was, "))
    #expect(try Self.run(folder, at: "2026-11-18").words.contains("issue: none is due"))
    // Before all issues nothing is due.
    #expect(try Self.run(folder, at: "1970-01-20").words.contains("issue: none is due"))
    #expect(try Self.run(folder, at: "2026-11-24").words.contains("2026-W47.html"))
  }

  @Test func aWeekThatIsNotOverIsMadeAgainWhenItIs() throws {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let publish = ["publish", "--config", "d/hallway.toml", "--week", "2026-W47", "--now"]
    let early = try EndToEndTests.run(publish + ["2026-11-18"], in: folder)
    #expect(early.words.contains("warning: 2026-W47: is not over"))
    let page = "d/public/issues/2026-W47.html"
    #expect(
      try folder.read(page).contains("was made on 18 November 2026, before its time was over"))
    #expect(try Self.run(folder, at: "2026-11-19").words.contains("2026-W46.html"))
    let later = try Self.run(folder, at: "2026-11-24")
    #expect(later.words.contains("2026-W47.html"))
    #expect(try !folder.read(page).contains("was made on"))
    #expect(try Self.run(folder, at: "2026-11-24").words.contains("issue: none is due"))
  }

  @Test func nothingIsPublishedBeforeAnythingIsStored() throws {
    let folder = try TemporaryFolder()
    try folder.write("hallway.toml", "base_url = \"https://d.example/\"\n")
    let result = try EndToEndTests.run(["publish", "--week", "2026-W45"], in: folder)
    #expect(result.status == 1)
    #expect(result.words.contains("nothing has been stored yet; run 'hallway fetch' first"))
    #expect(!folder.files().contains { $0.hasPrefix("public/") })
  }
}
