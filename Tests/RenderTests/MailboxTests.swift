// Addresses with names, as people write them, and what is refused.

import Testing

@testable import Render

struct MailboxTests {
  @Test(arguments: [
    ("a@example.org", nil, "a@example.org"),
    ("  Digest   Team <a.b+c@Example.org> ", "Digest Team", "a.b+c@Example.org"),
    ("\"Lee, Ann \\\"Al\\\"\" <ann@example.org>", "Lee, Ann \"Al\"", "ann@example.org"),
    ("Lee, Ann <ann@example.org>", "Lee, Ann", "ann@example.org"),
    ("<root@localhost>", nil, "root@localhost"),
    ("\"\" <a@example.org>", nil, "a@example.org"),
    ("Jörg 🦊 <j@xn--bcher-kva.example>", "Jörg 🦊", "j@xn--bcher-kva.example"),
  ])
  func readsNameAndAddress(text: String, name: String?, address: String) throws {
    let mailbox = try Mailbox(text)
    #expect(mailbox.name == name)
    #expect(mailbox.address == address)
  }

  @Test func aDomainIsTheSameInSmallLetters() throws {
    #expect(try Mailbox("a@Example.ORG").domain == "example.org")
  }

  @Test(arguments: [
    ("", MailProblem.noMailbox("")), ("ann", .noMailbox("ann")),
    ("a@example.org, b@example.org", .noMailbox("a@example.org, b@example.org")),
    ("Ann <a@example.org> <b@example.org>", .noMailbox("Ann <a@example.org> <b@example.org>")),
    ("\"Ann <a@example.org>", .noMailbox("\"Ann <a@example.org>")),
    ("a b@example.org", .localPart("a b@example.org")),
    ("a..b@example.org", .localPart("a..b@example.org")),
    ("@example.org", .localPart("@example.org")), ("a@", .domain("a@")),
    ("a@-b.example", .domain("a@-b.example")), ("a@[192.0.2.1]", .domain("a@[192.0.2.1]")),
    ("jörg@example.org", .foreignLocalPart("jörg@example.org")),
    ("a@bücher.example", .foreignDomain("bücher.example")),
  ])
  func refusesWhatIsNoAddress(text: String, problem: MailProblem) {
    #expect(throws: problem) { try Mailbox(text) }
  }

  @Test(arguments: ["\r", "\n", "\r\n", "\0", "\u{1B}", "\u{85}", "\u{2028}", "\u{7F}"])
  func refusesControlCharacters(control: String) {
    let text = "Ann\(control)Bcc: x <a@example.org>"
    #expect(throws: MailProblem.control(text)) { try Mailbox(text) }
  }

  @Test func refusesWhatIsTooLongForSMTP() {
    let long = String(repeating: "a", count: 65) + "@example.org"
    #expect(throws: MailProblem.tooLong(long)) { try Mailbox(long) }
  }
}
