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
    // Four feeds, of which the third crashes, and two transcripts.
    #expect(begun == 6)
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
    let (ending, begun) = try await stage.run(at: "every", "segv")
    #expect(ending.status == 3)
    #expect(begun == 4)
    #expect(ending.words.split(separator: "\n").count { $0.contains("it starts again") } == 4)
  }

  @Test func aDatabaseIsPutAsideOnce() async throws {
    guard let stage = try await Stage() else { return }
    _ = try await ProgramRun.run(DemoWeeks.second, in: stage.place)
    let (ending, begun) = try await stage.run(DemoWeeks.second + ["--rebuild"], at: "2,4", "segv")
    #expect(ending.status == 3, "\(ending.words)")
    #expect(begun == 4)
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
