import Foundation
import Support
import Testing

/// An issue by mail, through a program with the manners of sendmail.
struct SendTests {
  /// The demo with mail set up; what the program gets lies in `d/mail`, its arguments in `d/arguments`.
  static func demo(status: Int = 0, more: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try EndToEndTests.run(["demo", "d"], in: folder)
    let program = try folder.write(
      "d/sendmail",
      """
      #!/bin/sh
      cd "$(dirname "$0")"
      cat >> mail
      echo "$@" >> arguments
      exit \(status)
      """)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: program)
    let settings = try folder.read("d/hallway.toml")
    try folder.write(
      "d/hallway.toml",
      settings + """

        [mail]
        from = "Tern, digest <digest@tern.example>"
        to = ["list@tern.example", "Bo <bo@tern.example>"]
        sendmail = "sendmail"
        \(more)
        """)
    return folder
  }

  static func send(_ folder: TemporaryFolder, _ more: String...) throws -> EndToEndTests.Result {
    try EndToEndTests.run(
      ["send", "--config", "d/hallway.toml", "--week", "2026-W45", "--now", "2026-11-09"] + more,
      in: folder)
  }

  @Test func anIssueIsSentOnce() throws {
    let folder = try Self.demo()
    let first = try Self.send(folder)
    #expect(first.status == 0)
    #expect(first.words == "mail: sent to list@tern.example and bo@tern.example\n")
    let mail = try folder.read("d/mail")
    #expect(mail.contains("\nMessage-ID: <2026-W45.hallway@digest.tern.example>\n"))
    #expect(mail.contains("\nFrom: \"Tern, digest\" <digest@tern.example>\n"))
    #expect(!mail.contains("\r"))
    #expect(
      try folder.read("d/arguments")
        == "-i -f digest@tern.example -- list@tern.example bo@tern.example\n")
    let second = try Self.send(folder)
    #expect(second.status == 0)
    #expect(second.words == "mail: sent before, at 2026-11-09T00:00:00Z\n")
    #expect(try folder.read("d/mail") == mail)
    #expect(try Self.send(folder, "--again").status == 0)
    #expect(try folder.read("d/mail") == mail + mail)
  }

  @Test func theMailIsTheIssueAsItWasPublished() throws {
    let folder = try Self.demo()
    _ = try Self.send(folder)
    let printed = try EndToEndTests.run(
      ["digest", "--config", "d/hallway.toml", "--week", "2026-W45", "--format", "eml"], in: folder)
    #expect(
      printed.output.replacingOccurrences(of: "\r\n", with: "\n") == (try folder.read("d/mail")))
  }

  @Test func whatSurelyFailedIsTriedAgainAndWhatMayHaveArrivedIsNot() throws {
    let folder = try Self.demo(status: 69)
    let failed = try Self.send(folder)
    #expect(failed.status == 1)
    #expect(failed.words.contains("fails with status 69; nothing was sent"))
    _ = try folder.write("d/sendmail", "#!/bin/sh\ncat > /dev/null\nkill -9 $$\n")
    let unknown = try Self.send(folder)
    #expect(unknown.status == 1)
    #expect(unknown.words.contains("the message may have been accepted"))
    let refused = try Self.send(folder)
    #expect(refused.status == 1)
    #expect(refused.words.contains("look for <2026-W45.hallway@digest.tern.example>, and send it"))
    #expect(refused.words.contains("--again"))
  }

  @Test func whatWasSentStaysSentWhenItCannotBeSentAgain() throws {
    let folder = try Self.demo()
    #expect(try Self.send(folder).status == 0)
    try folder.write("d/sendmail", "#!/bin/sh\ncat > /dev/null\nexit 69\n")
    #expect(try Self.send(folder, "--again").words.contains("nothing was sent"))
    #expect(try Self.send(folder).words.contains("sent before, at "))
  }

  @Test func aLookAtItIsNotRemembered() throws {
    let folder = try Self.demo()
    #expect(try Self.send(folder, "--to", "me@tern.example").status == 0)
    #expect(try folder.read("d/arguments") == "-i -f digest@tern.example -- me@tern.example\n")
    #expect(try Self.send(folder).words.contains("sent to list@tern.example"))
  }

  @Test func aRunSendsWhatItPublishes() throws {
    let folder = try Self.demo()
    let run = ["run", "--config", "d/hallway.toml", "--now", "2026-11-10", "--quiet"]
    #expect(try EndToEndTests.run(run, in: folder).status == 0)
    #expect(try EndToEndTests.run(run, in: folder).status == 0)
    let mail = try folder.read("d/mail")
    #expect(mail.components(separatedBy: "Message-ID:").count == 2)
    // A week without news is published, and nobody is bothered.
    let next = ["run", "--config", "d/hallway.toml", "--now", "2026-11-17", "--quiet"]
    #expect(try EndToEndTests.run(next, in: folder).status == 0)
    #expect(try folder.read("d/mail") == mail)
  }

  @Test func aRunWhoseMailFailsTellsWhatItPublished() throws {
    let folder = try Self.demo(status: 69)
    let run = ["run", "--config", "d/hallway.toml", "--week", "2026-W45", "--now", "2026-11-09"]
    let result = try EndToEndTests.run(run, in: folder)
    #expect(result.status == 1)
    #expect(result.words.contains("d/public/issues/2026-W45.html\n"))
    #expect(result.words.hasSuffix("fails with status 69; nothing was sent\n"), "\(result.words)")
    let json = try EndToEndTests.run(run + ["--json"], in: folder)
    #expect(json.output.contains("\"faults\""))
    #expect(json.status == 1)
  }

  @Test func aRunWhoseMailIsSetUpWronglySaysSo() throws {
    let folder = try Self.demo()
    let settings = try folder.read("d/hallway.toml").replacing(
      "sendmail = \"sendmail\"", with: "smtps = \"\""
    ).replacing(
      "smtps = \"\"", with: "smtp = \"smtps://u@mail.example\"\npassword_env = \"NOPE\"")
    try folder.write("d/hallway.toml", settings)
    let result = try EndToEndTests.run(
      ["run", "--config", "d/hallway.toml", "--week", "2026-W45", "--now", "2026-11-09"], in: folder
    )
    #expect(result.status == 2)
    #expect(result.words.contains("d/public/issues/2026-W45.html\n"))
    #expect(result.words.contains("hallway: NOPE: is not set"))
  }

  @Test(arguments: [
    ("from = \"a\\nBcc: x@y.example\"", "has a line break or a control character in it"),
    ("unsubscribe = \"https://x.example/>\\n\"", "is no link for a header"),
    ("smtp = \"smtp://u:secret@mail.example\"", "has a password in it"),
    ("smtps = \"x\"", "unknown key 'smtps' in [mail]; did you mean 'smtp'?"),
  ])
  func faultsOfTheConfigurationAreNamed(line: String, words: String) throws {
    let folder = try TemporaryFolder()
    let from = line.hasPrefix("from") ? "" : "from = \"a@b.example\"\n"
    try folder.write("hallway.toml", "[mail]\n\(from)to = \"c@d.example\"\n\(line)\n")
    let result = try EndToEndTests.run(["send"], in: folder)
    #expect(result.status == 2)
    #expect(result.words.contains("hallway.toml:"))
    #expect(result.words.contains(words))
    #expect(!result.words.contains("secret"))
  }

  @Test func whatIsNotPublishedIsNotSent() throws {
    let folder = try Self.demo()
    let result = try EndToEndTests.run(
      ["send", "--config", "d/hallway.toml", "--week", "2026-W40"], in: folder)
    #expect(result.status == 1)
    #expect(result.words.contains("has not been published; 'hallway publish'"))
  }
}
