import Testing

@testable import Ingest

struct MIMEHeaderTests {
  static func read(_ text: String) -> (MIMEHeader, body: String) {
    let bytes = Array(text.utf8)
    let (header, body) = MIMEHeader.read(bytes, 0..<bytes.count)
    return (header, String(decoding: bytes[body...], as: UTF8.self))
  }

  @Test func unfoldsAndIgnoresCase() {
    let (header, body) = Self.read("SUBJECT : a\r\n\tb\r\n  c\r\nX-Other: z\r\n\r\nbody\r\n")
    #expect(header.text(.subject) == "a b c")
    #expect(body == "body\r\n")
  }

  @Test func theFirstFieldOfANameCounts() {
    let (header, _) = Self.read("Subject: a\nSubject: b\n c\n\n")
    #expect(header.text(.subject) == "a")
  }

  @Test func junkBetweenFieldsIsPassedOver() {
    let (header, body) = Self.read(">From x\nSubject: a\njunk\nDate: b\n\nbody")
    #expect(header.text(.date) == "b")
    #expect(body == "body")
  }

  @Test func aBodyMayFollowAtOnce() {
    let (header, body) = Self.read("Subject: a\nthis is text\nand more")
    #expect(header.text(.subject) == "a")
    #expect(body == "this is text\nand more")
  }

  @Test func nothingIsAnEmptyHeader() {
    #expect(Self.read("\nSubject: a\n\n").0.isEmpty)
    #expect(Self.read("just text\n").0.isEmpty)
  }
}
