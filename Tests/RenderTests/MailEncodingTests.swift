// Bodies: lines that every mail server passes on unchanged.

import Foundation
import Testing

@testable import Render

struct MailEncodingTests {
  /// The text that a quoted-printable body stands for.
  static func decoded(_ body: String) -> String? {
    body.replacingOccurrences(of: "=\r\n", with: "").replacingOccurrences(of: "%", with: "=25")
      .replacingOccurrences(of: "=", with: "%").removingPercentEncoding
  }

  static func quoted(_ text: String) -> String {
    QuotedPrintable.encode(text.components(separatedBy: "\n").map { Array($0.utf8) })
  }

  @Test(arguments: [
    ("flows on \nto here \n", "flows on=20\r\nto here=20\r\n"), ("tab\t\n", "tab=09\r\n"),
    ("a = b\n", "a =3D b\r\n"), ("é", "=C3=A9"), ("From me\n", "=46rom me\r\n"),
    ("Fromage", "Fromage"), (".\n..\na.\n", "=2E\r\n=2E.\r\na.\r\n"), ("-- \n", "--=20\r\n"),
    ("\0\u{7F}", "=00=7F"), ("", ""), (" ", "=20"),
  ])
  func encodesWhatWouldBeChanged(text: String, body: String) {
    #expect(Self.quoted(text) == body)
  }

  @Test func aFullLineNeedsNoSoftBreak() {
    let line = String(repeating: "x", count: 76)
    #expect(Self.quoted(line) == line)
    #expect(Self.quoted(line + "y") == String(repeating: "x", count: 75) + "=\r\nxy")
  }

  @Test func whatComesBehindASoftBreakIsSafeToo() {
    #expect(Self.quoted(String(repeating: "x", count: 75) + ".y").hasSuffix("=\r\n=2Ey"))
    #expect(Self.quoted(String(repeating: "x", count: 75) + "From y").hasSuffix("=\r\n=46rom y"))
  }

  @Test(arguments: 60..<90)
  func linesAreShortAndDecodeToTheSame(count: Int) {
    for end in ["é", "日 ", " ", ".", "👩‍👩‍👧‍👦", "="] {
      let text = String(repeating: "x", count: count) + end + end + "\n" + end
      let body = Self.quoted(text)
      #expect(body.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 })
      #expect(Self.decoded(body) == text.replacingOccurrences(of: "\n", with: "\r\n"))
    }
  }

  @Test func theShorterEncodingIsTaken() throws {
    #expect(
      MailEncoding.shortest("plain\n") == MailEncoding(name: "quoted-printable", body: "plain\r\n"))
    let text = String(repeating: "日本語", count: 40)
    let body = MailEncoding.shortest(text)
    #expect(body.name == "base64")
    #expect(body.body.components(separatedBy: "\r\n").allSatisfy { $0.count <= 76 })
    let data = try #require(Data(base64Encoded: body.body, options: .ignoreUnknownCharacters))
    #expect(String(decoding: data, as: UTF8.self) == text)
  }

  @Test func everyEndOfALineBecomesCRLF() {
    #expect(MailEncoding.shortest("a\nb\r\nc\rd").body == "a\r\nb\r\nc\r\nd")
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
  ])
  func base64IsThatOfTheStandard(text: String, letters: String) {
    #expect(Base64.encode(Array(text.utf8)) == letters)  // RFC 4648 §10
  }
}
