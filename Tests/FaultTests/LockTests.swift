// A database that another program holds, and two runs at once.

import Foundation
import Support
import Testing

/// Another program in the middle of a transaction.
@Suite(.needsPython)
struct HeldDatabaseTests {
  /// How another program keeps us out.
  enum Hold: String, CaseIterable {
    /// From writing: SQLite lets others read.
    case writing
    /// From everything.
    case everything
  }

  /// A program that holds a database until its input ends, or until something else has opened it and a
  /// second has passed.
  ///
  /// It waits for that itself: this process may be held up for longer than a database is waited for.
  static func holder(
    of database: String, _ hold: Hold, untilOpened isShort: Bool = false
  ) throws -> Companion {
    let script = """
      import glob, os, sqlite3, sys, time
      path = sys.argv[1]
      database = sqlite3.connect(path, isolation_level=None, timeout=30)
      if sys.argv[2] == "everything": database.execute("PRAGMA locking_mode = EXCLUSIVE")
      database.execute("BEGIN EXCLUSIVE")
      def target(link):
          try: return os.readlink(link)
          except OSError: return ""
      def is_opened():
          links = glob.glob("/proc/[0-9]*/fd/*")
          return any(target(l) == path for l in links if l.split("/")[2] != str(os.getpid()))
      print("held", flush=True)
      if sys.argv[3] == "true":
          while not is_opened(): time.sleep(0.02)
          time.sleep(1)
      else: sys.stdin.read()
      database.execute("ROLLBACK")
      """
    return try Companion(
      ["/usr/bin/env", "python3", "-c", script, database, hold.rawValue, "\(isShort)"])
  }

  @Test(arguments: Hold.allCases)
  func aWhileIsWaitedFor(hold: Hold) async throws {
    let folder = try TemporaryFolder()
    let place = folder.path("d")
    try await DemoWeeks.write(place)
    try await DemoWeeks.publishFirst(place)
    let holder = try Self.holder(of: place + "/hallway.sqlite", hold, untilOpened: true)
    let ending = try await ProgramRun.run(DemoWeeks.second, in: place)
    try await holder.end()
    #expect(ending.status == 0, "\(ending.words)")
    #expect(ending.time > .seconds(1))
    #expect(DemoWeeks.files(place + "/public")["issues/2026-W45.html"] != nil)
  }

  @Test(arguments: Hold.allCases)
  func withoutAnEndItIsSaidAndNothingIsLost(hold: Hold) async throws {
    let folder = try TemporaryFolder()
    let place = folder.path("d")
    try await DemoWeeks.write(place)
    try await DemoWeeks.publishFirst(place)
    let old = DemoWeeks.files(place + "/public")
    let copy = folder.path("free")
    try FileManager.default.copyItem(atPath: place, toPath: copy)
    let holder = try Self.holder(of: place + "/hallway.sqlite", hold)
    let ending = try await ProgramRun.run(DemoWeeks.second, in: place)
    #expect(ending.status == 1, "\(ending.words)")
    #expect(ending.time > .seconds(4))
    #expect(ending.time < .seconds(30))
    #expect(
      ending.words.hasPrefix(
        "hallway: \(place)/hallway.sqlite: database is locked; another program holds it, try again when that has ended"
      ), "\(ending.words)")
    #expect(ending.words.count { $0 == "\n" } == 1)
    #expect(DemoWeeks.files(place + "/public") == old)
    try await holder.end()
    #expect(try await ProgramRun.run(DemoWeeks.second, in: place).status == 0)
    #expect(try await ProgramRun.run(DemoWeeks.second, in: copy).status == 0)
    #expect(DemoWeeks.files(place + "/public") == DemoWeeks.files(copy + "/public"))
    #expect(try await DemoWeeks.integrity([place + "/hallway.sqlite"]) == ["ok"])
  }

  /// The message is on its way, and then nothing can be noted any more.
  @Test func mailIsNotSentTwiceAfterItCouldNotBeNoted() async throws {
    let folder = try TemporaryFolder()
    let place = folder.path("d")
    try await DemoWeeks.write(place)
    try await DemoWeeks.publishFirst(place)
    try folder.write(
      "d/hallway.toml",
      try folder.read("d/hallway.toml")
        + "\n[mail]\nfrom = \"a@d.example\"\nto = [\"b@d.example\"]\nsendmail = \"sendmail\"\n")
    let program = try folder.write(
      "d/sendmail",
      """
      #!/bin/sh
      cat > /dev/null
      cd "$(dirname "$0")"
      echo sent >> sent
      while test -e sent && ! test -e held; do sleep 0.05; done

      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let run = try ProgramRun(DemoWeeks.second, in: place)
    #expect(try await ProgramRun.wait { FileManager.default.fileExists(atPath: place + "/sent") })
    let holder = try Self.holder(of: place + "/hallway.sqlite", .writing)
    try folder.write("d/held", "")
    let ending = try await run.ending()
    #expect(ending.status == 1)
    #expect(ending.words.contains("database is locked"), "\(ending.words)")
    try await holder.end()
    let next = try await ProgramRun.run(DemoWeeks.second, in: place)
    #expect(next.status == 1)
    #expect(next.words.contains("was being handed over"), "\(next.words)")
    #expect(try folder.read("d/sent") == "sent\n")
  }
}

/// Two runs on one database.
struct TwoRunsTests {
  @Test func theSecondLeavesAtOnceAndADeadOneHoldsNothing() async throws {
    let folder = try TemporaryFolder()
    let place = folder.path("d")
    try await DemoWeeks.write(place)
    let feed = try folder.read("d/blog.atom")
    let isFree = DispatchSemaphore(value: 0)
    let server = try LoopbackServer { _ in
      isFree.wait()
      isFree.signal()
      return LoopbackServer.response("200 OK", body: feed)
    }
    defer {
      isFree.signal()
      server.stop()
    }
    try folder.write(
      "d/hallway.toml",
      "base_url = \"https://d.example/\"\n[fetch]\nallow_private_addresses = true\ntimeout = \"5m\"\n"
        + "[[feed]]\nurl = \"\(server.address("/blog"))\"\n"
        + "[mail]\nfrom = \"a@d.example\"\nto = [\"b@d.example\"]\nsmtp = \"smtp://localhost\"\n")
    let first = try ProgramRun(["run", "--now", "2026-11-09"], in: place)
    #expect(try await ProgramRun.wait { !server.requests.isEmpty })
    var quickest = Duration.seconds(60)
    for command in ["run", "fetch", "publish", "send", "run"] {
      let second = try await ProgramRun.run([command, "--now", "2026-11-09"], in: place)
      #expect(second.status == 5, "\(command): \(second.words)")
      #expect(
        second.words
          == "hallway: another run holds \(place)/hallway.sqlite.lock; wait for it to end\n")
      quickest = min(quickest, second.time)
    }
    // Nothing is waited for; a single one may be held up by what else the machine does.
    #expect(quickest < .seconds(1))
    #expect(server.requests.count == 1)
    first.signal(SIGKILL)
    #expect(try await first.ending().signal == SIGKILL)
    isFree.signal()
    let third = try await ProgramRun.run(["fetch", "--now", "2026-11-09"], in: place)
    #expect(third.status == 0, "\(third.words)")
    #expect(third.words.contains("fetched: 1\n"))
  }
}
