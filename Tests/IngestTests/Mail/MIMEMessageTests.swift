import Model
import Testing
import Text

@testable import Ingest

struct MIMEMessageTests {
  static func read(_ message: String) -> ([TextBlock], [String]) {
    read(Array(message.utf8))
  }

  static func read(_ bytes: [UInt8]) -> ([TextBlock], [String]) {
    var troubles = MailTroubles()
    let (header, body) = MIMEHeader.read(bytes, 0..<bytes.count)
    let blocks = MIMEMessage.blocks(
      bytes, header: header, body: body..<bytes.count, noting: &troubles)
    return (blocks, troubles.diagnostics.map(\.message))
  }

  static func multipart(_ kind: String, _ parts: [String], boundary: String = "b") -> String {
    "Content-Type: multipart/\(kind); boundary=\"\(boundary)\"\n\npreamble\n"
      + parts.map { "--\(boundary)\n\($0)\n" }.joined() + "--\(boundary)--\nepilogue\n"
  }

  @Test(arguments: [
    ("Content-Type: text/plain; charset=utf-8\n\ncafé", "café"),
    ("\ncafé", "café"),
    (
      "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\ncaf=E9",
      "café"
    ),
    ("Content-Transfer-Encoding: BASE64\n\nY2Fmw6k=", "café"),
    (
      "Content-Type: text/plain; charset=iso-2022-jp\nContent-Transfer-Encoding: base64\n\nGyRCRnxLXBsoQg==",
      "日本"
    ),
    ("Content-Type: text/html\n\n<p>caf&eacute;</p>", "café"),
    ("Content-Type: text/plain\n\n<html><p>caf&eacute;</p></html>", "café"),
    ("Content-Type: text/plain; format=flowed\n\nca \nfé", "ca fé"),
    ("Content-Type: text\n\ncafé", "café"), ("Content-Type: \n\ncafé", "café"),
    ("Content-Type: application/pdf; name=x.pdf\n\n%PDF", ""),
    ("Content-Type: multipart/mixed\n\n--q\nContent-Type: text/plain\n\ncafé\n--q--\n", "café"),
    ("Content-Type: multipart/mixed; boundary=none\n\ncafé\n", ""),
  ])
  func readsOnePart(message: String, words: String) {
    #expect(Self.read(message).0.words == words)
  }

  @Test func rawBytesAreUTF8OrWindows1252() {
    #expect(Self.read(Array("\ncaf".utf8) + [0xE9, 0x0A]).0.words == "café")
  }

  @Test func plainTextIsPreferred() {
    let plain = "Content-Type: text/plain\n\nplain"
    let html = "Content-Type: text/html\n\n<p>rich</p>"
    #expect(Self.read(Self.multipart("alternative", [plain, html])).0.words == "plain")
    #expect(Self.read(Self.multipart("alternative", [html, plain])).0.words == "plain")
  }

  @Test(arguments: ["", "\n\n", "Please use a program that shows HTML."])
  func aStubIsNot(stub: String) {
    let long = String(repeating: "Many words. ", count: 40)
    let message = Self.multipart(
      "alternative",
      ["Content-Type: text/plain\n\n\(stub)", "Content-Type: text/html\n\n<p>\(long)</p>"])
    #expect(Self.read(message).0.words == Strings.trimmed(long))
  }

  @Test func attachmentsAreNamed() {
    let message = Self.multipart(
      "mixed",
      [
        "\nOwn words.",
        "Content-Type: text/x-patch; name=\"fix.patch\"\n\ndiff --git a/x b/x",
        "Content-Disposition: attachment; filename*=utf-8''caf%C3%A9.txt\n\nnot read",
        "Content-Type: image/png\n\nnot read",
        "Content-Type: text/plain\n\nMore words.",
      ])
    #expect(
      Self.read(message).0 == [
        TextBlock(.paragraph, "Own words."), TextBlock(.furniture, "fix.patch"),
        TextBlock(.furniture, "café.txt"), TextBlock(.paragraph, "More words."),
      ])
  }

  @Test func aSignatureIsNoPart() {
    let message = Self.multipart(
      "signed", ["\nWords.", "Content-Type: application/pgp-signature\n\nabc"])
    #expect(Self.read(message).0 == [TextBlock(.paragraph, "Words.")])
  }

  @Test func aForwardedMessageIsAQuote() {
    let inner = "From: Jane Doe <jane@example.org>\nSubject: x\n\nHer words."
    let quote = TextBlock(.quote(author: "Jane Doe", post: nil), "Her words.")
    let mixed = Self.multipart("mixed", ["\nMine.", "Content-Type: message/rfc822\n\n\(inner)"])
    #expect(Self.read(mixed).0 == [TextBlock(.paragraph, "Mine."), quote])
    #expect(Self.read(Self.multipart("digest", ["\n\(inner)", "\n\(inner)"])).0 == [quote, quote])
  }

  @Test func boundariesMayBeginAlike() {
    let inner = Self.multipart("mixed", ["\nInner."], boundary: "bb")
    #expect(Self.read(Self.multipart("mixed", ["\nOuter.", inner])).0.words == "Outer.\n\nInner.")
  }

  @Test func whatIsCutOffIsReadAsFarAsItGoes() {
    let message = Self.multipart("mixed", ["\nOne.", "\nTwo."])
    let cut = String(message.prefix(message.count - 18))
    #expect(Self.read(cut).0.words.hasPrefix("One.\n\nTw"))
  }

  @Test func faultsAreNoted() {
    let base64 = Self.read("Content-Transfer-Encoding: base64\n\nY2F!mw6k=")
    #expect(base64.1 == ["1 part in broken base64; read as far as possible"])
    let charset = Self.read(
      Array("Content-Type: text/plain; charset=klingon\n\n".utf8) + [0xE9, 0x80])
    #expect(charset.0.words == "é€")
    #expect(charset.1 == ["1 part in a charset that is not known; read as windows-1252"])
    let damaged = Self.read(Array("Content-Type: text/plain; charset=utf-8\n\n".utf8) + [0xE9])
    #expect(damaged.1 == ["1 part with bytes that are not in their charset"])
  }

  @Test func depthAndNumberAreBounded() {
    let deep = (0..<200).map {
      "--b\($0)\nContent-Type: multipart/mixed; boundary=b\($0 + 1)\n\n"
    }
    let nested = "Content-Type: multipart/mixed; boundary=b0\n\n" + deep.joined()
    #expect(Self.read(nested).1 == ["1 part nested deeper than 16 left out"])
    let many = Self.multipart("mixed", Array(repeating: "\nx", count: 3000))
    let (blocks, faults) = Self.read(many)
    #expect(blocks.count == 500)
    #expect(faults == ["1 message with more than 500 parts; the rest left out"])
  }
}
