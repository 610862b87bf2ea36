// Whole messages: every header, the parts, and the same bytes each time.

import Model
import Testing

@testable import Render

struct MailMessageTests {
  static func message(
    title: String = "This week", text: String = "Hello \nyou.\n", html: String = "<p>Hello</p>\n",
    to: [String] = ["list@example.org"], unsubscribe: [String] = [], baseURL: String? = nil
  ) throws -> MailMessage {
    var issue = Samples.issue(threads: 1)
    issue.title = title
    if let baseURL { issue.baseURL = baseURL }
    return try MailMessage(
      issue, from: Mailbox("Digest <digest@example.org>"),
      to: to.map { (text) throws(MailProblem) in try Mailbox(text) },
      unsubscribe: unsubscribe.map { (text) throws(MailProblem) in try MailLink(text) },
      text: text, isFlowed: true, html: html)
  }

  static func text(_ message: MailMessage) -> String {
    String(decoding: message.bytes, as: UTF8.self)
  }

  /// The headers, unfolded, in order.
  static func headers(_ message: MailMessage) -> [String] {
    let head = text(message).components("\r\n\r\n")[0]
    return head.components("\r\n ").joined(separator: " ").components("\r\n")
  }

  @Test func isWhole() throws {
    let message = try Self.message(unsubscribe: [
      "https://d.example/leave", "mailto:leave@example.org",
    ])
    #expect(
      Self.text(message)
        == """
        Date: Mon, 9 Nov 2026 00:00:00 +0000\r
        From: Digest <digest@example.org>\r
        To: list@example.org\r
        Subject: This week: 2 to 8 November 2026\r
        Message-ID: <2026-W45.hallway@d.example>\r
        List-Id: This week <hallway.d.example>\r
        List-Unsubscribe: <https://d.example/leave>, <mailto:leave@example.org>\r
        List-Unsubscribe-Post: List-Unsubscribe=One-Click\r
        List-Archive: <https://d.example/>\r
        Archived-At: <https://d.example/issues/2026-W45.html>\r
        Auto-Submitted: auto-generated\r
        X-Auto-Response-Suppress: OOF, AutoReply\r
        MIME-Version: 1.0\r
        Content-Language: en\r
        Content-Type: multipart/alternative; boundary="=_hallway_BOUNDARY"\r
        \r
        --=_hallway_BOUNDARY\r
        Content-Type: text/plain; charset=utf-8; format=flowed\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        Hello=20\r
        you.\r
        \r
        --=_hallway_BOUNDARY\r
        Content-Type: text/html; charset=utf-8\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        <p>Hello</p>\r
        \r
        --=_hallway_BOUNDARY--\r

        """.components("BOUNDARY").joined(separator: try Self.boundary(message)))
  }

  /// What tells the boundary from those of other messages.
  static func boundary(_ message: MailMessage) throws -> String {
    let rest = try #require(text(message).components("=_hallway_").dropFirst().first)
    return String(rest.prefix { $0 != "\"" })
  }

  @Test func theSameIssueGivesTheSameBytes() throws {
    #expect(try Self.message().bytes == Self.message().bytes)
    #expect(
      try Self.boundary(Self.message()) != Self.boundary(Self.message(text: "Hello \nthey.\n")))
  }

  @Test func noPartCanHoldTheBoundary() throws {
    let boundary = try Self.boundary(Self.message())
    let message = try Self.message(
      text: "--=_hallway_\(boundary)\n--=_hallway_\(boundary)--\n", html: "=_hallway_")
    let new = try Self.boundary(message)
    // Once in the header, twice before a part, once at the end.
    #expect(Self.text(message).components("=_hallway_\(new)").count == 5)
    #expect(Self.text(message).components("=_").count == 5)
  }

  @Test func linesAreShortAndASCII() throws {
    let text = try Self.text(
      Self.message(
        title: String(repeating: "Übersicht 日本 ", count: 20),
        text: String(repeating: "é", count: 999), html: String(repeating: "x. ", count: 999)))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.components("\r\n").allSatisfy { $0.utf8.count <= 78 })
    #expect(text.components("\r\n").joined().utf8.allSatisfy { $0 != 0x0D && $0 != 0x0A })
  }

  @Test(arguments: ["x\r\nBcc: evil@example.org", "x\r\n\r\n<p>evil", "x\0\nBcc: evil@example.org"])
  func aTitleCannotAddAHeader(title: String) throws {
    let names = try Self.headers(Self.message(title: title)).map { $0.components(":")[0] }
    #expect(names == (try Self.headers(Self.message())).map { $0.components(":")[0] })
  }

  @Test func oneClickIsPromisedForHTTPSOnly() throws {
    for address in ["http://d.example/leave", "mailto:leave@example.org"] {
      let headers = try Self.headers(Self.message(unsubscribe: [address]))
      #expect(headers.contains("List-Unsubscribe: <\(address)>"))
      #expect(!headers.contains { $0.hasPrefix("List-Unsubscribe-Post") })
    }
    #expect(try !Self.headers(Self.message()).contains { $0.hasPrefix("List-Unsubscribe") })
  }

  @Test func withoutASiteNothingPointsToIt() throws {
    let headers = try Self.headers(Self.message(baseURL: ""))
    #expect(headers.contains("Message-ID: <2026-W45.hallway@example.org>"))
    #expect(!headers.contains { $0.hasPrefix("List-Archive") || $0.hasPrefix("Archived-At") })
  }

  @Test func recipientsMayStayUnnamed() throws {
    #expect(try Self.headers(Self.message(to: [])).contains("To: undisclosed-recipients:;"))
  }

  @Test func whatIsNoLanguageTagIsLeftOut() throws {
    var message = try Self.message()
    message.language = "en\r\nBcc: x"
    #expect(!Self.headers(message).contains { $0.hasPrefix("Content-Language") })
  }

  @Test func aBrokenSiteIsRefused() {
    #expect(throws: MailProblem.site("d.example")) { try Self.message(baseURL: "d.example") }
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    self.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
