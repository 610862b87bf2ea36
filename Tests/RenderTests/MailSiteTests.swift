// The names of messages and lists, and links in headers.

import Testing

@testable import Render

struct MailSiteTests {
  @Test(arguments: [
    (
      "https://digest.example.org/", "<2026-W47.hallway@digest.example.org>",
      "<hallway.digest.example.org>"
    ),
    (
      "http://Example.org:8080/Digests/Rust%20Lang/?x#y",
      "<2026-W47.digests.rust-20lang.hallway@example.org>",
      "<hallway.rust-20lang.digests.example.org>"
    ),
    (
      "https://user:secret@example.org/", "<2026-W47.hallway@example.org>",
      "<hallway.example.org>"
    ),
    ("http://[2001:db8::1]/", "<2026-W47.hallway@2001-db8-1>", "<hallway.2001-db8-1>"),
  ])
  func namesMessageAndList(address: String, message: String, list: String) throws {
    let site = try MailSite(address)
    #expect(site.messageID(of: "2026-W47") == message)
    #expect(site.listID == list)
  }

  @Test func anIssueOfDaysHasANameToo() throws {
    #expect(
      try MailSite("https://example.org/").messageID(of: "2024-05-01--2024-05-15")
        == "<2024-05-01-2024-05-15.hallway@example.org>")
  }

  @Test func withoutASiteTheSendersDomainStands() throws {
    let site = MailSite(of: try Mailbox("a@Mail.example.org"))
    #expect(site.messageID(of: "2026-W47") == "<2026-W47.hallway@mail.example.org>")
  }

  @Test(arguments: ["", "example.org", "ftp://example.org/", "https://", "https://a b/"])
  func refusesWhatNamesNoHost(address: String) {
    #expect(throws: MailProblem.site(address)) { try MailSite(address) }
  }

  @Test func refusesAHostInAnotherScript() {
    #expect(throws: MailProblem.foreignDomain("bücher.example")) {
      try MailSite("https://bücher.example/")
    }
  }

  @Test(arguments: [
    "https://example.org/leave?list=a&b=c%20d", "http://example.org/", "mailto:leave@example.org",
  ])
  func takesLinks(address: String) throws {
    #expect(try MailLink(address).address == address)
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "https://example.org/>\r\nBcc: x", "https://example.org/a b",
    "https://example.org/<x>", "https://example.org/é", "mailto:a@b\0",
    "https://example.org/" + String(repeating: "a", count: 900),
  ])
  func refusesWhatIsNoLinkForAHeader(address: String) {
    #expect(throws: MailProblem.link(address)) { try MailLink(address) }
  }
}
