// Headers: folding, encoding, and no way to begin another.

import Model
import Testing

@testable import Render

struct MailHeadersTests {
  static func header(_ name: String, text: String) -> String {
    var headers = MailHeaders()
    headers.add(name, text: text)
    return headers.text
  }

  static func header(_ name: String, _ mailboxes: [String]) throws -> String {
    var headers = MailHeaders()
    headers.add(name, try mailboxes.map { (text) throws(MailProblem) in try Mailbox(text) })
    return headers.text
  }

  @Test func plainTextStandsAsItIs() {
    #expect(Self.header("Subject", text: "Tern, this week") == "Subject: Tern, this week\r\n")
  }

  @Test func longTextIsFoldedAtBlanks() {
    let text = Self.header("Subject", text: String(repeating: "twelve chars ", count: 12))
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count <= 78 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
  }

  @Test func aWordThatEndsInAColonIsFoldedToo() {
    let text = Self.header("Subject", text: String(repeating: "elevenchar: ", count: 12))
    #expect(text.split(separator: "\r\n").allSatisfy { $0.count <= 78 })
  }

  @Test func textOfAnotherScriptIsEncoded() {
    #expect(
      Self.header("Subject", text: "Grüße: 日本")
        == "Subject: =?utf-8?b?R3LDvMOfZTog5pel5pys?=\r\n")
  }

  @Test(arguments: ["a\r\nBcc: x@example.org", "a\nBcc: x@example.org", "a\rBcc: x@example.org"])
  func nothingBeginsAnotherHeader(text: String) {
    #expect(Self.header("Subject", text: text) == "Subject: a Bcc: x@example.org\r\n")
    var headers = MailHeaders()
    headers.add("List-Id", phrase: text, "<a.b>")
    #expect(headers.text == "List-Id: \"a Bcc: x@example.org\" <a.b>\r\n")
  }

  @Test func namesAreQuotedOrEncodedWhereTheyMustBe() throws {
    #expect(try Self.header("To", ["a@example.org"]) == "To: a@example.org\r\n")
    #expect(
      try Self.header("To", ["Ann Lee <a@example.org>", "Lee, Bo \\ Al <b@example.org>"])
        == "To: Ann Lee <a@example.org>, \"Lee, Bo \\\\ Al\" <b@example.org>\r\n")
    #expect(
      try Self.header("To", ["=?utf-8?q?x?= <a@example.org>"])
        == "To: =?utf-8?b?PT91dGYtOD9xP3g/PQ==?= <a@example.org>\r\n")
  }

  @Test func aNameThatFitsIntoOneWordIsNotSplit() throws {
    #expect(
      try Self.header("To", ["山田太郎さん <a@example.org>", "Łukasz Żółć <b@example.org>"]) == """
        To: =?utf-8?b?5bGx55Sw5aSq6YOO44GV44KT?= <a@example.org>,\r
         =?utf-8?b?xYF1a2FzeiDFu8OzxYLEhw==?= <b@example.org>\r

        """)
  }

  @Test(arguments: ["ß", "日", "👩‍👩‍👧‍👦", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}"])
  func aLineWithEncodedWordsHasAtMost76Characters(character: String) throws {
    for length in 1..<70 {
      let name = String(repeating: character, count: length)
      let text = Self.header("Subject", text: name)
      #expect(text.split(separator: "\r\n").allSatisfy { $0.count <= 76 })
      let list = try Self.header("To", ["Ann Lee <a@example.org>", "\(name) <b@example.org>"])
      #expect(
        list.split(separator: "\r\n").allSatisfy {
          $0.count <= ($0.contains("=?") ? 76 : 78)
        })
    }
  }

  @Test(arguments: [
    (2026, 11, 16, "Mon, 16 Nov 2026 09:05:00 +0000"),
    (2024, 2, 9, "Fri, 9 Feb 2024 09:05:00 +0000"),
  ])
  func writesDates(year: Int, month: Int, day: Int, text: String) throws {
    let moment = try #require(
      Timestamp(year: year, month: month, day: day, hour: 9, minute: 5, second: 0))
    #expect(MailHeaders.date(moment) == text)
  }
}
