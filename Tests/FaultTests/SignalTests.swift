// A request to stop in the middle of a run, and a reader that has gone.

import Foundation
import Support
import Testing

/// What SIGTERM does, wherever it comes.
struct SignalTests {
  /// Some calls are tried, as for other faults; `scripts/faults` tries every one.
  @Test func wheneverItComesNothingIsHalf() async throws {
    guard let stage = try await WholeRunTests.Stage.make() else {
      print("no C compiler: requests to stop are not tested at each call")
      return
    }
    var statuses: Set<Int32?> = []
    let step = max(1, stage.calls / 8)
    for call in Array(stride(from: 1, through: stage.calls, by: step)) + [stage.calls] {
      let folder = try stage.copy("now")
      let ending = try await stage.injector.run(
        DemoWeeks.second, under: folder, at: call, .terminated)
      let place = "call \(call) of \(stage.calls): \(ending.words)"
      statuses.insert(ending.status)
      #expect(ending.status == 0 || ending.status == 1, "signal \(ending.signal) at \(place)")
      if ending.status == 1 {
        #expect(
          ending.words == "hallway: stopped by a signal; what was read until then is stored\n")
      }
      let site = DemoWeeks.files(folder + "/public")
      #expect(site == stage.old || site == stage.new, "a torn site at \(place)")
      let next = try await ProgramRun.run(DemoWeeks.second, in: folder)
      #expect(next.status == 0, "the next run at \(place): \(next.words)")
      #expect(DemoWeeks.files(folder + "/public") == stage.new, "another site after \(place)")
      #expect(WholeRunTests.mails(folder) == 1, "mails after \(place)")
      #expect(try await WholeRunTests.digest(folder) == stage.digest, "lost rows after \(place)")
    }
    // It came both while there was something to leave for later and when there was not.
    #expect(statuses == [0, 1])
  }

  /// A folder whose mail program has the message and waits for a file called `go`.
  static func slowMail(_ folder: TemporaryFolder) async throws -> String {
    let place = folder.path("d")
    try await DemoWeeks.write(
      place,
      more: "\n[mail]\nfrom = \"a@d.example\"\nto = [\"b@d.example\"]\nsendmail = \"sendmail\"\n")
    let program = try folder.write(
      "d/sendmail",
      """
      #!/bin/sh
      cat > /dev/null
      cd "$(dirname "$0")"
      echo sent >> sent
      while test -e sent && ! test -e go; do sleep 0.05; done

      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    return place
  }

  @Test func aMessageThatIsBeingHandedOverIsHandedOver() async throws {
    let folder = try TemporaryFolder()
    let place = try await Self.slowMail(folder)
    let run = try ProgramRun(DemoWeeks.second, in: place)
    #expect(try await ProgramRun.wait { FileManager.default.fileExists(atPath: place + "/sent") })
    run.signal(SIGTERM)
    try folder.write("d/go", "")
    let ending = try await run.ending()
    #expect(ending.status == 0, "\(ending.signal) \(ending.words)")
    let next = try await ProgramRun.run(DemoWeeks.second, in: place)
    #expect(next.status == 0)
    #expect(next.words.contains("mail: sent before"), "\(next.words)")
    #expect(try folder.read("d/sent") == "sent\n")
  }

  @Test func aSecondOneEndsItAtOnceAndMailIsNotSentAgain() async throws {
    let folder = try TemporaryFolder()
    let place = try await Self.slowMail(folder)
    let run = try ProgramRun(DemoWeeks.second, in: place)
    #expect(try await ProgramRun.wait { FileManager.default.fileExists(atPath: place + "/sent") })
    // Two that come before the program has seen the first are one to the kernel.
    let hasEnded = try await ProgramRun.wait {
      run.signal(SIGTERM)
      return run.isZombie
    }
    #expect(hasEnded)
    try folder.write("d/go", "")
    #expect(try await run.ending().signal == SIGTERM)
    let next = try await ProgramRun.run(DemoWeeks.second, in: place)
    #expect(next.status == 1)
    #expect(next.words.contains("was being handed over"), "\(next.words)")
    #expect(try folder.read("d/sent") == "sent\n")
    #expect(DemoWeeks.files(place + "/public")["issues/2026-W45.html"] != nil)
  }

  @Test func aMailServerThatHasTheMessageIsHeardOut() async throws {
    let folder = try TemporaryFolder()
    let place = folder.path("d")
    let (hasMessage, isFree) = (Flag(), DispatchSemaphore(value: 0))
    let server = try ScriptedMailServer { command in
      if command == "." {
        hasMessage.value = true
        isFree.wait()
      }
      return ScriptedMailServer.agree(command)
    }
    defer { isFree.signal() }
    try await DemoWeeks.write(
      place,
      more:
        "\n[mail]\nfrom = \"a@d.example\"\nto = [\"b@d.example\"]\nsmtp = \"\(server.address)\"\n"
    )
    let run = try ProgramRun(DemoWeeks.second, in: place)
    #expect(try await ProgramRun.wait { hasMessage.value })
    run.signal(SIGTERM)
    isFree.signal()
    let ending = try await run.ending()
    #expect(ending.status == 0, "\(ending.signal) \(ending.words)")
    let next = try await ProgramRun.run(DemoWeeks.second, in: place)
    #expect(next.words.contains("mail: sent before"), "\(next.words)")
    #expect(server.messages.count == 1)
  }
}

/// Output that nobody reads any more.
struct GoneReaderTests {
  static let commands = [
    ["search", "cache"], ["digest", "--week", "2026-W45"], ["export", "--format", "ndjson"],
    ["topics"], ["sources"],
  ]

  @Test func theProgramLeavesQuietly() async throws {
    let folder = try TemporaryFolder()
    _ = try await ProgramRun.run(["demo", "d"], in: folder.url.path)
    for command in Self.commands {
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      let ending = try await ProgramRun(
        command, in: folder.path("d"), output: pipe.fileHandleForWriting
      ).ending()
      #expect(ending.signal == SIGPIPE, "\(command): \(ending.status ?? -1)")
      #expect(ending.words == "", "\(command)")
    }
  }
}
