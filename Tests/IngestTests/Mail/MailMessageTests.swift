import Model
import Testing

@testable import Ingest

struct MailMessageTests {
  static func read(_ header: String, envelope: String = "", page: String? = nil) throws
    -> MailMessage
  {
    let bytes = Array("\(envelope)\(envelope.isEmpty ? "" : "\n")\(header)\n\nWords.\n".utf8)
    let start = envelope.isEmpty ? 0 : envelope.utf8.count + 1
    var troubles = MailTroubles()
    return try #require(
      MailMessage.read(
        bytes,
        Mbox.Message(
          envelope: 0..<envelope.utf8.count, content: start..<bytes.count, line: 1,
          isEscaped: false), page: page, noting: &troubles))
  }

  @Test(arguments: [
    ("Date: Mon, 1 Jan 2024 10:00:00 +0100 (CET)", "2024-01-01T09:00:00Z"),
    ("Date: 1 Jan 24 10:00 GMT", "2024-01-01T10:00:00Z"),
    // Impossible, missing, or later than the receipt.
    ("Date: never\nReceived: from a by b; Tue, 2 Jan 2024 10:00:00 +0000", "2024-01-02T10:00:00Z"),
    ("Received: from a; b; Tue, 2 Jan 2024 10:00:00 +0000 (UTC)", "2024-01-02T10:00:00Z"),
    (
      "Date: Thu, 1 Jan 2037 00:00:00 +0000\nReceived: x; Tue, 2 Jan 2024 10:00:00 +0000",
      "2024-01-02T10:00:00Z"
    ),
    (
      "Date: Thu, 1 Jan 1970 00:00:00 +0000\nReceived: x; Tue, 2 Jan 2024 10:00:00 +0000",
      "2024-01-02T10:00:00Z"
    ),
    ("Subject: x", "2024-01-03T10:00:00Z"),
    ("Date: Thu, 1 Jan 2037 00:00:00 +0000", "2024-01-03T10:00:00Z"),
    ("Date: Thu, 1 Jan 2004 00:00:00 +0000", "2004-01-01T00:00:00Z"),
  ])
  func believesTheLikeliestDate(header: String, date: String) throws {
    let envelope = "From a@b Wed Jan  3 10:00:00 2024"
    #expect(try Self.read(header, envelope: envelope).date?.rfc3339 == date)
  }

  @Test func noDateIsNone() throws {
    #expect(try Self.read("Subject: x").date == nil)
    #expect(try Self.read("Date: Thu, 1 Jan 1970 00:00:00 +0000").date == nil)
  }

  @Test(arguments: [
    ("From: Jane Doe <Jane@Example.org>", "Jane Doe", "jane@example.org"),
    ("From: Jane Doe", "Jane Doe", "Jane Doe"),
    ("Sender: jane@example.org", "jane", "jane@example.org"),
    (
      "From: Jane Doe via L <l@example.org>\nReply-To: jane@example.org", "Jane Doe",
      "jane@example.org"
    ),
    (
      "From: Jane Doe via L <l@example.org>\nReply-To: l@example.org\nX-Original-From: <j@example.org>",
      "Jane Doe", "j@example.org"
    ),
    ("From: Jane Doe via L <l@example.org>", "Jane Doe", "Jane Doe"),
    ("Subject: x", "", ""),
  ])
  func knowsItsAuthor(header: String, name: String, key: String) throws {
    let message = try Self.read(header)
    #expect(message.author == name)
    #expect(message.authorKey == key)
  }

  @Test func aMissingIDIsMadeFromTheContent() throws {
    let first = try Self.read("From: a@b.example\nSubject: x")
    #expect(first.id == "1e0ef3a53c008493@hallway.invalid")
    #expect(try Self.read("Subject: x\nFrom: a@b.example\nX-Other: y").id == first.id)
    #expect(try Self.read("From: a@b.example\nSubject: y").id != first.id)
  }
}
