import Testing

@testable import Ingest

struct MboxTests {
  static let from = "From jane@example.org Mon Jan  1 10:00:00 2024\n"

  /// The messages' own bytes as text, unescaped.
  static func texts(_ archive: String) -> [String]? {
    let bytes = Array(archive.utf8)
    return Mbox.messages(in: bytes)?.map { message in
      let part =
        message.isEscaped ? Mbox.unescaped(bytes, message.content) : Array(bytes[message.content])
      return String(decoding: part, as: UTF8.self)
    }
  }

  @Test func splitsAtSeparatingLines() {
    let archive = Self.from + "Subject: a\n\nx\n\n" + Self.from + "Subject: b\n\ny\n"
    #expect(Self.texts(archive) == ["Subject: a\n\nx\n\n", "Subject: b\n\ny\n"])
    let lines = Mbox.messages(in: Array(archive.utf8))?.map(\.line)
    #expect(lines == [2, 7])
  }

  @Test func readsCRLF() {
    let archive = Self.from + "Subject: a\n\nx\n\n" + Self.from + "Subject: b\n\n>From y\n"
    let windows = archive.replacing("\n", with: "\r\n")
    #expect(
      Self.texts(windows) == ["Subject: a\r\n\r\nx\r\n\r\n", "Subject: b\r\n\r\nFrom y\r\n"])
  }

  @Test(arguments: [
    // No blank line before it, no date, no header after it.
    "x\nFrom jane@example.org Mon Jan  1 10:00:00 2024\nSubject: z\n",
    "x\n\nFrom here on it is better\nSubject: z\n",
    "x\n\nFrom jane@example.org Mon Jan  1 10:00:00 2024\nshe wrote nothing.\n",
    // A patch inside a message.
    "x\n\nFrom 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: z\n",
  ])
  func aLineOfTextSeparatesNothing(body: String) {
    #expect(Self.texts(Self.from + "Subject: a\n\n" + body) == ["Subject: a\n\n" + body])
  }

  @Test func exportedCommitsAreSeparated() {
    let commit = "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n"
    #expect(
      Self.texts("\(commit)From: a\n\nx\n\n\(commit)From: b\n\ny\n")
        == ["From: a\n\nx\n\n", "From: b\n\ny\n"])
  }

  @Test func takesOneMarkFromEscapedLines() {
    let body = "Subject: a\n\n>From a\n>>From b\n>Form c\n> From d\n"
    #expect(Self.texts(Self.from + body) == ["Subject: a\n\nFrom a\n>From b\n>Form c\n> From d\n"])
  }

  @Test func aTrueLengthIsBelieved() {
    let inner = "x\n\n\(Self.from)Subject: no\n\n"
    let first = "Subject: a\nContent-Length: \(inner.utf8.count)\n\n\(inner)"
    let second = "Subject: b\n\ny\n"
    #expect(Self.texts("\(Self.from)\(first)\n\(Self.from)\(second)") == [first + "\n", second])
  }

  @Test(arguments: ["0", "3", "4", "99", "-1", "x", "9223372036854775807", "99999999999999999999"])
  func aFalseLengthIsNot(length: String) {
    let first = "Subject: a\nContent-Length: \(length)\n\nxyzzy\n\n"
    let second = "Subject: b\n\ny\n"
    #expect(Self.texts(Self.from + first + Self.from + second) == [first, second])
  }

  @Test func aSingleMessageIsAnArchiveOfOne() {
    let text = "From: a@b.example\nSubject: x\n\n>From stays\n"
    #expect(Self.texts(text) == [text])
  }

  @Test(arguments: [
    "", "\n\n\n", "hello", "<rss></rss>", "Title: x\nAuthor: y\n\ntext", "From here to there",
    "From: only\n", "\u{0}\u{0}\u{0}", "WEBVTT\n\n00:01.000 --> 00:02.000\nFrom: x",
  ])
  func anythingElseIsNone(text: String) {
    #expect(Self.texts(text) == nil)
  }
}
