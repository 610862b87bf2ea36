import Model
import Testing

@testable import Ingest

struct EnvelopeTests {
  static func bytes(_ text: String) -> ([UInt8], Range<Int>) {
    let bytes = Array(text.utf8)
    return (bytes, 0..<bytes.count)
  }

  @Test(arguments: [
    ("From jane@example.org Mon Jan  1 10:00:00 2024", "2024-01-01T10:00:00Z"),
    ("From jane at example.org  Mon Jan  1 10:00:00 2024", "2024-01-01T10:00:00Z"),
    ("From - Mon Jan 01 10:00:00 2024", "2024-01-01T10:00:00Z"),
    ("From jane@example.org Mon Jan  1 10:00:00 CET 2024", "2024-01-01T09:00:00Z"),
    ("From 178@xxx Mon Jan 01 10:00:00 +0100 2024", "2024-01-01T09:00:00Z"),
    ("From jane@example.org Mon, 1 Jan 2024 10:00:00 +0100", "2024-01-01T09:00:00Z"),
    ("From MAILER-DAEMON Fri Jul  8 12:08:34 2011", "2011-07-08T12:08:34Z"),
  ])
  func readsTheDate(line: String, date: String) {
    let (bytes, all) = Self.bytes(line)
    #expect(Envelope.isOne(bytes, all))
    #expect(Envelope.date(bytes, all)?.rfc3339 == date)
  }

  @Test(arguments: [
    "From here on it is better.", "From Mon to Fri we work", "From the 1 Jan 2024 10:00:00 on",
    "From jane@example.org Mon Jan 1", "From Mon Jan 99 10:00:00 2024", "From ",
  ])
  func isNotFooledByText(line: String) {
    let (bytes, all) = Self.bytes(line)
    #expect(!Envelope.isOne(bytes, all))
  }

  @Test(arguments: [
    "From mboxrd@z Thu Jan  1 00:00:00 1970",
    "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001",
  ])
  func aPlaceholderIsNoDate(line: String) {
    let (bytes, all) = Self.bytes(line)
    #expect(Envelope.isOne(bytes, all))
    #expect(Envelope.date(bytes, all) == nil)
  }
}
