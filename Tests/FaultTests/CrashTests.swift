import Foundation
import Support
import Testing

/// A reader that crashes or hangs: its source is lost, not the run.
struct CrashTests {
  /// The demo's configuration with nothing read yet, and the library that crashes the program.
  struct Stage {
    let folder: TemporaryFolder
    let library: String

    init?() async throws {
      folder = try TemporaryFolder()
      guard let library = try Injector.compile("crasher", in: folder) else {
        print("no C compiler: the tests of crashes are skipped")
        return nil
      }
      self.library = library
      try await DemoWeeks.write(folder.path("d"))
    }

    var place: String { folder.path("d") }

    /// Runs the program, crashing it at some of the documents that it begins.
    func run(
      _ arguments: [String]? = nil, at documents: String, _ how: String
    ) async throws -> (ending: ProgramRun.Ending, begun: Int) {
      let log = folder.path("log-\(UUID().uuidString)")
      let ending = try await ProgramRun.run(
        arguments ?? DemoWeeks.second, in: place,
        environment: [
          "LD_PRELOAD": library, "CRASH_AT": documents, "CRASH_HOW": how, "CRASH_LOG": log,
          "SWIFT_BACKTRACE": "enable=no",
        ])
      return (ending, FileManager.default.contents(atPath: log)?.count ?? 0)
    }

    func digest() async throws -> String { try await WholeRunTests.digest(place) }
  }

  @Test(arguments: ["segv", "trap", "abort", "overflow", "hang"])
  func oneSourceIsLostNotTheRun(how: String) async throws {
    guard let stage = try await Stage() else { return }
    let (ending, begun) = try await stage.run(at: "3", how)
    #expect(ending.status == 3, "\(ending.words)")
    let verb = how == "hang" ? "hung" : "crashed"
    let file = stage.place + "/blog.atom"
    #expect(
      ending.words.hasPrefix(
        "hallway: this program \(verb) while reading \(file); it starts again without that\n"))
    #expect(ending.words.contains("hallway: \(file): what it sends "))
    // Four feeds, of which the third crashes, two transcripts, and the issue.
    #expect(begun == 7)
    let page = try stage.folder.read("d/public/issues/2026-W45.html")
    #expect(page.contains("please report it"))
    #expect(!page.contains("Seventeen failures and a lock file"))
    // The next run, which does not crash, reads all.
    let next = try await ProgramRun.run(DemoWeeks.second, in: stage.place)
    #expect(next.status == 0, "\(next.words)")
    let digest = try await stage.digest()
    #expect(digest.contains("Seventeen failures and a lock file"))
    let whole = try #require(try await Stage())
    _ = try await ProgramRun.run(DemoWeeks.second, in: whole.place)
    #expect(digest == (try await whole.digest()))
  }

  @Test func whereEverySourceCrashesTheRunEnds() async throws {
    guard let stage = try await Stage() else { return }
    let (ending, begun) = try await stage.run(at: "1,2,3,4", "segv")
    #expect(ending.status == 3)
    #expect(begun == 5)
    #expect(ending.words.split(separator: "\n").count { $0.contains("it starts again") } == 4)
  }

  @Test(arguments: ["segv", "trap", "hang"])
  func oneIssueIsLostNotTheOthers(how: String) async throws {
    guard let stage = try await Stage() else { return }
    try await DemoWeeks.publishFirst(stage.place)
    // Three weeks are due; the issues of the first and the last crash the program.
    let catchUp = ["run", "--config", "hallway.toml", "--now", "2026-11-16"]
    let (ending, begun) = try await stage.run(catchUp, at: "7,9", how)
    #expect(ending.status == 1, "\(ending.words)")
    let verb = how == "hang" ? "hung" : "crashed"
    for week in ["2026-W44", "2026-W46"] {
      #expect(
        ending.words.contains(
          "hallway: this program \(verb) while making the issue \(week); it starts again without"))
      #expect(ending.words.contains("hallway: the issue \(week): making it "))
    }
    #expect(begun == 9)
    func issues() -> [String] {
      stage.folder.files().filter { $0.hasPrefix("d/public/issues/") && $0.hasSuffix(".html") }
        .map { String($0.dropFirst("d/public/issues/".count)) }.sorted()
    }
    #expect(issues() == ["2026-W43.html", "2026-W45.html"])
    // What is due still is made once that is mended, and what is older when it is asked for.
    let next = try await ProgramRun.run(catchUp, in: stage.place)
    #expect(next.status == 0, "\(next.words)")
    #expect(issues() == ["2026-W43.html", "2026-W45.html", "2026-W46.html"])
    let made = try await ProgramRun.run(
      ["publish", "--week", "2026-W44", "--now", "2026-11-16"], in: stage.place)
    #expect(made.status == 0, "\(made.words)")
    #expect(issues().count == 4)
    let verified = try await ProgramRun.run(["verify"], in: stage.place)
    #expect(verified.status == 0, "\(verified.words)")
  }

  @Test func aCrashElsewhereIsSaid() async throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    let run = try ProgramRun(
      ["parse", pipe], in: folder.url.path, environment: ["SWIFT_BACKTRACE": "enable=no"])
    // It can be opened once the program reads from it.
    var writer: Int32 = -1
    #expect(
      try await ProgramRun.wait(within: .seconds(30)) {
        writer = open(pipe, O_WRONLY | O_NONBLOCK)
        return writer >= 0
      })
    defer { close(writer) }
    run.signal(SIGSEGV)
    let ending = try await run.ending()
    #expect(ending.signal == SIGSEGV)
    #expect(ending.words.hasPrefix("hallway: this program crashed (signal 11); what was stored "))
  }

  @Test func aDatabaseIsPutAsideOnce() async throws {
    guard let stage = try await Stage() else { return }
    _ = try await ProgramRun.run(DemoWeeks.second, in: stage.place)
    let (ending, begun) = try await stage.run(DemoWeeks.second + ["--rebuild"], at: "2,4", "segv")
    #expect(ending.status == 3, "\(ending.words)")
    #expect(begun == 5)
    #expect(stage.folder.files().contains("d/hallway.sqlite.damaged-1"))
    #expect(!stage.folder.files().contains("d/hallway.sqlite.damaged-2"))
  }

  @Test func noServerIsAskedTwiceAndNoPasswordIsShown() async throws {
    guard let stage = try await Stage() else { return }
    let feed = try stage.folder.read("d/blog.atom")
    let server = try LoopbackServer { _ in LoopbackServer.response("200 OK", body: feed) }
    defer { server.stop() }
    let sources = (1...6).map { number in
      let address = server.address("/blog-\(number)")
      return "[[feed]]\nurl = \"\(address.replacing("http://", with: "http://me:secret@"))\"\n"
    }
    try stage.folder.write(
      "d/hallway.toml",
      "base_url = \"https://d.example/\"\n[fetch]\nallow_private_addresses = true\npace = \"0s\"\n"
        + sources.joined())
    let (ending, begun) = try await stage.run(at: "2", "trap")
    #expect(ending.status == 3, "\(ending.words)")
    #expect(ending.words.contains("it starts again"))
    #expect(!ending.words.contains("secret"))
    #expect(begun >= 6)
    let paths = server.requests.map(\.path).filter { $0.hasPrefix("/blog-") }
    // What was under way when the program died is asked for again; what was stored is not.
    #expect(paths.count { $0 == "/blog-1" } == 1)
    #expect(paths.count { $0 == "/blog-2" } == 1)
  }
}
