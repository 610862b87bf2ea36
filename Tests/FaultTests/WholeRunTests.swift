import Foundation
import Support
import Testing

/// A whole run with each of its writing calls failing, or killed there: nothing is lost, the site is the
/// old or the new one, mail is sent once at most, and the next run completes.
///
/// Some calls are tried; `scripts/faults` tries every one.
struct WholeRunTests {
  /// A folder in which the demo's first week has been published, and the same after its second.
  struct Stage {
    let folder: TemporaryFolder
    let injector: Injector
    let before: String
    let calls: Int
    /// The site before and after, and what the archive says after.
    let old: [String: Data]
    let new: [String: Data]
    let digest: String

    static func make() async throws -> Stage? {
      let folder = try TemporaryFolder()
      guard let injector = try Injector(in: folder) else { return nil }
      let before = folder.path("before")
      try await DemoWeeks.write(before)
      try WholeRunTests.addMail(to: before)
      try await DemoWeeks.publishFirst(before)
      try? FileManager.default.removeItem(atPath: before + "/sent")
      let after = folder.path("after")
      try FileManager.default.copyItem(atPath: before, toPath: after)
      let counted = folder.path("count")
      let whole = try await injector.run(DemoWeeks.second, under: after, at: 0, counted: counted)
      guard whole.status == 0 else { throw POSIXError(.EIO) }
      let count = FileManager.default.contents(atPath: counted) ?? Data()
      return Stage(
        folder: folder, injector: injector, before: before,
        calls: Int(String(decoding: count, as: UTF8.self).filter(\.isNumber)) ?? 0,
        old: DemoWeeks.files(before + "/public"), new: DemoWeeks.files(after + "/public"),
        digest: try await WholeRunTests.digest(after))
    }

    /// A copy of the state before the run.
    func copy(_ name: String) throws -> String {
      let path = folder.path(name)
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.copyItem(atPath: before, toPath: path)
      return path
    }
  }

  /// A mail program that notes each message that it takes.
  static func addMail(to folder: String) throws {
    let program = folder + "/sendmail"
    try Data("#!/bin/sh\ncat > /dev/null\necho sent >> \"$(dirname \"$0\")/sent\"\n".utf8)
      .write(to: URL(filePath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let settings = URL(filePath: folder + "/hallway.toml")
    let mail = "\n[mail]\nfrom = \"a@d.example\"\nto = [\"b@d.example\"]\nsendmail = \"sendmail\"\n"
    try (Data(contentsOf: settings) + Data(mail.utf8)).write(to: settings)
  }

  static func digest(_ folder: String) async throws -> String {
    try await ProgramRun.run(
      ["digest", "--config", "hallway.toml", "--week", "2026-W45", "--format", "json"], in: folder
    ).output
  }

  static func mails(_ folder: String) -> Int {
    let sent = FileManager.default.contents(atPath: folder + "/sent") ?? Data()
    return sent.count { $0 == UInt8(ascii: "\n") }
  }

  static let faults: [Injector.Fault] = [
    .killedBefore, .killedAfter, .error(EIO), .error(ENOSPC), .error(EACCES),
  ]

  @Test(arguments: faults.indices)
  func nothingIsLost(kind: Int) async throws {
    let fault = Self.faults[kind]
    guard let stage = try await Stage.make() else {
      print("no C compiler: the fault tests are skipped")
      return
    }
    #expect(stage.calls > 100)
    #expect(stage.old != stage.new)
    // Other calls for each kind of fault.
    let step = max(1, stage.calls / 7)
    var tried = 0
    for call in stride(from: 1 + kind * 3, through: stage.calls, by: step) {
      let folder = try stage.copy("now")
      let ending = try await stage.injector.run(DemoWeeks.second, under: folder, at: call, fault)
      let place = "call \(call) of \(stage.calls), \(fault): \(ending.words)"
      tried += 1
      if case .error = fault {
        #expect(ending.status != nil, "ended by signal \(ending.signal) at \(place)")
        #expect(ending.status == 0 || !ending.words.isEmpty, "silent at \(place)")
      } else {
        #expect(ending.signal == SIGKILL, "not killed at \(place)")
      }
      let site = DemoWeeks.files(folder + "/public")
      #expect(site == stage.old || site == stage.new, "a torn site at \(place)")
      let next = try await ProgramRun.run(DemoWeeks.second, in: folder)
      // A mail that may have arrived waits for a person.
      let isOpen = next.status == 1 && next.words.contains("was being handed over")
      #expect(
        next.status == 0 || isOpen,
        "the next run left with \(next.status ?? -1) at \(place): \(next.words)")
      if !isOpen { #expect(Self.mails(folder) == 1, "no mail after \(place)") }
      #expect(DemoWeeks.files(folder + "/public") == stage.new, "another site after \(place)")
      #expect(try await Self.digest(folder) == stage.digest, "lost rows after \(place)")
      #expect(Self.mails(folder) <= 1, "mail sent twice after \(place)")
      let verified = try await ProgramRun.run(["verify", "--config", "hallway.toml"], in: folder)
      #expect(verified.status == 0, "verify after \(place): \(verified.words)")
      #expect(
        !FileManager.default.fileExists(atPath: folder + "/.public.hallway-new"),
        "left over at \(place)")
    }
    print("\(fault): \(tried) of \(stage.calls) calls")
  }
}
