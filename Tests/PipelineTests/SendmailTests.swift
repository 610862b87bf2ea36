// Programs that send mail: what they are given, and how they fail.

import Foundation
import Network
import Support
import Testing

@testable import Pipeline

struct SendmailTests {
  static let message = Array("Subject: x\r\n\r\n.\r\ntext\r\n".utf8)

  /// A program of so many lines of shell.
  ///
  /// Another process writes it: a program that a test beside this one starts would else keep it
  /// open for writing, and what is open so cannot be run.
  static func program(_ folder: TemporaryFolder, _ lines: String) throws -> String {
    let text = try folder.write("text", "#!/bin/sh\n" + lines + "\n")
    let copier = try Process.run(
      URL(filePath: "/usr/bin/env"),
      arguments: ["install", "-m", "755", text, folder.path("sendmail")])
    copier.waitUntilExit()
    return folder.path("sendmail")
  }

  static func send(
    _ program: String, _ message: [UInt8] = message, to recipients: [String] = ["a@example.org"],
    timeoutSeconds: Int = 20
  ) throws(MailFailure) {
    try Sendmail(program: program, timeoutSeconds: timeoutSeconds).send(
      message, from: "digest@example.org", to: recipients)
  }

  @Test func aProgramGetsTheMessageAndTheEnvelope() throws {
    let folder = try TemporaryFolder()
    let program = try Self.program(
      folder, "cat > \"$0.message\"; printf '%s\\n' \"$@\" > \"$0.words\"; echo done")
    try Self.send(program, to: ["a@example.org", "-x@example.org", "$(id)@example.org"])
    #expect(try folder.read("sendmail.message") == "Subject: x\n\n.\ntext\n")
    #expect(
      try folder.read("sendmail.words") == """
        -i
        -f
        digest@example.org
        --
        a@example.org
        -x@example.org
        $(id)@example.org

        """)
  }

  @Test func aLargeMessageNeedsNoReaderInTime() throws {
    let folder = try TemporaryFolder()
    let program = try Self.program(folder, "sleep 0.1; wc -c > \"$0.size\"")
    try Self.send(program, [UInt8](repeating: UInt8(ascii: "x"), count: 3 << 20))
    let size = try folder.read("sendmail.size")
    #expect(size.trimmingCharacters(in: .whitespacesAndNewlines) == "\(3 << 20)")
  }

  @Test(arguments: [
    (
      "cat > /dev/null; echo 'no such'; echo '  user' >&2; exit 67", MailFailure.Fate.notSent,
      false,
      "fails with status 67: no such user; nothing was sent"
    ),
    (
      "cat > /dev/null; exit 75", .unknown, true,
      "puts the message off (status 75); the message may"
    ),
    ("exit 75", .notSent, true, "puts the message off (status 75); nothing was sent"),
    ("exit 0", .unknown, false, "ended without reading the message; the message may"),
    ("cat > /dev/null; kill -9 $$", .unknown, false, "was ended by signal 9; the message may"),
    ("kill -9 $$", .notSent, false, "was ended by signal 9; nothing was sent"),
  ])
  func aFailureSaysWhetherTheMessageMayBeOnItsWay(
    script: String, fate: MailFailure.Fate, isTemporary: Bool, words: String
  ) throws {
    let folder = try TemporaryFolder()
    let program = try Self.program(folder, script)
    let failure = #expect(throws: MailFailure.self) { try Self.send(program) }
    #expect(failure?.stage == .program)
    #expect(failure?.fate == fate)
    #expect(failure?.isTemporary == isTemporary)
    #expect(failure?.message.hasPrefix("\(program): \(words)") == true, "\(failure?.message ?? "")")
  }

  @Test func aProgramThatHangsIsStoppedWithWhatItStarted() throws {
    let folder = try TemporaryFolder()
    let program = try Self.program(folder, "sleep 60 & echo $! > \"$0.child\"; wait")
    let failure = #expect(throws: MailFailure.self) { try Self.send(program, timeoutSeconds: 1) }
    #expect(
      failure
        == MailFailure(
          stage: .program, isTemporary: true,
          message: "\(program): was not done within 1 seconds and was stopped; nothing was sent"))
    let child = try folder.read("sendmail.child").trimmingCharacters(in: .whitespacesAndNewlines)
    let state = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
    #expect(state == nil || state?.contains(") Z ") == true)
  }

  @Test(arguments: ["sendmail", "", "/nowhere/sendmail"])
  func aProgramIsNamedByItsWholePath(program: String) {
    let failure = #expect(throws: MailFailure.self) { try Self.send(program) }
    #expect(
      failure?.message
        == "\(program): is no program that can be run; name one by its whole path; nothing was sent"
    )
  }

  @Test func whatIsNoProgramCannotBeStarted() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("sendmail", "no program")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let failure = #expect(throws: MailFailure.self) { try Self.send(path) }
    #expect(failure?.message.hasPrefix("\(path): cannot be started: ") == true)
  }

  @Test(arguments: ["", "a b@example.org", "a\n@example.org"])
  func anAddressIsOneWord(address: String) {
    let failure = #expect(throws: MailFailure.self) { try Self.send("/bin/true", to: [address]) }
    #expect(failure?.stage == .envelope)
  }
}
